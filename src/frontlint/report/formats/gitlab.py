"""The format `gitlab`: a code quality report, which GitLab shows in a merge request."""

from __future__ import annotations

from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Severity
from frontlint.findings.fingerprint import unique_fingerprints
from frontlint.report.accepted import notices
from frontlint.report.ascii_json import Json, items
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.region import printed_region
from frontlint.report.unchecked import as_findings
from frontlint.report.words import addressed, message, message_and_help

READER = Reader.PROGRAM
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes one array with an issue for every finding, and one for all that a change accepted.

    GitLab tells by the fingerprint which findings a merge request brings: it drops the second of two equal
    ones, and takes a moved one for new if the line counts.
    """
    to = to.from_repository()
    listed = (*as_findings(outcome, sources), *outcome.findings, *notices(outcome, sources, to))
    found = zip(listed, unique_fingerprints(listed, sources), strict=True)
    to.write(items([_issue(finding, fingerprint, sources, to) for finding, fingerprint in found]) + "\n")


def _issue(finding: Finding, fingerprint: str, sources: Sources, to: Output) -> Json:
    place = printed_region(sources.get(finding.path), finding.span)
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": message(finding),
        "content": {"body": message_and_help(finding)},
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": {
            "path": addressed(to.display(finding.path)),
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
