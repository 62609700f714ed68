"""Which problems a report for people lists, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding
from frontlint.report.output import Output


def chosen(outcome: Outcome, to: Output) -> Sequence[Finding]:
    """All that are listed, by page; if `--max-findings` leaves some out, the heaviest ones, errors first."""
    listed = outcome.listed()
    if to.max_findings is None or len(listed) <= to.max_findings:
        return listed
    return sorted(listed, key=lambda finding: finding.severity.rank)[: to.max_findings]


def by_page(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """The findings of each page, pages in the order of their first one."""
    pages: dict[str, list[Finding]] = {}
    for finding in findings:
        pages.setdefault(finding.path, []).append(finding)
    return pages
