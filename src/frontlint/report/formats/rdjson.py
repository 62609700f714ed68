"""The format `rdjson`: a DiagnosticResult of reviewdog, which brings findings into any code review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontlint.base.sources import Sources
from frontlint.base.span import Region, Span
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Severity
from frontlint.report.accepted import notices
from frontlint.report.ascii_json import Json, document, encode, items
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.region import byte_region
from frontlint.report.unchecked import as_findings
from frontlint.report.words import addressed, message_and_help, rule_url

if TYPE_CHECKING:
    from frontlint.report.fixes import Edits

READER = Reader.PROGRAM
_LINES = 60
"""Lines that a suggestion replaces at most: a review shows all of them."""
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes one JSON document; columns count bytes of UTF-8, as reviewdog's definition has it.

    It holds no field that is younger than the format: reviewdog refuses a report with one it does not know,
    and `related_locations` came late.
    """
    to = to.from_repository()
    lost = as_findings(outcome, sources)
    worst = Severity.ERROR if lost else outcome.worst()
    edits = _edits_of(outcome, sources)
    found = (*lost, *outcome.findings, *notices(outcome, sources, to))
    parts = {
        "source": encode({"name": "frontlint", **_link("url", outcome.docs_url)}),
        **({"severity": encode(_SEVERITIES[worst])} if worst else {}),
        "diagnostics": items(
            [
                {
                    **_diagnostic(finding, outcome.docs_url, sources, to),
                    **_suggestions(finding, outcome, edits),
                }
                for finding in found
            ]
        ),
    }
    to.write(document(parts) + "\n")


def _diagnostic(finding: Finding, docs_url: str | None, sources: Sources, to: Output) -> Json:
    return {
        "message": message_and_help(finding),
        "location": _location(finding.path, finding.span, sources, to),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule, **_link("url", rule_url(docs_url, finding.rule))},
    }


def _edits_of(outcome: Outcome, sources: Sources) -> tuple[Edits, Sources] | None:
    if not any(map(outcome.offers, outcome.findings)):
        return None
    from frontlint.report.fixes import Edits  # reads pages, and most runs have nothing to fix

    return Edits(sources, filter(outcome.offers, outcome.findings)), sources


def _suggestions(
    finding: Finding, outcome: Outcome, edits: tuple[Edits, Sources] | None
) -> dict[str, object]:
    """What a reviewer applies with one click: all of a fix, which must be in the finding's page alone."""
    if edits is None or not outcome.offers(finding):
        return {}
    from frontlint.report.fixes import as_one, span_of

    pages, source = edits[0].of(finding), edits[1].get(finding.path)
    if [page.path for page in pages] != [finding.path]:
        return {}
    place = byte_region(source, span_of(pages[0].edits))
    if place.end_line - place.line > _LINES:
        return {}
    return {"suggestions": [{"range": _range(place), "text": as_one(source, pages[0].edits).text}]}


def _link(key: str, url: str | None) -> dict[str, str]:
    return {} if url is None else {key: url}


def _location(path: str, span: Span, sources: Sources, to: Output) -> Json:
    return {"path": addressed(to.display(path)), "range": _range(byte_region(sources.get(path), span))}


def _range(place: Region) -> Json:
    return {
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }
