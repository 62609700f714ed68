"""A page's dates can keep it off the site.

Why: Hugo publishes a page from its `publishDate` (or else its `date`) to its `expiryDate`. At any other time
    it builds the site without the page.
Bad:
    title: The plan
    publishDate: 2020-06-01
    expiryDate: 2020-05-01
Good:
    title: The plan
    publishDate: 2020-05-01
Note: This is for information only, because a page is often meant for a later day. `frontlint config FILE`
    says when a page is published. The rule is silent on drafts, and if `buildFuture` or `buildExpired`
    publishes the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from frontlint.hugo.config import Language
from frontlint.hugo.fields.dates import as_date, show_moment
from frontlint.hugo.pages.publication import BuildState
from frontlint.lint import START, Finding, Severity, Site, SitePage, SiteRule

if TYPE_CHECKING:
    from datetime import datetime

_WRITTEN = {"publishdate": "publishDate", "expirydate": "expiryDate", "unpublishdate": "unpublishDate"}
_FILE_NAME = "file name"
_BY_DATE = frozenset({BuildState.FUTURE, BuildState.EXPIRED})


class NeverPublished(SiteRule):
    """Pages that Hugo leaves out at the moment of the check, by their dates."""

    severity = Severity.INFO

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each file, at the date that decides; for a date in a cascade one for all pages."""
        told: set[str | None] = set()
        for page in site.pages:
            if page.hidden not in _BY_DATE or page.path in told or page.facts is None:
                continue
            language = site.config.language(page.language)
            if language is not None:
                told.add(page.path)
                yield from self._hidden(page, language)

    def _hidden(self, page: SitePage, language: Language) -> Iterator[Finding]:
        starts, ends = page.dates.publishdate, page.dates.expirydate
        first = _field(page, language, language.dates.publishdate)
        last = _field(page, language, language.dates.expirydate)
        given = first in page.givers, last in page.givers
        hiding, other = (first, last) if page.hidden is BuildState.FUTURE else (last, first)
        if ends is not None and starts is not None and ends <= starts and first and last:
            names = f"{_shown(last)} is not after {_shown(first)}"
            if given[0] is not given[1] and hiding in page.givers:
                # Reported at the cascade, which hides the page whatever the other date is.
                yield from self._by_one_date(page, first, last, starts, ends)
                return
            if given[0] is not given[1]:
                words = f"with the {_shown(other)} of a cascade, Hugo never publishes this page: {names}"
                yield self._at(page, hiding, words, f"delete {_shown(hiding)}, or write another day")
                return
            words = f"{names}, so Hugo never publishes {'pages with both' if all(given) else 'this page'}"
            yield self._at(page, last, words, f"write a day after {show_moment(starts)} as {_shown(last)}")
            return
        yield from self._by_one_date(page, first, last, starts, ends)

    def _by_one_date(
        self, page: SitePage, first: str, last: str, starts: datetime | None, ends: datetime | None
    ) -> Iterator[Finding]:
        if page.hidden is BuildState.FUTURE and starts is not None and first:
            which = "a page with this date" if first in page.givers else "this page"
            words = f"Hugo does not publish {which} before {show_moment(starts)}, its {_shown(first)}"
            if first == _FILE_NAME:
                day = show_moment(starts)
                words = f"Hugo does not publish this page before {day}, the day in its file name"
            yield self._at(page, first, words, _earlier(first))
        elif page.hidden is BuildState.EXPIRED and ends is not None and last:
            which = "pages with this date" if last in page.givers else "this page"
            its = "their" if last in page.givers else "its"
            words = f"Hugo stopped publishing {which} on {show_moment(ends)}, {its} {_shown(last)}"
            it = "them" if last in page.givers else "it"
            yield self._at(page, last, words, f"to publish {it} again, delete {_shown(last)}")

    def _at(self, page: SitePage, field: str, message: str, advice: str) -> Finding:
        assert page.facts is not None
        is_there = field in page.front
        where = (field,) if is_there else START
        return self.at(page, where, message, help=advice, label="this date" if is_there else "")


def _shown(field: str) -> str:
    """A field as Hugo's documentation writes it; the date in a file name is not a field."""
    return "file name" if field == _FILE_NAME else f"`{_WRITTEN.get(field, field)}`"


def _earlier(field: str) -> str:
    if field == _FILE_NAME:
        return "to publish it now, rename the file to an earlier date"
    return f"to publish it now, write an earlier {_shown(field)}"


def _field(page: SitePage, language: Language, names: Sequence[str]) -> str:
    """The first field from which the page has a date; empty if it has none.

    If `date` is asked for and missing, Hugo takes its substitute, such as `lastmod`.
    """
    every = (*names, *(language.dates.date if "date" in names else ()))
    for name in every:
        if name == ":filename" and name not in page.front:
            continue
        if as_date(page.front.get(name), language.zone) is not None:
            return name
    return _FILE_NAME if ":filename" in every else ""
