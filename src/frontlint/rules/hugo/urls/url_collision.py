"""Two pages must not share a URL.

Why: Hugo silently writes both pages to the same file. The last one wins, and which one that is changes from
    build to build.
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
Note: Two pages are one problem. It is shown at the page that you changed, or else at the newer one. The rule
    compares the published files, after slugs, permalinks, cascades and languages. A page that Hugo makes
    without a file, such as the list of a section, counts, too. So do RSS and other output formats: a section
    at `/list.html` has its feed in the same file. Two terms of which Hugo makes one page, such as `Q&A` and
    `QA`, are reported where they are used. So is a term such as `?`, of which the URL keeps nothing: its
    page replaces the list of all terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.hugo.values.gopath import normalize
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import Finding, Label, Severity, Site, SitePage, SiteRule, clip, code, contrast
from frontlint.lint.pairs import ReportedPairs, faced
from frontlint.site.ages import oldest_first
from frontlint.site.collisions import (
    PAGES,
    Collision,
    PageKey,
    page_key,
    page_name,
    place,
    rivalries,
    with_files,
)
from frontlint.site.terms import Term, TermUse

_LISTS = frozenset({Kind.HOME, Kind.SECTION, Kind.TAXONOMY})

PAGE = frozenset({ClaimKind.PAGE})
FORMATS = frozenset({ClaimKind.PAGE, ClaimKind.FORMAT})
_BY_HUGO = frozenset({ClaimKind.MADE, ClaimKind.REDIRECT})
_OTHER_OUTPUTS = "write another `slug`, `url` or `outputs` on one of the two pages"


class UrlCollision(SiteRule):
    """Pages against pages; Hugo's own redirect to the default language is written like a page."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each two pages with files, for each page against what Hugo makes, and for terms."""
        uses = _first_uses(site)
        reported: ReportedPairs = set()
        lost_told: set[PageKey] = set()
        for output, claims in site.shared_claims:
            lost = _lost_terms(claims, uses)
            group = tuple(claim for claim in claims if page_key(claim.page) not in lost) if lost else claims
            yield from self._over_lists(
                group, {key: use for key, use in lost.items() if key not in lost_told}
            )
            lost_told.update(lost)
            members = with_files(group, PAGE, site.config)
            if len(members) > 1:
                yield from faced(output, members, partial(self._face, uses), reported)
            elif len(group) > 1:
                yield from self._against_hugo(group, uses)
            if len(group) > 1 and all(claim.why is ClaimKind.MADE and claim.page.certain for claim in group):
                yield from self._terms(output, group, uses, site)
        for group in site.format_clashes:
            yield from self._formats(group, site, reported)

    def _over_lists(self, group: tuple[Claim, ...], lost: Mapping[PageKey, TermUse]) -> Iterator[Finding]:
        """Terms such as `?`, of which the URL keeps nothing: reported where each is used first."""
        for use in lost.values():
            over = next(claim for claim in group if claim.page.kind in _LISTS)
            term, url = code(use.term.value, 20), code(over.url, 22)
            yield self.at(
                use.page,
                use.term,
                f"the term {term} publishes {url}, which is {_list_of(over.page)}",
                help="write the term with letters or digits, or create its page with a `slug`",
                label="this term",
                related=tuple(_labels(over, {})),
            )

    def _face(self, uses: Mapping[PageKey, TermUse], claim: Claim, other: Claim) -> Finding:
        return self._at(
            claim,
            f"{code(claim.url)} is also the URL of {page_name(other.page, beside=claim.page)}",
            _advice(other),
            tuple(_labels(other, uses)),
        )

    def _against_hugo(self, group: tuple[Claim, ...], uses: Mapping[PageKey, TermUse]) -> Iterator[Finding]:
        """A page against the pages and redirects that Hugo makes; no other page has a file there."""
        for rivalry in rivalries([group], PAGE, PAGES | {ClaimKind.REDIRECT}):
            yield self._at(
                rivalry.claim,
                f"{code(rivalry.claim.url, 36)} is also the URL of {_named(rivalry)}{rivalry.rest}",
                _advice(rivalry.other),
                tuple(label for other in rivalry.others for label in _labels(other, uses)),
            )

    def _at(self, claim: Claim, message: str, help_: str, related: tuple[Label, ...] = ()) -> Finding:
        return self.at(claim.page, place(claim), message, help=help_, label="this page", related=related)

    def _formats(self, group: tuple[Claim, ...], site: Site, reported: ReportedPairs) -> Iterator[Finding]:
        """A page whose `url` is one file for several formats; the feed of a page where another page is."""
        of_page: dict[PageKey, list[Claim]] = {}
        for claim in group:
            of_page.setdefault(page_key(claim.page), []).append(claim)
        for claims in of_page.values():
            if len(claims) > 1 and claims[0].page.path is not None and claims[0].page.certain:
                names = clip(" and ".join(claim.format for claim in claims), 36)
                yield self.at(
                    claims[0].page,
                    place(claims[0]),
                    f"{code(claims[0].url, 36)} is one file for {names}, so one of them is lost",
                    help="end the `url` with a slash, or write one format, such as `outputs: [html]`",
                    label="this url",
                )
        members = with_files(group, FORMATS, site.config)
        if len(members) > 1:
            yield from faced(f"{group[0].output} of formats", members, self._format_face, reported)
            return
        for rivalry in rivalries([group], FORMATS, PAGES | {ClaimKind.FORMAT}):
            yield self._at(
                rivalry.claim,
                f"{code(rivalry.claim.url, 30)} is also the {clip(rivalry.other.format, 16)} of "
                f"{_named(rivalry)}{rivalry.rest}",
                _OTHER_OUTPUTS,
            )

    def _format_face(self, claim: Claim, other: Claim) -> Finding:
        name = page_name(other.page, beside=claim.page)
        return self._at(
            claim,
            f"{code(claim.url, 30)} is also the {clip(other.format, 16)} of {name}",
            _OTHER_OUTPUTS,
            tuple(_labels(other, {})),
        )

    def _terms(
        self, output: str, group: tuple[Claim, ...], uses: Mapping[PageKey, TermUse], site: Site
    ) -> Iterator[Finding]:
        """Terms such as `Q&A` and `QA`, whose pages Hugo makes: reported where each is used first."""
        keys = dict.fromkeys(page_key(claim.page) for claim in group)
        found = oldest_first((uses[key] for key in keys if key in uses), lambda use: use.page, site.config)
        yield from faced(f"{output} of terms", found, self._term_face, set())

    def _term_face(self, use: TermUse, other: TermUse) -> Finding:
        one, two = contrast(use.term.value, other.term.value, 30)
        return self.at(
            use.page,
            use.term,
            f"the terms {code(one, 30)} and {code(two, 30)} publish the same page",
            help=f"write {code(other.term.value, 60)}, or create a page with its own `slug` for each term",
            label="this term",
            related=(Label.at(other.page.path, other.term, "and this one"),),
        )


