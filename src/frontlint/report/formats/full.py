"""The format `full`: every finding with the lines it points at, the reason and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from frontlint.base.record import NamedTuple
from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding
from frontlint.lint.rule import RuleInfo
from frontlint.report.fix_lines import FixLines
from frontlint.report.links import rule_name
from frontlint.report.order import chosen
from frontlint.report.output import Output
from frontlint.report.prose import fill, first_sentences
from frontlint.report.reader import Reader
from frontlint.report.snippet import Mark, Row, clamp, rows
from frontlint.report.style import Style
from frontlint.report.summary import summary

READER = Reader.PEOPLE
_INDENT = " " * 6
_OTHER_FILES = 6
"""Other files that one finding shows; an alias may be claimed by every page of a site."""


class _Block(NamedTuple):
    """What a finding shows of one file."""

    arrow: str
    place: str
    rows: list[Row]


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes the findings that are listed, then the summary. A rule's reason is at its first finding."""
    reported: set[tuple[str, str]] = set()
    listed = list(chosen(outcome, to))
    fixes = FixLines(sources, filter(outcome.offers, listed), to)
    for finding in listed:
        info = outcome.rules.get(finding.rule)
        reason = finding.why or (first_sentences(info.why) if info else "")
        notes = [("fix", finding.help)]
        if (finding.rule, reason) not in reported:
            reported.add((finding.rule, reason))
            notes = [("why", reason), *notes, ("more", _more(info))]
        edit = fixes.of(finding) if outcome.offers(finding) else ()
        to.write("\n".join([*_detail(finding, notes, outcome.docs_url, sources, to), *edit, "", ""]))
    if outcome.accepted_by_change():
        from frontlint.report.accepted import rows as accepted  # few changes accept anything

        to.write("".join([*accepted(outcome, sources, to), "\n"]))
    to.write(summary(outcome, to))


def _more(info: RuleInfo | None) -> str:
    return f"frontlint explain {info.name}" if info else ""


def _detail(
    finding: Finding, notes: list[tuple[str, str]], docs_url: str | None, sources: Sources, to: Output
) -> Iterator[str]:
    """The lines of one finding."""
    severity = to.paint(Style.of(finding.severity), finding.severity.value)
    first, *more = _message(finding, to)
    yield f"{severity} {rule_name(finding.rule, docs_url, to)}: {to.paint(Style.STRONG, first)}"
    yield from (_INDENT + to.paint(Style.STRONG, line) for line in more)
    blocks = list(_blocks(finding, sources, to))
    numbers = [row.number for block in blocks for row in block.rows if row.number]
    gutter = len(str(max(numbers, default=1)))
    empty = to.paint(Style.FRAME, " " * gutter + " |")
    for block in blocks:
        yield f"{' ' * gutter}{to.paint(Style.FRAME, block.arrow)} {block.place}"
        if block.rows:
            yield empty
            yield from (_framed(row, gutter, empty, to) for row in block.rows)
        if block.rows and (block is not blocks[-1] or any(text for _, text in notes)):
            yield empty
    yield from _notes(notes, " " * (gutter + 1), finding, to)


def _message(finding: Finding, to: Output) -> list[str]:
    """The message in lines: on a terminal it goes on below where the first line ends."""
    message = to.clean(finding.message)
    head = f"{finding.severity.value} {finding.rule}: "
    if to.width is None or len(head) + to.glyphs.width(message) <= to.width:
        return [message]
    lines = wrap(
        message,
        to.width,
        initial_indent=head,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    if not lines[0].startswith(head):
        return [message]
    return [lines[0][len(head) :], *(line[len(_INDENT) :] for line in lines[1:])]


def _notes(notes: list[tuple[str, str]], indent: str, finding: Finding, to: Output) -> Iterator[str]:
    files = len({label.path for label in finding.related} - {finding.path})
    if files > _OTHER_FILES:
        notes = [("also", f"{files - _OTHER_FILES} more files"), *notes]
    for name, text in notes:
        lines = fill(text, to, f"{indent}{name}: ")
        for at, line in enumerate(lines):
            head = to.paint(Style.NOTE, name + ":") if at == 0 else " " * (len(name) + 1)
            yield f"{indent}{head} {line}".rstrip()


def _blocks(finding: Finding, sources: Sources, to: Output) -> Iterator[_Block]:
    """The finding's own file first, then the others that its labels name."""
    own = Mark(finding.span, finding.label, "^", Style.of(finding.severity))
    by_path: dict[str, list[Mark]] = {finding.path: [own]}
    for label in finding.related:
        by_path.setdefault(label.path, []).append(Mark(label.span, label.text, "-", Style.RELATED))
    shown = list(by_path.items())[: _OTHER_FILES + 1]
    room = to.columns - len(f"{_last_line(shown, sources)} | ")
    for path, marks in shown:
        source = sources.get(path)
        line, column = source.lines.line_column(clamp(marks[0].span, source.text).start)
        arrow = "-->" if path == finding.path else ":::"
        yield _Block(
            arrow,
            f"{to.shown(path)}:{line}:{column}",
            rows(source, marks, to, room) if sources.shows(path) else [],
        )


def _last_line(shown: Sequence[tuple[str, Sequence[Mark]]], sources: Sources) -> int:
    """The highest line number that may be in the gutter."""
    ends = [
        sources.get(path).lines.line_column(clamp(mark.span, sources.get(path).text).end)[0]
        for path, marks in shown
        for mark in marks
    ]
    return max(ends)


def _framed(row: Row, gutter: int, empty: str, to: Output) -> str:
    if row.is_gap:
        return to.paint(Style.FRAME, row.text)
    head = empty if row.number is None else to.paint(Style.FRAME, f"{row.number:>{gutter}} |")
    return f"{head} {row.text}" if row.text else head
