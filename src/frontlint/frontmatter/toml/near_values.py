"""What begins like a number or a date and is neither in TOML: what its author may mean."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from frontlint.base.loose_date import guesses, missing
from frontlint.base.phrases import shorten
from frontlint.frontmatter.remedies import NearValue, Notation, if_text, near_number

_TOML: Final = Notation("TOML", plus=True, underscores=True)
_BEGIN: Final = re.compile(r"[+-]?[\d.]")


def near_value(word: str) -> NearValue | None:
    """None for a text that looks like neither."""
    if not _BEGIN.match(word):
        return None
    shown = shorten(word)
    day = _with_all_digits(word)
    if day:
        message = f"`{shown}` is not a TOML date: month and day need two digits"
        return NearValue(message, f"write `{day}`", day)
    number = near_number(word, _TOML)
    if number is not None:
        return number
    text = if_text(word)
    wrong = missing(word)
    if wrong:
        return NearValue(f"`{shown}` is not a date: {wrong}", f"if it is a date, correct it; {text}")
    dates = [f"`{one}`" for one in guesses(word)]
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
