"""Link only to pages that exist.

Why: Hugo's build fails at a `ref` or `relref` that fits no page. Hugo looks for the paths of files, in lower
    case. It does not look for aliases, slugs or drafts.
Bad:
    # content/posts/page.md
    ---
    title: A page
    ---
    See the [plan]({{< ref "/posts/pan" >}}).
    # content/posts/plan.md
    title: The plan
Good:
    # content/posts/page.md
    ---
    title: A page
    ---
    See the [plan]({{< ref "/posts/plan" >}}).
    # content/posts/plan.md
    title: The plan
Fix: Writes the new path of a page that the change renamed, so the ref leads where it led before. Otherwise
    it writes the path of the page with the nearest name or with that address, only on request: another page
    may be meant. The build that failed then works.
Note: This is a warning if `refLinksErrorLevel` is `warning` in Hugo's settings. If a theme, a module or a
    content adapter brings pages that frontlint does not read, the rule ignores links that may lead to them.
    It checks texts of the front matter if a template renders them with `RenderString`, `RenderShortcodes` or
    `markdownify`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from frontlint.hugo.content.facts import RefCall
from frontlint.hugo.refs.refs import Resolution, Status
from frontlint.lint import (
    START,
    Anchor,
    ContentPage,
    Finding,
    Fix,
    Label,
    Severity,
    Site,
    SitePage,
    SiteRule,
    Spot,
    code,
    lazy_pattern,
    listing,
    numbered,
    replace_here,
)
from frontlint.site.ref_advice import Advice, advise, shortcode
from frontlint.site.unseen import may_be_foreign, may_be_unread

if TYPE_CHECKING:
    from frontlint.site.history.history import History

_PLAIN = lazy_pattern(r"[\w./-]+")
_BARE = lazy_pattern(r"[\w.-]+")
"""What a shortcode takes without quotes; a path with a slash needs them."""
_MOST = 6
_BROKEN = frozenset({Status.NOT_FOUND, Status.NO_LANGUAGE, Status.NO_OUTPUT_FORMAT, Status.BAD_URL})


class BrokenRef(SiteRule):
    """Only pages that Hugo renders have their refs looked up."""

    severity = Severity.ERROR
    asks_nearest = True

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each shortcode."""
        for page, number, call, result in site.failed_refs:
            if result.status in _BROKEN and not _may_work(site, page, call, result):
                yield self._broken(site, page, numbered(Spot.REF, number), call, result)

    def _broken(
        self, site: Site, page: SitePage, anchor: Anchor, call: RefCall, result: Resolution
    ) -> Finding:
        advice = _advice(site, page, call, result)
        related: tuple[Label, ...] = ()
        if isinstance(advice.page, ContentPage):
            related = (Label.at(advice.page.path, START, advice.about),)
        return self.at(
            page,
            anchor,
            advice.message,
            help=advice.help,
            label="this link",
            severity=Severity.WARNING if site.config.refs_are_warnings else Severity.ERROR,
            related=related,
            fix=self._nearest(site, page, anchor, call, advice),
        )

    def _nearest(
        self, site: Site, page: SitePage, anchor: Anchor, call: RefCall, advice: Advice
    ) -> Fix | None:
        """The nearest page, in the body alone: a ref in the front matter is a part of a text."""
        near, facts, path = advice.page, page.facts, call.path or ""
        number = int(anchor.route[0])
        if not advice.fits or near is None or facts is None or number < len(facts.front_refs):
            return None
        text = _path_to(site, page, near, path)
        if text is None:
            return None
        return self.fix(facts, f"write {shortcode(call, text)}", replace_here(path, text), safe=False)

    def since(self, finding: Finding, history: History) -> Finding:
        """A ref to a page that the change has renamed: what it is called now is known."""
        page, anchor = history.new.page(finding.path), finding.anchor
        if page is None or anchor is None or anchor.spot is not Spot.REF:
            return finding
        call = dict(history.new.refs_of(page)).get(int(anchor.route[0]))
        now = None if call is None else _renamed(history, page, call)
        if call is None or now is None:
            return finding
        text = _path_to(history.new, page, now, call.path or "")
        if text is None:
            return finding
        title = f"write {shortcode(call, text)}"
        change = [replace_here(call.path or "", text)] if _is_in_body(page, anchor) else []
        help_ = f"{title}: the page was renamed in this change"
        return finding._replace(help=help_, fix=self.fix(page, title, *change))


def _is_in_body(page: ContentPage, anchor: Anchor) -> bool:
    return int(anchor.route[0]) >= len(page.facts.front_refs)


def _renamed(history: History, page: ContentPage, call: RefCall) -> SitePage | None:
    """The page that a ref meant before, if its file has another name now."""
    before = {new: old for old, new in history.renamed.items()}
    was = history.old.page(before.get(page.path, page.path))
    meant = None if was is None else history.old.resolve(was, call).page
    if meant is None or meant.path not in history.renamed:
        return None
    now = history.page_now(meant)
    return now if now is not None and now.built and now.language == meant.language else None


def _path_to(site: Site, page: SitePage, target: SitePage, written: str) -> str | None:
    """What to write for a path so that it leads to another page; None where that is not sure."""
    old, hash_, fragment = written.partition("#")
    new = target.logical_path
    if _BARE.fullmatch(written):  # perhaps without quotes
        new = new.rpartition("/")[2]
    if not old or not _PLAIN.fullmatch(new) or site.resolve_path(page, new).page != target:
        return None
    return f"{new}{hash_}{fragment}"


def _may_work(site: Site, page: SitePage, call: RefCall, result: Resolution) -> bool:
    """Whether Hugo may know a page that frontlint does not; a draft is nobody else's page."""
    if result.status is not Status.NOT_FOUND:
        return False
    foreign = not result.hidden and may_be_foreign(site, page, call.path or "")
    return foreign or may_be_unread(site, page, call)


def _advice(site: Site, page: SitePage, call: RefCall, result: Resolution) -> Advice:
    path = code(call.path or "", 50)
    if result.status is Status.NO_LANGUAGE:
        known = [code(language.code, 20) for language in site.config.languages]
        listed = listing(known[:_MOST], max(len(known) - _MOST, 0), "or")
        return Advice(f"the site has no language {code(call.lang, 30)}", f"write {listed}")
    if result.status is Status.NO_OUTPUT_FORMAT:
        return Advice(
            f"the page {path} is not published as {code(call.output_format, 30)}",
            f'delete `outputFormat="{call.output_format}"`',
        )
    if result.status is Status.BAD_URL:
        return Advice(f"Hugo cannot read {path} as an address", "write `%25` for each percent sign")
    return advise(site, page, call, result)
