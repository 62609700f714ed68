"""Publish each page at a URL of its own.

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
    without a file, such as the list of a section, counts as well, and so do RSS and other output formats: a
    section at `/list.html` has its feed in the same file. Two terms of which Hugo makes one page,
    such as `Q&A` and `QA`, are told where they are used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.phrases import clip, contrast
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.hugo.values.kinds import Kind
from frontlint.lint.rule import SiteRule
from frontlint.site.collisions import PAGES, Collision, PageKey, page_key, page_name, place, rivalries
from frontlint.site.model import Site
from frontlint.site.terms import TermUse


class UrlCollision(SiteRule):
    """Pages against pages; Hugo's own redirect to the default language is written like a page."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each page with a file whose output file another page writes, and for each term."""
        groups = site.claims.values()
        uses = _first_uses(site)
        for rivalry in rivalries(groups, frozenset({ClaimKind.PAGE}), PAGES | {ClaimKind.REDIRECT}):
            claim = rivalry.claim
            where = place(claim)
            yield self.at(
                claim.page,
                where if where.route else where.span,
                f"{clip(claim.url, 40)} is also the URL of {_named(rivalry)}{rivalry.rest}",
                help=_advice(rivalry.other),
                label="this page",
                related=tuple(label for other in rivalry.others for label in _labels(other, uses)),
            )
        for group in groups:
            if len(group) > 1 and all(claim.why is ClaimKind.MADE and claim.page.certain for claim in group):
                yield from self._terms(group, uses)
        for group in site.format_clashes:
            yield from self._formats(group)

    def _formats(self, group: tuple[Claim, ...]) -> Iterator[Finding]:
        """A page whose `url` is one file for several formats; the feed of a page where another page is."""
        of_page: dict[PageKey, list[Claim]] = {}
        for claim in group:
            of_page.setdefault(page_key(claim.page), []).append(claim)
        for claims in of_page.values():
            if len(claims) > 1 and claims[0].page.path is not None and claims[0].page.certain:
                names = " and ".join(claim.format for claim in claims)
                where = place(claims[0])
                yield self.at(
                    claims[0].page,
                    where if where.route else where.span,
                    f"{clip(claims[0].url, 40)} is one file for {names}, and one of them is lost",
                    help="end the url with a slash, or set outputs to one format",
                    label="this url",
                )
        for rivalry in rivalries(
            [group], frozenset({ClaimKind.PAGE, ClaimKind.FORMAT}), PAGES | {ClaimKind.FORMAT}
        ):
            where = place(rivalry.claim)
            yield self.at(
                rivalry.claim.page,
                where if where.route else where.span,
                f"{clip(rivalry.claim.url, 40)} is also the {rivalry.other.format} of "
                f"{_named(rivalry)}{rivalry.rest}",
                help="give one of the pages another slug or url, or other outputs",
                label="this page",
            )

    def _terms(self, group: tuple[Claim, ...], uses: Mapping[PageKey, TermUse]) -> Iterator[Finding]:
        """Terms such as `Q&A` and `QA`, whose pages Hugo makes: told where each is used first."""
        keys = dict.fromkeys(page_key(claim.page) for claim in group)
        found = [uses[key] for key in keys if key in uses]
        for use in found if len(found) > 1 else ():
            other = found[use is found[0]]
            one, two = contrast(use.term.value, other.term.value, 30)
            yield self.at(
                use.page,
                use.term,
                f'the terms "{one}" and "{two}" publish one page',
                help="use one spelling, or give the terms pages with slugs of their own",
                label="this term",
                related=(Label(str(other.page.path), other.term.span, "and this one"),),
            )


def _first_uses(site: Site) -> Mapping[PageKey, TermUse]:
    """Where the term of each page is used first, as far as several claim what it publishes."""
    rivals = {page_key(claim.page) for group in site.claims.values() if len(group) > 1 for claim in group}
    uses: dict[PageKey, TermUse] = {}
    for use in site.terms.uses(
        term for term in site.terms.users if (term.language, term.logical_path) in rivals
    ):
        uses.setdefault((use.page.language, use.logical_path), use)
    return uses


def _labels(other: Claim, uses: Mapping[PageKey, TermUse]) -> Iterator[Label]:
    """The other page; where Hugo makes it, the term that it is made for."""
    use = uses.get(page_key(other.page))
    if other.page.path is not None and other.why is ClaimKind.PAGE:
        yield Label(other.page.path, place(other).span, "and this one publish the same file")
    elif use is not None and use.page.path is not None:
        yield Label(use.page.path, use.term.span, "this term makes Hugo publish the other page")


def _advice(other: Claim) -> str:
    if other.page.path is None and other.page.kind is Kind.TERM:
        return "give this page another slug or url, or take the term out where it is used"
    return "give one of the pages another slug or url"


def _named(rivalry: Collision) -> str:
    if rivalry.other.why is ClaimKind.REDIRECT:
        return "a redirect that Hugo writes itself"
    return page_name(rivalry.other.page, beside=rivalry.claim.page)
