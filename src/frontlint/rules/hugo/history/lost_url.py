"""Keep every published URL working.

Why: Hugo does not know yesterday's site. Links from other websites, bookmarks and search engines still lead
    to the old address, and find nothing there.
Bad:
    # old/content/posts/plan.md
    title: The plan
    # new/content/posts/the-plan.md
    title: The plan
Good:
    # old/content/posts/plan.md
    title: The plan
    # new/content/posts/the-plan.md
    title: The plan
    aliases:
      - /posts/plan/
Fix: Adds the old addresses to the aliases of the page that took their place. This only adds redirects. If no
    page took it, the fix adds them to the nearest page above, only on request: their readers may look for
    something else.
Note: The rule compares the files that Hugo writes: an address that something else now publishes is not lost.
    An entry of `aliasesArchive` counts as a redirect, too. If the page is gone and no page takes its place,
    the problem is shown at the nearest page above it. The rule needs `--since` or `--staged`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frontlint.base.record import NamedTuple
from frontlint.hugo.pages.publication import Claim
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import (
    START,
    ContentPage,
    Finding,
    Fix,
    HistoryRule,
    Outputs,
    PageFacts,
    Severity,
    SitePage,
    code,
)
from frontlint.site.entry_edits import with_more
from frontlint.site.history.history import History
from frontlint.site.history.lost_urls import Fate, Loss, losses, makers
from frontlint.site.history.successor import above, alias_for, as_item, successor
from frontlint.site.ref_advice import HIDDEN

_MOST = 8
"""So many aliases are written out; a page with more has bigger worries."""


class _Notice(NamedTuple):
    """Where a loss is reported: the file, what became of the page, and the page that can keep the address.

    It is `sure` if that page is the old one, or the one in its place.
    """

    facts: PageFacts
    words: str
    page: SitePage | None
    sure: bool = True


class LostUrl(HistoryRule):
    """Pages and aliases that the base published."""

    severity = Severity.ERROR

    def check(self, history: History) -> Iterator[Finding]:
        """One finding for each page that lost addresses; one for all that Hugo made because of one page."""
        made: dict[tuple[str, str], tuple[_Notice, list[Claim]]] = {}
        for loss in losses(history):
            if loss.page.path is not None or loss.now is not None:
                yield self._lost(history, _notice(history, loss), loss.claims)
            else:
                notice = _notice_of_made(history, loss.page)
                if notice is not None:
                    made.setdefault((notice.facts.path, notice.words), (notice, []))[1].extend(loss.claims)
        for notice, claims in made.values():
            yield self._lost(history, notice, claims)

    def _lost(self, history: History, notice: _Notice, claims: Sequence[Claim]) -> Finding:
        more = f" and {len(claims) - 1} more stop" if len(claims) > 1 else " stops"
        return self.at(
            notice.facts,
            ("aliases",) if notice.page is not None else START,
            f"{code(claims[0].url, 26)}{more} working: {notice.words}",
            help=_help(history, notice, claims),
            label="the page that can keep the address" if notice.page is not None else "",
            fix=self._with_aliases(history, notice, claims),
        )

    def _with_aliases(self, history: History, notice: _Notice, claims: Sequence[Claim]) -> Fix | None:
        """Where one page can have all the addresses, and has no aliases from a cascade, which would go."""
        page = notice.page
        if page is None or not page.built or "aliases" in page.givers or not notice.facts.readable:
            return None
        outputs = list(dict.fromkeys(claim.output for claim in claims))
        aliases = [alias_for(output, page, history.new.config) for output in outputs]
        kept = [alias for alias in aliases if alias is not None]
        if len(kept) < len(aliases):
            return None
        change = with_more(notice.facts, "aliases", *kept)
        order, adds = _order(notice, claims), Outputs(tuple(outputs))
        return self.fix(notice.facts, order, *change, safe=notice.sure, outputs=adds)


def _notice(history: History, loss: Loss) -> _Notice:
    """Where to report what a page lost, nearest to where an author can fix it."""
    if isinstance(loss.now, ContentPage):
        return _Notice(loss.now.facts, _words(loss.fate, loss.now, len(loss.claims)), loss.now)
    if loss.now is not None:
        return _Notice(history.config_file(), "Hugo now publishes the page elsewhere or not at all", None)
    if loss.file is not None:
        return _Notice(loss.file, "this file is no longer a page", None)
    return _gone(history, loss.page, f"{code(loss.page.path or '', 34)} is gone")


def _words(fate: Fate, now: SitePage, count: int) -> str:
    if fate is Fate.MOVED:
        return f"the page moved to {code(str(now.url), 36)}"
    if fate is Fate.STAYS:
        return "the page lost this alias" if count == 1 else "the page lost these aliases"
    if fate is Fate.HIDDEN:
        return f"the page is now {HIDDEN.get(now.hidden, 'not built')}"
    return "Hugo no longer writes a file for the page"


def _gone(history: History, page: SitePage, words: str) -> _Notice:
    """The page that takes the place of one without a file, else the nearest one above."""
    found = successor(history, page)
    if found is not None:
        return _Notice(found.facts, f"{words}, and this page took its place", found)
    found = above(history, page)
    if found is not None:
        return _Notice(found.facts, words, found, sure=False)
    return _Notice(history.config_file(), words, None)


def _notice_of_made(history: History, page: SitePage) -> _Notice | None:
    """Where to tell of a page that Hugo made: at the first page that has made it do so; None if unknown."""
    words = "no page has the term now" if page.kind is Kind.TERM else "no page is in it now"
    for maker in makers(history, page):
        if history.is_unknown(maker):
            return None
        now = history.page_now(maker)
        if isinstance(now, ContentPage):
            return _Notice(now.facts, words, now, sure=False)
    return _gone(history, page, words)


def _help(history: History, notice: _Notice, claims: Sequence[Claim]) -> str:
    """The lines to add; for an address that no alias of the page can have, what else there is."""
    if notice.page is None:
        urls = [claim.url for claim in claims]
        return f"add to `aliases` of the page that takes its place:\n{_items(urls)}"
    aliases = [alias_for(claim.output, notice.page, history.new.config) for claim in claims]
    kept = [alias for alias in aliases if alias is not None]
    if len(kept) < len(aliases):
        return "redirect the old address on your web server: no alias of this page can"
    if not notice.page.built:
        return f"publish it again, or add to the page that takes its place:\naliases:\n{_items(kept)}"
    if "aliases" in notice.facts.front:  # a second key would be another problem
        return f"{_order(notice, claims)}:\n{_items(kept)}"
    return f"{_order(notice, claims)}:\naliases:\n{_items(kept)}"


def _order(notice: _Notice, claims: Sequence[Claim]) -> str:
    what = "the old address" if len(claims) == 1 else f"the {len(claims)} old addresses"
    where = "the aliases of this page" if "aliases" in notice.facts.front else "this page"
    return f"add {what} to {where}"


def _items(aliases: Sequence[str]) -> str:
    left = len(aliases) - _MOST
    more = [f"  # and {left} more"] if left > 0 else []
    return "\n".join([*(f"  - {as_item(alias)}" for alias in aliases[:_MOST]), *more])
