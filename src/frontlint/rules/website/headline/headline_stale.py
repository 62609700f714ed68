"""Renew headlines from before the limit.

Why: The script that writes headlines has changed, and will replace every headline from before that day.
Until then, the page has an old one.
Bad:
    # content/tags/scrum/_index.md
    title: Scrum
    headline:
      title: Scrum
      updated: 2025-03-21T09:30:37Z
Good:
    # content/tags/scrum/_index.md
    title: Scrum
    headline:
      title: Scrum, a frame for small teams
      updated: 2025-11-24T13:22:02Z
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from frontlint.base.record import dataclass
from frontlint.hugo.fields import as_text
from frontlint.lint import Finding, Page, Severity, shorten, to_words
from frontlint.lint.option import option
from frontlint.site.moments import is_before
from frontlint.website.rule import WebsitePageRule


@dataclass(frozen=True, slots=True)
class Options:
    """The limit."""

    before: datetime = option(
        datetime(2025, 5, 23, 9, tzinfo=UTC), "Headlines that were updated before this time are out of date."
    )


class HeadlineStale(WebsitePageRule):
    """`headline.updated` before the limit."""

    budget = 16_000  # the date of the headline is read
    severity = Severity.INFO
    options_type = Options
    options: Options
    keys = marks = frozenset({"headline"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at headline.updated."""
        limit = self.options.before.isoformat().replace("+00:00", "Z")
        found = page.inner("headline", "updated")
        if found is None or not is_before(found[0], limit, page.zone):
            return
        value, route = found
        yield self.at(
            page,
            route,
            f"this headline is out of date: `{to_words(route)}: {shorten(as_text(value))}` is before {limit}",
            help="run the script that writes headlines",
            label="out of date",
        )
