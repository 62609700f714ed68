"""Exit codes, chosen here and nowhere else."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from frontlint.findings.finding import Severity

if TYPE_CHECKING:
    from frontlint.engine.outcome import Outcome


class Exit(IntEnum):
    """What the shell, pre-commit and CI get."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130


def exit_of_signal(number: int) -> int:
    """What shells call a process that a signal has ended: 143 for SIGTERM, 129 for SIGHUP."""
    return 128 + number


def exit_of(outcome: Outcome, fail_on: Severity | None) -> Exit:
    """FINDINGS where something weighs as much as `fail_on`; None: never."""
    worst = outcome.worst()
    fails = fail_on is not None and worst is not None and worst.at_least(fail_on)
    return Exit.FINDINGS if fails else Exit.OK


def exit_of_limits(outcome: Outcome, max_warnings: int | None, max_accepted: int | None) -> Exit:
    """FINDINGS where there is more than the limits allow."""
    above = _above(outcome.count(Severity.WARNING), max_warnings)
    above = above or _above(len(outcome.accepted_by_change()), max_accepted)
    return Exit.FINDINGS if above else Exit.OK


def _above(count: int, limit: int | None) -> bool:
    return limit is not None and count > limit
