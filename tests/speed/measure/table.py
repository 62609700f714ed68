"""The two tables: how frontlint compares, beside its targets, and what each process took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from speed.measure.samples import Measure, Samples, Spread

_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A comparison; `value` is None where it could not be made, and then `why` says so.

    `must` and `goal` are limits from above, or from below with `at_least`; None where there is no target.
    """

    what: str
    unit: str
    value: Spread | None
    must: float | None = None
    goal: float | None = None
    at_least: bool = False
    why: str = ""

    @property
    def reached(self) -> str:
        """Which of its targets the median reaches."""
        limits = [(name, at) for name, at in (("goal", self.goal), ("must", self.must)) if at is not None]
        if self.value is None or not limits:
            return ""
        return next((name for name, limit in limits if self._keeps(self.value.middle, limit)), "no")

    def _keeps(self, middle: float, limit: float) -> bool:
        return middle >= limit if self.at_least else middle <= limit


def comparison(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of the first table."""
    yield "| what | median | min to max | must | goal | reached |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        if row.value is None:
            middle, spread = "not measured", _on_one_line(row.why)
        else:
            middle, spread = f"**{number(row.value.middle)} {row.unit}**", _from_to(row.value)
        limits = f"{_limit(row.must, row)} | {_limit(row.goal, row)}"
        yield f"| {row.what} | {middle} | {spread} | {limits} | {row.reached} |"


def processes(samples: Mapping[str, Samples]) -> Iterator[str]:
    """The lines of the second table."""
    yield "| process | CPU s | min to max | wall s | min to max | peak MB |"
    yield "|---|---|---|---|---|---|"
    for name, found in samples.items():
        if found.cpu:
            cpu, wall = (Spread.of(found.values(measure)) for measure in (Measure.CPU, Measure.WALL))
            cells = [number(cpu.middle), _from_to(cpu), number(wall.middle), _from_to(wall)]
            yield f"| {name} | {' | '.join(cells)} | {number(max(found.peak))} |"


def number(value: float) -> str:
    """Three digits that count.

    >>> [number(x) for x in (0.01234, 1.5, 13.42, 812.7, 20)]
    ['0.0123', '1.50', '13.4', '813', '20.0']
    """
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3g}"


def _from_to(spread: Spread) -> str:
    return f"{number(spread.low)} to {number(spread.high)}"


def _limit(value: float | None, row: Row) -> str:
    return "" if value is None else f"{'>=' if row.at_least else '<='} {value:g} {row.unit}"


def _on_one_line(reason: str) -> str:
    return " ".join(reason.split())[:_LONGEST_REASON].replace("|", "\\|")
