"""The progress bar: for a person at a terminal who has waited for half a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from frontlint.report.terminal import TextStream

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 0.5
"""Seconds that a run may take before anything is shown."""
_REFRESH = 0.1
"""Seconds from one picture to the next."""

Advance = Callable[[int], None]


class Bar(StrEnum):
    """Whether a bar may be shown."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


def bar_for(stream: TextStream, environ: Mapping[str, str]) -> Bar:
    """A bar is for terminals alone, and not for those that a machine reads along."""
    watched = environ.get("CI") or environ.get("PRE_COMMIT") or environ.get("TERM") == "dumb"
    return Bar.ALLOWED if stream.isatty() and not watched else Bar.FORBIDDEN


@contextmanager
def progress(
    total: int,
    bar: Bar,
    stream: TextStream,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Advance]:
    """Yields what to call with the number of pages done since the last call; the bar goes away at the end.

    `total` is the number of pages, `clock` gives seconds.
    """
    if bar is Bar.FORBIDDEN:
        yield lambda done: None
        return
    shown = _Shown(total, stream, clock)
    try:
        yield shown.advance
    finally:
        shown.stop()


class _Shown:
    """A bar that appears late: Rich is imported only when the run turns out to be a long one."""

    def __init__(self, total: int, stream: TextStream, clock: Callable[[], float]) -> None:
        self._total = total
        self._stream = stream
        self._clock = clock
        self._next = clock() + _PATIENCE
        self._done = 0
        self._bar: Progress | None = None

    def advance(self, done: int) -> None:
        """Counts pages, and draws the bar once the patience is over."""
        self._done += done
        now = self._clock()
        if now < self._next:
            return
        self._next = now + _REFRESH
        self._bar = self._bar or _start(self._total, self._stream)
        self._bar.update(self._bar.task_ids[0], completed=self._done, refresh=True)

    def stop(self) -> None:
        """Takes the bar away, if there is one."""
        if self._bar is not None:
            self._bar.stop()


def _start(total: int, stream: TextStream) -> Progress:
    from typing import IO, cast

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(file=cast("IO[str]", stream), markup=False, emoji=False, highlight=False)
    bar = Progress(
        TextColumn("checking", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("pages", markup=False),
        console=console,
        transient=True,
        auto_refresh=False,  # it would start a thread, and the engine may fork
    )
    bar.add_task("checking", total=total)
    bar.start()
    return bar
