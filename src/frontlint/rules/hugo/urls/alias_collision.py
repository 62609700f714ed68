"""Let one page alone claim an alias.

Why: Hugo writes one redirect page for both and the last one wins, without a word. The visitors of the other
    page end up in the wrong place.
Bad:
    # content/posts/plan.md
    aliases:
      - /plan
    # content/posts/plan-of-last-year.md
    aliases:
      - /plan/
Good:
    # content/posts/plan.md
    aliases:
      - /plan
    # content/posts/plan-of-last-year.md
    aliases:
      - /plan-of-last-year
Note: Where a page has the address as its own URL, `alias-shadows-page` says so instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.phrases import clip
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint.rule import SiteRule
from frontlint.site.alias_syntax import Flaw, flaw
from frontlint.site.collisions import PAGES, REDIRECTS, Collision, page_name, place, rivalries
from frontlint.site.model import Site


class AliasCollision(SiteRule):
    """Redirects against redirects."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each alias that another page has too."""
        groups = (group for group in site.claims.values() if _is_between_redirects(group))
        for rivalry in rivalries(groups, frozenset({ClaimKind.ALIAS}), REDIRECTS):
            alias = place(rivalry.claim)
            if flaw(alias.value) is Flaw.EMPTY or _is_the_same(rivalry):
                continue
            yield self.at(
                rivalry.claim.page,
                alias,
                f"{clip(alias.value, 40)} is also {_claimed(rivalry)}{rivalry.rest}",
                help="remove the alias from the page that should not own it",
                label="this alias",
                related=tuple(
                    Label(str(other.page.path), place(other).span, "and this one publish the same redirect")
                    for other in rivalry.others
                    if other.alias is not None
                ),
            )


def _is_between_redirects(group: tuple[Claim, ...]) -> bool:
    return not any(claim.why in PAGES and claim.page.certain for claim in group)


def _is_the_same(rivalry: Collision) -> bool:
    """An alias that does what a redirect of Hugo's own does, such as `/en/` on the home page."""
    return rivalry.other.why is ClaimKind.REDIRECT and rivalry.other.to == rivalry.claim.to


def _claimed(rivalry: Collision) -> str:
    if rivalry.other.why is ClaimKind.REDIRECT:
        return "a redirect that Hugo writes itself"
    return f"an alias of {page_name(rivalry.other.page, beside=rivalry.claim.page)}"
