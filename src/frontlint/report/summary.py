"""What is below the findings: a table of the worst rules and the verdict."""

from __future__ import annotations

from collections.abc import Iterable

from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding
from frontlint.report.output import Output
from frontlint.report.prose import fill
from frontlint.report.style import Style
from frontlint.report.table import Align, Column, table
from frontlint.report.tally import plural, tallies, verdict

_MOST = 10
"""Rules in the table: more would push the problems off the screen."""


def summary(outcome: Outcome, to: Output) -> str:
    """The table of the worst rules, if anything was found, and one line on the run and where to start."""
    listed = outcome.listed()
    worst = min((finding.severity for finding in listed), key=lambda severity: severity.rank, default=None)
    style = Style.of(worst) if worst else Style.NOTE
    words = verdict(outcome, to)
    lines = fill(words, to, "") if to.width else [words]
    line = "".join(f"{to.paint(style, part)}\n" for part in lines)
    if not listed:
        return line
    titles, rows = counts_by_rule(listed)
    columns = [Column(titles[0], Align.LEFT), *map(Column, titles[1:])]
    left = len(rows) - _MOST
    more = f"and {plural(left, 'more rule')}: `--statistics` counts all\n" if left > 0 else ""
    return f"{table(columns, rows[:_MOST], to)}{more}\n{line}"


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
