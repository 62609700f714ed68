"""URLs must differ by more than letter case.

Why: On Windows and macOS both are the same folder, so one page replaces the other. Few visitors know that
    letter case matters.
Bad:
    # content/posts/plan.md
    aliases:
      - /PLAN
    # content/posts/plan-of-last-year.md
    aliases:
      - /plan/
Good:
    # content/posts/plan.md
    aliases:
      - /plan
    # content/posts/plan-of-last-year.md
    aliases:
      - /plan-of-last-year/
Note: The rule does not report short links `/resources/<id>`: letter case is part of an id.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint import Finding, Label, Severity, Site, SiteRule, code, contrast
from frontlint.lint.pairs import ReportedPairs, faced
from frontlint.site.ages import oldest_first
from frontlint.site.alias_syntax import Flaw, flaw, is_id_alias
from frontlint.site.collisions import PAGES, PageKey, label_at, page_key, page_name, place, rivalries


class UrlCaseClash(SiteRule):
    """Pages and aliases whose files are one only if case makes no difference."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each two such twins, and for a page with a twin that Hugo makes."""
        every = PAGES | {ClaimKind.ALIAS}
        reported: ReportedPairs = set()
        for twins in _twins(site):
            yield from faced(twins[0].output.lower(), _members(twins, site), self._face, reported)
            for rivalry in rivalries([twins], every, every, _differ):
                if rivalry.other.page.path is None:
                    yield self._at(rivalry.claim, rivalry.other, rivalry.rest)

    def _face(self, claim: Claim, other: Claim) -> Finding | None:
        if not _differ(claim, other) or page_key(claim.page) == page_key(other.page):
            return None
        return self._at(claim, other, "", (label_at(other, "and this one"),))

    def _at(self, claim: Claim, other: Claim, rest: str, related: tuple[Label, ...] = ()) -> Finding:
        name = page_name(other.page, 34, claim.page)
        address, twin = contrast(claim.url, other.url, 22)
        return self.at(
            claim.page,
            place(claim),
            f"{code(address, 22)} and {code(twin, 22)} of {name}{rest} differ only in case",
            help="write another `slug`, `url` or alias on one of the two pages",
            label="this address",
            related=related,
        )


def _differ(one: Claim, other: Claim) -> bool:
    return one.output != other.output


def _members(twins: tuple[Claim, ...], site: Site) -> list[Claim]:
    """One claim of each page on each output, the oldest page first."""
    first: dict[tuple[PageKey, str], Claim] = {}
    for claim in twins:
        if claim.page.path is not None and claim.page.certain:
            first.setdefault((page_key(claim.page), claim.output), claim)
    return oldest_first(first.values(), lambda claim: claim.page, site.config)


def _twins(site: Site) -> Iterator[tuple[Claim, ...]]:
    outputs = map(itemgetter(0), site.publication.claims)  # faster than by the files, and once is enough
    capitals = {
        small for output in outputs if (small := output.lower()) != output and not is_id_alias(output)
    }
    folded: dict[str, list[str]] = {}
    for output in site.claims if capitals else ():  # most sites have none
        if output.lower() in capitals:
            folded.setdefault(output.lower(), []).append(output)
    for twins in folded.values():
        if len(twins) > 1:
            claims = [claim for output in twins for claim in site.claims[output] if not _is_exempt(claim)]
            if len({claim.output for claim in claims}) > 1:
                yield tuple(claims)


def _is_exempt(claim: Claim) -> bool:
    return is_id_alias(claim.output) or (claim.written is not None and flaw(claim.written) is Flaw.EMPTY)
