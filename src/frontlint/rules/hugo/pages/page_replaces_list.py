"""Name the file of a section or term `_index.md`.

Why: A page such as `shows.md` beside the folder `shows` takes the address of that folder's list, and a page
    `tags/x.md` that of the list of pages with the tag. Hugo then publishes no list there.
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
Note: This is for information only if the page has a `layout` or `type`, because its template may make the
    list. A folder below the first level has no list unless it has an `_index.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from frontlint.hugo.config import Taxonomy
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import START, ContentPage, Finding, Severity, Site, SiteRule, clip, code
from frontlint.site.collisions import PageKey


class PageReplacesList(SiteRule):
    """Single pages, leaf bundles too, at the place of a branch that Hugo would make."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each file."""
        roots = {code: tuple(one.path for one in found) for code, found in _taxonomies(site)}
        candidates = [
            page
            for page in site.built
            if page.kind is Kind.PAGE
            and (page.logical_path.rfind("/") == 0 or page.logical_path.startswith(roots[page.language]))
            and page.rendered
        ]
        if not candidates:
            return
        lists = _lists(site, {(page.language, page.logical_path) for page in candidates})
        reported: set[str | None] = set()
        for page in candidates:
            lost = lists.get((page.language, page.logical_path))
            if lost and page.path not in reported:
                reported.add(page.path)
                yield self._replaces(site, page, lost)

    def _replaces(self, site: Site, page: ContentPage, lost: str) -> Finding:
        custom = "layout" in page.front or "type" in page.front
        return self.at(
            page,
            START,
            f"this page takes the place of {lost}",
            help=f"rename it to `{clip(site.file_of_branch(page.language, page.logical_path), 60)}`",
            label="published where the list would be",
            severity=Severity.INFO if custom else None,
        )


def _taxonomies(site: Site) -> Iterator[tuple[str, tuple[Taxonomy, ...]]]:
    return ((language.code, language.taxonomies) for language in site.config.languages)


def _lists(site: Site, places: Set[PageKey]) -> Mapping[PageKey, str]:
    """The lists that Hugo would make at these places, each in words."""
    found: dict[PageKey, str] = {}
    sections = {path[1:] for _, path in places}
    for page in site.built:
        if page.section in sections and page.kind is Kind.PAGE and page.section:
            found[page.language, f"/{page.section}"] = f"the list of the section {code(page.section, 40)}"
    if any(path.count("/") > 1 for _, path in places) or not places.isdisjoint(_taxonomy_places(site)):
        for term in site.terms.users:
            one = term.taxonomy
            found[term.language, one.path] = f"the list of all {code(one.plural, 40)}"
            words = f"the list of pages with the {clip(one.singular, 20)} {code(term.text, 30)}"
            found[term.language, term.logical_path] = words
    return found


def _taxonomy_places(site: Site) -> set[PageKey]:
    return {(code, one.path) for code, taxonomies in _taxonomies(site) for one in taxonomies}
