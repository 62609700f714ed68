"""The term pages that have a file, by path and by title."""

from __future__ import annotations

from frontlint.base.suggest import nearest
from frontlint.hugo.pages.publication import ContentPage
from frontlint.hugo.pages.terms import term_path
from frontlint.hugo.values.gopath import normalize
from frontlint.hugo.values.kinds import Kind
from frontlint.site.model import Site
from frontlint.site.page_names import MOST_COMPARED
from frontlint.site.terms import Term

RESERVED = frozenset("/&',")
"""Characters that the website's template refuses in a term: such a term cannot have a page."""


class TermPages:
    """What there is to be meant by a term, in each language and taxonomy."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._titles: dict[tuple[str, str], dict[str, ContentPage]] = {}
        self._near: dict[tuple[str, str], ContentPage | None] = {}
        self._names: dict[tuple[str, str], dict[str, ContentPage]] = {}
        self._left = MOST_COMPARED
        for page in site.built:
            taxonomy = site.taxonomy_of(page) if page.kind is Kind.TERM else None
            if taxonomy is not None and page.certain and page.title:
                of_taxonomy = self._titles.setdefault((page.language, taxonomy.plural), {})
                of_taxonomy.setdefault(normalize(page.title.strip()), page)

    def has(self, term: Term) -> bool:
        """Whether a file, readable or not, gives the term its page."""
        return self._file(term.language, term.logical_path)

    def _file(self, language: str, logical_path: str) -> bool:
        page = self._site.at(language, logical_path)
        return isinstance(page, ContentPage)

    def in_another_taxonomy(self, term: Term) -> bool:
        """Whether the term has a page in another taxonomy: then it is in the wrong list."""
        language = self._site.config.language(term.language)
        return any(
            self._file(term.language, term_path(taxonomy, term.text))
            for taxonomy in (language.taxonomies if language else ())
            if taxonomy.plural != term.taxonomy.plural
        )

    def by_title(self, term: Term) -> ContentPage | None:
        """The page with this very title, whose folder is called otherwise."""
        return self._of(term).get(normalize(term.text.strip()))

    def near(self, term: Term) -> ContentPage | None:
        """The page whose title or folder is most like the term."""
        key = (term.language, term.logical_path)
        if key not in self._near:
            names = self._names_of(term)
            self._left -= len(names)
            found = nearest(normalize(term.text.strip()), names) if self._left > 0 else None
            self._near[key] = None if found is None else names[found]
        return self._near[key]

    def _names_of(self, term: Term) -> dict[str, ContentPage]:
        """The pages of a term's taxonomy by title and by folder."""
        key = (term.language, term.taxonomy.plural)
        if key not in self._names:
            names = self._names[key] = {}
            for title, page in self._of(term).items():
                names.setdefault(title, page)
                names.setdefault(page.logical_path.rpartition("/")[2], page)
        return self._names[key]

    def _of(self, term: Term) -> dict[str, ContentPage]:
        return self._titles.get((term.language, term.taxonomy.plural), {})
