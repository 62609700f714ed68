"""Delete ignore comments that silence nothing.

Why: An ignore that silences nothing today will hide the next real problem. Its own problem was fixed, or it
is in a place where it does not count.
Bad:
    title: Rye bread
    aliases:
      - /bread/ # frontlint: ignore[alias-relative] it begins with a slash
Good:
    title: Rye bread
    aliases:
      - bread/ # frontlint: ignore[alias-relative] it is meant to stay in its section
Fix: Deletes the name, or the whole comment if it names nothing else. Hugo publishes the same files.
Note: The rule does not report an ignore whose own rule is off for the page.
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
            message = f"this ignore of `{ignore.name}` is too far down to count"
            help_ = "move it to the line right after the front matter"
            yield self.at(ignore, message, help=help_)
        else:
            message = f"`{ignore.name}` finds no problem here, so this ignore silences nothing"
            changes = [] if ignore.cut is None else [replace_source(ignore.cut, "")]
            title = f"delete this ignore of `{ignore.name}`"
            yield self.at(ignore, message, help=title, fix=self.fix(ignore, title, *changes))
