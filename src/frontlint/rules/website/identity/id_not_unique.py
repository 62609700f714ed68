"""Give each page an id of its own.

Why: The id is the page's permanent address, `/resources/<id>`, and the key of its data. With one id on two
pages the permanent link leads to either, and each page overwrites the data of the other.
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
Note: Two pages are one problem, drafts too, shown at the page that you changed, else at the newer one.
Translations of one page may share it.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.findings.finding import Finding, Label, Severity
from frontlint.frontmatter.parsed import shorten
from frontlint.lint.pairs import faced
from frontlint.lint.rule import SiteRule
from frontlint.site.ages import oldest_first
from frontlint.site.model import IdUse, Site
from frontlint.website.ids import is_id


class IdNotUnique(SiteRule):
    """Two pages with one ResourceId or ItemId."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each two pages that have the id."""
        for id_, uses in site.ids.items():
            if len(uses) > 1:
                members = oldest_first(uses, lambda use: use.page, site.config)
                yield from faced(id_, members, self._face, set())

    def _face(self, use: IdUse, other: IdUse) -> Finding | None:
        if not _is_rival(use, other) or not (_is_of_the_website(use) or _is_of_the_website(other)):
            return None
        return self.at(
            use.page,
            use.id,
            f"{use.key} {shorten(use.id.value, 20)} is also the id of {shorten(_folder(other), 60)}",
            help="give the newer page an id of its own; after a rename, delete the old page",
            label="this id",
            related=(Label(str(other.page.path), other.id.span, "has the same id"),),
        )


def _is_rival(use: IdUse, other: IdUse) -> bool:
    """Another page, and not a translation of this one."""
    same_page = other.page.path == use.page.path
    return not same_page and (
        other.page.language == use.page.language or other.page.logical_path != use.page.logical_path
    )


def _is_of_the_website(use: IdUse) -> bool:
    """A `resourceId: 7` of any other website is not an id that has to be unique."""
    facts = use.page.facts
    return is_id(use.id.value) or (facts is not None and len(facts.marks) > 1)


def _folder(use: IdUse) -> str:
    """What the page is called in a message: its path without the content folder and `index.md`."""
    path = str(use.page.path).partition("/")[2]
    return path.removesuffix("/index.md").removesuffix("/_index.md")
