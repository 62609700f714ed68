"""The edits of a finding's fix, for reports: places and new texts in the pages as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from frontlint.base.edit import Edit, apply_within
from frontlint.base.line_changes import changed_lines
from frontlint.base.record import NamedTuple
from frontlint.base.source import SourceFile
from frontlint.base.sources import Sources
from frontlint.base.span import Span
from frontlint.findings.finding import Finding
from frontlint.findings.fix import Fix
from frontlint.frontmatter.edit import Change, Declined
from frontlint.frontmatter.edit.each import edits_of_each
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.report.diff import lines_of

_CONTEXT = 200
"""Code points of a line that are shown before and after what changes."""


_UNKNOWN: Final = Declined("the fix is not known")


class PageEdits(NamedTuple):
    """The edits of one page, in order."""

    path: str
    edits: tuple[Edit, ...]


class Edits:
    """Makes the edits of the fixes of `findings`; `sources` are the texts of the pages.

    A page is read when the first of its fixes is asked for, and all of them are made together.
    """

    def __init__(self, sources: Sources, findings: Iterable[Finding]) -> None:
        self._sources = sources
        self._fixes: dict[str, list[Fix]] = {}
        self._known: dict[str, Mapping[str, tuple[Edit, ...] | Declined]] = {}
        for fix in filter(None, (finding.fix for finding in findings)):
            for path in _pages_of(fix):
                self._fixes.setdefault(path, []).append(fix)

    def of(self, finding: Finding) -> tuple[PageEdits, ...]:
        """The edits of a finding's fix; nothing where it has none, or where no edit is sure."""
        fix = finding.fix
        if fix is None:
            return ()
        found: list[PageEdits] = []
        for path in _pages_of(fix):
            some = self._page(path).get(_written(fix, path), _UNKNOWN)
            if isinstance(some, Declined) or not self._sources.shows(path):
                return ()
            if some:
                found.append(PageEdits(path, some))
        return tuple(found)

    def _page(self, path: str) -> Mapping[str, tuple[Edit, ...] | Declined]:
        """The edits of all fixes of a page."""
        if path not in self._known:
            fixes = {_written(fix, path): _changes(fix, path) for fix in self._fixes.get(path, ())}
            limit = self._sources.limits.front_matter
            document = read_document(self._sources.get(path), plain_scalar, limit)
            made = edits_of_each(document, fixes.values(), plain_scalar)
            self._known[path] = dict(zip(fixes, made, strict=True))
        return self._known[path]


def _pages_of(fix: Fix) -> Iterable[str]:
    return dict.fromkeys(change.path for change in fix.changes)


def _changes(fix: Fix, path: str) -> tuple[Change, ...]:
    return tuple(one.change for one in fix.changes if one.path == path)


def _written(fix: Fix, path: str) -> str:
    """The changes of one page as a key; they may hold lists."""
    return repr(_changes(fix, path))


def span_of(some: tuple[Edit, ...]) -> Span:
    """From the first to the last of several edits."""
    return Span(some[0].span.start, max(edit.span.end for edit in some))


def as_one(source: SourceFile, some: tuple[Edit, ...]) -> Edit:
    """Several edits of a page as one, from the first to the last of them."""
    span = span_of(some)
    return Edit(span, apply_within(source.text, span, some))


class DiffRow(NamedTuple):
    """A line that goes (`-`) or comes (`+`), with its number in the old or the new page."""

    sign: str
    number: int
    text: str


def diff_rows(source: SourceFile, some: tuple[Edit, ...]) -> Iterator[DiffRow]:
    """The lines of a page that edits change, of a long line what is near."""
    moved = 0
    for group in _near(source, some):
        span = _around(source.text, group)
        line = source.lines.line_column(span.start)[0]
        old, new = source.text[span.start : span.end], apply_within(source.text, span, group)
        yield from _rows(lines_of(old), lines_of(new), line, line + moved)
        moved += new.count("\n") - old.count("\n")


def _near(source: SourceFile, some: tuple[Edit, ...]) -> Iterator[list[Edit]]:
    """The edits in groups: those of one line, or of lines side by side, together."""
    group: list[Edit] = []
    for edit in sorted(some):
        if group and edit.span.start > _around(source.text, group).end:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _around(text: str, group: list[Edit]) -> Span:
    """The lines of some edits, or what is near on them."""
    first, last = group[0].span.start, group[-1].span.end
    far, further = max(first - _CONTEXT, 0), min(last + _CONTEXT, len(text))
    start, end = text.rfind("\n", far, first) + 1 or far, text.find("\n", last, further) + 1 or further
    return Span(start, end)


def _rows(old: list[str], new: list[str], line: int, new_line: int) -> Iterator[DiffRow]:
    found: list[DiffRow] = []
    for change in changed_lines(old, new):
        found += (DiffRow("-", line + at, old[at]) for at in range(change.start, change.end))
        found += (DiffRow("+", new_line + at, new[at]) for at in range(change.new_start, change.new_end))
    yield from (row._replace(text=row.text.rstrip("\r\n")) for row in found)
