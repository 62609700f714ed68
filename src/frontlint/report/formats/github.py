"""The format `github`: annotations for a pull request, and the whole table in the job's summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from frontlint.base.record import replace
from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Severity
from frontlint.report.accepted import TITLE, notices
from frontlint.report.glyphs import Glyphs
from frontlint.report.job_summary import add_to_summary
from frontlint.report.markdown import pieces
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.region import printed_region
from frontlint.report.tally import plural
from frontlint.report.unchecked import as_findings
from frontlint.report.words import addressed, message_and_help
from frontlint.report.workflow import command

READER = Reader.SERVICE
MOST = 10
"""Annotations of one kind that GitHub shows for a step; it drops the others silently."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes annotations for the findings that are listed, and adds the table to `$GITHUB_STEP_SUMMARY`."""
    to = replace(to.from_repository(), max_findings=None)
    accepted = notices(outcome, sources, to)
    lost = as_findings(outcome, sources)
    to.write("".join(_annotations(lost, outcome, sources, to)))
    for severity in Severity:
        found = [finding for finding in outcome.listed() if finding.severity is severity]
        if severity is Severity.INFO:  # both are notices: what a change accepted matters more
            to.write("".join(_annotations(accepted, outcome, sources, to, TITLE)))
            room = MOST - min(len(accepted), MOST)
            to.write("".join(_annotations(found, outcome, sources, to, most=room)))
        else:
            room = MOST - min(len(lost), MOST - 1) if severity is Severity.ERROR else MOST
            to.write("".join(_annotations(found, outcome, sources, to, most=room)))
    summary = to.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        in_utf8 = replace(to, glyphs=Glyphs())
        add_to_summary(Path(summary), pieces(outcome, sources, in_utf8))


def _annotations(
    found: Sequence[Finding],
    outcome: Outcome,
    sources: Sources,
    to: Output,
    kind: str = "",
    most: int = MOST,
) -> Iterator[str]:
    shown = in_order(found, outcome.changed or frozenset())[:most]
    for number, finding in enumerate(shown, 1):
        text = message_and_help(finding)
        if number == most and len(found) > most:
            text += f"\n{_others(len(found) - most, finding.severity)}"
        title = f"{kind}: {finding.rule}" if kind else finding.rule
        properties = {**_properties(finding, sources, to), "title": title}
        yield command(_COMMANDS[finding.severity], properties, text)


def in_order(found: Sequence[Finding], changed: frozenset[str]) -> list[Finding]:
    """What GitHub should show first: changed pages, then one finding of every other page, then the rest."""
    seen: set[str] = set()
    ranks: list[int] = []
    for finding in found:
        ranks.append(0 if finding.path in changed else 1 if finding.path not in seen else 2)
        seen.add(finding.path)
    return [found[at] for at in sorted(range(len(found)), key=ranks.__getitem__)]


def _properties(finding: Finding, sources: Sources, to: Output) -> dict[str, object]:
    """GitHub refuses columns where an annotation spans lines."""
    place = printed_region(sources.get(finding.path), finding.span)
    columns = {"col": place.column, "endColumn": place.end_column} if place.on_one_line else {}
    return {
        "file": addressed(to.display(finding.path)),
        "line": place.line,
        "endLine": place.end_line,
        **columns,
    }


def _others(count: int, severity: Severity) -> str:
    word = "minor problem" if severity is Severity.INFO else severity.value
    return f"There {'is' if count == 1 else 'are'} {plural(count, word)} more: see the summary of this job."
