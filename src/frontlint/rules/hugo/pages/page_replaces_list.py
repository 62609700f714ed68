"""Write the page of a section, taxonomy or term as `_index.md`.

Why: A page such as `shows.md` beside the folder `shows` takes the address of the list of that folder, and
    a page `tags/x.md` that of the list of pages with the tag. Hugo then makes no list at that address.
Bad:
    # content/shows.md
    title: Shows
    # content/shows/first.md
    title: The first show
Good:
    # content/shows/_index.md
    title: Shows
    # content/shows/first.md
    title: The first show
Note: For information only if the page names its own `layout` or `type`: its template may make the list. A
    folder below the first level has no list unless it has an `_index.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.phrases import clip
from frontlint.findings.finding import Finding, Severity
from frontlint.hugo.config import Taxonomy
from frontlint.hugo.pages.publication import SitePage
from frontlint.hugo.values.kinds import Kind
from frontlint.lint.rule import SiteRule
from frontlint.site.model import Site


class PageReplacesList(SiteRule):
    """Single pages, leaf bundles too, at the place of a branch that Hugo would make."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each file."""
        told: set[str | None] = set()
        lists: _Lists | None = None
        roots = {
            one.code: tuple(taxonomy.path for taxonomy in one.taxonomies) for one in site.config.languages
        }
        for page in site.built:
            path = page.logical_path
            is_candidate = path.rfind("/") == 0 or path.startswith(roots.get(page.language, ()))
            if not is_candidate or page.kind is not Kind.PAGE or not page.rendered or page.path in told:
                continue
            lists = _Lists(site) if lists is None else lists
            lost = lists.at(page)
            if lost:
                told.add(page.path)
                yield self._replaces(site, page, lost)

    def _replaces(self, site: Site, page: SitePage, lost: str) -> Finding:
        assert page.facts is not None
        custom = "layout" in page.front or "type" in page.front
        return self.at(
            page,
            page.facts.start,
            f"this page takes the place of {lost}",
            help=f"rename it to `{clip(site.file_of_branch(page.language, page.logical_path), 60)}`",
            label="published where the list would be",
            severity=Severity.INFO if custom else None,
        )


def _taxonomies(site: Site) -> Iterator[tuple[str, tuple[Taxonomy, ...]]]:
    return ((language.code, language.taxonomies) for language in site.config.languages)


class _Lists:
    """The lists that Hugo would make, each in words, by language and logical path."""

    def __init__(self, site: Site) -> None:
        self._words: dict[tuple[str, str], str] = {}
        for page in site.built:
            if page.section and page.kind is Kind.PAGE:
                where = (page.language, f"/{page.section}")
                self._words[where] = f"the list of the section {clip(page.section, 40)}"
        for term in site.terms.users:
            one = term.taxonomy
            self._words[term.language, one.path] = f"the list of all {clip(one.plural, 40)}"
            words = f"the list of pages with the {clip(one.singular, 20)} {clip(term.text, 30)}"
            self._words[term.language, term.logical_path] = words

    def at(self, page: SitePage) -> str:
        """The list at the place of a page; empty where there would be none."""
        return self._words.get((page.language, page.logical_path), "")
