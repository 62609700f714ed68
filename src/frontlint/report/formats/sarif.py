"""The format `sarif`: SARIF 2.1.0, for GitHub's code scanning, Azure and viewers in editors."""

from __future__ import annotations

from urllib.parse import quote

from frontlint import __version__
from frontlint.doc.route import to_pointer
from frontlint.engine.crash import INTERNAL
from frontlint.engine.fingerprint import unique_fingerprints
from frontlint.engine.outcome import Outcome, Sources
from frontlint.finding import Finding, Label
from frontlint.report.ascii_json import Json, document, encode, items
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.region import region
from frontlint.report.sarif_rules import LEVELS, descriptors, plain
from frontlint.report.words import clean, message_and_help
from frontlint.text.span import Span

READER = Reader.PROGRAM
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "REPOSITORYROOT"
_FINGERPRINT = "frontlintFingerprint/v1"


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes one log with one run; a result is a line of it."""
    to = to.from_repository()
    names = sorted({finding.rule for finding in outcome.findings})
    prints = unique_fingerprints(outcome.findings, sources)
    results = [
        _result(finding, names.index(finding.rule), fingerprint, sources, to)
        for finding, fingerprint in zip(outcome.findings, prints, strict=True)
    ]
    run = {
        "tool": encode({"driver": _driver(names, outcome, to)}),
        "automationDetails": encode({"id": _category(to)}),
        "invocations": encode([_invocation(outcome)]),
        "originalUriBaseIds": encode({_ROOT: {"description": {"text": "The repository's root."}}}),
        "columnKind": encode("unicodeCodePoints"),
        "newlineSequences": encode(["\r\n", "\n", "\r"]),
        "results": items(results),
    }
    log = {"$schema": encode(SCHEMA), "version": encode("2.1.0"), "runs": f"[{document(run)}]"}
    to.write(document(log) + "\n")


def _driver(names: list[str], outcome: Outcome, to: Output) -> Json:
    return {
        "name": "frontlint",
        "version": __version__,
        "semanticVersion": __version__,
        **({"informationUri": outcome.docs_url} if outcome.docs_url else {}),
        "rules": descriptors(names, outcome, to),
    }


def _category(to: Output) -> str:
    """What tells the sites of a repository apart: GitHub takes new results of a category for all of it."""
    project = to.display("").strip("/.")
    return f"frontlint/{project}/" if project else "frontlint/"


def _invocation(outcome: Outcome) -> Json:
    notes = [{"level": "note", "message": {"text": plain(clean(note))}} for note in outcome.notes]
    failed = any(finding.rule == INTERNAL for finding in outcome.findings)
    return {"executionSuccessful": not failed, "toolConfigurationNotifications": notes}


def _result(finding: Finding, index: int, fingerprint: str, sources: Sources, to: Output) -> Json:
    field = {} if finding.field is None else {"properties": {"field": to_pointer(finding.field)}}
    related = [
        {"id": at, **_location(label, sources, to), "message": {"text": plain(clean(label.text))}}
        for at, label in enumerate(finding.related)
    ]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": plain(message_and_help(finding))},
        "locations": [_location(finding, sources, to)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        **field,
    }


def _location(at: Finding | Label, sources: Sources, to: Output) -> dict[str, object]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(to.display(at.path)), "uriBaseId": _ROOT},
            "region": _region(at.path, at.span, sources),
        }
    }


def _region(path: str, span: Span, sources: Sources) -> Json:
    place = region(sources.get(path), span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _uri(path: str) -> str:
    """A relative URI; a file name need not be Unicode."""
    return quote(path, errors="surrogateescape")
