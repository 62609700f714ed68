"""The site phase: site rules over all facts, then selection, severity and order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from frontlint.engine.internal_error import INTERNAL, Crashes
from frontlint.findings.finding import Finding, sound
from frontlint.frontmatter.route import Route
from frontlint.lint.rule import YIELDING, HistoryRule, SiteRule
from frontlint.settings import Settings
from frontlint.site.model import Site

if TYPE_CHECKING:
    from frontlint.site.history.history import History  # most runs compare with nothing


def site_findings(site: Site, rules: Iterable[SiteRule], crashes: Crashes) -> Iterator[Finding]:
    """What the site rules find, without places (see `engine/locate.py`)."""
    for rule in rules:
        yield from _guarded(rule.name, partial(rule.check, site), site, crashes)


def history_findings(history: History, rules: Iterable[HistoryRule], crashes: Crashes) -> Iterator[Finding]:
    """What the history rules find, without places."""
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
    """The file that represents the whole site; empty if there is none."""
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
    return tuple(sorted(_once(_unsaid(kept, settings)), key=order))


def _unsaid(findings: list[Finding], settings: Settings) -> Iterable[Finding]:
    """Without the findings of rules that leave the word to another one about the same field."""
    names = {finding.rule for finding in findings} - {INTERNAL}
    yielding = {name: settings.rule(name).yields_to & names for name in names & YIELDING}
    if not any(yielding.values()):
        return findings
    others = frozenset[str]().union(*yielding.values())
    said = {(one.rule, one.path, _folded(one.field)) for one in findings if one.rule in others}
    return (
        one
        for one in findings
        if not any(
            (rule, one.path, field) in said for rule in yielding.get(one.rule, ()) for field in _around(one)
        )
    )


def _around(finding: Finding) -> Iterator[Route | None]:
    """The field of a finding, and each that it is part of."""
    field = _folded(finding.field)
    yield field
    yield from (field[:length] for length in range(1, len(field or ())) if field)


def _folded(field: Route | None) -> Route | None:
    """A route as site rules have it: keys in lower case."""
    return field and tuple(step.lower() if isinstance(step, str) else step for step in field)


def _once(findings: Iterable[Finding]) -> Iterable[Finding]:
    """The same thing is said once, however many ways led to it."""
    return dict.fromkeys(findings)


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """What findings are sorted by: path, span, rule."""
    return (finding.path, finding.span.start, finding.span.end, finding.rule, finding.message)
