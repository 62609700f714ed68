"""The format `json`: everything a run found, as `schemas/report.schema.json` describes it."""

from __future__ import annotations

from collections import Counter
from posixpath import normpath
from typing import TYPE_CHECKING

from frontlint import __version__
from frontlint.base.sources import Sources
from frontlint.base.span import Region, Span
from frontlint.engine.base import Change
from frontlint.engine.outcome import CheckedSite, Outcome, Suppression, Unchecked
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.frontmatter.route import to_pointer
from frontlint.report.accepted import reason_of, written_at
from frontlint.report.ascii_json import Json, document, encode, items
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.region import region, region_of

if TYPE_CHECKING:
    from frontlint.report.fixes import Edits

READER = Reader.PROGRAM
_COUNTS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "info"}


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes one JSON document; a finding is a line of it."""
    edits = _edits_of(outcome, sources)
    parts = {
        "schema_version": "1",
        "tool": encode({"name": "frontlint", "version": __version__}),
        "summary": encode(_summary(outcome)),
        "findings": items([_finding(finding, outcome, sources, to, edits) for finding in outcome.findings]),
        "accepted": items([_accepted(one, outcome, sources, to) for one in outcome.accepted_by_change()]),
        "settings": items([_setting(change, to) for change in outcome.settings]),
    }
    if outcome.sites:
        counts = Counter((outcome.site_of[finding], finding.severity) for finding in outcome.findings)
        parts["sites"] = items([_checked(one, counts, to) for one in outcome.sites])
        parts["unchecked"] = items([_unchecked(one) for one in outcome.unchecked])
    to.write(document(parts) + "\n")


def _summary(outcome: Outcome) -> Json:
    return {
        "pages": outcome.pages,
        "unread": outcome.unread,
        **{plural: outcome.count(severity) for severity, plural in _COUNTS.items()},
        "fixable": outcome.fixable() + (outcome.fixable(safe=False) if outcome.unsafe_fixes else 0),
        "suppressed": outcome.suppressed + outcome.accepted,
        "accepted": len(outcome.accepted_by_change()),
        "seconds": round(outcome.seconds, 3),
    }


def _accepted(one: Suppression, outcome: Outcome, sources: Sources, to: Output) -> Json:
    """What the change under review accepted, where, and by what."""
    file, span = written_at(one, outcome, sources)
    return {
        "by": "comment" if one.by_comment else "baseline",
        "rule": one.rule,
        "path": to.display(one.path),
        "reason": reason_of(one, sources),
        "accepted_in": {"path": to.display(file), **_place(file, span, sources)},
        "finding": None if one.finding is None else _finding(one.finding, outcome, sources, to),
    }


def _setting(change: Change, to: Output) -> Json:
    """A file of settings that the change touches."""
    renamed = change.path != change.old_path
    return {
        "path": to.display(change.path),
        "how": change.how.value,
        "old_path": to.display(change.old_path) if renamed else None,
    }


def _checked(one: CheckedSite, counts: Counter[tuple[str, Severity]], to: Output) -> Json:
    """A site of several, and what it counts to the summary."""
    found = {plural: counts[one.site, severity] for severity, plural in _COUNTS.items()}
    return {"site": _site(one.site, to), "pages": one.pages, **found}


def _site(site: str, to: Output) -> str:
    """The folder of a site from the current folder."""
    return normpath(to.display(site))


def _unchecked(one: Unchecked) -> Json:
    """A site that could not be checked."""
    return {"site": one.site, "message": one.message, "path": one.path, "line": one.line}


def _edits_of(outcome: Outcome, sources: Sources) -> Edits | None:
    if not any(finding.fix for finding in outcome.findings):
        return None
    from frontlint.report.fixes import Edits  # reads pages, and most runs have nothing to fix

    return Edits(sources, outcome.findings)


def _fix(finding: Finding, sources: Sources, to: Output, edits: Edits | None) -> Json | None:
    fix = finding.fix
    some = edits.of(finding) if edits is not None else ()
    if fix is None or not some:
        return None
    rows = [
        {"path": to.display(page.path), **_place(page.path, span, sources), "text": text}
        for page in some
        for span, text in page.edits
    ]
    outputs = {name: list(files) for name, files in fix.outputs._asdict().items()}
    return {"title": fix.title, "safe": fix.safe, "edits": rows, "outputs": outputs}


def _finding(
    finding: Finding, outcome: Outcome, sources: Sources, to: Output, edits: Edits | None = None
) -> Json:
    site = outcome.site_of.get(finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "path": to.display(finding.path),
        "field": None if finding.field is None else to_pointer(finding.field),
        **_at(region_of(finding, sources)),
        "related": [_label(label, sources, to) for label in finding.related],
        "fix": _fix(finding, sources, to, edits),
        **({"site": _site(site, to)} if site else {}),
    }


def _label(label: Label, sources: Sources, to: Output) -> Json:
    return {
        "path": to.display(label.path),
        **_place(label.path, label.span, sources),
        "message": label.text,
    }


def _place(path: str, span: Span, sources: Sources) -> Json:
    return _at(region(sources.get(path), span))


def _at(place: Region) -> Json:
    return {
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }
