"""What goes of the kept files: those that were not used for a month, and those that the user wants gone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress

from frontlint.base.record import NamedTuple
from frontlint.engine.cache.names import DAY, IGNORE, IGNORE_ALL, KEPT, SWEPT
from frontlint.engine.cache.seal import SECRET, discard, read_file, write_new

MONTH = 30 * DAY
_PROJECT = re.compile(r"[0-9a-f]{32}")
_NAMES = "|".join(map(re.escape, KEPT))
_OURS = re.compile(rf"(?:{_NAMES})|\.(?:{_NAMES})\.[0-9a-f]{{16}}")
_UNDONE = re.compile(rf"\.{SECRET}\.[0-9a-f]{{16}}")
_SHARED = re.compile(rf"{SECRET}|{SWEPT}|{_UNDONE.pattern}")


class FileCount(NamedTuple):
    """How many files went, and their bytes."""

    files: int = 0
    bytes: int = 0

    def __add__(self, other: object) -> FileCount:
        """The sum of both."""
        if not isinstance(other, FileCount):
            return NotImplemented
        return FileCount(self.files + other.files, self.bytes + other.bytes)


def sweep(home: str, now: float) -> None:
    """Takes the files away that were not used for a month before `now`, in seconds since 1970."""
    discard(f"{home}/{SWEPT}")
    with suppress(OSError):
        write_new(f"{home}/{SWEPT}", ())
    for folder in _projects(home):
        _empty(folder, now - MONTH)
    _take(home, _UNDONE, now - MONTH)


def clean(folder: str) -> FileCount:
    """Takes all away that is kept of one project, and nothing else; not what a link leads to."""
    return FileCount() if os.path.islink(folder) else _empty(folder, None)  # noqa: PTH114


def clean_all(home: str) -> FileCount:
    """Takes all away that is kept of all projects, and the secret; nothing that is not ours."""
    gone = FileCount()
    for folder in _projects(home):
        gone += _empty(folder, None)
    gone += _take(home, _SHARED, None)
    with suppress(OSError):
        os.rmdir(home)  # noqa: PTH106 - as the calls around it
    return gone


def _projects(home: str) -> Iterator[str]:
    """The folders of projects; what a link leads to is not one."""
    with suppress(OSError), os.scandir(home) as entries:
        for entry in list(entries):
            if _PROJECT.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
                yield entry.path


def _empty(folder: str, before: float | None) -> FileCount:
    """Takes what is ours out of a project's folder, and the folder if nothing else is in it.

    A folder that another run has just made is left, although it is empty.
    """
    with suppress(OSError):
        young = before is not None and os.lstat(folder).st_mtime >= before
        gone = _take(folder, _OURS, before)
        if young and not gone.files:
            return gone
        if os.listdir(folder) == [IGNORE]:  # noqa: PTH208 - as the calls around it
            _take_ignore(f"{folder}/{IGNORE}")
        with suppress(OSError):  # something of others is in it
            os.rmdir(folder)  # noqa: PTH106
        return gone
    return FileCount()


def _take_ignore(path: str) -> None:
    """Takes the file away that we wrote, not one that says anything else. Raises OSError."""
    data, _ = read_file(path, len(IGNORE_ALL))
    if data == IGNORE_ALL:
        discard(path)


def _take(folder: str, names: re.Pattern[str], before: float | None) -> FileCount:
    """Takes files of these names away, all of them or those from before a time; of a link, the link."""
    gone = FileCount()
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in list(entries):
            found = entry.stat(follow_symlinks=False)
            old = before is None or found.st_mtime < before
            if old and names.fullmatch(entry.name) and not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.path)  # noqa: PTH108
                gone += FileCount(1, found.st_size)
    return gone
