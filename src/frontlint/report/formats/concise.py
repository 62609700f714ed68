"""The format `concise`: one finding a line, as compilers write them."""

from __future__ import annotations

from itertools import groupby, islice
from operator import attrgetter

from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.style import Style

READER = Reader.PEOPLE


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes `path:line:column: severity rule: message` for every finding that is listed."""
    listed = islice(outcome.listed(), to.max_findings)
    for path, findings in groupby(listed, key=attrgetter("path")):
        lines = sources.get(path).lines
        size = len(lines.text)
        shown = to.shown(path)
        out: list[str] = []
        for finding in findings:
            line, column = lines.line_column(min(finding.span.start, size))
            severity = to.paint(Style.of(finding.severity), finding.severity.value)
            rule = to.paint(Style.STRONG, finding.rule)
            mark = "[*] " if outcome.offers(finding) else ""
            out.append(f"{shown}:{line}:{column}: {severity} {rule}: {mark}{to.clean(finding.message)}\n")
        to.write("".join(out))
    if outcome.changed is not None:
        from frontlint.report.accepted import rows  # most runs know of no change

        to.write("".join(rows(outcome, sources, to)))
