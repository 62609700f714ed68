"""What Go takes for letters and digits, where Python has a few numbers more."""

from __future__ import annotations

import re
from unicodedata import category


def is_word(char: str) -> bool:
    """Whether a character is a letter, a digit or `_` to Go.

    What this Python does not know yet may be a letter to Go, and counts as one.

    >>> [is_word(char) for char in "aé٣_²-"]
    [True, True, True, True, False, False]
    """
    return char == "_" or category(char)[0] == "L" or category(char) in ("Nd", "Cn")


def run_of_words(pattern: re.Pattern[str], text: str, at: int) -> int:
    r"""The end of what a pattern of `\w`, `/`, `.` and `-` matches at a place, as far as Go goes along."""
    found = pattern.match(text, at)
    end = found.end() if found else at
    if text[at:end].isascii():
        return end
    return next((at for at in range(at, end) if text[at] not in "/.-" and not is_word(text[at])), end)
