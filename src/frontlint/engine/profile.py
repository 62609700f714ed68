"""Where the time of a run goes: seconds for each phase, and for each rule within its phase."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from frontlint.lint.rule import Rule


class Profile:
    """Adds up seconds of wall time. `rules` are parts of the phases in which they are asked."""

    def __init__(self) -> None:
        self.phases: dict[str, float] = {}
        self.rules: dict[str, float] = {}
        self.reasons: list[str] = []
        """Why all of a site was put together although only some of its files had changed."""

    @contextmanager
    def measure(self, name: str) -> Iterator[None]:
        """Counts what happens inside as this phase."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.add(name, time.perf_counter() - begun)

    def add(self, name: str, seconds: float) -> None:
        """Counts seconds that were measured elsewhere."""
        self.phases[name] = self.phases.get(name, 0) + seconds

    def timed(self, rule: Rule) -> Rule:
        """The same rule, whose time is counted."""
        from copy import copy  # few runs are timed

        made: Any = copy(rule)
        made.check = lambda subject: self._asked(rule, subject)
        return made  # type: ignore[no-any-return]

    def _asked(self, rule: Any, subject: object) -> list[object]:
        begun = time.perf_counter()
        try:
            return list(rule.check(subject))
        finally:
            self.rules[rule.name] = self.rules.get(rule.name, 0) + time.perf_counter() - begun


def phase(profile: Profile | None, name: str) -> AbstractContextManager[None]:
    """Counts a phase where somebody wants to know."""
    return nullcontext() if profile is None else profile.measure(name)


def told(profile: Profile | None, reason: str) -> None:
    """Notes why all of a site is put together."""
    if profile is not None:
        profile.reasons.append(reason)
