"""Each term page needs its own title and slug.

Why: Lists, and the scripts that sort content, know a term by its title. If two have the same title, one of
    them is lost. If URLs contain titles, both pages are written to one file.
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
Note: The rule compares only pages with the website's keys. Elsewhere, a tag and a category may share a name.
    If they share a URL, `url-collision` reports it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from frontlint.hugo.config import Config
from frontlint.hugo.fields import as_text
from frontlint.hugo.values.gopath import normalize
from frontlint.lint import ContentPage, Finding, Label, Severity, Site, code
from frontlint.lint.pairs import faced
from frontlint.site.ages import oldest_first
from frontlint.site.collisions import page_name
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of

_NOTHING: Mapping[str, int] = {}


class TermTitleClash(WebsiteSiteRule):
    """Within a taxonomy and across, in one language."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each two pages: at the title, or at the slug where the titles differ."""
        website = website_of(site)
        pages = [page for page in site.built if website.is_classification(page) and page.certain]
        titled: dict[str, int] = {}
        for number, group in enumerate(_alike(pages, "title")):
            titled.update((page.path, number) for page in group)
            yield from self._clashes(group, "title", site.config)
        for group in _alike(pages, "slug"):
            yield from self._clashes(group, "slug", site.config, titled)

    def _clashes(
        self,
        group: list[ContentPage],
        field: str,
        config: Config,
        shared: Mapping[str, int] = _NOTHING,
    ) -> Iterator[Finding]:
        """`shared` are the numbers of the groups in which pages are reported already."""

        def face(page: ContentPage, other: ContentPage) -> Finding | None:
            return (
                None
                if shared.get(page.path, -1) == shared.get(other.path, -2)
                else self._clash(page, other, field)
            )

        problem = f"{field} {group[0].language} {normalize(_text(group[0], field))}"
        yield from faced(problem, oldest_first(group, lambda page: page, config), face, set())

    def _clash(self, page: ContentPage, other: ContentPage, field: str) -> Finding:
        return self.at(
            page,
            (field,),
            f"the {field} {code(_text(page, field), 36)} is also the {field} of {page_name(other, 42)}",
            help=f"write another `{field}` on one of the two pages, or merge them",
            label=f"this {field}",
            related=(Label.at(other.path, (field,), "and this one"),),
        )


def _alike(pages: Iterable[ContentPage], field: str) -> Iterator[list[ContentPage]]:
    groups: dict[tuple[str, str], list[ContentPage]] = {}
    for page in pages:
        key = normalize(_text(page, field))
        if key:
            groups.setdefault((page.language, key), []).append(page)
    return (group for group in groups.values() if len(group) > 1)


def _text(page: ContentPage, field: str) -> str:
    """The field in the page's own front matter: a cascaded one is not its problem."""
    return as_text(page.facts.front.get(field)).strip()
