"""What stands below the findings: a table by rule and the verdict."""

from __future__ import annotations

from collections.abc import Iterable

from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding
from frontlint.report.output import Output
from frontlint.report.style import Style
from frontlint.report.table import Align, Column, table
from frontlint.report.tally import tallies, verdict


def summary(outcome: Outcome, to: Output) -> str:
    """The table, where anything was found, and one line that says how it stands and where to start."""
    listed = outcome.listed()
    worst = min((finding.severity for finding in listed), key=lambda severity: severity.rank, default=None)
    line = to.paint(Style.of(worst) if worst else Style.NOTE, verdict(outcome, to)) + "\n"
    if not listed:
        return line
    titles, rows = counts_by_rule(listed)
    columns = [Column(titles[0], Align.LEFT), *map(Column, titles[1:])]
    return f"{table(columns, rows, to)}\n{line}"


def counts_by_rule(findings: Iterable[Finding]) -> tuple[list[str], list[list[str]]]:
    """Titles and rows of the table, heaviest rule first; info has a column only where there is some."""
    found = tallies(findings)
    info = any(tally.info for tally in found)
    titles = ["rule", "errors", "warnings", *(["info"] if info else []), "pages"]
    rows = [
        [
            tally.rule,
            str(tally.errors),
            str(tally.warnings),
            *([str(tally.info)] if info else []),
            str(tally.pages),
        ]
        for tally in found
    ]
    return titles, rows
