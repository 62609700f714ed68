"""What a page was when it was checked, and whether it still is."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Final

from frontlint.base.digest import digest
from frontlint.base.opener import read_bytes
from frontlint.base.record import NamedTuple

RACE: Final = 2_000_000_000
"""Nanoseconds. What was changed so shortly before it was looked at may have been changed again within the
same tick of the disk's clock: its time proves nothing yet."""


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


def stamp_of(project: Path, path: str, data: bytes, checked: bool, resource: bool) -> Stamp:
    """The stamp of a page that was just read. Raises OSError."""
    now = os.lstat(f"{project}/{path}")
    return Stamp(path, len(data), now.st_mtime_ns, time.time_ns(), checked, resource, digest(data))


def unchanged(project: Path, stamp: Stamp) -> Stamp | None:
    """The stamp of today, if the page is what it was. Raises OSError.

    A new time with the same bytes, as in a fresh checkout, is not a change.
    """
    now = os.lstat(f"{project}/{stamp.path}")
    if now.st_size != stamp.size:
        return None
    if now.st_mtime_ns == stamp.modified and stamp.seen - stamp.modified > RACE:
        return stamp
    seen = time.time_ns()
    if digest(read_bytes(f"{project}/{stamp.path}")) != stamp.digest:
        return None
    return stamp._replace(modified=now.st_mtime_ns, seen=seen)
