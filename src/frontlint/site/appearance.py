"""Whether, where and from when to when a content file is published, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from frontlint.base.record import NamedTuple, replace
from frontlint.hugo.config import Config
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.fields.build import Render, render_of
from frontlint.hugo.fields.dates import PageDates, show_moment
from frontlint.hugo.pages.publication import BuildState, DeadFile, NoPage, SitePage
from frontlint.hugo.publish import publish

_LOST: Mapping[NoPage, str] = MappingProxyType(
    {
        NoPage.RESOURCE: "it is part of the page {owner}",
        NoPage.SHADOWED: "Hugo publishes {owner} instead, which is the same page",
        NoPage.IGNORED: "Hugo ignores this file",
        NoPage.LANGUAGE: "its language is disabled",
        NoPage.DISABLED: "pages of its kind are disabled",
    }
)


class Appearance(NamedTuple):
    """What becomes of a content file: `url` is empty if Hugo does not publish it now, and `text` says why.

    `language` is empty on a site with one language.
    """

    url: str
    text: str
    language: str = ""


def appearances(
    facts: Iterable[PageFacts], config: Config, clock: datetime, path: str
) -> Iterator[Appearance]:
    """One for each page that Hugo makes of the file, or one that says why there is none.

    `facts` are those of all content files of the site, `clock` is the moment that counts (with a zone).
    """
    files = tuple(facts)
    now = publish(files, config, clock)
    pages = [page for page in now.pages if page.path == path]
    if not pages:
        yield Appearance("", _lost(next((file for file in now.dead if file.path == path), None)))
        return
    # Where it would be, drafts and dates aside.
    built = replace(config, build_drafts=True, build_future=True, build_expired=True)
    shown = {page.language: page for page in publish(files, built, clock).pages if page.path == path}
    for page in sorted(pages, key=lambda one: one.language):
        language = page.language if len(config.languages) > 1 else ""
        text = _page(page, shown.get(page.language, page), config, clock)
        yield Appearance((page.url or "") if text.startswith("yes") else "", text, language)


def _lost(dead: DeadFile | None) -> str:
    if dead is None:
        return "no: Hugo does not make a page from this file"
    return "no: " + _LOST[dead.why].format(owner=dead.owner or "another file")


def _page(page: SitePage, shown: SitePage, config: Config, clock: datetime) -> str:
    never = _never(shown, config)
    if never:
        return f"no: {never}"
    where = f"at {shown.url}" if shown.certain else f"probably at {shown.url}, but that is uncertain"
    starts, ends = page.dates.publishdate, page.dates.expirydate
    if page.hidden is BuildState.DRAFT:
        return f"no: a draft; otherwise {where}{_span(page.dates)}"
    if page.built:
        return f"yes, {where}{_odd(page.dates, clock) or _span(page.dates)}"
    if starts and ends and ends <= starts:
        return f"never: it expires at {show_moment(ends)}, before it begins at {show_moment(starts)}"
    if page.hidden is BuildState.FUTURE:
        return f"not yet; {where}{_span(page.dates)}"
    return f"no longer; it was {where}{_span(page.dates)}"


def _odd(dates: PageDates, clock: datetime) -> str:
    """What publishes a page that its dates would keep back; empty where they do not."""
    starts, ends = dates.publishdate, dates.expirydate
    if starts is not None and starts > clock:
        return f", although it begins only at {show_moment(starts)}: `buildFuture` is on"
    if ends is not None and ends < clock:
        return f", although it expired at {show_moment(ends)}: `buildExpired` is on"
    return ""


def _never(shown: SitePage, config: Config) -> str:
    """Why no date publishes the page; empty where one does."""
    if shown.hidden is BuildState.DISABLED:
        return _LOST[NoPage.DISABLED]
    if shown.rendered:
        return ""
    render = render_of(shown.front, config.hugo_version)
    if render is Render.LINK:
        return f"`build.render` is `link`: Hugo links to {shown.url}, but writes no page there"
    if render is Render.NEVER:
        return "`build.render` is `never`, or `headless` is `true`"
    language = config.language(shown.language)
    if language is not None and shown.kind in language.disabled_kinds:
        return _LOST[NoPage.DISABLED]
    return "it has no output format"


def _span(dates: PageDates) -> str:
    starts = f" from {show_moment(dates.publishdate)}" if dates.publishdate else ""
    ends = f" until {show_moment(dates.expirydate)}" if dates.expirydate else ""
    return starts + ends
