"""The edit of a fix as a small diff, below its finding in the format `full`."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.phrases import clip
from frontlint.base.sources import Sources
from frontlint.findings.finding import Finding
from frontlint.report.output import Output
from frontlint.report.style import Style
from frontlint.report.tally import plural

_MOST = 8
"""Lines that are shown of one page."""


def fix_lines(finding: Finding, sources: Sources, to: Output) -> Iterator[str]:
    """The lines that go and come, with their numbers; the name of a page that is not the finding's own."""
    from frontlint.report.fixes import Edits, diff_rows  # reads pages, and most runs have nothing to fix

    for page in Edits(sources).of(finding):
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
