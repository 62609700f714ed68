"""The short report on a terminal: many problems page by page, each with its remedy, then the summary."""

from __future__ import annotations

from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.report.formats import grouped
from frontlint.report.output import Output
from frontlint.report.summary import summary


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes the findings that are listed, the summary, and how to get the long report."""
    grouped.render(outcome, sources, to)
    to.write(summary(outcome, to))
    to.write("Short report; `--output-format full` shows each problem with its lines.\n")
