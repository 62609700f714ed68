"""Measures how time grows with the length of an input: CPU time at n and at four times n, as a ratio.

Noise only ever adds to CPU time, so the least of several looks is near the truth on a busy machine, too.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import NamedTuple

ENOUGH = 0.002
"""Seconds that a look at n takes at least: less than that cannot be measured."""
LOOKS = 5
FACTOR = 4
MOST = 8.0
"""n log n grows by less than 5 from n to 4 n, n squared by 16."""
_CLEAR = 5.5
"""A ratio that needs no second look."""
_FEWEST = 200
"""A piece that takes `ENOUGH` when it is repeated less often has grown far beyond n log n already."""
_LONGEST = 1 << 21


class Growth(NamedTuple):
    """What was measured: how often the piece was repeated, and what four times as often cost, as a ratio."""

    count: int
    ratio: float

    @property
    def is_steep(self) -> bool:
        """Whether it grows faster than n log n."""
        return self.ratio > MOST


def growth(run: Callable[[int], Callable[[], object]]) -> Growth:
    """How the time of `run(n)()` grows with n; what `run` itself does, such as to build a text, is not timed.

    Stops early where the first looks leave no doubt, in either direction.
    """
    count = _measurable(run)
    if count < _FEWEST:
        return Growth(count, float("inf"))
    small = large = float("inf")
    for _ in range(LOOKS):
        small = min(small, _seconds(run(count)))
        large = min(large, _seconds(run(FACTOR * count)))
        if large / small <= _CLEAR:
            break
    return Growth(count, large / small)


def _measurable(run: Callable[[int], Callable[[], object]]) -> int:
    """The first n that takes long enough; small steps at first, since an exponential one leaps."""
    count = 4
    while count < _LONGEST and _seconds(run(count)) < ENOUGH:
        count = count + max(1, count // 4) if count < _FEWEST else count * 2
    return count


def _seconds(call: Callable[[], object]) -> float:
    began = process_time()
    call()
    return max(process_time() - began, 1e-6)
