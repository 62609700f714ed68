"""Classify each page.

Why: A page with empty lists is found under no tag, category or concept. Most likely the script that fills
them has not seen it yet.
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
Note: Looks at pages with marks of the website that have such lists, all of them empty. The page of a concept
has none by design.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import Finding, Page, Severity, listing
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
            verb = "are all empty" if len(there) > 1 else "is empty"
            yield self.at(
                page,
                lists[0],
                f"{listing(there)} {verb}: the page is not classified yet",
                help="let the site's script classify the page, or write its terms",
                label="empty",
                on_key=True,
            )

    def _is_highest(self, page: Page) -> bool:
        """Whether this is the page of a term of the highest level, which nothing classifies."""
        location = page.location
        highest = self.options.taxonomies[:1]
        return location is not None and location.kind is Kind.TERM and location.section in highest
