"""Use only terms that have a page.

Why: In these taxonomies, each term has a page that says what it means. For any other text, Hugo silently
    makes an empty page, and the scripts that sort content by known terms skip it.
Bad:
    # content/posts/page.md
    ResourceId: aB3-dE_fG9h
    ItemKind: resource
    tags:
      - Garden Modle
    # content/tags/garden-model/_index.md
    title: Garden Model
    ClassificationType: tags
Good:
    # content/posts/page.md
    ResourceId: aB3-dE_fG9h
    ItemKind: resource
    tags:
      - Garden Model
    # content/tags/garden-model/_index.md
    title: Garden Model
    ClassificationType: tags
Fix: Writes the nearest term, only on request: you may mean another one.
Note: The rule looks at taxonomies in which a term page has one of the website's keys, such as
    ClassificationType. On older pages and on pages without these keys, the problem is for information only.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.pages.terms import term_path
from frontlint.lint import ContentPage, Finding, Fix, Label, Outputs, Severity, Site, clip, code, set_value
from frontlint.site.terms import TermUse
from frontlint.website.facts import Generation
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import Website, website_of
from frontlint.website.term_pages import RESERVED, TermPages


class UnknownTerm(WebsiteSiteRule):
    """Terms are compared by the logical path of their page, in which Hugo ignores letter case."""

    severity = Severity.ERROR
    asks_nearest = True

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each term of each page."""
        website, pages = website_of(site), TermPages(site)
        reported: set[tuple[str | None, str]] = set()
        unknown = [
            term
            for term in site.terms.users
            if website.is_closed(term)
            and RESERVED.isdisjoint(term.text)
            and not (pages.has(term) or pages.in_another_taxonomy(term))
        ]
        for use in site.terms.uses(unknown):
            key = use.page.path, use.logical_path
            if website.is_listed(use) and key not in reported:
                reported.add(key)
                yield self._unknown(site, use, pages, _severity(website, use.page))

    def _unknown(self, site: Site, use: TermUse, pages: TermPages, severity: Severity) -> Finding:
        term, kind = code(use.term.value), clip(use.taxonomy.singular, 20)
        meant = pages.by_title(use.of)
        near = meant or pages.near(use.of)
        if meant is not None:
            message = f"the {kind} {term} is the title of a page in another folder"
        else:
            message = f"the {kind} {term} has no page"
        return self.at(
            use.page,
            use.term,
            message,
            help=_advice(site, use, meant, near),
            label=f"this {kind}",
            severity=severity,
            related=() if near is None else (Label.at(near.path, ("title",), "did you mean this page?"),),
            fix=self._nearest(site, use, meant, near),
        )

    def _nearest(
        self, site: Site, use: TermUse, meant: ContentPage | None, near: ContentPage | None
    ) -> Fix | None:
        if near is None:
            return None
        term = near.title.strip() if meant is None else near.logical_path.rpartition("/")[2]
        if term_path(use.taxonomy, term) != near.logical_path:
            return None  # the term would have another page, or none again
        old = site.at(use.page.language, use.logical_path)
        files = [one.output or one.logical_path for one in (old, near) if one is not None]
        outputs = Outputs(terms=tuple(file.removesuffix("/index.html") for file in files))
        change = set_value(use.term.route, term)
        return self.fix(use.page, f"write `{clip(term, 70)}`", change, safe=False, outputs=outputs)


def _severity(website: Website, page: ContentPage) -> Severity:
    return Severity.ERROR if website.of(page).generation is Generation.CURRENT else Severity.INFO


def _advice(site: Site, use: TermUse, meant: ContentPage | None, near: ContentPage | None) -> str:
    """What to write; where only the folder differs, the term that leads there, too."""
    file = site.file_of_branch(use.page.language, use.logical_path)
    if meant is not None:
        return f"write `{clip(meant.logical_path.rpartition('/')[2], 70)}`, or move {meant.path} to {file}"
    if near is not None:
        return f"write `{clip(near.title.strip(), 70)}`, if you mean this page"
    return f"create {file}, or delete the term"
