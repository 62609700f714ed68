"""Name a rule that exists in an ignore.

Why: An ignore with a misspelt name silences nothing, and nobody notices why the finding does not go away.
Bad:
    title: Rye bread # frontlint: ignore[bad-lenght] it is short
Good:
    title: Rye bread # frontlint: ignore[bad-length] it is short
Note: Settings that name no rule are refused before anything is checked. A blanket ignore is not possible: an
ignore names the rule or the group that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.findings.ignore import JudgedIgnore
from frontlint.lint import Finding, IgnoreRule, Severity, clip


class UnknownIgnore(IgnoreRule):
    """An ignore of something that is no rule."""

    severity = Severity.WARNING

    def check(self, judged: JudgedIgnore) -> Iterator[Finding]:
        """The ignore, where its name stands for nothing."""
        if judged.known:
            return
        help_ = judged.hint.lstrip("; ") or "frontlint rules lists the names"
        yield self.at(judged.ignore, f"no rule is called {clip(judged.ignore.name)}", help=help_)
