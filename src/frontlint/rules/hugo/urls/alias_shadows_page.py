"""Keep the URL of another page out of the aliases.

Why: Hugo writes the redirect and the page to one file. Sometimes the redirect replaces the page, and Hugo
    does not warn of it, not even with --printPathWarnings.
Bad:
    # content/posts/plan.md
    title: The plan
    # content/posts/plan-of-last-year.md
    aliases:
      - /posts/plan/
Good:
    # content/posts/plan.md
    title: The plan
    # content/posts/plan-of-last-year.md
    aliases:
      - /posts/the-plan-of-last-year/
Note: A warning where the page has no file, such as the list of a section: there the author may well want the
    redirect, but has to tell Hugo not to write the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.phrases import clip
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.hugo.pages.publication import ClaimKind, SitePage
from frontlint.lint.rule import SiteRule
from frontlint.site.alias_syntax import Flaw, flaw
from frontlint.site.collisions import PAGES, Collision, page_name, place, rivalries
from frontlint.site.model import Site


class AliasShadowsPage(SiteRule):
    """Redirects against pages; the finding stands on the alias, because the page does nothing wrong."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each alias that leads to a place where a page is."""
        for rivalry in rivalries(site.claims.values(), frozenset({ClaimKind.ALIAS}), PAGES):
            alias, page = place(rivalry.claim), rivalry.other.page
            name = page_name(page, beside=rivalry.claim.page)
            if flaw(alias.value) is Flaw.EMPTY:
                continue
            yield self.at(
                rivalry.claim.page,
                alias,
                f"{clip(alias.value, 44)} is the URL of {name}{rivalry.rest}",
                help=_advice(site, page),
                label="this alias",
                severity=Severity.ERROR if page.path else Severity.WARNING,
                related=_pages(rivalry),
            )


def _pages(rivalry: Collision) -> tuple[Label, ...]:
    return tuple(
        Label(other.page.path, place(other).span, "and this page are written to one file")
        for other in rivalry.others
        if other.page.path is not None
    )


def _advice(site: Site, page: SitePage) -> str:
    """How to be rid of the clash; the list of a section goes away when its own page says so."""
    if page.path is not None or page.logical_path == "/":
        return "remove the alias, or move one of the pages"
    file = site.file_of_branch(page.language, page.logical_path)
    return f"remove the alias, or create {file} with build: {{render: never}}"
