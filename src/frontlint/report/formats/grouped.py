"""The format `grouped`: the findings page by page, for terminals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter

from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.region import region
from frontlint.report.style import Style

READER = Reader.PEOPLE


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes each page that has findings to be listed, its findings below it, and an empty line."""
    listed = islice(outcome.listed(), to.max_findings)
    for path, found in groupby(listed, key=attrgetter("path")):
        lines = _lines(list(found), sources, to)
        to.write("\n".join([to.paint(Style.STRONG, to.shown(path)), *lines, "", ""]))
    if outcome.changed is not None:
        from frontlint.report.accepted import rows  # most runs know of no change

        to.write("".join(rows(outcome, sources, to)))


def _lines(found: Sequence[Finding], sources: Sources, to: Output) -> Iterator[str]:
    """`line:column  severity  rule  message`, the first three as wide as their widest in the page."""
    places = [region(sources.get(finding.path), finding.span) for finding in found]
    lines = [str(place.line) for place in places]
    columns = [str(place.column) for place in places]
    left, right = max(map(len, lines)), max(map(len, columns))
    severity = max(len(finding.severity.value) for finding in found)
    rule = max(len(finding.rule) for finding in found)
    for at, finding in enumerate(found):
        weight = to.paint(Style.of(finding.severity), finding.severity.value.ljust(severity))
        name = to.paint(Style.STRONG, finding.rule.ljust(rule))
        place = f"{lines[at]:>{left}}:{columns[at]:<{right}}"
        yield f"  {place}  {weight}  {name}  {to.clean(finding.message)}"
