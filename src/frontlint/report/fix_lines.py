"""The edit of a fix as a small diff, below its finding in the format `full`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from frontlint.base.phrases import clip
from frontlint.base.sources import Sources
from frontlint.findings.finding import Finding
from frontlint.report.output import Output
from frontlint.report.style import Style
from frontlint.report.tally import plural

if TYPE_CHECKING:
    from frontlint.report.fixes import Edits

_MOST = 8
"""Lines that are shown of one page."""


class FixLines:
    """Writes the edits of the `findings` of one report."""

    def __init__(self, sources: Sources, findings: Iterable[Finding], to: Output) -> None:
        self._sources = sources
        self._findings = findings
        self._to = to

    @cached_property
    def _edits(self) -> Edits:
        from frontlint.report.fixes import Edits  # reads pages, and most runs have nothing to fix

        return Edits(self._sources, self._findings)

    def of(self, finding: Finding) -> Iterator[str]:
        """The lines that go and come, with their numbers; the name of a page that is another one."""
        return _lines(finding, self._edits, self._sources, self._to)


def _lines(finding: Finding, edits: Edits, sources: Sources, to: Output) -> Iterator[str]:
    from frontlint.report.fixes import diff_rows

    for page in edits.of(finding):
        if page.path != finding.path:
            yield f"   {to.shown(page.path)}"
        rows = list(diff_rows(sources.get(page.path), page.edits))
        width = max((len(str(row.number)) for row in rows), default=0)
        for row in rows[:_MOST]:
            head = to.paint(Style.FRAME, f"{row.number:>{width}} |")
            room = None if to.width is None else to.width - width - 8
            text = row.text if room is None else clip(row.text, max(room, 20))
            yield f"   {head} {row.sign} {to.clean(text)}".rstrip()
        if len(rows) > _MOST:
            yield f"   ... {plural(len(rows) - _MOST, 'more line')}"
