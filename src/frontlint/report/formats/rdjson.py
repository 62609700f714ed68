"""The format `rdjson`: a DiagnosticResult of reviewdog, which brings findings into any code review."""

from __future__ import annotations

from frontlint.base.sources import Sources
from frontlint.base.span import Span
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Severity
from frontlint.report.accepted import notices
from frontlint.report.ascii_json import Json, document, encode, items
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.region import byte_region
from frontlint.report.words import addressed, message_and_help, rule_url

READER = Reader.PROGRAM
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes one JSON document; columns count bytes of UTF-8, as reviewdog's definition has it.

    It holds no field that is younger than the format: reviewdog refuses a report with one it does not know,
    and `related_locations` came late.
    """
    to = to.from_repository()
    worst = outcome.worst()
    found = (*outcome.findings, *notices(outcome, sources, to))
    parts = {
        "source": encode({"name": "frontlint", **_link("url", outcome.docs_url)}),
        **({"severity": encode(_SEVERITIES[worst])} if worst else {}),
        "diagnostics": items([_diagnostic(finding, outcome.docs_url, sources, to) for finding in found]),
    }
    to.write(document(parts) + "\n")


def _diagnostic(finding: Finding, docs_url: str | None, sources: Sources, to: Output) -> Json:
    return {
        "message": message_and_help(finding),
        "location": _location(finding.path, finding.span, sources, to),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule, **_link("url", rule_url(docs_url, finding.rule))},
    }


def _link(key: str, url: str | None) -> dict[str, str]:
    return {} if url is None else {key: url}


def _location(path: str, span: Span, sources: Sources, to: Output) -> Json:
    line, column, end_line, end_column = byte_region(sources.get(path), span)
    return {
        "path": addressed(to.display(path)),
        "range": {
            "start": {"line": line, "column": column},
            "end": {"line": end_line, "column": end_column},
        },
    }
