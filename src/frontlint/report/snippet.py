"""The piece of a page that a finding points into: its lines, and carets under what is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from frontlint.base.record import NamedTuple
from frontlint.base.source import SourceFile
from frontlint.base.span import LineIndex, Span
from frontlint.report.output import Output
from frontlint.report.style import Style
from frontlint.report.view import View, view

_BOTH_ENDS = 5
"""Lines of a span of which the last one is shown as well as the first."""


class Mark(NamedTuple):
    """A place to underline with `sign`, and the words beside the underline."""

    span: Span
    text: str
    sign: str
    style: Style


class Row(NamedTuple):
    """A row of a snippet without its gutter: a line of the page has a number, a gap has neither."""

    text: str
    number: int | None = None
    is_gap: bool = False


class _Piece(NamedTuple):
    """The part of a mark that is on one line: code points `start` to `end` of it, from 0."""

    line: int
    start: int
    end: int
    mark: Mark


def clamp(span: Span, text: str) -> Span:
    """The span, or what of it is within the text: a file may have changed since it was checked."""
    size = len(text)
    return span if span.end <= size else Span(min(span.start, size), size)


def rows(source: SourceFile, marks: Iterable[Mark], to: Output, room: int) -> list[Row]:
    """The rows that show all marks, by line; none for an empty file."""
    if not source.text:
        return []
    lines = source.lines
    pieces = [piece for mark in marks for piece in _pieces(mark, lines)]
    pieces.sort(key=lambda piece: (piece.line, piece.start))
    by_line = [(line, list(group)) for line, group in groupby(pieces, key=lambda piece: piece.line)]
    out: list[Row] = []
    for (line, group), (following, _) in pairwise([*by_line, (0, [])]):
        out += _line_rows(lines.line_text(line), line, group, to, room)
        out += _between(line, following, lines, to, room)
    return out


def _pieces(mark: Mark, lines: LineIndex) -> Iterator[_Piece]:
    span = without_tail(clamp(mark.span, lines.text), lines.text)
    line, column = lines.line_column(span.start)
    last, end = lines.line_column(span.end)
    start = min(column - 1, len(lines.line_text(line)))
    if last == line:
        yield _Piece(line, start, min(end - 1, len(lines.line_text(line))), mark)
        return
    if last - line >= _BOTH_ENDS:
        mark = mark._replace(text=f"{mark.text} (to line {last})".strip())
    yield _Piece(line, start, len(lines.line_text(line)), mark)
    if last - line < _BOTH_ENDS:
        text = lines.line_text(last)
        indent = len(text) - len(text.lstrip())
        yield _Piece(last, min(indent, end - 1), end - 1, mark._replace(text="to here"))


def without_tail(span: Span, text: str) -> Span:
    """A span over several lines without its final white space: a mapping ends where the next key begins."""
    if text.find("\n", *span) < 0 and text.find("\r", *span) < 0:
        return span
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip()))


def _between(line: int, following: int, lines: LineIndex, to: Output, room: int) -> list[Row]:
    """What is between two lines of a snippet: the one line that is left out, or a gap."""
    if following - line == 2:
        return [Row(view(to.glyphs, lines.line_text(line + 1), 0, 0, room).text, line + 1)]
    return [Row("...", is_gap=True)] if following - line > 2 else []


def _line_rows(text: str, number: int, pieces: Sequence[_Piece], to: Output, room: int) -> list[Row]:
    """A line and the carets below it; a line too long to show them all is written for each anew."""
    out: list[Row] = []
    seen: View | None = None
    for piece in pieces:
        if seen is None or not seen.holds(piece.start, piece.end):
            # One column is left for a caret after the end of the line.
            seen = view(to.glyphs, text, piece.start, piece.end, room - 1)
            out.append(Row(seen.text, number))
        out += _caret_rows(seen, piece, to, room)
    return out


def _caret_rows(seen: View, piece: _Piece, to: Output, room: int) -> list[Row]:
    """The carets with their label, which moves to a separate row where it would leave the room."""
    start = seen.column(piece.start)
    carets = piece.mark.sign * max(1, seen.column(piece.end) - start)
    label = to.clean(piece.mark.text)
    style = piece.mark.style
    width = to.glyphs.width(label)
    if not label:
        return [Row(" " * start + to.paint(style, carets))]
    if start + len(carets) + 1 + width <= room:
        return [Row(" " * start + to.paint(style, f"{carets} {label}"))]
    indent = max(0, min(start, room - width))
    return [Row(" " * start + to.paint(style, carets)), Row(" " * indent + to.paint(style, label))]
