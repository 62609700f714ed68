"""The lists of terms in one page's own front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from frontlint.doc.route import Route
from frontlint.hugo.config import Config, Taxonomy
from frontlint.hugo.facts import Located, PageFacts
from frontlint.hugo.fields import as_terms
from frontlint.hugo.gopath import normalize
from frontlint.hugo.paths import locate


class TermList(NamedTuple):
    """The terms of one taxonomy, each with its place; empty ones are left out, as Hugo does."""

    taxonomy: Taxonomy
    terms: tuple[Located[str], ...]


def term_lists(facts: PageFacts, config: Config) -> Iterator[TermList]:
    """The list of each taxonomy of the page's language that the page has a key for."""
    location = locate(facts.path, config)
    language = config.language(location.language) if location else None
    for taxonomy in language.taxonomies if language else ():
        if taxonomy.plural in facts.front:
            yield TermList(taxonomy, tuple(_terms(facts, taxonomy.plural)))


def _terms(facts: PageFacts, plural: str) -> Iterator[Located[str]]:
    value = facts.front[plural]
    for index, term in enumerate(as_terms(value)):
        route: Route = (plural, index) if isinstance(value, list) else (plural,)
        if term:
            yield Located(term, facts.located(*route), route)


def term_key(term: str) -> str:
    """What two spellings of one term share: their path below the taxonomy (see `terms.term_path`)."""
    return normalize(term).rstrip("/")
