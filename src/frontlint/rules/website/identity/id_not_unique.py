"""Each page must have its own id.

Why: The id is part of the page's short link, `/resources/<id>`, and the key of its data. If two pages have
the same id, the short link leads to either, and each page overwrites the data of the other.
Bad:
    # content/resources/blog/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    # content/resources/blog/rye-bread/index.md
    title: Rye bread, revised
    ResourceId: aB3-dE_fG9h
Good:
    # content/resources/blog/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    # content/resources/blog/rye-bread/index.md
    title: Rye bread, revised
    ResourceId: Zx9cV8bN7m_
Note: Two pages are one problem, also if they are drafts. It is shown at the page that you changed, or else
at the newer one, by their dates or else their paths. Translations of one page may share its id. The rule
makes the new id from the page's path and title, so it offers the same one in each run.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from frontlint.base.derived import derived_id
from frontlint.hugo.config import Config
from frontlint.lint import Finding, Label, Severity, Site, code, contrast, shorten
from frontlint.lint.pairs import faced
from frontlint.site.ages import is_newer, oldest_first
from frontlint.website.id_uses import IdUse
from frontlint.website.ids import is_id
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import Website, website_of


class IdNotUnique(WebsiteSiteRule):
    """Two pages with one ResourceId or ItemId."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each two pages that have the id."""
        website = website_of(site)
        for id_, uses in website.ids.shared():
            members = list(enumerate(oldest_first(uses, lambda use: use.page, site.config)))
            yield from faced(id_, members, partial(self._face, website, site.config), set())

    def _face(
        self, website: Website, config: Config, here: tuple[int, IdUse], there: tuple[int, IdUse]
    ) -> Finding | None:
        """Both uses come with their ranks, the oldest first."""
        (rank, use), (other_rank, other) = here, there
        if not _is_rival(use, other) or not any(_is_of_the_website(one, website) for one in (use, other)):
            return None
        later, first = (use, other) if rank > other_rank else (other, use)
        newer = is_newer(later.page, first.page, config)
        folder, _ = contrast(_folder(other), _folder(use), 60)
        return self.at(
            use.page,
            use.id,
            f"`{use.key}: {shorten(use.id.value, 20)}` is also the id of {code(folder, 60)}",
            help=_help(website, later, first, here=later is use, newer=newer),
            label="this id",
            related=(Label.at(str(other.page.path), other.id, "has the same id"),),
        )


def _help(website: Website, later: IdUse, first: IdUse, *, here: bool, newer: bool) -> str:
    """A new id for the later page, `here` or there; after a rename it is the other one that goes.

    It is called newer if the dates of both say so: if one has none, the order is that of the paths.
    """
    title = later.page.title or later.page.logical_path
    line = f"{later.key}: {derived_id(later.page.path, title, website.ids)}"
    if here:
        why = ", the newer one" if newer else ""
        return f"write `{line}` on this page{why}; after a rename, delete {first.page.path}"
    why = ", the newer page" if newer else ""
    return f"write `{line}` in {later.page.path}{why}; after a rename, delete this page"


def _is_rival(use: IdUse, other: IdUse) -> bool:
    """Another page, and not a translation of this one."""
    same_page = other.page.path == use.page.path
    return not same_page and (
        other.page.language == use.page.language or other.page.logical_path != use.page.logical_path
    )


def _is_of_the_website(use: IdUse, website: Website) -> bool:
    """A `resourceId: 7` of any other website is not an id that must be unique."""
    return is_id(use.id.value) or len(website.of(use.page).marks) > 1


def _folder(use: IdUse) -> str:
    """What the page is called in a message: its path without the content folder and `index.md`."""
    path = str(use.page.path).partition("/")[2]
    return path.removesuffix("/index.md").removesuffix("/_index.md")
