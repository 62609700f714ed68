"""List a term under its own taxonomy.

Why: The term has its page in another taxonomy. In this list Hugo makes a bare page of the same name for it,
and the two pages share the content between them.
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
Note: Looks at closed taxonomies, in which one of the term pages has a mark of the website. The finding is
    for information only on pages without marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.config import Taxonomy
from frontlint.hugo.pages.terms import term_path
from frontlint.lint import ContentPage, Finding, Label, Severity, Site, clip
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
        term, here = clip(use.term.value, 40), use.taxonomy
        return self.at(
            use.page,
            use.term,
            f'"{term}" is no {here.singular}: its page is in {taxonomy.plural}',
            help=f"move it to {taxonomy.plural}, or take it out",
            label=f"no {here.singular}",
            severity=severity,
            related=(Label.at(page.path, ("title",), f"a {taxonomy.singular}"),),
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
