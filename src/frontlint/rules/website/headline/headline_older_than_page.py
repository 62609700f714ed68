"""Bring the headline up to date with the page.

Why: The headline is written from the page. One that is older than the page's date was written from an
earlier text, and may announce what the page no longer says.
Bad:
    # content/tags/scrum/_index.md
    title: Scrum
    date: 2025-03-04T09:00:00Z
    headline:
      title: Scrum, a frame for small teams
      updated: 2025-02-13T11:20:00Z
Good:
    # content/tags/scrum/_index.md
    title: Scrum
    date: 2025-03-04T09:00:00Z
    headline:
      title: Scrum, a frame for small teams
      updated: 2025-03-04T09:00:05Z
Note: Days are compared where one of the two has no time of day. A time without a zone has to be half a day
older to be sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.fields import as_text
from frontlint.lint import Finding, Label, Page, to_words
from frontlint.site.moments import is_before
from frontlint.website.rule import WebsitePageRule


class HeadlineOlderThanPage(WebsitePageRule):
    """`headline.updated` before `date`."""

    budget = 12_000  # both dates are read
    keys = marks = frozenset({"headline"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at headline.updated."""
        found, date = page.inner("headline", "updated"), page.get("date")
        if found is None or not is_before(found[0], date, page.zone):
            return
        value, route = found
        yield self.at(
            page,
            route,
            f"{to_words(route)} {as_text(value)} is before the page's date, {as_text(date)}",
            help="have the script write the headline again, or correct the date",
            label="older than the page",
            related=(Label(page.facts.path, page.at("date"), "the page's date"),),
        )
