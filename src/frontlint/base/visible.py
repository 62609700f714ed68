"""Texts of authors in messages: what is invisible is named, and what differs is not cut away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from unicodedata import category, combining

from frontlint.base.emoji import sequence_end
from frontlint.base.unseen import SPACES, ZERO_WIDTH

_UNSEEN_NAMES: Final = {**SPACES, **ZERO_WIDTH}
_NAMES: Final = {
    **{char: _UNSEEN_NAMES[char] for char in "\u00a0\u00ad\u202f\u200b\u200c\u200d\u2060\ufeff"},
    "\u2011": "non-breaking hyphen",
    "\u3000": "wide space",
}
_CUT: Final = "..."


def visible(text: str) -> str:
    """One line, in which each character that one does not see is named.

    >>> visible("Lean\u00a0Work"), visible("a\u0001b"), visible("two\\nlines")
    ('Lean[no-break space]Work', 'a[U+0001]b', 'two lines')
    """
    if text.isascii():
        if text.isprintable():
            return text
        line = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
        if line.isprintable():
            return line
    return "".join(_shown_all(text))


def _shown_all(text: str) -> Iterator[str]:
    """What is shown for each character; those of an emoji are shown as they are."""
    end = 0
    for at, char in enumerate(text):
        end = max(end, sequence_end(text, at)) if at >= end else end
        yield char if at < end else _shown(char)


def cells_of(text: str, *, marks: bool = False) -> list[str]:
    """What is shown for each character; with `marks`, accents that are separate characters are named, too."""
    return [_code(char) if marks and combining(char) else _shown(char) for char in text]


def _shown(char: str) -> str:
    if char in "\n\r\t":
        return " "
    if char in _NAMES:
        return f"[{_NAMES[char]}]"
    return char if (char.isprintable() and category(char) != "Mn") or combining(char) else _code(char)


def _code(char: str) -> str:
    return f"[U+{ord(char):04X}]"


def around(cells: list[str], start: int, end: int, most: int) -> str:
    """The cells from `start` up to the last `end`, with as much around them as there is room for."""
    whole = "".join(cells)
    if len(whole) <= most:
        return whole
    first, last = start, len(cells) - end
    room = most - 2 * len(_CUT)
    size = sum(map(len, cells[first:last]))
    while size > room and last - first > 1:  # the beginning of what differs says enough
        last -= 1
        size -= len(cells[last])
    while first > 0 or last < len(cells):
        before = len(cells[first - 1]) if first > 0 else most
        after = len(cells[last]) if last < len(cells) else most
        ahead = start - first <= last - (len(cells) - end)
        if before + size <= room and (ahead or after + size > room):
            first, size = first - 1, size + before
        elif after + size <= room:
            last, size = last + 1, size + after
        else:
            break
    return _CUT * (first > 0) + "".join(cells[first:last]) + _CUT * (last < len(cells))
