"""What the page phase makes of a page."""

from __future__ import annotations

from typing import NamedTuple

from frontlint.finding import Finding
from frontlint.hugo.facts import PageFacts
from frontlint.ignore import Ignore


class PageResult(NamedTuple):
    """What leaves the page phase: everything that later phases know of a page."""

    facts: PageFacts
    findings: tuple[Finding, ...] = ()
    ignores: tuple[Ignore, ...] = ()
