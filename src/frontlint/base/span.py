"""Where a piece of text is: half-open spans of code points, and their lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple

_LINE_BREAK = lazy_pattern(r"\r\n|\n|\r")
_FEW = 8  # questions after which an index is worth its time; lines that are remembered
_STRIDE = 1024  # code points


class Span(NamedTuple):
    """Code points `start` (included) to `end` (excluded) of a file's text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """The number of code points."""
        return self.end - self.start

    @property
    def runs_forward(self) -> bool:
        """Whether it can be a place in a text; the engine asks it of every finding."""
        return 0 <= self.start <= self.end


class Region(NamedTuple):
    """Where a span is in lines and columns: its first place and the one after its last.

    They count from 1; columns count code points, but bytes of UTF-8 where that is said.
    """

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def on_one_line(self) -> bool:
        """Whether it begins and ends in the same line."""
        return self.line == self.end_line


class LineIndex:
    """Turns offsets of one text into lines and columns, and back.

    Lines end with LF, CRLF or a lone CR, as editors have it. Lines and columns count from 1.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._asked = 0
        self._latest: dict[int, str] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    @cached_property
    def _ends(self) -> list[int]:
        return [*(match.start() for match in _LINE_BREAK.finditer(self.text)), len(self.text)]

    @cached_property
    def _has_lone_cr(self) -> bool:
        return "\r" in self.text and self.text.count("\r") != self.text.count("\r\n")

    def __len__(self) -> int:
        """The number of lines; a text that ends with a line break has an empty last line."""
        return len(self._starts)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column (in code points) of an offset; one past the end is allowed."""
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} is outside a text of {len(self.text)} code points")
        self._asked += 1
        if self._asked > _FEW or self._has_lone_cr:
            line = bisect_right(self._starts, offset)
            return line, offset - self._starts[line - 1] + 1
        # Most pages have one finding or two: counting is quicker than an index of all lines.
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)

    def region(self, span: Span) -> Region:
        """The lines and columns of a span, or of what of it is within the text."""
        size = len(self.text)
        start, end = min(span.start, size), min(span.end, size)
        line, column = self.line_column(start)
        if self.text.find("\n", start, end) < 0 and self.text.find("\r", start, end) < 0:
            return Region(line, column, line, column + end - start)
        return Region(line, column, *self.line_column(end))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column; a column past the line's end gives the line's end."""
        start, end = self.line_span(line)
        return min(start + max(column, 1) - 1, end)

    def line_span(self, line: int) -> tuple[int, int]:
        """Start and end offsets of a line, without its line break."""
        if not 1 <= line <= len(self._starts):
            raise IndexError(f"line {line} of a text with {len(self._starts)} lines")
        return self._starts[line - 1], self._ends[line - 1]

    def line_text(self, line: int) -> str:
        """The text of a line, without its line break.

        The latest are remembered: a line of megabytes may have findings by the thousand.
        """
        known = self._latest.get(line)
        if known is None:
            start, end = self.line_span(line)
            if len(self._latest) >= _FEW:
                self._latest.clear()
            known = self._latest[line] = self.text[start:end]
        return known

    def byte_offset(self, offset: int) -> int:
        """The bytes of UTF-8 before an offset."""
        if self.text.isascii():
            return offset
        whole = offset // _STRIDE
        return self._bytes[whole] + _size(self.text[whole * _STRIDE : offset])

    @cached_property
    def _bytes(self) -> list[int]:
        """The bytes before each so many code points."""
        pieces = (self.text[at : at + _STRIDE] for at in range(0, len(self.text), _STRIDE))
        return list(accumulate(map(_size, pieces), initial=0))


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
