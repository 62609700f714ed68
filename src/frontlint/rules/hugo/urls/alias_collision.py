"""Two pages must not share an alias.

Why: Hugo silently writes one redirect for both, and the last one wins. Visitors of the other page arrive in
    the wrong place.
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
Fix: Deletes the alias on the newer page, only on request: the redirect then leads to the other page.
Note: If a page has the address as its own URL, `alias-shadows-page` reports it instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint import Finding, Fix, Label, Outputs, Severity, Site, SiteRule, clip, code
from frontlint.lint.pairs import ReportedPairs, faced
from frontlint.site.alias_syntax import Flaw, flaw
from frontlint.site.collisions import (
    PAGES,
    REDIRECTS,
    Collision,
    label_at,
    page_name,
    place,
    rivalries,
    with_files,
)
from frontlint.site.entry_edits import without

ALIAS = frozenset({ClaimKind.ALIAS})


class AliasCollision(SiteRule):
    """Redirects against redirects."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each two pages with the alias, and for each alias that is a redirect of Hugo's."""
        reported: ReportedPairs = set()
        for output, group in site.shared_claims:
            if not _is_between_redirects(group):
                continue
            members = with_files(group, ALIAS, site.config, _is_empty)
            if len(members) > 1:
                yield from faced(output, members, self._face, reported)
                continue
            for rivalry in rivalries([group], ALIAS, REDIRECTS):
                if not _is_empty(rivalry.claim) and not _is_the_same(rivalry):
                    yield self._at(rivalry.claim, f"a redirect that Hugo makes itself{rivalry.rest}")

    def _face(self, claim: Claim, other: Claim) -> Finding:
        label = label_at(other, "and this one publish the same redirect")
        name = page_name(other.page, beside=claim.page)
        return self._at(claim, f"an alias of {name}", (label,), f", or in {other.page.path}")

    def _at(self, claim: Claim, other: str, related: tuple[Label, ...] = (), there: str = "") -> Finding:
        alias = place(claim)
        return self.at(
            claim.page,
            alias,
            f"{code(alias.value)} is also {other}",
            help=f"delete `{clip(alias.value, 70)}` here{there}",
            label="this alias",
            related=related,
            fix=self._left_to_the_other(claim),
        )

    def _left_to_the_other(self, claim: Claim) -> Fix | None:
        """Of two pages the engine shows the newer one."""
        facts, alias = claim.page.facts, place(claim)
        if facts is None or "aliases" in claim.page.givers:
            return None
        outputs = Outputs(changes=(claim.output,))
        title = f"delete `{clip(alias.value, 70)}` here"
        return self.fix(facts, title, *without(facts, alias), safe=False, outputs=outputs)


def _is_empty(claim: Claim) -> bool:
    return claim.written is None or flaw(claim.written) is Flaw.EMPTY


def _is_between_redirects(group: tuple[Claim, ...]) -> bool:
    return not any(claim.why in PAGES and claim.page.certain for claim in group)


def _is_the_same(rivalry: Collision) -> bool:
    """An alias that does what a redirect of Hugo's own does, such as `/en/` on the home page."""
    return rivalry.other.why is ClaimKind.REDIRECT and rivalry.other.to == rivalry.claim.to
