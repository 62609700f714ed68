"""Block scalars (`|`, `>-`) as slices of the text: no line of them is looked at by itself."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from frontlint.frontmatter.yaml.pieces import UnsureError, fold

_SIGNS: Final = frozenset("+-")
_WIDEST: Final = 64  # blanks of indentation


class Headers:
    """Finds the lines that may head a block scalar, on one walk down a text.

    Single characters are what `find` finds fastest; each is looked for once, however many headers there are.
    """

    def __init__(self, written: str) -> None:
        self._written = written
        self._bar, self._angle = written.find("|"), written.find(">")

    def behind_next(self, at: int) -> int:
        """Behind the next of the lines, from `at` on; -1 where there is none."""
        written = self._written
        while True:
            if 0 <= self._bar < at:
                self._bar = written.find("|", at)
            if 0 <= self._angle < at:
                self._angle = written.find(">", at)
            bar, angle = self._bar, self._angle
            place = bar if angle < 0 or 0 <= bar < angle else angle
            if place < 0:
                return -1
            at = place + 1
            behind = at + (written[at : at + 1] in _SIGNS)
            if written[behind : behind + 1] == "\n" and written[place - 1 : place] == " ":
                return behind + 1


def block(written: str, at: int, indent: int, header: str) -> tuple[str, int]:
    """The text of the block scalar that begins at `at`, and where the line after it begins, -1 at the end.

    `header` follows a key or a dash in column `indent`. Raises UnsureError.
    """
    if at < 0:
        raise UnsureError
    first = at
    while written[first : first + 1] == " ":
        first += 1
    width = first - at
    if width <= indent or width > _WIDEST or written[first : first + 1] in ("", "\n"):
        raise UnsureError
    stop = _less_than(width).search(written, first)
    whole = written[first : stop.start()] if stop else written[first:]
    behind = stop.end() if stop else -1
    if stop:
        _no_blank_line(written, behind)
    elif whole[-1:] != "\n":
        raise UnsureError  # the text ends without a line break: not before a closing delimiter
    text = whole.replace("\n" + written[at:first], "\n")
    kept = text.rstrip("\n")
    if kept[-1:] == " " and not kept[kept.rfind("\n") + 1 :].strip(" "):
        raise UnsureError  # blanks beyond the indentation
    breaks = len(text) - len(kept) + bool(stop)
    if header[0] == ">":
        kept = fold(kept.split("\n"))
    if header[1:] == "-":
        return kept.rstrip(" "), behind
    return kept + "\n" * (breaks if header[1:] == "+" else 1), behind


@lru_cache(maxsize=_WIDEST)
def _less_than(width: int) -> re.Pattern[str]:
    """The break before a line with something in it that is indented less; the text may end with a break."""
    return re.compile(rf"\n(?! {{{width}}}|\n|\Z)")


def _no_blank_line(written: str, at: int) -> None:
    """A line of blanks, fewer than the block is indented by, may be in its middle."""
    end = written.find("\n", at)
    if not written[at : end if end >= 0 else None].strip(" "):
        raise UnsureError
