"""Report a failure of frontlint itself.

Why: A rule that fails has not judged the page, so a clean report would be wrong. All other rules still
report, every report is written, and frontlint exits with 3.
Bad:
    title: A page at which a part of frontlint fails
Good:
    title: A page that every rule can judge
Note: This is a bug of frontlint, not of your page. Open an issue in frontlint's repository with the log that
frontlint prints on standard error, the output of `frontlint --version`, and the page or settings, if you may
share them. No setting, ignore or baseline hides this finding. Until it is fixed, `--ignore` the rule that
the message names.
"""

from __future__ import annotations

from frontlint.lint import EngineRule, Severity


class InternalError(EngineRule):
    """Something in frontlint raised an error; see `engine/internal_error.py`."""

    severity = Severity.ERROR
