"""The progress line: for a person at a terminal who has waited for half a second, whatever is being done."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

from frontlint.base.choice import StrEnum
from frontlint.report.terminal import NARROWEST, TextStream, columns_of

_PATIENCE = 0.5
"""Seconds that a run may take before anything is shown."""
_REFRESH = 0.2
"""Seconds from one picture to the next."""
_BAR = 20
"""Columns of the bar."""

Advance = Callable[[int], None]


class Bar(StrEnum):
    """Whether a line may be shown."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


def bar_for(stream: TextStream, environ: Mapping[str, str]) -> Bar:
    """A line is for terminals alone, and not for those that a machine reads along."""
    watched = environ.get("CI") or environ.get("PRE_COMMIT") or environ.get("TERM") == "dumb"
    return Bar.ALLOWED if stream.isatty() and not watched else Bar.FORBIDDEN


class Line:
    """One line of a terminal that says what a run is doing; `draw` is called again and again, `erase` last.

    It is written past Python's buffers: a signal may come while one of them is being filled.
    """

    def __init__(self, write: Callable[[str], object], columns: int, clock: Callable[[], float]) -> None:
        self._write = write
        self._columns = columns
        self._clock = clock
        self._begun = clock()
        self._doing = "reading the site"
        self._done = 0
        self._total = 0
        self._shown = 0
        self._held = False

    def draw(self) -> None:
        """Writes the line anew, once the patience is over."""
        seconds = self._clock() - self._begun
        if self._held or seconds < _PATIENCE:
            return
        text = f"{self._words()} ({seconds:.0f} s)"[: self._columns - 1]
        self._write("\r" + text.ljust(self._shown))
        self._shown = len(text)

    def erase(self) -> None:
        """Takes the line away, if there is one."""
        if self._shown:
            self._write("\r" + " " * self._shown + "\r")
            self._shown = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps the line away while something else is written."""
        self._held = True
        self.erase()
        try:
            yield
        finally:
            self._held = False

    @contextmanager
    def pages(self, total: int) -> Iterator[Advance]:
        """While pages are checked: gives what to call with the number of pages done since the last call."""
        self._doing, self._done, self._total = "checking", 0, total

        def advance(done: int) -> None:
            self._done += done

        try:
            yield advance
        finally:
            self._doing, self._total = "comparing all pages", 0

    def _words(self) -> str:
        if not self._total:
            return self._doing
        filled = _BAR * min(self._done, self._total) // self._total
        bar = "#" * filled + "." * (_BAR - filled)
        return f"{self._doing} {self._done:,} of {self._total:,} pages [{bar}]"


_lines: list[Line] = []
"""The line that is on the screen, if any; there is one stderr."""


@contextmanager
def progress(bar: Bar, stream: TextStream, environ: Mapping[str, str] = os.environ) -> Iterator[Line]:
    """A line on a terminal that goes away at the end; where none is allowed, an invisible one."""
    descriptor = None if bar is Bar.FORBIDDEN else _descriptor(stream)
    if descriptor is None:
        yield Line(len, NARROWEST, lambda: 0.0)
        return
    line = Line(
        lambda text: _written(descriptor, text), columns_of(stream, environ) or NARROWEST, time.monotonic
    )
    _lines.append(line)
    try:
        with _clockwork(line.draw):
            yield line
    finally:
        _lines.remove(line)
        line.erase()


@contextmanager
def aside() -> Iterator[None]:
    """Keeps the line away while something else is written on the terminal."""
    if not _lines:
        yield
        return
    with _lines[-1].held():
        yield


def _descriptor(stream: TextStream) -> int | None:
    try:
        return stream.fileno()
    except (OSError, ValueError):
        return None


def _written(descriptor: int, text: str) -> None:
    with suppress(OSError):  # the terminal may have gone away
        os.write(descriptor, text.encode("ascii", "replace"))


@contextmanager
def _clockwork(draw: Callable[[], None]) -> Iterator[None]:
    """Calls `draw` now and then, whatever the run is doing."""
    if sys.platform == "win32":
        with _by_thread(draw):
            yield
        return
    import signal

    try:
        before = signal.signal(signal.SIGALRM, lambda number, frame: draw())
    except ValueError:  # only the main thread may ask for signals
        yield
        return
    # No thread: the engine may fork, and what a thread holds then is held forever.
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE, _REFRESH)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _by_thread(draw: Callable[[], None]) -> Iterator[None]:
    """On Windows, which has no such signal and forks nothing."""
    from threading import Event, Thread

    over = Event()

    def keep_drawing() -> None:
        while not over.wait(_REFRESH):
            draw()

    thread = Thread(target=keep_drawing, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
