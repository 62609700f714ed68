"""Link to pages that exist.

Why: Hugo ends its build with an error at a `ref` or `relref` that it cannot resolve. It looks for files, in
    lower case; it knows neither aliases nor slugs, and no drafts.
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
Note: A warning where the configuration sets refLinksErrorLevel to warning. Where a theme, a module or a
    content adapter brings pages that frontlint does not read, a link that may lead to them is not reported.
    Texts of the front matter count where a template renders them with RenderString, RenderShortcodes or
    markdownify.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.content.facts import RefCall
from frontlint.hugo.refs.refs import Resolution, Status
from frontlint.lint import (
    START,
    Anchor,
    ContentPage,
    Finding,
    Label,
    Severity,
    Site,
    SitePage,
    SiteRule,
    Spot,
    clip,
    numbered,
)
from frontlint.site.ref_advice import Advice, advise
from frontlint.site.unseen import may_be_foreign, may_be_unread

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
        )


def _may_work(site: Site, page: SitePage, call: RefCall, result: Resolution) -> bool:
    """Whether Hugo may know a page that frontlint does not; a draft is nobody else's page."""
    if result.status is not Status.NOT_FOUND:
        return False
    foreign = not result.hidden and may_be_foreign(site, page, call.path or "")
    return foreign or may_be_unread(site, page, call)


def _advice(site: Site, page: SitePage, call: RefCall, result: Resolution) -> Advice:
    path = clip(call.path or "", 50)
    if result.status is Status.NO_LANGUAGE:
        known = ", ".join(language.code for language in site.config.languages)
        return Advice(f"the website has no language {clip(call.lang, 30)}", f"its languages are {known}")
    if result.status is Status.NO_OUTPUT_FORMAT:
        return Advice(
            f"the page {path} is not published as {clip(call.output_format, 30)}", "remove the output format"
        )
    if result.status is Status.BAD_URL:
        return Advice(f"Hugo cannot read {path} as an address", "write a percent sign as %25")
    return advise(site, page, call.path or "", result)
