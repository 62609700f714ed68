"""How time grows with the length of an input: a ratio, which a busy machine does not change."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

TIMES = 4
"""The long input is so many times the short one."""
MOST = 8.0
"""A quadratic step gives 16; n log n gives less than 5."""
_ROUNDS = 5
_LONGEST = 20  # seconds of CPU: what is exponential never comes back by itself
_TOO_SHORT = 0.004  # seconds of CPU that say nothing


def assert_grows_linearly(run: Callable[[int], object], n: int) -> None:
    """Calls `run` with n and with 4 n, and fails where the longer takes more than eight times the CPU time.

    The least of up to five times counts. What fills a processor cache looks steep once, so a ratio that
    is too high must be too high again at four times the length. `run` makes its input before, or much faster
    than what it tries.
    """
    with _alarm(), _no_collector():
        found = _ratio(run, n)
        if found > MOST:
            found = min(found, _ratio(run, TIMES * n))
    if found > MOST:
        raise AssertionError(f"{TIMES} times the input took {found:.1f} times the time")


def _ratio(run: Callable[[int], object], n: int) -> float:
    short = long = float("inf")
    for _ in range(_ROUNDS):
        short = min(short, _seconds(run, n))
        long = min(long, _seconds(run, TIMES * n))
        if long <= MOST * max(short, _TOO_SHORT):
            break
    return long / max(short, _TOO_SHORT)


def _seconds(run: Callable[[int], object], n: int) -> float:
    begun = time.process_time()
    run(n)
    return time.process_time() - begun


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
        raise AssertionError(f"not done after {_LONGEST} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, _LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
