"""`--statistics`: how often each rule found something, in the place of the findings."""

from __future__ import annotations

from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.report.output import Output
from frontlint.report.prose import fill
from frontlint.report.style import Style
from frontlint.report.tally import tallies, verdict


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes `count rule severity` by rule, most frequent first, and the verdict."""
    found = sorted(tallies(outcome.listed()), key=lambda tally: (-tally.total, tally.rule))
    digits = max((len(str(tally.total)) for tally in found), default=0)
    longest = max((len(tally.rule) for tally in found), default=0)
    for tally in found:
        severity = to.paint(Style.of(tally.severity), f"{tally.severity.value:<7}")
        to.write(f"{tally.total:>{digits}}  {tally.rule:<{longest}}  {severity}".rstrip() + "\n")
    words = verdict(outcome, to)
    lines = fill(words, to, "") if to.width else [words]
    to.write("\n" * bool(found) + "".join(f"{line}\n" for line in lines))
