"""The format `json`: everything a run found, as `schemas/report.schema.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from frontlint import __version__
from frontlint.doc.route import to_pointer
from frontlint.engine.outcome import Outcome, Sources
from frontlint.finding import Finding, Label, Severity
from frontlint.report.output import Output
from frontlint.report.snippet import clamp
from frontlint.report.tally import count_fixable
from frontlint.text.span import Span

Json = Mapping[str, object]


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes one JSON document, in ASCII, so that it passes through any pipe; a finding is a line of it.

    The document is put together here because `json.dumps` falls back to its slow encoder for an indent.
    """
    encode = json.JSONEncoder().encode
    parts = {
        "schema_version": "1",
        "tool": encode({"name": "frontlint", "version": __version__}),
        "summary": encode(_summary(outcome)),
        "findings": _lines([encode(_finding(finding, sources, to)) for finding in outcome.findings]),
    }
    to.write("{\n" + ",\n".join(f'  "{key}": {value}' for key, value in parts.items()) + "\n}\n")


def _lines(items: Sequence[str]) -> str:
    return "[\n    " + ",\n    ".join(items) + "\n  ]" if items else "[]"


def _summary(outcome: Outcome) -> Json:
    return {
        "pages": outcome.pages,
        "errors": outcome.count(Severity.ERROR),
        "warnings": outcome.count(Severity.WARNING),
        "info": outcome.count(Severity.INFO),
        "fixable": count_fixable(outcome.findings),
        "suppressed": outcome.suppressed + outcome.accepted,
        "seconds": round(outcome.seconds, 3),
    }


def _finding(finding: Finding, sources: Sources, to: Output) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "path": to.display(finding.path),
        "field": None if finding.field is None else to_pointer(finding.field),
        **_place(finding.path, finding.span, sources),
        "related": [_label(label, sources, to) for label in finding.related],
        "fix": None,
    }


def _label(label: Label, sources: Sources, to: Output) -> Json:
    return {
        "path": to.display(label.path),
        **_place(label.path, label.span, sources),
        "message": label.text,
    }


def _place(path: str, span: Span, sources: Sources) -> Json:
    lines = sources.get(path).lines
    inside = clamp(span, lines.text)
    line, column = lines.line_column(inside.start)
    last, end = lines.line_column(inside.end)
    return {"start": {"line": line, "column": column}, "end": {"line": last, "column": end}}
