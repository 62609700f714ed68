"""Emoji that are written with several characters, some of which would be invisible elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

JOINER: Final = "\u200d"
_AS_PICTURE: Final = "\ufe0f"
_KEYCAPS: Final = frozenset("0123456789#*")
_FLAG: Final = "\U0001f3f4"
_END_OF_TAGS: Final = "\U000e007f"
_MOST_TAGS: Final = 6
"""Tags of the longest flag; more of them could hide a text."""
_PICTURES: Final = (
    *((0xA9, 0xA9), (0xAE, 0xAE), (0x203C, 0x203C), (0x2049, 0x2049), (0x2122, 0x2122), (0x2139, 0x2139)),
    *((0x2194, 0x21AA), (0x231A, 0x23FF), (0x24C2, 0x24C2), (0x25AA, 0x25FE), (0x2600, 0x27BF)),
    *((0x2934, 0x2935), (0x2B05, 0x2B55), (0x3030, 0x3030), (0x303D, 0x303D), (0x3297, 0x3299)),
    (0x1F000, 0x1FAFF),
)
"""First and last code points of what may be a picture, in order (Unicode's emoji-data, with their gaps)."""
_STARTS: Final = tuple(first for first, _ in _PICTURES)


def sequence_end(text: str, at: int) -> int:
    """Where the emoji ends that begins at `at` and has several characters; `at` where none does.

    A joiner counts between two pictures only, and tags after a black flag if they have their end: elsewhere
    they are invisible characters.

    >>> sequence_end("\U0001f469\u200d\U0001f4bb!", 0), sequence_end("a\u200db", 0)
    (3, 0)
    """
    first = text[at]
    end = at + 1
    if first in _KEYCAPS:
        return at + 3 if text[end : end + 2] == _AS_PICTURE + "\u20e3" else at
    if first.isascii() or not is_picture(first):
        return at
    end = _dressed(text, end)
    while text[end : end + 1] == JOINER and is_picture(text[end + 1 : end + 2] or "-"):
        end = _dressed(text, end + 2)
    if first == _FLAG and end == at + 1:
        end = _tags(text, end)
    return end if end > at + 1 else at


def is_picture(char: str) -> bool:
    """Whether a character may be an emoji."""
    code = ord(char)
    found = bisect_right(_STARTS, code) - 1
    return found >= 0 and code <= _PICTURES[found][1]


def _dressed(text: str, at: int) -> int:
    """Behind what may follow a picture: the colour of a skin, and the wish to be drawn as one."""
    if "\U0001f3fb" <= text[at : at + 1] <= "\U0001f3ff":
        at += 1
    return at + 1 if text[at : at + 1] == _AS_PICTURE else at


def _tags(text: str, at: int) -> int:
    """Behind the tags that say whose flag it is, such as Scotland's; `at` where they have no end."""
    end = at
    while end < min(len(text), at + _MOST_TAGS) and "\U000e0020" <= text[end] < _END_OF_TAGS:
        end += 1
    return end + 1 if text[end : end + 1] == _END_OF_TAGS else at
