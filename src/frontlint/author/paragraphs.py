"""Finds the paragraphs of a Markdown body: what is not blank, not code and not the marks of a heading."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span

CONTAINER = lazy_pattern(r"(?:[ \t]{0,3}(?:>|(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]|$)))*+")
"""The marks of quotes and list items at the start of a line."""
_LINE = lazy_pattern(r"[^\n]*\n|[^\n]+")
_ITEM = lazy_pattern(r"([ \t]*+)([-*+]|[0-9]{1,9}[.)])([ \t]++|$)")
_FENCE = lazy_pattern(r"[ \t]*+(`{3,}+(?=[^`\n]*+$)|~{3,}+)")
_TAB = 4


def paragraphs(text: str, start: int) -> Iterator[Span]:
    """Runs of lines that are text: code spans and links do not go beyond them."""
    reader, since, quotes = _Reader(), -1, 0
    for found in _LINE.finditer(text, start):
        line = _Line.of(found.group())
        opens, quotes = line.quotes > quotes, line.quotes
        is_text = reader.is_text(line, opens=opens)
        if since >= 0 and (opens or line.begins_item or not is_text):
            yield Span(since, found.start())
            since = -1
        if is_text and since < 0:
            since = found.start()
    if since >= 0:
        yield Span(since, len(text))


class _Line(NamedTuple):
    """A line: `around` are the marks of quotes and list items before its text."""

    whole: str
    around: str
    quotes: int
    indent: int

    @classmethod
    def of(cls, whole: str) -> _Line:
        """Takes a line apart."""
        container = CONTAINER.match(whole)
        around = container.group() if container else ""
        return cls(whole, around, around.count(">"), _indent(whole))

    @property
    def inner(self) -> str:
        return self.whole[len(self.around) :]

    @property
    def gap(self) -> int:
        """The columns between what is around the text and the text."""
        begin = len(self.whole) - len(self.inner.lstrip(" \t"))
        return _width(self.whole[:begin]) - _width(self.around)

    @property
    def begins_item(self) -> bool:
        return bool(self.around.strip("> \t"))

    @property
    def is_blank(self) -> bool:
        """Whether the line has neither text nor the mark of a list item."""
        return not self.inner.strip() and self.whole.strip()[-1:] in ("", ">")

    @property
    def is_underline(self) -> bool:
        """Whether it makes the text above it a heading."""
        marks = self.whole.strip()
        return bool(marks) and (not marks.strip("-") or not marks.strip("="))


class _Fence(NamedTuple):
    """An open fence: its marks, the quotes around it, and the column of the item's text around it."""

    marks: str
    quotes: int
    column: int

    def holds(self, line: _Line) -> bool:
        """Whether the line is still in the quote and in the list item in which the fence is."""
        left = bool(line.whole.strip()) and line.indent < self.column
        return not left and line.quotes >= self.quotes

    def is_closed_by(self, line: _Line) -> bool:
        """Whether the line closes the fence: in the same quotes and item, hardly indented."""
        at = 0
        for _ in range(self.quotes):
            at = line.whole.find(">", at) + 1
        at += line.whole.startswith(" ", at) if self.quotes else self.column
        marks = line.whole[at:].strip()
        is_fence = marks.startswith(self.marks) and not marks.strip(self.marks[0])
        return is_fence and _indent(line.whole[at:]) < _TAB


class _Reader:
    """Takes the lines of a body in turn, and knows which are code."""

    def __init__(self) -> None:
        self._fence: _Fence | None = None
        self._anew = True  # the line before is blank, a heading or code: no paragraph goes on
        self._empty = False  # the line before is a list item without text
        self._column = 0  # at which the text of the last list item begins, 0 outside of lists

    def is_text(self, line: _Line, *, opens: bool) -> bool:
        """Whether a line is text that Markdown reads; `opens` tells that a quote begins with it."""
        if self._fence is not None and self._fence.holds(line):
            if self._fence.is_closed_by(line):
                self._fence = None
            return False
        self._fence = None
        if not self._anew and line.is_underline:
            self._anew = True
            return False
        if line.is_blank:
            self._column = 0 if self._empty else self._column  # a blank line ends such an item
            self._anew, self._empty = True, False
            return False
        self._empty = not line.inner.strip()
        self._fence = self._fence_of(line)
        self._anew = self._fence is not None or self._is_code(line, opens=opens)
        return not self._anew

    def _fence_of(self, line: _Line) -> _Fence | None:
        """The fence that the line opens."""
        found = _FENCE.match(line.inner.rstrip("\r\n"))
        if found is None or self._is_indented(line):
            return None
        self._note_item(line)
        return _Fence(found[1], line.quotes, 0 if line.quotes else self._column)

    def _is_code(self, line: _Line, *, opens: bool) -> bool:
        """Whether the line is indented code, or its quote or its new list item begins with indented code.

        In a quote, a line goes on with a paragraph unless it begins anew. The text of such an item begins
        one column after its marker.
        """
        if line.around and line.gap > _TAB:
            if not line.around.endswith(">"):
                self._column = _width(line.around) + 1
                return True
            if opens or self._anew:
                return True
        if self._anew and self._is_indented(line):
            return True
        self._note_item(line)
        return False

    def _is_indented(self, line: _Line) -> bool:
        return line.indent >= self._column + _TAB

    def _note_item(self, line: _Line) -> None:
        item = _ITEM.match(line.whole)
        if item is not None:
            self._column = _width(item.group())
        elif line.indent == 0:
            self._column = 0


def _width(text: str) -> int:
    return len(text.expandtabs(_TAB))


def _indent(line: str) -> int:
    return _width(line[: len(line) - len(line.lstrip(" \t"))])
