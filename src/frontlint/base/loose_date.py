"""The dates that a person may have meant by a text, whatever its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from frontlint.base.dashes import DASHES
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
    r"\s*+(?P<half>[AaPp][Mm])?\s*+(?:Z|UTC|GMT|(?P<sign>[+-])(?P<ahead>[01]?\d|2[0-3])(?::?(?P<minutes>[0-5]\d))?)?"
)
_DAY: Final = lazy_pattern(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt ](?:([0-9]{2}):([0-9]{2}))?.*)?")
_HYPHENS: Final = str.maketrans(dict.fromkeys(DASHES, "-"))
_BEHIND: Final = ",;. "
_FEBRUARY: Final = 29
_LAST_MONTH: Final = 12


def guesses(text: str) -> tuple[str, ...]:
    """The dates as Hugo reads them, such as `2024-06-05T14:12:53Z`: one, two for `05/06/2024`, or none.

    The day comes before the month in the first of two. A time without a zone is taken for UTC, as Hugo does.
    Dashes count as hyphens, and what ends a sentence or an item does not count at the end. In `2024-13-02`
    the day comes before the month.
    """
    text = text.translate(_HYPHENS).strip().rstrip(_BEHIND)
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
        month, day = int(parts["month"]), int(parts["day"])
        yield year, month, day
        if month > _LAST_MONTH and parts["mark"]:
            yield year, day, month


def _written(year: int, month: int, day: int, time: re.Match[str] | None) -> str:
    """The date in ISO form; nothing for one that no calendar has."""
    clock = _clock(time) if time else (0, 0, 0)
    try:
        moment = datetime(year, month, day, *clock)
    except ValueError:
        return ""
    return moment.isoformat() + _zone(time) if time else moment.date().isoformat()


def _zone(time: re.Match[str]) -> str:
    """The offset with two digits each for hours and minutes; without one it is that of UTC."""
    if time["sign"] is None:
        return "Z"
    return f"{time['sign']}{time['ahead']:0>2}:{time['minutes'] or '00'}"


def _clock(time: re.Match[str]) -> tuple[int, int, int]:
    hour, half = int(time["hour"]), (time["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour, int(time["minute"]), int(time["second"] or 0)


def missing(text: str) -> str:
    """Which part of a date no calendar or clock has; empty where it has all, and for any other text."""
    found = _DAY.fullmatch(text)
    if found is None or found[1] == "0000":
        return ""
    month, day = int(found[2]), int(found[3])
    if not 1 <= month <= _LAST_MONTH:
        return f"month {found[2]} does not exist"
    try:
        datetime(int(found[1]), month, day)
    except ValueError:
        if month == 2 and day == _FEBRUARY:
            return f"{found[1]} is not a leap year"
        return f"month {found[2]} has no day {found[3]}"
    if found[4] and int(found[4]) > 23:
        return f"hour {found[4]} does not exist"
    return f"minute {found[5]} does not exist" if found[5] and int(found[5]) > 59 else ""
