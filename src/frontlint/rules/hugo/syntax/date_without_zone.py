"""Add a time zone to dates with a time.

Why: Hugo reads a time without a zone as UTC, which in most of the world is hours away from the author's
clock. Near midnight the page gets another day, and scheduled pages appear early or late.
Bad:
    title: Rye bread
    date: 2024-06-05T14:12:53
Good:
    title: Rye bread
    date: 2024-06-05T14:12:53Z
Fix: Adds the zone of the website, in which Hugo already reads the time.
Note: The rule looks at Hugo's dates, and at `headline.updated`, `Watermarks` and `BodyContentGenDate`. If
Hugo's settings have a `timeZone`, it does not look at Hugo's dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from frontlint.hugo.fields import DATE_FIELDS
from frontlint.lint import (
    Finding,
    Page,
    PageRule,
    Route,
    Severity,
    Value,
    assignment,
    lazy_pattern,
    set_value,
    shorten,
    to_words,
)

_DATES = frozenset(DATE_FIELDS)
_GROUPS = frozenset({"headline", "watermarks"})
_NAMES = frozenset({*_DATES, *_GROUPS, "bodycontentgendate"})
_NO_ZONE = lazy_pattern(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?\Z", re.ASCII)


class DateWithoutZone(PageRule):
    """A timestamp with a time but no zone."""

    budget = 22_000  # each date of the page is looked at
    severity = Severity.INFO
    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such field."""
        for value, route in _dates(page) if _may_lack_one(page) else ():
            if isinstance(value, str) and _NO_ZONE.match(value):
                zoned = value.replace(" ", "T") + _offset(value, page.zone)
                message = f"`{shorten(to_words(route))}: {shorten(value)}` has a time but no time zone"
                title = f"write `{assignment(page.document.format, str(route[-1]), zoned)}`"
                help_ = f"{title}, or your offset, such as `+02:00`, at the end"
                yield self.at(
                    page, route, message, help=help_, fix=self.fix(page, title, set_value(route, zoned))
                )


def _may_lack_one(page: Page) -> bool:
    """A quick look: whether any text in these fields is as long as such a time, and ends with a digit."""
    for name in _NAMES & page.keys:
        group = page.get(name)
        for value in group.values() if isinstance(group, dict) else (group,):
            if isinstance(value, str) and len(value) > 18 and value[-1].isdigit():
                return True
    return False


def _dates(page: Page) -> Iterator[tuple[Value, Route]]:
    """The date fields that the page has."""
    names = page.keys & _NAMES
    for language in page.config.languages:
        if language.zone is not UTC:
            names -= _DATES
    for name in sorted(names):  # in one order in each run
        key, group = str(page.key(name)), page.get(name)
        if name not in _GROUPS:
            yield group, (key,)
        elif isinstance(group, dict):
            for inner, value in group.items():
                if name == "watermarks" or inner.lower() == "updated":
                    yield value, (key, inner)


def _offset(value: str, zone: tzinfo) -> str:
    """The offset of the website's zone at this time, as a date has it: `Z`, `+01:00`."""
    try:
        offset = datetime.fromisoformat(value[:19]).replace(tzinfo=zone).strftime("%z")
    except ValueError:  # the 30th of February
        return "Z"
    return "Z" if offset in ("", "+0000") else f"{offset[:3]}:{offset[3:5]}"
