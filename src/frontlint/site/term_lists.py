"""The lists of terms in one page's own front matter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from frontlint.base.record import NamedTuple
from frontlint.frontmatter.route import Route
from frontlint.hugo.config import Config, Taxonomy
from frontlint.hugo.content.facts import Entry, PageFacts
from frontlint.hugo.content.paths import Location
from frontlint.hugo.values.gopath import normalize


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
            terms = tuple([(route, text) for route, text in facts.terms(plural) if text])
            yield TermList(taxonomy, facts, terms, tuple([term_key(text) for _, text in terms]))


@lru_cache(maxsize=8192)  # a site has few terms, and uses each of them often
def term_key(term: str) -> str:
    """What two spellings of one term share: their path below the taxonomy (see `terms.term_path`)."""
    return normalize(term).rstrip("/")
