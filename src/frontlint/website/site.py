"""The site as the website's rules see it: who has an id, which taxonomies are closed, and the hierarchy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeGuard

from frontlint.hugo.pages.publication import ContentPage, SitePage
from frontlint.hugo.refs.refs import Status
from frontlint.hugo.values.kinds import Kind
from frontlint.site.alias_syntax import same_alias
from frontlint.site.conventions import Conventions
from frontlint.site.model import Site
from frontlint.site.terms import Term, TermUse
from frontlint.website.facts import NOTHING, WebsiteFacts
from frontlint.website.hierarchy import Hierarchy, build_hierarchy
from frontlint.website.id_uses import Ids
from frontlint.website.ids import ID_KEYS


class Website(Conventions):
    """Built when a rule first asks; `facts` are those of the pages that have any, by file.

    `closed` is what else is known of the whole site, where this is a part of it.
    """

    present = True

    def __init__(
        self, site: Site, facts: Mapping[str, WebsiteFacts], closed: frozenset[tuple[str, str]] | None = None
    ) -> None:
        self._site = site
        self._facts = facts
        self._closed = closed

    def of_file(self, path: str | None) -> WebsiteFacts:
        """What the website knows of a file."""
        return NOTHING if path is None else self._facts.get(path, NOTHING)

    def of(self, page: SitePage) -> WebsiteFacts:
        """What the website knows of a page."""
        return self.of_file(page.path)

    def is_classification(self, page: SitePage) -> TypeGuard[ContentPage]:
        """A term page with a file and a mark: only these take part in the hierarchy."""
        return page.kind is Kind.TERM and self.of(page).marked

    @cached_property
    def ids(self) -> Ids:
        """Who has an id, by the id."""
        return Ids(self._site.pages, lambda page: self.of(page).marks)

    @cached_property
    def tree(self) -> Hierarchy:
        """Parents and children, as the pages say."""
        members = [(page, self.of(page)) for page in self._site.built if self.is_classification(page)]
        return build_hierarchy(members, self._site.target, self._find)

    @cached_property
    def closed(self) -> frozenset[tuple[str, str]]:
        """One term page with a mark closes its taxonomy; a translation may lack some term pages."""
        return self.closing(self._site.built) if self._closed is None else self._closed

    def closing(self, pages: Iterable[ContentPage]) -> frozenset[tuple[str, str]]:
        """The taxonomies that these pages close."""
        site = self._site
        return frozenset(
            (page.language, taxonomy.plural)
            for page in pages
            if self.is_classification(page) and (taxonomy := site.taxonomy_of(page)) is not None
        )

    def is_closed(self, term: Term) -> bool:
        """Whether this term needs its own page, as all of its taxonomy in its language do."""
        return (term.language, term.taxonomy.plural) in self.closed

    def is_listed(self, use: TermUse) -> bool:
        """Not a bare text on a page of the website: its schema asks for a list there, and one wrong
        `concepts: Strategy` is one problem."""
        return len(use.term.route) > 1 or not self.of(use.page).marked

    @cached_property
    def redirected(self) -> frozenset[str]:
        """The retired aliases, of which the website makes its table of redirects."""
        return frozenset(
            same_alias("/" + entry.strip())
            for page in self._site.pages
            for entry in self.of(page).archive
            if entry.strip()
        )

    def names_of(self, page: SitePage) -> tuple[str, ...]:
        """The page's ids."""
        marks = self.of(page).marks
        return tuple(marks[key].value for key in ID_KEYS if key in marks)

    def named(self, name: str) -> tuple[ContentPage, ...]:
        """The pages with an id."""
        return tuple(use.page for use in self.ids.get(name, ()))

    def _find(self, page: ContentPage, path: str) -> SitePage | None:
        """The page that an entry of `parent` names, with or without a leading slash."""
        found = self._site.resolve_path(page, "/" + path.strip("/"))
        if found.status is Status.FOUND:
            return found.page if isinstance(found.page, ContentPage) else None
        return found.hidden[0] if found.hidden else None


def website_of(site: Site) -> Website:
    """The website's view of a site; of one without its marks, an empty view."""
    found = site.conventions
    return found if isinstance(found, Website) else Website(site, {})
