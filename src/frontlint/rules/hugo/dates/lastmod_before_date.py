"""Let lastmod be no earlier than date.

Why: A page cannot have been changed before it appeared. Feeds and sitemaps give lastmod to readers and search
engines, who then take the page for older than it is.
Bad:
    title: November at the long table
    date: 2025-11-12T09:00:00Z
    lastmod: 2025-11-10T09:00:00Z
Good:
    title: November at the long table
    date: 2025-11-12T09:00:00Z
    lastmod: 2025-11-12T09:00:00Z
Note: Days are compared where one of the two has no time of day. A time without a zone has to be half a day
earlier to be sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.fields import as_text
from frontlint.lint import Finding, Label, Page, PageRule
from frontlint.site.moments import is_before


class LastmodBeforeDate(PageRule):
    """`lastmod` before `date`."""

    keys = frozenset({"lastmod"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at lastmod."""
        lastmod, date = page.get("lastmod"), page.get("date")
        if not is_before(lastmod, date, page.zone):
            return
        yield self.at(
            page,
            "lastmod",
            f"{page.key('lastmod')} {as_text(lastmod)} is before the page's date, {as_text(date)}",
            help=f"write {as_text(date)}, or the day of the last change",
            label="earlier than the date",
            related=(Label(page.facts.path, page.at("date"), "the page's date"),),
        )
