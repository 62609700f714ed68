"""Tell URLs apart by more than letter case.

Why: On Windows and macOS both are one folder, so one page replaces the other; and few visitors know that
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
Note: Short links `/resources/<id>` are left alone: letter case is part of an id.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.phrases import contrast
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint.rule import SiteRule
from frontlint.site.alias_syntax import Flaw, flaw, is_id_alias
from frontlint.site.collisions import PAGES, Collision, page_name, place, rivalries
from frontlint.site.model import Site


class UrlCaseClash(SiteRule):
    """Pages and aliases whose files are one only where case is ignored."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each page or alias that has such a twin."""
        every = PAGES | {ClaimKind.ALIAS}
        for rivalry in rivalries(_twins(site), every, every, lambda one, other: one.output != other.output):
            claim, where = rivalry.claim, place(rivalry.claim)
            name = page_name(rivalry.other.page, 34, claim.page)
            address, twin = contrast(claim.url, rivalry.other.url, 22)
            yield self.at(
                claim.page,
                where if where.route else where.span,
                f"{address} and {twin} of {name}{rivalry.rest} differ only by case",
                help="rename one of them; where case is ignored, one replaces the other",
                label="this address",
                related=_labels(rivalry),
            )


def _twins(site: Site) -> Iterator[tuple[Claim, ...]]:
    folded: dict[str, list[str]] = {}
    for output in site.claims:
        folded.setdefault(output.lower(), []).append(output)
    for outputs in folded.values():
        if len(outputs) > 1:
            claims = [claim for output in outputs for claim in site.claims[output] if not _is_exempt(claim)]
            if len({claim.output for claim in claims}) > 1:
                yield tuple(claims)


def _is_exempt(claim: Claim) -> bool:
    return is_id_alias(claim.output) or (claim.written is not None and flaw(claim.written) is Flaw.EMPTY)


def _labels(rivalry: Collision) -> tuple[Label, ...]:
    return tuple(
        Label(other.page.path, place(other).span, "and this one")
        for other in rivalry.others
        if other.page.path is not None
    )
