"""Which findings may be fixed: their rule, the settings, the user's word and the bounds decide."""

from __future__ import annotations

from collections.abc import Iterable

from frontlint.base.record import NamedTuple
from frontlint.engine.fixing.bounds import Bounds
from frontlint.findings.finding import Finding
from frontlint.findings.fix import Fix


class Wanted(NamedTuple):
    """A finding that counts, with a fix that may be made; those with one fix share its `number`."""

    finding: Finding
    fix: Fix
    number: int

    @property
    def pages(self) -> frozenset[str]:
        """The pages that the fix changes."""
        return frozenset(change.path for change in self.fix.changes)


class Unmade(NamedTuple):
    """A finding whose fix is not made, and why: a sentence without a full stop."""

    finding: Finding
    reason: str


class Choice(NamedTuple):
    """What is to be fixed, and what would be, were it within the bounds."""

    wanted: list[Wanted]
    unmade: list[Unmade]


def chosen(findings: Iterable[Finding], bounds: Bounds, *, unsafe: bool) -> Choice:
    """The findings to fix; those that are not `safe` only if the user wants `unsafe` ones."""
    wanted: list[Wanted] = []
    numbers: dict[str, int] = {}
    unmade: list[Unmade] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or not _is_allowed(finding, bounds) or not (fix.safe or unsafe):
            continue
        why_not = bounds.why_not(fix)
        if why_not is None:
            wanted.append(Wanted(finding, fix, numbers.setdefault(repr(fix), len(numbers))))
        else:
            unmade.append(Unmade(finding, why_not))
    return Choice(wanted, unmade)


def offered(findings: Iterable[Finding], bounds: Bounds) -> tuple[Finding, ...]:
    """The findings with the fixes that may be made, safe or not; the others without."""
    return tuple(
        finding
        if finding.fix is None or (_is_allowed(finding, bounds) and bounds.why_not(finding.fix) is None)
        else finding._replace(fix=None)
        for finding in findings
    )


def _is_allowed(finding: Finding, bounds: Bounds) -> bool:
    """Whether `fixable` and `unfixable` of the settings leave the fix of this rule."""
    state = bounds.request.settings.rules_for(finding.path).get(finding.rule)
    return state is not None and state.fixable
