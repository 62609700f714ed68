"""What begins like a number or a date and is neither in TOML: what its author may mean."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from frontlint.base.loose_date import guesses
from frontlint.base.phrases import shorten
from frontlint.base.record import NamedTuple

_BEGIN: Final = re.compile(r"[+-]?[\d.]")
_POINT: Final = re.compile(r"([+-]?)(0|[1-9][0-9]*|)\.([0-9]*)")
_ZEROS: Final = re.compile(r"([+-]?)(0++)([1-9][0-9_]*+)?(\.[0-9]++)?")
_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt ].*)?")
_ZONE: Final = re.compile(r"(?<=:[0-9]{2}[+-][0-9]{2})([0-9]{2})\Z")
_WITH_COLON: Final = r":\1"
_FEBRUARY: Final = 29
_MONTHS: Final = 12


class NearValue(NamedTuple):
    """What to say of it; `meant` is what to write, empty where only the author knows."""

    message: str
    help: str
    meant: str = ""


def near_value(word: str) -> NearValue | None:
    """None for a text that looks like neither."""
    if not _BEGIN.match(word):
        return None
    shown = shorten(word)
    day = _with_all_digits(word)
    if day:
        message = f"`{shown}` is not a TOML date: month and day need two digits"
        return NearValue(message, f"write `{day}`", day)
    point = _POINT.fullmatch(word)
    if point is not None and bool(point[2]) is not bool(point[3]):
        meant = f"{point[1]}{point[2] or '0'}.{point[3] or '0'}"
        message = f"`{shown}` is not a TOML number: it needs a digit on both sides of the point"
        return NearValue(message, f"write `{meant}`", meant)
    text = f'if it is text, put it in quotes: `"{shown}"`'
    zeros = _ZEROS.fullmatch(word)
    if zeros is not None and (zeros[3] or len(zeros[2]) > 1):
        meant = shorten(f"{zeros[1]}{zeros[3] or '0'}{zeros[4] or ''}")
        return NearValue(
            f"`{shown}` is not a TOML number, because it begins with 0",
            f"if it is a number, write `{meant}`; {text}",
        )
    missing = _missing_day(word)
    if missing:
        return NearValue(f"`{shown}` is not a date: {missing}", f"if it is a date, correct it; {text}")
    dates = [f"`{_ZONE.sub(_WITH_COLON, one)}`" for one in guesses(word)]
    if dates:
        message = f"`{shown}` is not a TOML date"
        return NearValue(message, f"if it is a date, write {' or '.join(dates)}; {text}")
    return NearValue(f"`{shown}` is neither a number nor a date in TOML", text)


def _with_all_digits(word: str) -> str:
    """A date such as `2024-1-5` with all its digits; empty for any other text."""
    parts = word.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return ""
    year, month, day = parts
    whole = f"{year}-{month:0>2}-{day:0>2}"
    return whole if whole != word and len(whole) == 10 and _is_day(whole) else ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _missing_day(word: str) -> str:
    """Which part of a date no calendar has; empty where it has all, and for any other text."""
    found = _DAY.fullmatch(word)
    if found is None or found[1] == "0000" or _is_day(word[:10]):
        return ""
    month, day = int(found[2]), int(found[3])
    if not 1 <= month <= _MONTHS:
        return f"there is no month {found[2]}"
    if month == 2 and day == _FEBRUARY:
        return f"{found[1]} is not a leap year"
    return f"month {found[2]} has no day {found[3]}"
