"""What runs took, and how runs compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median


class Measure(StrEnum):
    """What a comparison is about."""

    CPU = "CPU"
    """Seconds of user and system time, of all processes together."""
    WALL = "wall"
    """Seconds on the clock."""
    PEAK = "peak"
    """MB of the largest process."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the middle and the most of some rounds."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of one value or more."""
        return cls(min(values), median(values), max(values))


@dataclass(slots=True)
class Samples:
    """All rounds of one command; `failure` says what went wrong in the first round that did not work."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)
    failure: str = ""

    def values(self, measure: Measure) -> list[float]:
        """One number for each round."""
        return {Measure.CPU: self.cpu, Measure.WALL: self.wall, Measure.PEAK: self.peak}[measure]


def ratio(ours: Samples, theirs: Samples, measure: Measure) -> Spread | None:
    """Ours in units of theirs, round by round, since both were run in turn; None where one did not run."""
    pairs = zip(ours.values(measure), theirs.values(measure), strict=False)
    ratios = [one / other for one, other in pairs if other]
    return Spread.of(ratios) if ratios and not ours.failure and not theirs.failure else None
