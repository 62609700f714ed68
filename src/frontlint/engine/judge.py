"""The site phase: site rules over all facts, then selection, severity and order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from frontlint.engine.internal_error import INTERNAL, Crashes
from frontlint.findings.finding import Finding, sound
from frontlint.lint.rule import HistoryRule, SiteRule
from frontlint.settings import Settings
from frontlint.site.model import Site

if TYPE_CHECKING:
    from frontlint.site.history.history import History  # most runs compare with nothing


def site_findings(site: Site, rules: Iterable[SiteRule], crashes: Crashes) -> Iterator[Finding]:
    """What the site rules find."""
    for rule in rules:
        yield from _guarded(rule.name, partial(rule.check, site), site, crashes)


def history_findings(history: History, rules: Iterable[HistoryRule], crashes: Crashes) -> Iterator[Finding]:
    """What the history rules find."""
    for rule in rules:
        yield from _guarded(rule.name, partial(rule.check, history), history.new, crashes)


def _guarded(
    rule: str, check: Callable[[], Iterable[Finding]], site: Site, crashes: Crashes
) -> Iterator[Finding]:
    """What a rule finds; one that raises is noted at the first page, and the others go on."""
    try:
        yield from map(sound, check())
    except Exception as error:  # noqa: BLE001 - a rule that fails must not silence the others
        yield crashes.note(rule, first_page(site), error)


def first_page(site: Site) -> str:
    """The file that stands for the whole site; empty where there is none."""
    return next((page.path for page in site.pages if page.path), "")


def judge(
    findings: Iterable[Finding], settings: Settings, wanted: Callable[[str], bool]
) -> tuple[Finding, ...]:
    """The findings that count, with the severity that applies, sorted by path, span and rule.

    `wanted` says whether a page is to be reported on.
    """
    kept: list[Finding] = []
    for finding in findings:
        if finding.rule == INTERNAL:
            kept.append(finding)
            continue
        if not wanted(finding.path):
            continue
        state = settings.rules_for(finding.path)[finding.rule]
        if state.on:
            kept.append(finding if state.severity is None else finding.with_severity(state.severity))
    return tuple(sorted(_once(kept), key=_order))


def _once(findings: Iterable[Finding]) -> Iterable[Finding]:
    """The same thing is said once, however many ways led to it."""
    return dict.fromkeys(findings)


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return (finding.path, finding.span.start, finding.span.end, finding.rule, finding.message)
