"""A headline must not be older than its page.

Why: A script writes the headline from the page. If the headline is older than the page's date, it was
written from an earlier text, and may announce what the page no longer says.
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
Note: If one of the two has no time of day, the rule compares days. If one has no time zone, the headline
must be half a day older to be reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.fields import as_text
from frontlint.lint import Finding, Label, Page, code, shorten, to_words
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
        (value, route), day = found, code(as_text(date), 30)
        yield self.at(
            page,
            route,
            f"`{to_words(route)}: {shorten(as_text(value))}` is before the page's `date`, {day}",
            help="run the script that writes headlines, or correct `date`",
            label="older than the page",
            related=(Label(page.facts.path, page.at("date"), "the page's date"),),
        )
