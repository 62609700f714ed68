"""Every finding that does not count, with the line or the comment that says so, and whether that is new."""

from __future__ import annotations

from collections.abc import Sequence

from frontlint.base.record import NamedTuple
from frontlint.engine.acceptance import accept, held_against
from frontlint.engine.baseline import Baseline, BaselineLine
from frontlint.engine.outcome import Suppression
from frontlint.engine.request import Request
from frontlint.engine.result import RunResult
from frontlint.findings.finding import Finding
from frontlint.findings.ignore import Ignore


class BaselineVerdict(NamedTuple):
    """Findings that the baseline does not hold, and what became of the others."""

    findings: Sequence[Finding]
    suppressed: list[Suppression]


def by_baseline(request: Request, baseline: Baseline, found: RunResult) -> BaselineVerdict:
    """Holds what was found against the baseline.

    Lines that a change adds come last: what the base accepted is not the change's doing. One that accepts
    nothing that is shown accepts a finding elsewhere, or waits for one to come.
    """
    brought = request.base.brought if request.base else frozenset[int]()
    held = accept(request, baseline, found.findings, brought)
    pairs: list[tuple[Finding | None, int]] = [*zip(held.held, held.used, strict=True)]
    idle = [at for at in held.left if at in brought and _is_asked_for(request, baseline.lines[at])]
    if idle:
        elsewhere = found.review.elsewhere if found.review else ()
        others = held_against(request, [baseline.lines[at] for at in idle], elsewhere)
        pairs += ((one, idle[at]) for one, at in zip(others.held, others.used, strict=True))
        pairs += ((None, idle[at]) for at in others.left)
    return BaselineVerdict(held.new, [_of_line(baseline, at, one, new=at in brought) for one, at in pairs])


def by_waiting(request: Request) -> list[Suppression]:
    """Lines that a change adds to a baseline which this run does not read."""
    waiting = request.base.waiting if request.base else None
    if waiting is None:
        return []
    held = [at for at, line in enumerate(waiting.lines) if _is_asked_for(request, line)]
    return [_of_line(waiting, at, None, new=True) for at in held]


def _is_asked_for(request: Request, line: BaselineLine) -> bool:
    return any(map(request.targets.hold, line.key.paths))


def _of_line(baseline: Baseline, at: int, finding: Finding | None, *, new: bool) -> Suppression:
    line, number = baseline.lines[at], baseline.numbers[at] if baseline.numbers else 0
    key = line.key
    return Suppression(key.rule, key.path, finding, baseline.file, number, reason=line.reason, new=new)


def by_ignores(request: Request, found: RunResult) -> list[Suppression]:
    """What the authors' ignores silence; then the ignores that a change adds in vain."""
    if request.base is None or found.review is None:
        return [_of_ignore(one.ignores[0], one.finding, new=False) for one in found.silenced]
    from frontlint.engine.compare.new_ignores import NewIgnores  # most runs compare with nothing

    new_ignores = NewIgnores(request, found.review.ignores)
    accepted = list(map(new_ignores.accept, found.silenced))
    pairs = list(zip(found.silenced, accepted, strict=True))
    used = {ignore for one, new in pairs if new for ignore in one.ignores}
    idle = [ignore for ignore in new_ignores if ignore not in used]
    return [
        *(_of_ignore(one.ignores[0], one.finding, new=new) for one, new in pairs),
        *(_of_ignore(ignore, None, new=True) for ignore in idle),
    ]


def _of_ignore(ignore: Ignore, finding: Finding | None, *, new: bool) -> Suppression:
    return Suppression(
        finding.rule if finding else ignore.name, ignore.path, finding, span=ignore.span, new=new
    )
