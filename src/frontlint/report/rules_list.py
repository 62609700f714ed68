"""The list of rules: for people by group, one line a rule; for tools as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Severity
from frontlint.lint.rule import RuleInfo
from frontlint.report.applies import Applies
from frontlint.report.output import Output
from frontlint.report.prose import cut, fill
from frontlint.report.style import Style

_INDENT = "  "
_LEAST = 12
"""Columns below which a summary is too short to help, and is left out."""


class State(StrEnum):
    """Whether a rule is heard here."""

    ON = "on"
    OFF = "off"


class RuleRow(NamedTuple):
    """A rule as the settings have it: `severity` is that in force, which may differ from the rule's own.

    `applies` says whether the rule can find anything in the site at hand, `off_by` who switched it off.
    """

    info: RuleInfo
    state: State
    severity: Severity
    applies: Applies
    off_by: str = ""

    @property
    def heard(self) -> bool:
        """Whether the rule is on and can find something here."""
        return self.state is State.ON and self.applies.here is True


def write_list(rows: Iterable[RuleRow], to: Output) -> None:
    """Writes the rules that are heard here by group, then the others, with what keeps them silent."""
    to = to.as_screen()
    to.write("".join(f"{line}\n" for line in _lines(list(rows), to)))


def write_json(rows: Iterable[RuleRow], to: Output) -> None:
    """Writes the list as one JSON document in ASCII."""
    report = {"schema_version": 1, "rules": [_entry(row) for row in rows]}
    to.write(json.dumps(report, indent=2) + "\n")


def _lines(rows: Sequence[RuleRow], to: Output) -> Iterator[str]:
    heard = [row for row in rows if row.heard]
    for group, members in groupby(heard, key=lambda row: row.info.group):
        yield to.paint(Style.STRONG, group)
        yield from _rows(list(members), to)
        yield ""
    off = [row for row in rows if row.state is State.OFF]
    for by in dict.fromkeys(row.off_by for row in off):
        yield from _apart("Off here", by, [row for row in off if row.off_by == by], to)
    rest = [row for row in rows if row.state is State.ON and not row.heard]
    for applies in dict.fromkeys(row.applies for row in rest):
        title = "Not for every site" if applies.here is None else "Nothing to check here"
        yield from _apart(title, applies.why, [row for row in rest if row.applies == applies], to)
    yield from _legend(rows, to)


def _apart(title: str, why: str, rows: Sequence[RuleRow], to: Output) -> Iterator[str]:
    """Rules that find nothing here, below the reason."""
    first, *more = fill(f"{title}: {why}" if why else title, to, "")
    yield to.paint(Style.STRONG, first)
    yield from more
    yield from _rows(rows, to)
    yield ""


def _rows(rows: Sequence[RuleRow], to: Output) -> Iterator[str]:
    """`E  name  summary`, cut where the line ends: nothing is broken into two lines."""
    width = max(len(row.info.name) for row in rows)
    room = to.columns - len(f"{_INDENT}E  {'':<{width}}  ")
    for row in rows:
        sign = to.paint(Style.of(row.severity), row.severity.value[0].upper())
        summary = cut(to.clean(row.info.summary), room) if room >= _LEAST else ""
        yield f"{_INDENT}{sign}  {row.info.name:<{width}}  {summary}".rstrip()


def _legend(rows: Sequence[RuleRow], to: Output) -> Iterator[str]:
    heard = sum(row.heard for row in rows)
    count = f"{len(rows)} rules" if len(rows) != 1 else "1 rule"
    of = "" if heard == len(rows) else f", {heard} of them apply here"
    text = f"{count}{of}. E is an error, W a warning, I info."
    yield from fill(text, to, "")
    yield from fill("`frontlint explain RULE` shows what a rule is about.", to, "")


def _entry(row: RuleRow) -> dict[str, object]:
    return {
        "name": row.info.name,
        "group": row.info.group,
        "scope": row.info.scope.value,
        "severity": row.severity.value,
        "fixable": row.info.fixable,
        "summary": row.info.summary,
        "enabled": row.state is State.ON,
        "applies": row.applies.here,
        "applies_because": row.applies.why,
    }
