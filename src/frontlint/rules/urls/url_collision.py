"""Two pages publish one URL.

Why: Hugo writes both pages to one file. The last one wins, which one changes from build to build, and
    Hugo says nothing.
Bad:
    # content/posts/plan.md
    slug: our-plan
    # content/posts/plan-of-last-year.md
    slug: our-plan
Good:
    # content/posts/plan.md
    slug: our-plan
    # content/posts/plan-of-last-year.md
    slug: our-plan-of-last-year
Note: Files are compared, not texts, after slugs, permalinks, cascades and languages. A page that Hugo makes
    without a file, such as the list of a section, counts as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.finding import Finding, Label, Severity
from frontlint.hugo.publication import Why
from frontlint.hugo.rivals import PAGES, Rivalry, page_name, place, rivalries
from frontlint.hugo.site import Site
from frontlint.rule import SiteRule
from frontlint.text.words import clip


class UrlCollision(SiteRule):
    """Pages against pages; Hugo's own redirect to the default language is written like a page."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each page with a file whose output file another page writes too."""
        for rivalry in rivalries(site.claims.values(), frozenset({Why.PAGE}), PAGES | {Why.REDIRECT}):
            claim = rivalry.claim
            where = place(claim)
            yield self.at(
                claim.page,
                where if where.route else where.span,
                f"{clip(claim.url, 40)} is also the URL of {_named(rivalry)}{rivalry.rest}",
                help="give one of the pages another slug or url",
                label="this page",
                related=tuple(
                    Label(str(other.page.path), place(other).span, "and this one publish the same file")
                    for other in rivalry.others
                    if other.page.path is not None and other.why is Why.PAGE
                ),
            )


def _named(rivalry: Rivalry) -> str:
    if rivalry.other.why is Why.REDIRECT:
        return "a redirect that Hugo writes itself"
    return page_name(rivalry.other.page)
