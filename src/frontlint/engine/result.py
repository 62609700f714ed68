"""What the phases of a run hand on: the result of a page, what was found, what is known of the site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from frontlint.base.record import NamedTuple

if TYPE_CHECKING:
    from frontlint.engine.base import Review
    from frontlint.findings.finding import Finding
    from frontlint.findings.ignore import Ignore, SilencedFinding
    from frontlint.hugo.content.facts import PageFacts
    from frontlint.website.facts import WebsiteFacts


class PageResult(NamedTuple):
    """What leaves the page phase: everything that later phases know of a page.

    `website` is None for a page without the website's own keys.
    """

    facts: PageFacts
    findings: tuple[Finding, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    website: WebsiteFacts | None = None


class RawFindings(NamedTuple):
    """What the rules found in the pages and in the site, before the settings and the authors have their say.

    Only pages that were asked for at some time have their own findings (see `Stamp.checked`). `ignores`
    are those of all pages.
    """

    by_page: tuple[Finding, ...]
    by_site: tuple[Finding, ...]
    ignores: tuple[Ignore, ...]


class Overview(NamedTuple):
    """What is known of the whole site besides its findings.

    `notes` are those that its pages bring, `unread` the pages of which the rest was not checked. `rendered`
    is what its templates say, None where nothing hangs on them (`Site.template_answers`); `lone` are the keys
    that they were asked about. Until `until`, in seconds since 1970, Hugo publishes the same of the same
    files; None is for ever. `closed` are the taxonomies in which each term needs a page, by language, and
    `conventions` is how many files follow those of a website. `adapters` are programs among the files
    that make pages.
    """

    notes: tuple[str, ...]
    unread: frozenset[str]
    rendered: Sequence[Sequence[str]] | None
    lone: frozenset[str]
    until: float | None
    closed: frozenset[tuple[str, str]]
    conventions: int
    adapters: tuple[str, ...] = ()


class RunResult(NamedTuple):
    """What a run found: findings and notes as in `Outcome`, and the number of pages that were checked.

    `silenced` are the findings that authors ignore. `review` is what a run with a base knows of its change.
    `rendered` is what templates say (`Site.template_answers`), None where nothing hangs on it. From the
    moment `since` to before `until`, None for ever, Hugo publishes the same of the same files; in seconds
    since 1970. `unread` are the pages of the whole site that could not be read to the end of their front
    matter.
    """

    findings: tuple[Finding, ...]
    pages: int
    silenced: tuple[SilencedFinding, ...]
    notes: tuple[str, ...]
    rendered: Sequence[Sequence[str]] | None
    since: float
    until: float | None
    review: Review | None = None
    unread: tuple[str, ...] = ()
