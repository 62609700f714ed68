"""Give each page at least one term.

Why: Readers do not find a page with empty lists under any tag, category or concept. Most likely the script
that fills the lists has not seen it yet.
Bad:
    ResourceId: aB3-dE_fG9h
    concepts: []
    categories: []
    tags: []
Good:
    ResourceId: aB3-dE_fG9h
    concepts:
      - Tool
    categories: []
    tags:
      - Roof Garden
Note: The rule looks at pages with the website's keys that have such lists, all of them empty. The page of a
concept has no terms by design.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import Finding, Page, Severity, assignment, code, listing
from frontlint.lint.option import option
from frontlint.website.rule import WebsitePageRule


@dataclass(frozen=True, slots=True)
class Options:
    """Which lists classify a page."""

    taxonomies: tuple[str, ...] = option(
        ("concepts", "categories", "tags"), "The keys of the lists, the highest level first."
    )


class NoTerms(WebsitePageRule):
    """All the lists that the page has are empty."""

    severity = Severity.INFO
    options_type = Options
    options: Options

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding at most, at the first of the lists; a key with no value is for null-value."""
        if not page.values.empty:  # nearly always
            return
        lists = [name for name in self.options.taxonomies if page.get(name) == []]
        if not lists or self._is_highest(page):
            return
        there = [name for name in self.options.taxonomies if page.has(name)]
        if not any(page.get(name) for name in there):
            key = str(page.key(lists[-1]))
            verb = ("is empty", "are both empty", "are all empty")[min(len(there), 3) - 1]
            yield self.at(
                page,
                lists[0],
                f"{_listed(there)} {verb}: the page is not classified yet",
                help=f"add a term, such as `{assignment(page.document.format, key, ['…'])}`",
                label="empty",
                on_key=True,
            )

    def _is_highest(self, page: Page) -> bool:
        """Whether this is the page of a term of the highest level, which nothing classifies."""
        location = page.location
        highest = self.options.taxonomies[:1]
        return location is not None and location.kind is Kind.TERM and location.section in highest


def _listed(keys: list[str]) -> str:
    return listing([code(key, 20) for key in keys[:3]], max(len(keys) - 3, 0))
