"""`lastmod` must not be before `date`.

Why: A page cannot change before it appears. Feeds and sitemaps give `lastmod` to readers and search engines,
which then take the page for older than it is.
Bad:
    title: November at the long table
    date: 2025-11-12T09:00:00Z
    lastmod: 2025-11-10T09:00:00Z
Good:
    title: November at the long table
    date: 2025-11-12T09:00:00Z
    lastmod: 2025-11-12T09:00:00Z
Note: If one of the two has no time of day, the rule compares days. If one has no time zone, `lastmod` must
be half a day earlier to be reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.fields import as_text
from frontlint.lint import Finding, Label, Page, PageRule, assignment, code, shorten
from frontlint.site.moments import is_before


class LastmodBeforeDate(PageRule):
    """`lastmod` before `date`."""

    keys = frozenset({"lastmod"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at lastmod."""
        lastmod, date = page.get("lastmod"), page.get("date")
        if not is_before(lastmod, date, page.zone):
            return
        key, form = str(page.key("lastmod")), page.document.format
        yield self.at(
            page,
            "lastmod",
            f"`{key}: {shorten(as_text(lastmod))}` is before the page's `date`, {code(as_text(date), 30)}",
            help=f"write `{assignment(form, key, as_text(date))}`, or the day of the last change",
            label="earlier than the date",
            related=(Label(page.facts.path, page.at("date"), "the page's date"),),
        )
