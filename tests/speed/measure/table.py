"""The two tables: how frontlint compares, beside its targets, and what each process took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from speed.measure.samples import Measure, Samples, Spread


@dataclass(frozen=True, slots=True)
class Row:
    """A comparison; `value` is None where it could not be made, and then `why` says so.

    `must` and `stretch` are limits from above, or from below with `at_least`; None where there is no target.
    """

    what: str
    unit: str
    value: Spread | None
    must: float | None = None
    stretch: float | None = None
    at_least: bool = False
    why: str = ""

    @property
    def reached(self) -> str:
        """Which of its targets the median reaches."""
        if self.value is None or self.must is None or self.stretch is None:
            return ""
        return next(
            (name for name, limit in (("stretch", self.stretch), ("must", self.must)) if self._keeps(limit)),
            "no",
        )

    def _keeps(self, limit: float) -> bool:
        middle = self.value.middle if self.value else 0
        return middle >= limit if self.at_least else middle <= limit


def comparison(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of the first table."""
    yield "| what | median | min to max | must | stretch | reached |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        if row.value is None:
            yield f"| {row.what} | not measured | | {_limit(row.must, row)} | {_limit(row.stretch, row)} | |"
        else:
            low, middle, high = (number(x) for x in (row.value.low, row.value.middle, row.value.high))
            limits = f"{_limit(row.must, row)} | {_limit(row.stretch, row)}"
            yield f"| {row.what} | **{middle} {row.unit}** | {low} to {high} | {limits} | {row.reached} |"


def processes(samples: Mapping[str, Samples]) -> Iterator[str]:
    """The lines of the second table."""
    yield "| process | CPU s | min to max | wall s | min to max | peak MB |"
    yield "|---|---|---|---|---|---|"
    for name, found in samples.items():
        if found.cpu:
            cpu, wall = (Spread.of(found.values(measure)) for measure in (Measure.CPU, Measure.WALL))
            cells = [number(cpu.middle), f"{number(cpu.low)} to {number(cpu.high)}"]
            cells += [number(wall.middle), f"{number(wall.low)} to {number(wall.high)}"]
            yield f"| {name} | {' | '.join(cells)} | {number(max(found.peak))} |"


def remarks(rows: Sequence[Row]) -> Iterator[str]:
    """Why a row has no number."""
    for row in rows:
        if row.value is None:
            yield f"- {row.what}: {row.why or 'not measured'}"


def number(value: float) -> str:
    """Three digits that count.

    >>> [number(x) for x in (0.01234, 1.5, 13.42, 812.7, 20)]
    ['0.0123', '1.50', '13.4', '813', '20.0']
    """
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3g}"


def _limit(value: float | None, row: Row) -> str:
    return "" if value is None else f"{value:g} {row.unit}"
