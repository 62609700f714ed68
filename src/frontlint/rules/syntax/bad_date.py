"""Write dates in a form that Hugo reads.

Why: Hugo ends its build with an error at a date it cannot parse. A plain year is worse: Hugo takes the number
for seconds since 1970, and publishes the page among the oldest.
Bad:
    title: Rye bread
    date: 05/06/2024 14:12:53
Good:
    title: Rye bread
    date: 2024-06-05T14:12:53Z
Note: `2024-06-05`, `2024-06-05T14:12:53Z` and `2024-06-05T14:12:53+02:00` are always fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.doc.document import Value
from frontlint.finding import Finding, Severity
from frontlint.hugo.fields import DATE_FIELDS, RefusalKind, as_text
from frontlint.rule import Page, PageRule
from frontlint.text.loose_date import guesses

_YEARS = range(1900, 2200)


class BadDate(PageRule):
    """A date field that Hugo cannot parse, or takes for seconds."""

    severity = Severity.ERROR
    checks_resources = True

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such field."""
        for refusal in page.refusals:
            if refusal.kind is RefusalKind.DATE:
                value = page.get(str(refusal.route[0]))
                yield self.at(page, refusal.route, refusal.message, help=_help(as_text(value)))
        for name in DATE_FIELDS:
            number = page.get(name)
            if _is_calendar(number):
                yield self._seconds(page, name, str(number))

    def _seconds(self, page: Page, name: str, number: str) -> Finding:
        message = f"Hugo takes {page.key(name)} {number} for {number} seconds after the start of 1970"
        help_ = _help(number) if len(number) == 8 else f"write the whole date, such as {number}-01-31"
        return self.at(page, name, message, help=help_)


def _is_calendar(value: Value) -> bool:
    """Whether a number is a year or a date such as 20240605; others may well be meant as seconds."""
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    return value in _YEARS or (value // 10000 in _YEARS and bool(guesses(str(value))))


def _help(text: str) -> str:
    meant = guesses(text)
    if not meant:
        return "write it as 2024-01-31 or 2024-01-31T09:00:00Z"
    if len(meant) == 1:
        return f"write {meant[0]}"
    return f"day and month can be taken either way: write {meant[0]} or {meant[1]}"
