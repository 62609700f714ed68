"""The meter: how time grows with the length of an input, as the ratio of CPU times at four times n and at n.

Noise only ever adds to CPU time, so the least of several looks is near the truth on a busy machine, too.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
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
_TOO_SHORT = 0.004
"""Seconds that say nothing of a call which cannot be repeated within one look."""
_ALARM = 20
"""Seconds of CPU: what is exponential never comes back by itself."""
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
    direction. A piece that takes long each time, as a whole function may, is measured from `fewest` on. What
    looks steep is measured again: noise is not there twice.
    """
    found = _growth(run, piece, fewest)
    return min(found, _growth(run, piece, fewest), key=lambda one: one.ratio) if found.is_steep else found


def _growth(run: Callable[[int], Callable[[], object]], piece: int, fewest: int) -> Growth:
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


def assert_grows_linearly(run: Callable[[int], object], n: int) -> None:
    """Calls `run` with n and with 4 n, and fails where the longer takes more than eight times the CPU time.

    The least of up to five times counts. What fills a processor cache looks steep once, so a ratio that
    is too high must be too high again at four times the length. `run` makes its input before, or much faster
    than what it tries.
    """
    with _alarm(), _no_collector():
        found = _ratio(run, n)
        if found > MOST:
            found = min(found, _ratio(run, FACTOR * n))
    if found > MOST:
        raise AssertionError(f"{FACTOR} times the input took {found:.1f} times the time")


def _ratio(run: Callable[[int], object], n: int) -> float:
    short = long = float("inf")
    for _ in range(LOOKS):
        short = min(short, _seconds(partial(run, n)))
        long = min(long, _seconds(partial(run, FACTOR * n)))
        if long <= MOST * max(short, _TOO_SHORT):
            break
    return long / max(short, _TOO_SHORT)


@contextmanager
def _no_collector() -> Iterator[None]:
    """As in the command, which switches the garbage collector off."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            gc.collect()


@contextmanager
def _alarm() -> Iterator[None]:
    """Ends what would never end, where the system has alarms."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise AssertionError(f"not done after {_ALARM} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, _ALARM)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
