"""Measures how time grows with the length of an input: CPU time at n and at four times n, as a ratio.

Noise only ever adds to CPU time, so the least of several looks is near the truth on a busy machine, too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import perf_counter, process_time
from typing import NamedTuple

ENOUGH = 0.001
"""Seconds that a look at n takes at least: less than that cannot be measured."""
LOOKS = 5
FACTOR = 4
MOST = 8.0
"""n log n grows by less than 5 from n to 4 n, n squared by 16."""
_CLEAR = 5.5
"""A ratio that needs no second look."""
_FEWEST = 60
"""A piece that takes `ENOUGH` when it is repeated less often has grown far beyond n log n already."""
_LONGEST = 1 << 19
"""What is quick at this length is flat: n squared would have been slow long before."""
_clock = perf_counter if sys.platform == "win32" else process_time  # the latter ticks 64 times a second there


class Growth(NamedTuple):
    """What was measured: how often the piece was repeated, and what four times as often cost, as a ratio."""

    pieces: int
    ratio: float

    @property
    def is_steep(self) -> bool:
        """Whether it grows faster than n log n."""
        return self.ratio > MOST


def growth(run: Callable[[int], Callable[[], object]], piece: int = 1, fewest: int = _FEWEST) -> Growth:
    """How the time of `run(n)()` grows with n; what `run` itself does, such as to build a text, is not timed.

    `piece` is what n counts, in characters. Stops early where the first looks leave no doubt, in either
    direction. A piece that takes long each time, as a whole function may, is measured from `fewest` on.
    """
    count = 4
    while (taken := _seconds(run(count))) < ENOUGH:
        if count * piece > _LONGEST:
            return Growth(count, 1.0)
        # Small steps at first: what is exponential leaps.
        count = count + max(1, count // 4) if count < _FEWEST else count * 2
    if count < fewest:
        return Growth(count, float("inf"))
    small, large = taken, float("inf")
    for _ in range(LOOKS):
        small = min(small, _seconds(run(count)))
        large = min(large, _seconds(run(FACTOR * count)))
        if large / small <= _CLEAR:
            break
    return Growth(count, large / small)


def _seconds(call: Callable[[], object]) -> float:
    began = _clock()
    call()
    return max(_clock() - began, 1e-6)
