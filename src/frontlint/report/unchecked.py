"""The sites of a run that could not be checked, for reports that somebody reads without what is on stderr."""

from __future__ import annotations

from pathlib import Path

from frontlint.base.errors import placed
from frontlint.base.sources import Sources
from frontlint.base.span import Span
from frontlint.engine.outcome import Outcome, Unchecked
from frontlint.findings.finding import Finding, Severity
from frontlint.report.accepted import from_project
from frontlint.report.region import whole_line
from frontlint.report.words import clean

RULE = "site-not-checked"
"""What stands for the name of a rule: this is not a finding of one, and nothing hides it."""


def sentence(one: Unchecked) -> str:
    """Which site, and why; where to look, if that is known."""
    return clean(f"the site {one.site} was not checked: {placed(one.message, one.path, one.line)}")


def as_findings(outcome: Outcome, sources: Sources) -> list[Finding]:
    """An error for each, at the file to put right or the site's folder, for readers that know no other."""
    return [_finding(one, outcome, sources) for one in outcome.unchecked]


def _finding(one: Unchecked, outcome: Outcome, sources: Sources) -> Finding:
    path = from_project(Path(one.path or one.site), outcome.project)
    span = whole_line(sources.get(path), one.line) if one.path and one.line else Span(0, 0)
    return Finding(RULE, path, span, sentence(one), severity=Severity.ERROR)