def _lost_terms(group: tuple[Claim, ...], uses: Mapping[PageKey, TermUse]) -> Mapping[PageKey, TermUse]:
    """The terms whose pages Hugo makes over a list that is not a term's, with their first uses."""
    if len(group) < 2 or not any(claim.page.kind in _LISTS and claim.page.certain for claim in group):
        return {}
    keys = (page_key(claim.page) for claim in group if _is_made_term(claim))
    return {key: uses[key] for key in keys if key in uses}


def _is_made_term(claim: Claim) -> bool:
    return claim.why is ClaimKind.MADE and claim.page.kind is Kind.TERM and claim.page.certain


def _list_of(page: SitePage) -> str:
    if page.kind is Kind.HOME:
        return "the home page"
    what = "terms of" if page.kind is Kind.TAXONOMY else "pages in"
    return f"the list of all {what} {code(page.logical_path.strip('/'), 14)}"


def _first_uses(site: Site) -> Mapping[PageKey, TermUse]:
    """Where the term of each page that Hugo makes is used first, as far as others claim what it publishes."""
    contested = {
        page_key(claim.page) for _, group in site.shared_claims for claim in group if claim.why in _BY_HUGO
    }
    uses: dict[PageKey, TermUse] = {}
    terms = site.terms.users if contested else ()
    for use in site.terms.uses(term for term in terms if _key(term) in contested):
        uses.setdefault(_key(use.of), use)
    return uses


def _key(term: Term) -> PageKey:
    """Language and logical path of the page that Hugo makes for a term: it keeps the slashes at the end."""
    if not term.text.endswith("/"):
        return term.language, term.logical_path
    return term.language, normalize(f"/{term.taxonomy.plural}/{term.text}")


def _labels(other: Claim, uses: Mapping[PageKey, TermUse]) -> Iterator[Label]:
    """The other page; where Hugo makes it, the term that it is made for."""
    use = uses.get(page_key(other.page))
    if other.page.path is not None and other.why in FORMATS:
        yield Label.at(other.page.path, place(other), "and this one publish the same file")
    elif use is not None:
        yield Label.at(use.page.path, use.term, "this term makes Hugo publish the other page")


def _advice(other: Claim) -> str:
    if other.page.path is None and other.page.kind is Kind.TERM:
        return "write another `slug` or `url` here, or delete the term from the pages that use it"
    return "write another `slug` or `url` on one of the two pages"


def _named(rivalry: Collision) -> str:
    if rivalry.other.why is ClaimKind.REDIRECT:
        return "a redirect that Hugo makes itself"
    return page_name(rivalry.other.page, beside=rivalry.claim.page)
