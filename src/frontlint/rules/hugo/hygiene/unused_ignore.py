"""Take out an ignore that nothing needs.

Why: An ignore that silences nothing today will silence the next real fault without a word. It is left over
from a fault that was mended, or it stands where it does not count.
Bad:
    title: Rye bread
    aliases:
      - /bread/ # frontlint: ignore[alias-relative] it begins with a slash
Good:
    title: Rye bread
    aliases:
      - bread/ # frontlint: ignore[alias-relative] it is meant to stay in its section
Fix: Deletes the name, or the comment if no other name is in it. It silences nothing, and Hugo publishes the
    same files.
Note: Says nothing of an ignore whose rule is switched off for the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.findings.ignore import JudgedIgnore, Reach
from frontlint.lint import Finding, IgnoreRule, Severity, replace_source


class UnusedIgnore(IgnoreRule):
    """An ignore without a finding."""

    severity = Severity.INFO

    def check(self, judged: JudgedIgnore) -> Iterator[Finding]:
        """The ignore, where its rule was on and found nothing there."""
        ignore = judged.ignore
        if not judged.known or judged.used or not judged.on:
            return
        if ignore.reach is Reach.NOTHING:
            message = f"this ignore of {ignore.name} stands too low to count"
            yield self.at(ignore, message, help="write it directly behind the front matter")
        else:
            message = f"nothing to ignore here: {ignore.name} finds no fault"
            changes = [] if ignore.cut is None else [replace_source(ignore.cut, "")]
            title = f"delete this ignore of `{ignore.name}`"
            yield self.at(ignore, message, help=title, fix=self.fix(ignore, title, *changes))
