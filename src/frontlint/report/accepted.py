"""What a change accepted, and which settings it touches, as the reports say it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frontlint.base.shown import shown_path
from frontlint.base.sources import Sources
from frontlint.base.span import Span
from frontlint.engine.outcome import Outcome, Suppression
from frontlint.findings.finding import Finding, Severity
from frontlint.report.output import Output
from frontlint.report.region import region, region_of, whole_line
from frontlint.report.style import Style
from frontlint.report.tally import plural
from frontlint.report.words import clean

TITLE = "accepted by this change"


def rows(outcome: Outcome, sources: Sources, to: Output) -> Iterator[str]:
    """A line for each thing that the change accepted: its place, the finding, and where it is accepted."""
    accepted = outcome.accepted_by_change()
    limit = len(accepted) if to.max_findings is None else to.max_findings
    for one in accepted[:limit]:
        at = as_finding(one, outcome, sources)
        place = region_of(at, sources)
        where = f"{to.shown(at.path)}:{place.line}:{place.column}"
        severity = f" {to.paint(Style.of(at.severity), at.severity.value)}" if one.finding else ""
        rule = to.paint(Style.STRONG, to.clean(one.rule))
        said = to.clean(f"{what(one)} ({by_what(one, outcome, sources, to)})")
        yield f"{where}: {TITLE}:{severity} {rule}: {said}\n"
    if len(accepted) > limit:
        yield f"{plural(len(accepted) - limit, 'more problem')} {TITLE}\n"


def as_finding(one: Suppression, outcome: Outcome, sources: Sources) -> Finding:
    """The finding that is accepted; what accepts nothing yet is one of severity info, where it is written."""
    if one.finding is not None:
        return one.finding
    path, span = written_at(one, outcome, sources)
    return Finding(clean(one.rule), path, span, what(one), severity=Severity.INFO)


def notices(outcome: Outcome, sources: Sources, to: Output) -> list[Finding]:
    """A finding of severity info for each thing that the change accepted, for readers that know no other."""
    found: list[Finding] = []
    for one in outcome.accepted_by_change():
        at, by = as_finding(one, outcome, sources), by_what(one, outcome, sources, to)
        message = f"{TITLE} ({by}): {what(one)}"
        found.append(at._replace(message=message, help="", severity=Severity.INFO))
    return found


def what(one: Suppression) -> str:
    """What is accepted, in a sentence."""
    if one.finding is not None:
        return one.finding.message
    if one.by_comment:
        return "this comment accepts nothing yet"
    return f"this line for {one.path} accepts nothing yet"


def by_what(one: Suppression, outcome: Outcome, sources: Sources, to: Output) -> str:
    """The line of the baseline or of the comment, and the reason that is written there."""
    path, span = written_at(one, outcome, sources)
    line = region(sources.get(path), span).line
    reason = reason_of(one, sources)
    return f"{to.display(path)}:{line}" + (f", {reason}" if reason else "")


def reason_of(one: Suppression, sources: Sources) -> str:
    """The author's reason, empty where there is none."""
    if one.span is None:
        return one.reason
    from frontlint.engine.silence import reason_at  # brings all that reads ignores

    return reason_at(sources.get(one.path).text, one.span.end)


def written_at(one: Suppression, outcome: Outcome, sources: Sources) -> tuple[str, Span]:
    """Where it is accepted: a file, by its path from the project, and the place in it."""
    if one.span is not None or one.file is None:
        return one.path, one.span or Span(0, 0)
    path = from_project(one.file, outcome.project)
    return path, whole_line(sources.get(path), one.number)


def from_project(file: Path, project: Path) -> str:
    """A file's path from the project, which may lead out of it."""
    return shown_path(file.absolute(), project.absolute())


def settings_note(outcome: Outcome, to: Output) -> str:
    """Which files of settings the change touches, empty where it touches none."""
    files = []
    for change in outcome.settings:
        moved = f" to {to.display(change.path)}" if change.path != change.old_path else ""
        files.append(f"{to.display(change.old_path)} was {change.how}{moved}")
    return f"this change edits settings: {', '.join(files)}" if files else ""


def review_notes(outcome: Outcome, to: Output, max_accepted: int | None) -> Iterator[str]:
    """What a person should know of a change besides its findings."""
    note = settings_note(outcome, to)
    if note:
        yield to.clean(note)  # a file's name is somebody else's text
    count = len(outcome.accepted_by_change())
    if max_accepted is not None and outcome.changed is None:
        yield "--max-accepted counts nothing without --since or --staged"
    elif max_accepted is not None and count > max_accepted:
        yield f"this change accepts {plural(count, 'problem')}, and --max-accepted allows {max_accepted}"
