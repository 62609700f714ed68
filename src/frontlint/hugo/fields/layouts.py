"""The date texts that Hugo takes: the layouts of spf13/cast, and Go's way of reading them (time.Parse)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHORT_DAY = "(?i:mon|tue|wed|thu|fri|sat|sun)"
_LONG_DAY = "(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_FRACTION = r"(?:[.,](?P<fraction>[0-9]+))?"
# Go's layout elements. Hours may have one digit; seconds may have a fraction that the layout does not name.
_ELEMENTS = {
    "2006": "(?P<year>[0-9]{4})",
    "06": "(?P<short_year>[0-9]{2})",
    "01": "(?P<month>[0-9]{2})",
    "Jan": f"(?P<name>(?i:{'|'.join(_MONTHS)}))",
    "02": "(?P<day>[0-9]{2})",
    "_2": " ?(?P<day>[0-9]{1,2})",
    "15": "(?P<hour>[0-9]{1,2})",
    "3": "(?P<hour>[0-9]{1,2})",
    "04": "(?P<minute>[0-9]{2})",
    "05": f"(?P<second>[0-9]{{2}}){_FRACTION}",
    "PM": "(?P<half>AM|PM|am|pm)",
    "Monday": _LONG_DAY,
    "Mon": _SHORT_DAY,
    "Z07:00": "(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})",
    "Z0700": "(?P<zone>Z|[+-][0-9]{4})",
    "-07:00": "(?P<zone>[+-][0-9]{2}:[0-9]{2})",
    "-0700": "(?P<zone>[+-][0-9]{4})",
    "MST": r"(?:[A-Z]{3,4}(?:[+-][0-9]{1,2})?|[A-Z]{4}T|[+-][0-9]{2,4})",
    " ": " +",
}
_ELEMENT = lazy_pattern("|".join(re.escape(name) for name in sorted(_ELEMENTS, key=len, reverse=True)))

# In cast's order; a text fits one at most, apart from those that mean the same.
_LAYOUTS = (
    "2006-01-02",
    "2006-01-02T15:04:05Z07:00",
    "2006-01-02T15:04:05",
    "Mon, 02 Jan 2006 15:04:05 -0700",
    "Mon, 02 Jan 2006 15:04:05 MST",
    "02 Jan 06 15:04 -0700",
    "02 Jan 06 15:04 MST",
    "Monday, 02-Jan-06 15:04:05 MST",
    "2006-01-02 15:04:05 -0700 MST",
    "2006-01-02T15:04:05-0700",
    "2006-01-02 15:04:05Z0700",
    "2006-01-02 15:04:05",
    "Mon Jan _2 15:04:05 2006",
    "Mon Jan _2 15:04:05 MST 2006",
    "Mon Jan 02 15:04:05 -0700 2006",
    "2006-01-02 15:04:05Z07:00",
    "02 Jan 2006",
    "2006-01-02 15:04:05 -07:00",
    "2006-01-02 15:04:05 -0700",
    "3:04PM",
    "Jan _2 15:04:05",
)


class _Reading(NamedTuple):
    """One text that fits a layout; `zone` is None where the text names no offset."""

    fields: dict[str, str | None]

    def number(self, name: str, default: int) -> int:
        text = self.fields.get(name)
        return default if text is None else int(text)

    @property
    def year(self) -> int:
        if self.fields.get("short_year"):
            short = self.number("short_year", 0)
            return 1900 + short if short >= 69 else 2000 + short
        # Go's years begin at 0, Python's at 1: a date without a year is older than all others either way.
        return max(self.number("year", 0), 1)

    @property
    def month(self) -> int:
        name = self.fields.get("name")
        return _MONTHS.index(name.lower()) + 1 if name else self.number("month", 1)

    @property
    def hour(self) -> int:
        hour, half = self.number("hour", 0), (self.fields.get("half") or "").lower()
        if half and hour > 12:
            raise ValueError("no hour of a half day")
        return hour % 12 + (12 if half == "pm" else 0) if half else hour

    def moment(self, zone: tzinfo) -> datetime:
        """Raises ValueError for a day or an hour that does not exist."""
        microsecond = int(((self.fields.get("fraction") or "") + "000000")[:6])
        return datetime(
            self.year,
            self.month,
            self.number("day", 1),
            self.hour,
            self.number("minute", 0),
            self.number("second", 0),
            microsecond,
            _offset(self.fields.get("zone")) or zone,
        )


@cache
def _pattern(layout: str) -> re.Pattern[str]:
    """Compiled when it is first tried: nearly all dates fit one of the first layouts."""
    at, pieces = 0, []
    for match in _ELEMENT.finditer(layout):
        pieces += [re.escape(layout[at : match.start()]), _ELEMENTS[match.group()]]
        at = match.end()
    return re.compile("".join([*pieces, re.escape(layout[at:])]))


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-shift if text[0] == "-" else shift)


def _plain_date(text: str, zone: tzinfo) -> datetime | None:
    """The moment of what most dates are, `2024-05-31` or `2024-05-31T09:00:00Z`; None for all else."""
    day, _, clock = text.partition("T")
    if len(day) != 10 or not (day.isascii() and day[:4].isdigit() and day[4] == "-" == day[7]):
        return None  # Python takes weeks, too
    if clock:
        if len(clock) != 9 or clock[2] != ":" or clock[5] != ":" or clock[8] != "Z" or clock[:2] > "23":
            return None
        zone = UTC
    try:
        return datetime.fromisoformat(text[:19]).replace(tzinfo=zone)
    except ValueError:
        return None


@lru_cache(maxsize=4096)  # several fields and rules ask for the same few dates of a page
def read_date(text: str, zone: tzinfo) -> datetime | None:
    """The moment a text names, in `zone` where it names no offset; None where no layout fits."""
    plain = _plain_date(text, zone)
    if plain is not None:
        return plain
    for layout in _LAYOUTS:
        match = _pattern(layout).fullmatch(text)
        if match:
            try:
                return _Reading(match.groupdict()).moment(zone)
            except ValueError:
                continue
    return None
