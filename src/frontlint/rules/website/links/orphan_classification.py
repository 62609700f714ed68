"""Use each classification, or link to it.

Why: No page has the term and no other classification links to it, so readers never find it. Often the term
    was renamed, or its first page is not written yet.
Bad:
    # content/tags/garden-model/_index.md
    ClassificationType: tags
Good:
    # content/tags/garden-model/_index.md
    ClassificationType: tags
    # content/posts/page.md
    tags:
      - Garden Model
Note: A page whose front matter cannot be read may use the term. In this case the message says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import START, Finding, Severity, Site, SitePage, code
from frontlint.website.kinship import mentioned
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of


class OrphanClassification(WebsiteSiteRule):
    """Every kind of use counts: as a term, in a link, as somebody's parent."""

    severity = Severity.INFO

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each such page, at its start."""
        used = {
            (term.language, term.logical_path)
            for term, pages in site.terms.users.items()
            if any(page.logical_path != term.logical_path for page in pages)
        }
        website = website_of(site)
        linked = mentioned(website.tree)
        who = "no page that can be read" if site.has_unread_pages else "no page"
        for page in site.built:
            if not website.is_classification(page):
                continue
            if (page.language, page.logical_path) not in used and page.path not in linked:
                yield self.at(
                    page,
                    START,
                    f"{who} uses the term {_term(page)}, and no term page links to it",
                    help="use the term, link to it from another term page, or delete this page",
                    label="this page",
                )


def _term(page: SitePage) -> str:
    return code(page.title or page.logical_path.strip("/"), 32)
