"""What the page phase makes of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Finding
from frontlint.findings.ignore import Ignore
from frontlint.hugo.content.facts import PageFacts

if TYPE_CHECKING:
    from frontlint.website.facts import WebsiteFacts  # most sites have none


class PageResult(NamedTuple):
    """What leaves the page phase: everything that later phases know of a page.

    `website` is None for a page without the website's own keys.
    """

    facts: PageFacts
    findings: tuple[Finding, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    website: WebsiteFacts | None = None
