"""What the page phase makes of a page."""

from __future__ import annotations

from typing import NamedTuple

from frontlint.findings.finding import Finding
from frontlint.findings.ignore import Ignore
from frontlint.hugo.content.facts import PageFacts


class PageResult(NamedTuple):
    """What leaves the page phase: everything that later phases know of a page."""

    facts: PageFacts
    findings: tuple[Finding, ...] = ()
    ignores: tuple[Ignore, ...] = ()
