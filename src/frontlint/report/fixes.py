"""The edits of a finding's fix, for reports: places and new texts in the pages as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from frontlint.base.edit import Edit, apply
from frontlint.base.line_changes import changed_lines
from frontlint.base.record import NamedTuple
from frontlint.base.source import SourceFile
from frontlint.base.sources import Sources
from frontlint.base.span import Span
from frontlint.findings.finding import Finding
from frontlint.findings.fix import Fix
from frontlint.frontmatter.document import Document
from frontlint.frontmatter.edit import Declined, edits
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.report.diff import lines_of

_KEPT = 4
"""Pages that are kept read: findings come in the order of their pages."""
MOST_OF_A_PAGE = 20
"""Fixes of one page whose edits are shown: each takes the time of reading the page."""


class PageEdits(NamedTuple):
    """The edits of one page, in order."""

    path: str
    edits: tuple[Edit, ...]


class Edits:
    """Makes the edits of fixes; `sources` are the texts of the pages."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._documents: dict[str, Document] = {}
        self._asked: Counter[str] = Counter()

    def of(self, finding: Finding) -> tuple[PageEdits, ...]:
        """The edits of a finding's fix; nothing where it has none, or where no edit is sure.

        Nothing either for a page that has had many: `--diff` shows all of them at once.
        """
        if finding.fix is None:
            return ()
        self._asked[finding.path] += 1
        if self._asked[finding.path] > MOST_OF_A_PAGE:
            return ()
        found: list[PageEdits] = []
        for path in dict.fromkeys(change.path for change in finding.fix.changes):
            some = self._page(finding.fix, path)
            if isinstance(some, Declined) or not self._sources.shows(path):
                return ()
            if some:
                found.append(PageEdits(path, some))
        return tuple(found)

    def _page(self, fix: Fix, path: str) -> tuple[Edit, ...] | Declined:
        changes = [one.change for one in fix.changes if one.path == path]
        return edits(self._document(path), changes, plain_scalar)

    def _document(self, path: str) -> Document:
        if path not in self._documents:
            while len(self._documents) >= _KEPT:
                del self._documents[next(iter(self._documents))]
            limit = self._sources.limits.front_matter
            self._documents[path] = read_document(self._sources.get(path), plain_scalar, limit)
        return self._documents[path]


def as_one(source: SourceFile, some: tuple[Edit, ...]) -> Edit:
    """Several edits of a page as one, from the first to the last of them."""
    start, end = some[0].span.start, max(edit.span.end for edit in some)
    moved = [Edit(Span(a - start, b - start), text) for (a, b), text in some]
    return Edit(Span(start, end), apply(source.text[start:end], moved))


class DiffRow(NamedTuple):
    """A line that goes (`-`) or comes (`+`), with its number in the old or the new page."""

    sign: str
    number: int
    text: str


def diff_rows(source: SourceFile, some: tuple[Edit, ...]) -> Iterator[DiffRow]:
    """The lines of a page that edits change."""
    old, new = lines_of(source.text), lines_of(apply(source.text, some))
    found: list[DiffRow] = []
    for change in changed_lines(old, new):
        found += (DiffRow("-", at + 1, old[at]) for at in range(change.start, change.end))
        found += (DiffRow("+", at + 1, new[at]) for at in range(change.new_start, change.new_end))
    yield from (row._replace(text=row.text.rstrip("\r\n")) for row in found)
