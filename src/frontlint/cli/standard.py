"""The standard streams made safe before anything is written: closed, full, or with a reader that has gone."""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False  # the module typing takes longer than all else that `--version` needs
if TYPE_CHECKING:
    from typing import TextIO

    from typing_extensions import Buffer


class OutputLostError(OSError):
    """stdout takes no more: the findings cannot be printed."""


class _Raw(io.RawIOBase):
    """The bytes of a stream that goes on where its reader went away: what was found stays what it is."""

    def __init__(self, raw: io.RawIOBase) -> None:
        self._raw = raw
        self._gone = False

    def write(self, data: Buffer, /) -> int:
        view = memoryview(data)
        while not self._gone:
            try:
                written = self._raw.write(view)
            except OSError as error:
                self._failed(error)
            else:
                if written is not None:
                    return written
                _wait_for(self._raw.fileno())
        return len(view)

    def _failed(self, error: OSError) -> None:
        # Windows has another name for a pipe without a reader.
        if not isinstance(error, BrokenPipeError) and not (sys.platform == "win32" and error.errno == 22):
            raise OutputLostError(error.errno, error.strerror) from None
        self._gone = True

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._raw.fileno()

    def isatty(self) -> bool:
        return self._raw.isatty()


class _Silent(_Raw):
    """The same for stderr, where any failure ends what can be said, and nothing else."""

    def _failed(self, error: OSError) -> None:
        self._gone = True


def secure() -> bool:
    """Makes stdout and stderr safe to write to, for the whole process; whether stdout is there.

    A standard stream that is closed leads to nowhere then, so that no file that is opened later takes its
    number. Writing to stdout raises OutputLostError where it takes no more, unless its reader went away.
    """
    there = sys.stdout is not None and _is_open(1)
    for number in (0, 1, 2):
        if not _is_open(number):
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free
    sys.stdout = _safe(sys.stdout, 1, _Raw)
    sys.stderr = _safe(sys.stderr, 2, _Silent)
    return there


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _safe(stream: TextIO | None, number: int, kind: type[_Raw]) -> TextIO:
    if stream is None:  # it was closed
        nowhere = io.BufferedWriter(kind(io.FileIO(number, "w", closefd=False)))
        return io.TextIOWrapper(nowhere, encoding="utf-8", errors="backslashreplace")
    if not isinstance(stream, io.TextIOWrapper):
        return stream  # somebody has put something else there
    buffer = stream.buffer
    # `python -u` has no buffer in between.
    raw = buffer.raw if isinstance(buffer, io.BufferedWriter) else buffer
    return io.TextIOWrapper(
        io.BufferedWriter(kind(raw)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


def _wait_for(number: int) -> None:
    """Waits until a stream that somebody made non-blocking takes more."""
    import select

    select.select([], [number], [])
