"""GitHub's job summary: the file that the runner names, to which a step adds what is shown below its job."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from frontlint.base.errors import UsageError

LIMIT = 900 * 1024
"""Bytes that the summary of a step may have. GitHub refuses one of more than 1024 KiB as a whole."""
_CUT = (
    "\nThe list ends here, because GitHub takes no longer summary: the rest is in the log of"
    " `frontlint check --output-format concise`.\n"
)


def add_to_summary(file: Path, pieces: Iterable[str]) -> None:
    """Appends a report in whole pieces, as many as there is room for. Raises UsageError where it cannot.

    Other commands of the step may have written to the file.
    """
    try:
        used = file.stat().st_size if file.exists() else 0
        with file.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as summary:
            for piece in _within(LIMIT - used, ["\n" if used else "", *pieces]):
                summary.write(piece)
    except OSError as error:
        raise UsageError(f"the job summary cannot be written: {error.strerror}", str(file)) from None


def _within(room: int, pieces: Iterable[str]) -> Iterator[str]:
    """The pieces that fit into so many bytes, and a sentence where some do not."""
    room -= _size(_CUT)
    for piece in pieces:
        room -= _size(piece)
        if room < 0:
            yield _CUT
            return
        yield piece


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace"))
