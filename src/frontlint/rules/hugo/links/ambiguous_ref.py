"""A ref must fit exactly one page.

Why: Hugo looks up a bare name in the whole website, and its build fails if two pages have that name. The
    link breaks on the day when somebody adds a page elsewhere.
Bad:
    # content/posts/page.md
    ---
    title: A page
    ---
    See the [plan]({{< ref "plan" >}}).
    # content/news/plan.md
    title: The plan in the news
    # content/notes/plan.md
    title: Notes on the plan
Good:
    # content/posts/page.md
    ---
    title: A page
    ---
    See the [plan]({{< ref "/news/plan" >}}).
    # content/news/plan.md
    title: The plan in the news
    # content/notes/plan.md
    title: Notes on the plan
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.refs.refs import Status
from frontlint.lint import (
    START,
    ContentPage,
    Finding,
    Label,
    Severity,
    Site,
    SiteRule,
    Spot,
    code,
    listing,
    numbered,
)
from frontlint.site.collisions import MOST
from frontlint.site.ref_advice import shortcode
from frontlint.site.unseen import may_be_nearer


class AmbiguousRef(SiteRule):
    """The candidates are Hugo's own, pages without a file included."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each shortcode; none where a page that frontlint does not see may be nearer."""
        for page, number, call, result in site.failed_refs:
            if result.status is not Status.AMBIGUOUS or may_be_nearer(site, page, call.path or ""):
                continue
            pages = result.candidates
            paths = [shortcode(call, candidate.logical_path) for candidate in pages[:MOST]]
            yield self.at(
                page,
                numbered(Spot.REF, number),
                f"{code(call.path or '', 50)} fits {len(pages)} pages, and Hugo does not choose one of them",
                help=f"write {listing(paths, max(len(pages) - MOST, 0), 'or')}",
                label="this link",
                severity=Severity.WARNING if site.config.refs_are_warnings else Severity.ERROR,
                related=tuple(
                    Label.at(candidate.path, START, "this page?")
                    for candidate in pages[:MOST]
                    if isinstance(candidate, ContentPage)
                ),
            )
