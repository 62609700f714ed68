"""The dates that a person may have meant by a text, whatever its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from frontlint.base.pattern import lazy_pattern

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST: Final = lazy_pattern(
    r"(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
)
_YEAR_LAST: Final = lazy_pattern(r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})")
_DAY_NAME: Final = lazy_pattern(
    r"(?:[A-Za-z]+,\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?P<name>[A-Za-z]{3,9})[\s,.-]+(?P<year>\d{4})"
)
_NAME_DAY: Final = lazy_pattern(
    r"(?:[A-Za-z]+,\s+)?(?P<name>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s,]+(?P<year>\d{4})"
)
_TIME: Final = lazy_pattern(
    r"(?:T|[\s,]+(?:at\s+)?)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"\s*+(?P<half>[AaPp][Mm])?\s*+(?P<zone>Z|[+-]\d\d:?\d\d)?"
)


def guesses(text: str) -> tuple[str, ...]:
    """The dates as Hugo reads them, such as `2024-06-05T14:12:53Z`: one, two for `05/06/2024`, or none.

    The day comes before the month in the first of two. A time without a zone is taken for UTC, as Hugo does.
    """
    text = text.strip()
    for pattern in (_YEAR_FIRST, _YEAR_LAST, _DAY_NAME, _NAME_DAY):
        match = pattern.match(text)
        if match is None:
            continue
        rest = text[match.end() :]
        time = _TIME.fullmatch(rest)
        if rest and time is None:
            continue
        found = (_written(year, month, day, time) for year, month, day in _readings(match))
        return tuple(dict.fromkeys(date for date in found if date))
    return ()


def _readings(match: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    """Year, month and day, in both orders where the text does not tell."""
    parts = match.groupdict()
    year = int(parts["year"])
    if "one" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        yield year, two, one
        yield year, one, two
    elif "name" in parts:
        name = parts["name"].lower()
        if name[:3] in _MONTHS:
            yield year, _MONTHS.index(name[:3]) + 1, int(parts["day"])
    else:
        yield year, int(parts["month"]), int(parts["day"])


def _written(year: int, month: int, day: int, time: re.Match[str] | None) -> str:
    """The date in ISO form; nothing for one that no calendar has."""
    clock = _clock(time) if time else (0, 0, 0)
    try:
        moment = datetime(year, month, day, *clock)
    except ValueError:
        return ""
    return moment.isoformat() + (time["zone"] or "Z") if time else moment.date().isoformat()


def _clock(time: re.Match[str]) -> tuple[int, int, int]:
    hour, half = int(time["hour"]), (time["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour, int(time["minute"]), int(time["second"] or 0)
