"""Exit codes, chosen here and nowhere else."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from frontlint.finding import Severity

if TYPE_CHECKING:
    from frontlint.engine.outcome import Outcome


class Exit(IntEnum):
    """What the shell, pre-commit and CI are told."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130


def exit_of_signal(number: int) -> int:
    """What shells call a process that a signal has ended: 143 for SIGTERM, 129 for SIGHUP."""
    return 128 + number


class Gate(NamedTuple):
    """What fails a run: findings from the severity `fail_on` (None: never), and more than so many of a kind.

    None is no limit. A run that checked no page fails unless it `may_be_empty`.
    """

    fail_on: Severity | None
    max_warnings: int | None = None
    max_accepted: int | None = None
    may_be_empty: bool = True


def exit_of(outcome: Outcome, gate: Gate) -> Exit:
    """FINDINGS where the gate is shut, USAGE where it had nothing to look at."""
    worst = outcome.worst()
    if gate.fail_on is not None and worst is not None and worst.at_least(gate.fail_on):
        return Exit.FINDINGS
    if _above(outcome.count(Severity.WARNING), gate.max_warnings):
        return Exit.FINDINGS
    if _above(len(outcome.accepted_by_change()), gate.max_accepted):
        return Exit.FINDINGS
    return Exit.OK if outcome.pages or gate.may_be_empty else Exit.USAGE


def _above(count: int, limit: int | None) -> bool:
    return limit is not None and count > limit
