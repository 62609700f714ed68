"""An alias must not be another page's URL.

Why: Hugo writes the redirect and the page to the same file. Sometimes the redirect replaces the page, and
    Hugo does not warn, not even with `--printPathWarnings`.
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
Note: This is a warning if the page has no file, such as the list of a section: the author may want the
    redirect, but must then tell Hugo not to write the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint import Finding, Severity, Site, SitePage, SiteRule, clip, code
from frontlint.lint.pairs import ReportedPairs, faced
from frontlint.site.ages import oldest_first
from frontlint.site.alias_syntax import Flaw, flaw
from frontlint.site.collisions import PAGES, Collision, label_at, page_name, place, rivalries

ALIAS = frozenset({ClaimKind.ALIAS})


class AliasShadowsPage(SiteRule):
    """Redirects against pages; reported at the alias, because the page does nothing wrong.

    Only if just the page is in the change or asked for, it is reported there.
    """

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each alias that leads to a place where a page is."""
        reported: ReportedPairs = set()
        for rivalry in rivalries((group for _, group in site.shared_claims), ALIAS, PAGES):
            if flaw(place(rivalry.claim).value) is Flaw.EMPTY:
                continue
            if rivalry.other.page.path is None:
                yield self._at_alias(site, rivalry.claim, rivalry)
                continue
            pages = oldest_first(_pages(rivalry), lambda claim: claim.page, site.config)
            claim = rivalry.claim
            problem = f"{claim.output} {claim.page.path} {claim.page.language} {claim.number}"
            yield from faced(problem, [*pages, claim], partial(self._face, site, rivalry), reported)

    def _face(self, site: Site, rivalry: Collision, claim: Claim, other: Claim) -> Finding | None:
        """Two pages at one address are for `url-collision`."""
        if (claim is rivalry.claim) is (other is rivalry.claim):
            return None
        if claim is rivalry.claim:
            return self._at_alias(site, claim, rivalry._replace(others=(other,)))
        return self.at(
            claim.page,
            place(claim),
            f"{code(claim.url)} is also an alias of {page_name(other.page, beside=claim.page)}",
            help=f"delete the alias `{clip(place(other).value, 60)}` in {other.page.path}",
            label="this page",
            related=(label_at(other, "and this alias are written to one file"),),
        )

    def _at_alias(self, site: Site, claim: Claim, rivalry: Collision) -> Finding:
        alias, page = place(claim), rivalry.other.page
        name = page_name(page, beside=claim.page)
        return self.at(
            claim.page,
            alias,
            f"the alias {code(alias.value, 32)} is the URL of {name}{rivalry.rest}",
            help=_advice(site, page, alias.value),
            label="this alias",
            severity=Severity.ERROR if page.path else Severity.WARNING,
            related=tuple(
                label_at(other, "and this page are written to one file") for other in _pages(rivalry)
            ),
        )


def _pages(rivalry: Collision) -> list[Claim]:
    return [other for other in rivalry.others if other.page.path is not None]


def _advice(site: Site, page: SitePage, alias: str) -> str:
    """How to end the clash; the list of a section goes away if its own page says so."""
    delete = f"delete the alias {code(alias, 60)}"
    if page.path is not None or page.logical_path == "/":
        return f"{delete}, or move one of the pages"
    file = site.file_of_branch(page.language, page.logical_path)
    return f"{delete}, or create {file} with `build: {{render: never}}`"
