"""The format `markdown`: tables for a comment, a wiki or a job summary."""

from __future__ import annotations

from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.report.markdown import pieces
from frontlint.report.output import Output
from frontlint.report.reader import Reader

READER = Reader.SERVICE


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes a verdict, the counts by rule, and a row for every finding that is listed."""
    for piece in pieces(outcome, sources, to.from_repository()):
        to.write(piece)
