"""Spell a term like the title of its page.

Why: Hugo finds the page in any letter case, but the scripts that sort content compare a term with the title
of its page, letter for letter, and skip any other spelling.
Bad:
    # content/posts/page.md
    ResourceId: aB3-dE_fG9h
    ItemKind: resource
    tags:
      - garden model
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
Fix: Writes the title of the page. To Hugo it is the same term: only its page may change.
Note: The rule looks at taxonomies in which a term page has one of the website's keys. On pages without these
    keys, the problem is for information only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from frontlint.hugo.pages.terms import term_path
from frontlint.lint import (
    ContentPage,
    Finding,
    Fix,
    Label,
    Outputs,
    Severity,
    Site,
    clip,
    code,
    contrast,
    set_value,
)
from frontlint.site.terms import TermUse
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import Website, website_of

_ROOM = 34
"""Code points of a term in the message."""


class TermCase(WebsiteSiteRule):
    """The term and the title of its page differ in letter case only."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each such term, unless another rule wants it out of the list anyway."""
        website = website_of(site)
        meant = {
            term: page
            for term in site.terms.users
            if website.is_closed(term)
            and isinstance(page := site.at(term.language, term.logical_path), ContentPage)
            and _differs_in_case(term.text, page)
        }
        times: dict[tuple[str | None, str], Counter[str]] = {}
        for use in site.terms.uses(meant):
            is_own = use.page.logical_path == use.logical_path
            if website.is_listed(use) and not is_own and _times(site, website, use, times) == 1:
                yield self._other_case(use, meant[use.of], _severity(website, use.page))

    def _other_case(self, use: TermUse, page: ContentPage, severity: Severity) -> Finding:
        title = page.title.strip()
        term, called = contrast(use.term.value, title, _ROOM)
        kind = clip(use.taxonomy.singular, 16)
        return self.at(
            use.page,
            use.term,
            f"the {kind} {code(term, _ROOM)} is spelled {code(called, _ROOM)} on its page",
            help=f"write `{clip(title, 70)}`",
            fix=self._as_called(use, page, title),
            label="in other letter case",
            severity=severity,
            related=(Label.at(page.path, ("title",), "the page of the term"),),
        )

    def _as_called(self, use: TermUse, page: ContentPage, title: str) -> Fix | None:
        if term_path(use.taxonomy, title) != use.logical_path:
            return None  # `ß` and `SS` differ in case alone, and are two terms to Hugo
        outputs = Outputs(terms=(_address(page),))
        change = set_value(use.term.route, title)
        return self.fix(use.page, f"write `{clip(title, 70)}`", change, outputs=outputs)


def _address(page: ContentPage) -> str:
    return (page.output or page.logical_path).removesuffix("/index.html")


def _times(
    site: Site, website: Website, use: TermUse, known: dict[tuple[str | None, str], Counter[str]]
) -> int:
    """How often the page lists the term, in whatever spelling; `known` are the pages that were counted."""
    key = use.page.path, use.page.language
    if key not in known:
        others = site.terms.on_page(use.page)
        known[key] = Counter(other.logical_path for other in others if website.is_listed(other))
    return known[key][use.logical_path]


def _differs_in_case(term: str, page: ContentPage) -> bool:
    """Whether the title of the page is the term in another case."""
    title, term = page.title.strip(), term.strip()
    return page.certain and title != term and title.casefold() == term.casefold()


def _severity(website: Website, page: ContentPage) -> Severity:
    return Severity.WARNING if website.of(page).marked else Severity.INFO
