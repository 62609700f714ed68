"""Where a span is, as reports say it: lines and columns that count from 1."""

from __future__ import annotations

from bisect import bisect_left

from frontlint.base.source import SourceFile
from frontlint.base.sources import Sources
from frontlint.base.span import Region, Span
from frontlint.findings.finding import Finding
from frontlint.report.snippet import clamp, without_tail


def region(source: SourceFile, span: Span) -> Region:
    """The region of a span, or of what is within the text: a file may have changed since it was checked."""
    return source.lines.region(span)


def region_of(finding: Finding, sources: Sources) -> Region:
    """The region of a finding: nearly all come with it, and their pages need not be read again."""
    return finding.region or region(sources.get(finding.path), finding.span)


def whole_line(source: SourceFile, number: int) -> Span:
    """A line without its break; the nearest one if the file has become shorter."""
    lines = source.lines
    return Span(*lines.line_span(min(max(number, 1), len(lines))))


def printed_region(source: SourceFile, span: Span) -> Region:
    """The same without white space at the end: a mapping ends where the next key begins, lines below."""
    return region(source, without_tail(clamp(span, source.text), source.text))


def byte_region(source: SourceFile, span: Span) -> Region:
    """The region with columns in bytes of the file, where a byte order mark belongs to the first line."""
    line, column, end_line, end_column = region(source, span)
    return Region(
        line, _byte_column(source, line, column), end_line, _byte_column(source, end_line, end_column)
    )


def _byte_column(source: SourceFile, line: int, column: int) -> int:
    lines = source.lines
    start, _ = lines.line_span(line)
    end = start + column - 1
    size = lines.byte_offset(end) - lines.byte_offset(start)
    # A byte that is not UTF-8 is U+FFFD in the text, which would take three.
    bad = source.bad_offsets
    size -= 2 * (bisect_left(bad, end) - bisect_left(bad, start))
    mark = 3 if source.bom and line == 1 else 0
    return size + mark + 1
