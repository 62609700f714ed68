"""One line of a page as it appears within a width: cleaned, tabs expanded, cut around what matters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from frontlint.base.record import NamedTuple
from frontlint.report.glyphs import Cell, Glyphs

CUT = "..."
_CONTEXT = 20
"""Columns that stay beside a marked text which would fill the width alone."""


class View(NamedTuple):
    """What is written of a line.

    `edges` are the columns, from 0, at which the code points `first` and following begin in `text`, and
    after them the column where the last one ends.
    """

    text: str
    first: int
    edges: Sequence[int]

    def column(self, at: int) -> int:
        """The column of a code point of the line; what is outside the view gives its nearest edge."""
        return self.edges[min(max(at - self.first, 0), len(self.edges) - 1)]

    def holds(self, start: int, end: int) -> bool:
        """Whether the code points `start` to `end` are to be seen."""
        return self.first <= start and end < self.first + len(self.edges)


def view(glyphs: Glyphs, line: str, start: int, end: int, room: int) -> View:
    """The line within `room` columns, around its code points `start` to `end`."""
    if len(line) <= room and line.isascii() and line.isprintable():
        return View(line, 0, range(len(line) + 1))
    # A page may be one line of a megabyte: nothing is measured that cannot be shown.
    low = max(0, start - room)
    high = min(len(line), min(end, start + room) + room)
    cells = glyphs.cells(line[low:high])
    edges = list(accumulate((width for _, width in cells), initial=0))
    whole = low == 0 and high == len(line)
    if whole and edges[-1] <= room:
        return View("".join(glyph for glyph, _ in cells), 0, edges)
    marked = edges[start - low], edges[min(end, high) - low]
    left, right = _window(edges[-1], marked, (low, len(line) - high), room)
    return _cut(cells, edges, (left, right), low, len(line))


def _window(total: int, marked: tuple[int, int], beyond: tuple[int, int], room: int) -> tuple[int, int]:
    """The columns to keep of `total`, around the marked ones; the dots have to fit into the room as well.

    `beyond` counts the code points that were not measured, on the left and on the right.
    """
    start, end = marked
    inner = room - 2 * len(CUT)
    context = min(_CONTEXT, inner // 3)
    left = start - max(context, (inner - (end - start)) // 2)
    if left <= len(CUT) and not beyond[0]:
        return 0, room - len(CUT)
    if left + inner + len(CUT) >= total and not beyond[1]:
        return max(0, total - room + len(CUT)), total
    return max(0, left), max(0, left) + inner


def _cut(cells: list[Cell], edges: list[int], window: tuple[int, int], low: int, size: int) -> View:
    left, right = window
    kept = [at for at in range(len(cells)) if edges[at] >= left and edges[at + 1] <= right]
    # A combining mark without its letter would join the dots.
    while kept and kept[0] > 0 and cells[kept[0]][1] == 0:
        kept.pop(0)
    first, last = (kept[0], kept[-1] + 1) if kept else (0, 0)
    before = CUT if low + first > 0 else ""
    after = CUT if low + last < size else ""
    text = "".join(glyph for glyph, _ in cells[first:last])
    shift = len(before) - edges[first]
    return View(before + text + after, low + first, [edge + shift for edge in edges[first : last + 1]])
