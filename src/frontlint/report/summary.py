"""What stands below the findings: a table by rule and the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from frontlint.engine.outcome import Outcome
from frontlint.report.output import Output
from frontlint.report.style import Style
from frontlint.report.table import Align, Column, table
from frontlint.report.tally import Tally, tallies, verdict


def summary(outcome: Outcome, to: Output) -> str:
    """The table, where anything was found, and one line that says how it stands and where to start."""
    found = tallies(outcome.listed())
    worst = found[0].severity if found else None
    line = to.paint(Style.of(worst) if worst else Style.NOTE, verdict(outcome, to)) + "\n"
    return f"{_table(found, to)}\n{line}" if found else line


def _table(found: Sequence[Tally], to: Output) -> str:
    """A column for info stands only where such findings are listed."""
    info = any(tally.info for tally in found)
    titles = ["errors", "warnings", *(["info"] if info else []), "pages", "fixable"]
    rows = [
        [
            tally.rule,
            str(tally.errors),
            str(tally.warnings),
            *([str(tally.info)] if info else []),
            str(tally.pages),
            str(tally.fixable),
        ]
        for tally in found
    ]
    return table([Column("rule", Align.LEFT), *map(Column, titles)], rows, to)
