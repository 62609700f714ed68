"""The rules of the website: they are asked only where a page has its marks."""

from __future__ import annotations

from frontlint.lint.rule import HistoryRule, PageRule, SiteRule
from frontlint.website.marks import MARKS


class WebsitePageRule(PageRule):
    """A rule about the website's pages. One that is about other keys of `marks.OWN_KEYS` names them."""

    marks = MARKS


class WebsiteSiteRule(SiteRule):
    """A rule about a site with the website's pages."""

    marks = MARKS


class WebsiteHistoryRule(HistoryRule):
    """A rule about changes of a site with the website's pages, then or now."""

    marks = MARKS
