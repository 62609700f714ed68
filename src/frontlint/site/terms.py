"""The terms of a site, as they are written: a few thousand texts, used many times each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config, Taxonomy
from frontlint.hugo.content.facts import Entry
from frontlint.hugo.fields import as_terms
from frontlint.hugo.pages.publication import ContentPage
from frontlint.hugo.pages.terms import term_path


class Term(NamedTuple):
    """A text in the lists of a taxonomy in one language; `logical_path` is that of the term's page.

    Two spellings of one term are two.
    """

    language: str
    taxonomy: Taxonomy
    text: str
    logical_path: str


class TermUse(NamedTuple):
    """One term in the front matter of one page."""

    page: ContentPage
    of: Term
    term: Entry[str]

    @property
    def taxonomy(self) -> Taxonomy:
        return self.of.taxonomy

    @property
    def logical_path(self) -> str:
        return self.of.logical_path


class Terms:
    """Every term that one of the pages names in its own front matter, and who does.

    Rules judge a term once, and look for its uses only where something is wrong with it. `is_judged` tells of
    which terms, by language, taxonomy and text, the users are known.
    """

    def __init__(
        self,
        pages: Iterable[ContentPage],
        config: Config,
        is_judged: Callable[[str, Taxonomy, str], bool] | None = None,
    ) -> None:
        self._config = config
        self._is_judged = is_judged
        self._made: dict[tuple[str, str, str], Term] = {}
        self.users: Mapping[Term, list[ContentPage]] = self._gather(pages)

    def uses(self, terms: Iterable[Term]) -> tuple[TermUse, ...]:
        """The uses of these terms, page by page in order, and in each as they are written."""
        wanted = set(terms)
        pages = {(page.path, page.language): page for term in wanted for page in self.users.get(term, ())}
        return tuple(use for key in sorted(pages) for use in self.on_page(pages[key]) if use.of in wanted)

    def on_page(self, page: ContentPage) -> tuple[TermUse, ...]:
        """All terms of one page."""
        language = self._config.language(page.language)
        found: list[TermUse] = []
        for taxonomy in language.taxonomies if language else ():
            for route, text in page.facts.terms(taxonomy.plural):
                term = self._term(page.language, taxonomy, text)
                found.append(TermUse(page, term, Entry(text, route)))
        return tuple(found)

    def _gather(self, pages: Iterable[ContentPage]) -> Mapping[Term, list[ContentPage]]:
        users: dict[tuple[str, str], defaultdict[str, list[ContentPage]]] = {}
        asked = {
            language.code: [
                (taxonomy.plural, users.setdefault((language.code, taxonomy.plural), defaultdict(list)))
                for taxonomy in language.taxonomies
            ]
            for language in self._config.languages
        }
        for page in pages:
            front = page.facts.front
            for plural, of_list in asked.get(page.language, ()):
                value = front.get(plural)
                if value:
                    texts = as_terms(value)
                    if len(texts) > 1 and len(set(texts)) < len(texts):
                        texts = tuple(dict.fromkeys(texts))
                    for text in texts:
                        of_list[text].append(page)
        judged = self._is_judged
        return {
            term: found
            for language in self._config.languages
            for taxonomy in language.taxonomies
            for text, found in users[language.code, taxonomy.plural].items()
            if (term := self._term(language.code, taxonomy, text))
            and (judged is None or judged(language.code, taxonomy, text))
        }

    def _term(self, language: str, taxonomy: Taxonomy, text: str) -> Term:
        key = (language, taxonomy.plural, text)
        if key not in self._made:
            self._made[key] = Term(language, taxonomy, text, term_path(taxonomy, text))
        return self._made[key]
