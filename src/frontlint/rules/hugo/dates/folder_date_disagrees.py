"""A page's date must match its folder's name.

Why: A folder such as `2025-05-28-rye` tells the day on which the page appeared, and people look for the page
by it. If the page's date is another day, one of the two is wrong.
Bad:
    # content/resources/blog/2025-05-28-rye/index.md
    title: Rye bread
    date: 2025-05-29T09:00:00Z
Good:
    # content/resources/blog/2025-05-28-rye/index.md
    title: Rye bread
    date: 2025-05-28T09:00:00Z
Note: The rule looks at the folder of a page, not at the names of single files. It ignores a time near
midnight, which is another day for its author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from frontlint.hugo.content.paths import Location
from frontlint.hugo.fields import as_text
from frontlint.hugo.values.kinds import Bundle
from frontlint.lint import Finding, Page, PageRule, Severity, assignment, code, lazy_pattern
from frontlint.site.moments import days

_DATED = lazy_pattern(r"(\d{4}-\d\d-\d\d)(?=\D|$)", re.ASCII)


class FolderDateDisagrees(PageRule):
    """The date in the name of the page's folder is not the page's."""

    budget = 29_000  # the date is read as Hugo reads it
    severity = Severity.INFO
    keys = frozenset({"date"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at the date."""
        location, value = page.location, page.get("date")
        day = _day(location) if location else None
        if location is None or day is None:  # nearly all pages
            return
        possible = days(value, page.zone)
        if not possible or day in possible:
            return
        yield self.at(
            page,
            "date",
            f"the page's folder is named after {day.isoformat()}, but its `date` is {code(as_text(value))}",
            help=_help(page, location, as_text(value), day),
            label="another day",
        )


def _help(page: Page, location: Location, written: str, day: date) -> str:
    """The date of the folder, or the folder of the date."""
    rest = written[10:] if written[4:5] == "-" else ""
    line = assignment(page.document.format, str(page.key("date")), day.isoformat() + rest)
    name = code(written[:10] + location.raw_base_name[10:], 60)
    return f"write `{line}`, or rename the folder" + (f" to {name}" if rest == written[10:] else "")


def _day(location: Location) -> date | None:
    """The day that the folder's name begins with; None for a page that has no folder to itself."""
    match = _DATED.match(location.raw_base_name)
    if match is None or location.bundle is Bundle.SINGLE:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None
