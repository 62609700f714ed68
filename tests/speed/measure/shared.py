"""How much of a cold run two processes share, in instructions: times say it on a quiet machine alone.

A run has parts that one process does alone (finding files, the site, its rules) and pages, which both do: the
worker sends its results, the parent reads them, and both end together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_SCRIPT = str(Path(__file__).with_name("part_run.py"))
_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What a part of a run takes: once, and for each page; in instructions."""

    once: float
    page: float

    def of(self, pages: int) -> float:
        """What it takes for some pages."""
        return self.once + self.page * pages


@dataclass(frozen=True, slots=True)
class Parts:
    """What a run takes alone, for its pages, and to send and receive a page's result."""

    alone: Cost
    pages: Cost
    sent: float
    received: float

    def against_one(self, pages: int) -> float:
        """How long a run with two processes is, as a part of one with a single process.

        >>> Parts(Cost(10, 0), Cost(0, 1), 0, 0).against_one(90)
        0.55
        """
        own, others = self.pages.page - self.received, self.pages.page + self.sent
        worker = (self.pages.page * pages) / (own + others)  # both are busy until the last page
        together = self.pages.once + worker * others
        return (self.alone.of(pages) + together) / (self.alone.of(pages) + self.pages.of(pages))


def parts_of(
    few: Path, more: Path, sizes: tuple[int, int], instructions: Callable[[list[str]], int]
) -> Parts:
    """The parts of runs over two clean sites of these sizes, as a Python with some arguments is counted."""

    def count(part: str, site: Path, *rounds: int) -> int:
        return instructions([_SCRIPT, part, str(site), *map(str, rounds)])

    before, scanned, whole = (
        [count(part, site) for site in (few, more)] for part in ("before", "pages", "all")
    )
    alone = [start + end - pages for start, end, pages in zip(before, whole, scanned, strict=True)]
    pages = [end - start for start, end in zip(before, scanned, strict=True)]
    sent, received = (
        (count(part, few, _ROUNDS) - count(part, few, 0)) / (_ROUNDS * sizes[0])
        for part in ("sent", "received")
    )
    return Parts(_cost(alone, sizes), _cost(pages, sizes), sent, received)


def _cost(counts: list[int], sizes: tuple[int, int]) -> Cost:
    page = (counts[1] - counts[0]) / (sizes[1] - sizes[0])
    return Cost(counts[0] - page * sizes[0], page)
