"""Use the change frequency of the page's type.

Why: Crawlers come back as often as the sitemap says. A video with `weekly`, or a blog post with `monthly`,
usually has the sitemap of the page that it was copied from.
Bad:
    # content/resources/videos/aB3-dE_fG9h/index.md
    title: Kneading
    ResourceId: aB3-dE_fG9h
    ResourceType: videos
    sitemap:
      changefreq: weekly
Good:
    # content/resources/videos/aB3-dE_fG9h/index.md
    title: Kneading
    ResourceId: aB3-dE_fG9h
    ResourceType: videos
    sitemap:
      changefreq: monthly
Fix: Writes the frequency of the type. Only the sitemap changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.record import dataclass
from frontlint.lint import Finding, Page, assignment, code, set_value, to_words
from frontlint.lint.option import option
from frontlint.website.collect import facts_of
from frontlint.website.rule import WebsitePageRule
from frontlint.website.sitemap import resource_type, sitemaps_of

_WEEKLY = (
    "blog",
    "signals",
    "newsletters",
    "guides",
    "engineering-notes",
    "workshops",
    "recipes",
    "principles",
)
_MONTHLY = ("videos", "podcast", "case-studies")


@dataclass(frozen=True, slots=True)
class Options:
    """The frequencies."""

    types: Mapping[str, str] = option(
        {**dict.fromkeys(_WEEKLY, "weekly"), **dict.fromkeys(_MONTHLY, "monthly")},
        "The frequency of each type of resource; other types can have any.",
    )


class SitemapChangefreq(WebsitePageRule):
    """`sitemap.changefreq` is not the frequency of the page's type."""

    budget = 14_000  # the kind of the page is worked out
    options_type = Options
    options: Options
    keys = frozenset({"sitemap"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at the frequency."""
        value, route = page.inner("sitemap", "changefreq") or (None, ())
        if not isinstance(value, str) or not value.strip():
            return
        type_ = resource_type(facts_of(page), page.location)
        wanted = self.options.types.get(type_)
        if wanted is not None and value.strip().lower() != wanted.lower():
            right = f"{code(wanted, 16)} (type {code(type_, 24)})"
            message = f"`{to_words(route)}` is {code(value, 16)}, but should be {right}"
            change = set_value(route, wanted)
            line = assignment(page.document.format, str(route[-1]), wanted)
            fix = self.fix(page, f"write `{line}`", change, outputs=sitemaps_of(page.config))
            yield self.at(page, route, message, fix=fix)
