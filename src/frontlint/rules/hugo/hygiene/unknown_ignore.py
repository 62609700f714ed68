"""An ignore comment must name an existing rule.

Why: An ignore with a misspelt name silences nothing, so the problem stays and its author does not see why.
Bad:
    title: Rye bread # frontlint: ignore[bad-lenght] it is short
Good:
    title: Rye bread # frontlint: ignore[bad-length] it is short
Note: Before it reads any page, frontlint checks the names in its settings. There is no ignore for
everything: each one names a rule or a group.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.findings.ignore import JudgedIgnore
from frontlint.lint import Finding, IgnoreRule, Severity, code


class UnknownIgnore(IgnoreRule):
    """An ignore of something that is not a rule."""

    severity = Severity.WARNING

    def check(self, judged: JudgedIgnore) -> Iterator[Finding]:
        """The ignore, if its name means nothing."""
        if judged.known:
            return
        help_ = "delete the name; `frontlint rules` lists all that exist"
        if judged.near:
            help_ = f"write `{judged.near}`"
        yield self.at(judged.ignore, f"there is no rule {code(judged.ignore.name)}", help=help_)
