"""The list of rules, as a table for people and as JSON for tools."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum

from frontlint.base.phrases import listing
from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Severity
from frontlint.lint.rule import RuleInfo
from frontlint.report.applies import Applies
from frontlint.report.output import Output
from frontlint.report.table import Align, Column, table

_NAMED = 3  # rules below the table; the table has them all


class State(StrEnum):
    """Whether a rule is heard here."""

    ON = "on"
    OFF = "off"


class RuleRow(NamedTuple):
    """A rule as the settings have it: `severity` is that in force, which may differ from the rule's own.

    `applies` says whether the rule can find anything in the site at hand.
    """

    info: RuleInfo
    state: State
    severity: Severity
    applies: Applies


def write_table(rows: Iterable[RuleRow], to: Output) -> None:
    """Writes a line for each rule, in the order given."""
    titles = ["rule", "group", "scope", "severity", "here"]
    columns = [
        *(Column(title, Align.LEFT) for title in titles),
        Column("what it asks for", Align.LEFT, folds=True),
    ]
    shown = list(rows)
    to.write(table(columns, [_cells(row) for row in shown], to))
    for why in dict.fromkeys(row.applies.why for row in shown if row.applies.here is False):
        names = [row.info.name for row in shown if row.applies.here is False and row.applies.why == why]
        to.write(f"\nNothing here for {listing(names[:_NAMED], len(names[_NAMED:]))}: {to.clean(why)}.\n")


def write_json(rows: Iterable[RuleRow], to: Output) -> None:
    """Writes the list as one JSON document in ASCII."""
    report = {"schema_version": 1, "rules": [_entry(row) for row in rows]}
    to.write(json.dumps(report, indent=2) + "\n")


def _cells(row: RuleRow) -> list[str]:
    info = row.info
    here = "no page" if row.state is State.ON and row.applies.here is False else row.state.value
    return [info.name, info.group, info.scope.value, row.severity.value, here, info.summary]


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
