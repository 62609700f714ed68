"""Know which pages their dates keep off the site.

Why: Hugo publishes a page from its `publishDate` (else its `date`) to its `expiryDate`, and builds
    without it at any other time.
Bad:
    title: The plan
    publishDate: 2020-06-01
    expiryDate: 2020-05-01
Good:
    title: The plan
    publishDate: 2020-05-01
Note: For information only: a page of tomorrow is often meant. `frontlint config FILE` says from when to
    when a page is published. Silent if `buildFuture` or `buildExpired` publishes the page, and for
    drafts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frontlint.findings.finding import Finding, Severity
from frontlint.frontmatter.route import Route
from frontlint.hugo.config import Language
from frontlint.hugo.fields.dates import as_date, show_moment
from frontlint.hugo.pages.publication import BuildState, ContentPage
from frontlint.lint.rule import SiteRule
from frontlint.site.model import Site

_WRITTEN = {"publishdate": "publishDate", "expirydate": "expiryDate", "unpublishdate": "unpublishDate"}
_BY_DATE = frozenset({BuildState.FUTURE, BuildState.EXPIRED})


class NeverPublished(SiteRule):
    """Pages that Hugo leaves out at the moment of the check, by their dates."""

    severity = Severity.INFO

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each file, at the date that decides."""
        reported: set[str | None] = set()
        for page in site.pages:
            if page.hidden not in _BY_DATE or page.path in reported:
                continue
            language = site.config.language(page.language)
            if language is not None:
                reported.add(page.path)
                yield from self._hidden(page, language)

    def _hidden(self, page: ContentPage, language: Language) -> Iterator[Finding]:
        starts, ends = page.dates.publishdate, page.dates.expirydate
        first = _field(page, language, language.dates.publishdate)
        last = _field(page, language, language.dates.expirydate)
        if ends is not None and starts is not None and ends <= starts and first and last:
            names = f"`{_shown(last)}` is not after `{_shown(first)}`"
            words = f"{names}, so Hugo never publishes this page"
            yield self._at(page, last, words, f"write a day later than {show_moment(starts)}")
        elif page.hidden is BuildState.FUTURE and starts is not None and first:
            words = f"Hugo does not publish this page before {show_moment(starts)}, its `{_shown(first)}`"
            yield self._at(page, first, words, f"to publish it now, write an earlier `{_shown(first)}`")
        elif page.hidden is BuildState.EXPIRED and ends is not None and last:
            words = f"Hugo stopped publishing this page at {show_moment(ends)}, its `{_shown(last)}`"
            yield self._at(page, last, words, f"to publish it again, delete `{_shown(last)}`")

    def _at(self, page: ContentPage, field: str, message: str, advice: str) -> Finding:
        route: Route = (field,)
        where = route if field in page.facts.front else page.facts.start
        return self.at(page, where, message, help=advice, label="this date" if where == route else "")


def _shown(field: str) -> str:
    """A field as Hugo's documentation writes it."""
    return _WRITTEN.get(field, field)


def _field(page: ContentPage, language: Language, names: Sequence[str]) -> str:
    """The first of these fields from which the page has a date; empty where a cascade has it."""
    for name in names:
        if name == ":filename" and name not in page.front:
            continue
        if as_date(page.front.get(name), language.zone) is not None:
            return name if name in page.facts.front else ""
    return "file name" if ":filename" in names else ""
