"""The format `sarif`: SARIF 2.1.0, for GitHub's code scanning, Azure and viewers in editors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from frontlint import __version__
from frontlint.base.sources import Sources
from frontlint.base.span import Span
from frontlint.engine.internal_error import INTERNAL
from frontlint.engine.outcome import Outcome, Suppression
from frontlint.findings.finding import Finding, Label
from frontlint.findings.fingerprint import unique_fingerprints
from frontlint.frontmatter.route import to_pointer
from frontlint.report.accepted import TITLE, by_what, reason_of, settings_note, what, written_at
from frontlint.report.ascii_json import Json, document, encode, items
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.region import region
from frontlint.report.sarif_rules import LEVELS, descriptors, plain
from frontlint.report.unchecked import sentence
from frontlint.report.words import clean, message_and_help

if TYPE_CHECKING:
    from frontlint.report.fixes import PageEdits

READER = Reader.PROGRAM
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "REPOSITORYROOT"
_FINGERPRINT = "frontlintFingerprint/v1"


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes one log with one run; a result is a line of it."""
    to = to.from_repository()
    hidden = [one for one in outcome.suppressions if one.finding is not None]
    found = (*outcome.findings, *(one.finding for one in hidden if one.finding is not None))
    names = sorted({finding.rule for finding in found})
    numbers = {name: at for at, name in enumerate(names)}
    prints = unique_fingerprints(found, sources)
    marks = [*({} for _ in outcome.findings), *(_suppressed(one, outcome, sources, to) for one in hidden)]
    fixes = _fixes_of(outcome, sources, to)
    results = [
        {**_result(finding, numbers[finding.rule], fingerprint, sources, to), **fixes(finding), **mark}
        for finding, fingerprint, mark in zip(found, prints, marks, strict=True)
    ]
    run = {
        "tool": encode({"driver": _driver(names, outcome, to)}),
        "automationDetails": encode({"id": _category(to)}),
        "invocations": encode([_invocation(outcome, sources, to)]),
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


def _invocation(outcome: Outcome, sources: Sources, to: Output) -> Json:
    notes_of_run = [*outcome.notes, *filter(None, [settings_note(outcome, to)]), *_idle(outcome, sources, to)]
    notes = [{"level": "note", "message": {"text": plain(clean(note))}} for note in notes_of_run]
    failed = bool(outcome.unchecked) or any(finding.rule == INTERNAL for finding in outcome.findings)
    notes += ({"level": "error", "message": {"text": plain(sentence(one))}} for one in outcome.unchecked)
    return {"executionSuccessful": not failed, "toolConfigurationNotifications": notes}


def _idle(outcome: Outcome, sources: Sources, to: Output) -> Iterator[str]:
    """What a change accepts without a finding, which would be no result."""
    for one in outcome.accepted_by_change():
        if one.finding is None:
            yield f"{TITLE} ({by_what(one, outcome, sources, to)}): {one.rule}, {what(one)}"


def _suppressed(one: Suppression, outcome: Outcome, sources: Sources, to: Output) -> Json:
    """What a result has besides where it does not count: the baseline is outside of a page."""
    path, span = written_at(one, outcome, sources)
    reason = clean(reason_of(one, sources))
    suppression = {
        "kind": "inSource" if one.by_comment else "external",
        "status": "accepted",
        **({"justification": plain(reason)} if reason else {}),
        "location": _location(Label(path, span, ""), sources, to),
    }
    return {"suppressions": [{**suppression, "properties": {"acceptedByThisChange": one.new}}]}


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


def _fixes_of(outcome: Outcome, sources: Sources, to: Output) -> Callable[[Finding], dict[str, object]]:
    """What gives the property `fixes` of a result."""
    if not any(map(outcome.offers, outcome.findings)):
        return lambda finding: {}
    from frontlint.report.fixes import Edits  # reads pages, and most runs have nothing to fix

    edits = Edits(sources, filter(outcome.offers, outcome.findings))

    def changes_of(finding: Finding) -> dict[str, object]:
        pages = edits.of(finding) if outcome.offers(finding) else ()
        changes = [_artifact_change(page, sources, to) for page in pages]
        if not changes or finding.fix is None:
            return {}
        return {
            "fixes": [
                {"description": {"text": plain(clean(finding.fix.title))}, "artifactChanges": changes},
            ]
        }

    return changes_of


def _artifact_change(page: PageEdits, sources: Sources, to: Output) -> Json:
    return {
        "artifactLocation": {"uri": _uri(to.display(page.path)), "uriBaseId": _ROOT},
        "replacements": [
            {
                "deletedRegion": _region(page.path, span, sources),
                **({"insertedContent": {"text": text}} if text else {}),
            }
            for span, text in page.edits
        ],
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
