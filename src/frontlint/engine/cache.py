"""The results of an earlier run, page by page, in one file: a page that has not changed is not opened.

`.frontlint_cache/pages.jsonl` begins with a line that says what all results depend on; each other line is
one page: a stamp, a tab, and the result (see `record`). The file is replaced as a whole, so that runs side by
side and a killed run do no harm; where it cannot be read, or not be written, frontlint goes on without it.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from frontlint.engine.record import from_json
from frontlint.engine.scan import PageResult
from frontlint.text.source import read_bytes

FOLDER = ".frontlint_cache"
_FILE = "pages.jsonl"
_RACE = 2_000_000_000
"""Nanoseconds. A page that was changed so shortly before it was read may have been changed again within the
same tick of the disk's clock: its bytes are compared."""


class Stamp(NamedTuple):
    """What a page was when it was checked: its size in bytes, its time and digest.

    `seen` is when it was read; times are in nanoseconds. `checked` is false where no rules were asked,
    `resource` tells that it belonged to another page's bundle.
    """

    path: str
    size: int
    modified: int
    seen: int
    checked: bool
    resource: bool
    digest: str


class PageCache:
    """The cache of one project. `key` stands for everything but the pages: settings, schemas, frontlint."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._key = key
        self._stamps: dict[str, Stamp] = {}
        self._lines: dict[str, str] = {}
        self._kept: dict[str, tuple[Stamp, str]] = {}
        self._load()

    def get(self, project: Path, path: str, checked: bool, resource: bool) -> PageResult | None:
        """The result for a page that is as it was; `checked` and `resource` are as in `Stamp`, and now."""
        stamp = self._stamps.get(path)
        if stamp is None or stamp.resource is not resource or (checked and not stamp.checked):
            return None
        line = self._lines[path]
        try:
            today = _unchanged(project, stamp)
            result = None if today is None else from_json(line)
        except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
            return None
        if today is not None:
            self._kept[path] = (today, line)
        return result

    def put(self, stamp: Stamp, line: str) -> None:
        """Keeps a new result, as `record.to_json` gives it."""
        self._kept[stamp.path] = (stamp, line)

    def save(self) -> None:
        """Writes what was kept, if it differs from what is there. A disk that refuses is no fault."""
        if {path: stamp for path, (stamp, _) in self._kept.items()} == self._stamps:
            return
        with contextlib.suppress(OSError):
            self._write()

    def _load(self) -> None:
        try:
            with (self._folder / _FILE).open(encoding="ascii", newline="\n") as lines:
                if json.loads(next(lines, "null")) == self._key:
                    for line in lines:
                        head, _, rest = line.partition("\t")
                        stamp = Stamp(*json.loads(head))
                        self._stamps[stamp.path] = stamp
                        self._lines[stamp.path] = rest
        except (OSError, ValueError, TypeError):
            self._stamps, self._lines = {}, {}

    def _write(self) -> None:
        self._folder.mkdir(exist_ok=True)
        ignore = self._folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="ascii")
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=_FILE)
        try:
            with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
                file.write(json.dumps(self._key) + "\n")
                for _, (stamp, line) in sorted(self._kept.items()):
                    file.write(f"{json.dumps(stamp)}\t{line.rstrip()}\n")
            Path(name).chmod(ignore.stat().st_mode & 0o666)  # as open to others as any new file
            Path(name).replace(self._folder / _FILE)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def stamp_of(project: Path, path: str, data: bytes, checked: bool, resource: bool) -> Stamp:
    """The stamp of a page that was just read. Raises OSError."""
    now = os.stat(f"{project}/{path}")  # noqa: PTH116 - ten thousand times
    return Stamp(path, len(data), now.st_mtime_ns, time.time_ns(), checked, resource, _digest(data))


def _unchanged(project: Path, stamp: Stamp) -> Stamp | None:
    """The stamp of today, if the page is what it was. Raises OSError.

    A new time with the same bytes, as in a fresh checkout, is no change.
    """
    now = os.stat(f"{project}/{stamp.path}")  # noqa: PTH116 - ten thousand times
    if now.st_size != stamp.size:
        return None
    if now.st_mtime_ns == stamp.modified and stamp.seen - stamp.modified > _RACE:
        return stamp
    seen = time.time_ns()
    if _digest(read_bytes(f"{project}/{stamp.path}")) != stamp.digest:
        return None
    return stamp._replace(modified=now.st_mtime_ns, seen=seen)


def _digest(data: bytes) -> str:
    """SHA-1, against accidents and not against attacks."""
    import hashlib  # brings OpenSSL along

    return hashlib.sha1(data, usedforsecurity=False).hexdigest()
