"""Give each term page a title and a slug of its own.

Why: Terms are known by their titles, in lists as in the scripts that sort content. Of two with one title one
    is lost, and where URLs are made of titles both pages fight for one file.
Bad:
    # content/tags/garden/_index.md
    title: Garden Model
    ClassificationType: tags
    # content/categories/garden-model/_index.md
    title: Garden Model
    ClassificationType: categories
Good:
    # content/tags/garden/_index.md
    title: Garden
    ClassificationType: tags
    # content/categories/garden-model/_index.md
    title: Garden Model
    ClassificationType: categories
Note: Only pages with marks of the website are compared. Elsewhere a tag and a category may share a name; if
    they publish one URL, `url-collision` says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from frontlint.base.phrases import clip
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.hugo.fields import as_text
from frontlint.hugo.pages.publication import SitePage
from frontlint.hugo.values.gopath import normalize
from frontlint.site.collisions import MOST, page_name
from frontlint.site.model import Site
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of

_NOTHING: Mapping[str | None, int] = {}


class TermTitleClash(WebsiteSiteRule):
    """Within a taxonomy and across, in one language."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each page of a pair: at its title, or at its slug where the titles differ."""
        website = website_of(site)
        pages = [page for page in site.built if website.is_classification(page) and page.certain]
        titled: dict[str | None, int] = {}
        for number, group in enumerate(_alike(pages, "title")):
            titled.update((page.path, number) for page in group)
            yield from self._clashes(group, "title")
        for group in _alike(pages, "slug"):
            yield from self._clashes(group, "slug", titled)

    def _clashes(
        self, group: list[SitePage], field: str, told: Mapping[str | None, int] = _NOTHING
    ) -> Iterator[Finding]:
        """One finding a page; `told` are the numbers of the groups in which pages were told already."""
        for page in group:
            others = [other for other in group[: MOST + 1] if other is not page]
            if page.path not in told or told[page.path] != told.get(others[0].path):
                yield self._clash(page, others, len(group) - 2, field)

    def _clash(self, page: SitePage, others: list[SitePage], more: int, field: str) -> Finding:
        left = f" and {more} more" if more else ""
        return self.at(
            page,
            (field,),
            f'the {field} "{clip(_text(page, field), 36)}" is also that of {page_name(others[0])}{left}',
            help=f"give one of the pages another {field}, or make them one",
            label=f"this {field}",
            related=tuple(
                Label(str(other.path), other.facts.located(field), "and this one")
                for other in others[:MOST]
                if other.facts is not None
            ),
        )


def _alike(pages: Iterable[SitePage], field: str) -> Iterator[list[SitePage]]:
    groups: dict[tuple[str, str], list[SitePage]] = {}
    for page in pages:
        key = normalize(_text(page, field))
        if key:
            groups.setdefault((page.language, key), []).append(page)
    return (group for group in groups.values() if len(group) > 1)


def _text(page: SitePage, field: str) -> str:
    """The field in the page's own front matter: what is cascaded is no fault of its own."""
    return as_text(page.facts.front.get(field)).strip() if page.facts else ""
