"""List a term under its own taxonomy.

Why: The term has its page in another taxonomy. For this list, Hugo makes an empty page of the same name, and
each of the two pages shows only a part of the content.
Bad:
    # content/posts/page.md
    ResourceId: aB3-dE_fG9h
    ItemKind: resource
    tags:
      - Gardening
    # content/tags/garden-model/_index.md
    title: Garden Model
    ClassificationType: tags
    # content/categories/gardening/_index.md
    title: Gardening
    ClassificationType: categories
Good:
    # content/posts/page.md
    ResourceId: aB3-dE_fG9h
    ItemKind: resource
    categories:
      - Gardening
    # content/tags/garden-model/_index.md
    title: Garden Model
    ClassificationType: tags
    # content/categories/gardening/_index.md
    title: Gardening
    ClassificationType: categories
Note: The rule looks at taxonomies in which a term page has one of the website's keys. On pages without these
    keys, the problem is for information only.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.phrases import with_article
from frontlint.hugo.config import Taxonomy
from frontlint.hugo.pages.terms import term_path
from frontlint.lint import ContentPage, Finding, Label, Severity, Site, clip, code
from frontlint.site.terms import Term, TermUse
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import Website, website_of
from frontlint.website.term_pages import RESERVED, TermPages


class TermWrongTaxonomy(WebsiteSiteRule):
    """The term has no page in this taxonomy, and one in another."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each term of each page."""
        website, pages = website_of(site), TermPages(site)
        reported: set[tuple[str | None, str]] = set()
        strays = {
            term: home
            for term in site.terms.users
            if website.is_closed(term) and RESERVED.isdisjoint(term.text) and not pages.has(term)
            if (home := next(_homes(site, term), None)) is not None
        }
        for use in site.terms.uses(strays):
            key = use.page.path, use.logical_path
            if website.is_listed(use) and key not in reported:
                reported.add(key)
                yield self._wrong(use, *strays[use.of], _severity(website, use.page))

    def _wrong(self, use: TermUse, taxonomy: Taxonomy, page: ContentPage, severity: Severity) -> Finding:
        this, other = clip(use.taxonomy.singular, 16), clip(taxonomy.singular, 16)
        return self.at(
            use.page,
            use.term,
            f"{code(use.term.value)} is {with_article(other)}, not {with_article(this)}",
            help=f"move it to `{taxonomy.plural}`, or delete it here",
            label=f"not {with_article(this)}",
            severity=severity,
            related=(Label.at(page.path, ("title",), with_article(other)),),
        )


def _homes(site: Site, term: Term) -> Iterator[tuple[Taxonomy, ContentPage]]:
    """The term's pages in other taxonomies."""
    language = site.config.language(term.language)
    for taxonomy in language.taxonomies if language else ():
        page = site.at(term.language, term_path(taxonomy, term.text))
        if taxonomy.plural != term.taxonomy.plural and isinstance(page, ContentPage):
            yield taxonomy, page


def _severity(website: Website, page: ContentPage) -> Severity:
    return Severity.WARNING if website.of(page).marked else Severity.INFO
