"""The lists of terms in one page's own front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from frontlint.base.record import NamedTuple
from frontlint.frontmatter.route import Route
from frontlint.hugo.config import Config, Taxonomy
from frontlint.hugo.config.sanitize import path_text
from frontlint.hugo.content.facts import Entry, PageFacts
from frontlint.hugo.content.paths import Location
from frontlint.hugo.pages.terms import term_path
from frontlint.hugo.values.gopath import clean, normalize

if TYPE_CHECKING:
    from frontlint.lint.page import Page


class TermList(NamedTuple):
    """The terms of one taxonomy in a page; empty ones are left out, as Hugo does.

    `keys` has the `term_key` of each.
    """

    taxonomy: Taxonomy
    facts: PageFacts
    terms: tuple[tuple[Route, str], ...]
    keys: tuple[str, ...]

    def entry(self, index: int) -> Entry[str]:
        """The term with this number."""
        route, text = self.terms[index]
        return Entry(text, route)


def read_term_lists(facts: PageFacts, location: Location | None, config: Config) -> Iterator[TermList]:
    """The list of each taxonomy of the page's language that the page has a key for."""
    language = config.language(location.language) if location else None
    for taxonomy in language.taxonomies if language else ():
        plural = taxonomy.plural
        if plural in facts.front:
            terms = tuple((route, text) for route, text in facts.terms(plural) if text)
            yield TermList(taxonomy, facts, terms, tuple(term_key(text) for _, text in terms))


def terms_changed(page: Page, plural: str, terms: Iterable[str]) -> tuple[str, ...]:
    """The addresses of the pages of some terms, such as `/tags/a`; none if the key is not of a taxonomy.

    They are those of terms whose pages and permalinks say nothing else.
    """
    language = page.config.language(page.location.language) if page.location else None
    known = [one for one in language.taxonomies if one.plural == plural] if language else []
    if language is None or not known:
        return ()
    above = f"/{language.host_dir}/{language.prefix}/"
    paths = (path_text(term_path(one, term), language) for one in known for term in terms)
    return tuple(dict.fromkeys(clean(above + path) for path in paths))


@lru_cache(maxsize=8192)  # a site has few terms, and uses each of them often
def term_key(term: str) -> str:
    """What two spellings of one term share: their path below the taxonomy (see `terms.term_path`)."""
    return normalize(term).rstrip("/")
