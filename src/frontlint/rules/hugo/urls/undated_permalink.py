"""Give a page a date if its URL contains one.

Why: A permalink such as `/:year/:month/:slug/` contains the date of the page. Without a date, Hugo uses the
    year 1 and publishes the page at `/1/01/slug/`.
Bad:
    # hugo.yaml
    permalinks: {page: {posts: "/:year/:month/:slug/"}}
    # content/posts/page.md
    title: A page
Good:
    # hugo.yaml
    permalinks: {page: {posts: "/:year/:month/:slug/"}}
    # content/posts/page.md
    title: A page
    date: 2025-01-31
Note: The rule also looks at `url`, if it has tokens. It does not report drafts, or pages whose date comes
    from Git, from the file system or, as for sections, from other pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.config import Language
from frontlint.hugo.config.patterns import date_attributes
from frontlint.hugo.fields import as_text
from frontlint.hugo.fields.dates import is_set
from frontlint.hugo.urls.permalinks import fitting
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import START, ContentPage, Finding, Severity, Site, SitePage, SiteRule, clip

_ELSEWHERE = frozenset({":git", ":filemodtime"})


class UndatedPermalink(SiteRule):
    """Single pages alone: Hugo gives a section the dates of its pages."""

    severity = Severity.WARNING
    yields_to = frozenset({"url-malformed"})

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each page, at its `url` where that has the token."""
        languages = {one.code: one for one in site.config.languages if _ELSEWHERE.isdisjoint(one.dates.date)}
        dated = {code for code, language in languages.items() if _has_dates(language)}
        reported: set[str | None] = set()
        for page in site.pages:
            if page.language not in dated and "url" not in page.front:
                continue
            date = page.dates.date
            if (date is not None and date.year > 1) or page.kind is not Kind.PAGE or not page.rendered:
                continue
            language = languages.get(page.language)
            if language is None or page.path in reported or not page.certain:
                continue
            if date is None and any(is_set(page.front.get(name)) for name in language.dates.date):
                continue  # a date that Hugo cannot read stops its build, and `bad-date` reports it
            pattern = _pattern(page, language)
            if pattern:
                reported.add(page.path)
                yield self._undated(page, pattern)

    def _undated(self, page: ContentPage, pattern: str) -> Finding:
        own = "url" in page.facts.front
        token, url = clip(date_attributes(pattern)[0], 20), clip(str(page.url))
        return self.at(
            page,
            ("url",) if own else START,
            f"the page has no date for `:{token}`, so Hugo publishes it at `{url}`",
            help="add a line such as `date: 2025-01-31`",
            label=f"the pattern is {clip(pattern)}",
        )


def _has_dates(language: Language) -> bool:
    return any(date_attributes(permalink.pattern) for permalink in language.permalinks)


def _pattern(page: SitePage, language: Language) -> str:
    """The pattern of the page's address, if it has a date in it; empty otherwise."""
    url = as_text(page.front.get("url"))
    if url:
        return url if ":" in url and date_attributes(url) else ""
    if not language.permalinks:
        return ""
    patterns = [entry.pattern for entry in fitting(language, page.kind, page.logical_path)]
    return next((pattern for pattern in patterns if date_attributes(pattern)), "")
