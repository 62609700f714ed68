"""List a term in one taxonomy only.

Why: On the website a term is a tag, a category or a concept, and has one page. In a second list it counts
twice, or leads to an empty page.
Bad:
    ResourceId: aB3-dE_fG9h
    categories:
      - Gardening
    tags:
      - Gardening
Good:
    ResourceId: aB3-dE_fG9h
    categories:
      - Gardening
    tags:
      - Roof Garden
Note: The rule looks only at pages with the website's keys: elsewhere, a tag and a category may share a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.lint import Entry, Finding, Label, Page, Severity, code
from frontlint.lint.option import option
from frontlint.website.rule import WebsitePageRule


@dataclass(frozen=True, slots=True)
class Options:
    """The lists that are compared."""

    taxonomies: tuple[str, ...] = option(
        ("concepts", "categories", "tags"), "The keys of the lists that share no term, strongest first."
    )


class TermInTwoLists(WebsitePageRule):
    """One term in the lists of two taxonomies."""

    budget = 22_000  # the terms of all lists are compared
    severity = Severity.INFO
    options_type = Options
    options: Options
    needs = "term_lists"

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each term, at its place in the weaker list."""
        lists = {found.taxonomy.plural: found for found in page.term_lists}
        every = [key for found in lists.values() for key in found.keys]
        if len(set(every)) == len(every):  # nearly always
            return
        first: dict[str, tuple[str, Entry[str]]] = {}
        for plural in self.options.taxonomies:
            found = lists.get(plural.lower())
            for key, term in zip(found.keys, found.entries(), strict=True) if found else ():
                other, earlier = first.setdefault(key, (plural, term))
                if other != plural:
                    yield self._again(page, (plural, term), (other, earlier))

    def _again(self, page: Page, here: tuple[str, Entry[str]], there: tuple[str, Entry[str]]) -> Finding:
        (plural, term), (other, earlier) = here, there
        return self.at(
            page,
            term.route,
            f"{code(term.value, 40)} is in both {code(plural, 24)} and {code(other, 24)}",
            help=f"delete it from `{plural}`, or from `{other}` if it is not one of those",
            label=f"also in {other}",
            related=(Label(page.facts.path, page.at(*earlier.route), f"here in {other}"),),
        )
