"""The format `concise`: one finding a line, as compilers write them."""

from __future__ import annotations

from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding
from frontlint.report.links import rule_name
from frontlint.report.order import by_page, chosen
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.region import region_of
from frontlint.report.style import Style

READER = Reader.PEOPLE


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes `path:line:column: severity rule: message; fix: remedy` for every finding that is listed."""
    for path, findings in by_page(chosen(outcome, to)).items():
        shown = to.shown(path)
        out: list[str] = []
        for finding in findings:
            line, column, _, _ = region_of(finding, sources)
            severity = to.paint(Style.of(finding.severity), finding.severity.value)
            rule = rule_name(finding.rule, outcome.docs_url, to)
            mark = "[*] " if outcome.offers(finding) else ""
            out.append(f"{shown}:{line}:{column}: {severity} {rule}: {mark}{_words(finding, to)}\n")
        to.write("".join(out))
    if outcome.changed is not None:
        from frontlint.report.accepted import rows  # most runs know of no change

        to.write("".join(rows(outcome, sources, to)))


def _words(finding: Finding, to: Output) -> str:
    """The message and the remedy on one line, whatever lines the remedy has."""
    message = to.clean(finding.message)
    if not finding.help:
        return message
    lines = [line.strip() for line in finding.help.split("\n")]
    return f"{message}; fix: {to.clean(' '.join(filter(None, lines)))}"
