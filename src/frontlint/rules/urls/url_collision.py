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
    without a file, such as the list of a section, counts as well. Two terms of which Hugo makes one page,
    such as `Q&A` and `QA`, are told where they are used.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.finding import Finding, Label, Severity
from frontlint.hugo.kinds import Kind
from frontlint.hugo.publication import Claim, Why
from frontlint.hugo.rivals import PAGES, Rivalry, page_name, place, rivalries
from frontlint.hugo.site import Site, TermUse
from frontlint.rule import SiteRule
from frontlint.text.words import clip


class UrlCollision(SiteRule):
    """Pages against pages; Hugo's own redirect to the default language is written like a page."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each page with a file whose output file another page writes, and for each term."""
        groups = site.claims.values()
        for rivalry in rivalries(groups, frozenset({Why.PAGE}), PAGES | {Why.REDIRECT}):
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
        for group in groups:
            if len(group) > 1 and all(claim.page.kind is Kind.TERM for claim in group):
                yield from self._terms(site, group)

    def _terms(self, site: Site, group: tuple[Claim, ...]) -> Iterator[Finding]:
        """Terms such as `Q&A` and `QA`, whose pages Hugo makes: told where each is used first."""
        made = {claim.page.logical_path for claim in group if claim.why is Why.MADE and claim.page.certain}
        uses: dict[str, TermUse] = {}
        for use in site.term_uses:
            if use.logical_path in made and use.page.language == group[0].page.language:
                uses.setdefault(use.logical_path, use)
        first = list(uses.values())[:2]
        for use in uses.values() if len(first) > 1 else ():
            other = first[use is first[0]]
            yield self.at(
                use.page,
                use.term,
                f'the terms "{clip(use.term.value, 30)}" and "{clip(other.term.value, 30)}" publish one page',
                help="use one spelling, or give the terms pages with slugs of their own",
                label="this term",
                related=(Label(str(other.page.path), other.term.span, "and this one"),),
            )


def _named(rivalry: Rivalry) -> str:
    if rivalry.other.why is Why.REDIRECT:
        return "a redirect that Hugo writes itself"
    return page_name(rivalry.other.page, beside=rivalry.claim.page)
