"""The lists of terms in one page's own front matter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config, Taxonomy
from frontlint.hugo.content.facts import Entry, PageFacts
from frontlint.hugo.content.paths import Location
from frontlint.hugo.fields import as_terms
from frontlint.hugo.values.gopath import normalize


class TermList(NamedTuple):
    """The terms of one taxonomy in a page; empty ones are left out, as Hugo does.

    `keys` has the `term_key` of each.
    """

    taxonomy: Taxonomy
    facts: PageFacts
    keys: tuple[str, ...]

    def entries(self) -> list[Entry[str]]:
        """The terms with their routes, made anew: hardly any page is asked for them."""
        return [Entry(text, route) for route, text in self.facts.terms(self.taxonomy.plural) if text]


def read_term_lists(facts: PageFacts, location: Location | None, config: Config) -> Iterator[TermList]:
    """The list of each taxonomy of the page's language that the page has a key for."""
    language = config.language(location.language) if location else None
    for taxonomy in language.taxonomies if language else ():
        plural = taxonomy.plural
        if plural in facts.front:
            texts = filter(None, as_terms(facts.front[plural]))
            yield TermList(taxonomy, facts, tuple(map(term_key, texts)))


@lru_cache(maxsize=8192)  # a site has few terms, and uses each of them often
def term_key(term: str) -> str:
    """What two spellings of one term share: their path below the taxonomy (see `terms.term_path`)."""
    return normalize(term).rstrip("/")
