"""What a page was when it was checked, and whether it still is."""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Sequence
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


DIGEST: Final = 32
"""So many characters a digest has."""
_ZERO: Final = ord("0")


class Stamps:
    """The stamps of many pages, packed: as objects they would be five times as large.

    `flags` has a digit for each page: 2 for `checked`, and 1 for `resource`.
    """

    def __init__(
        self,
        paths: list[str] | None = None,
        numbers: Sequence[Sequence[int]] = ((), (), ()),
        flags: bytes | bytearray = b"",
        digests: memoryview | bytearray | bytes = b"",
    ) -> None:
        self.paths = paths or []
        self.sizes, self.times, self.moments = numbers
        self.flags = flags
        self.digests = digests
        self.at = {path: at for at, path in enumerate(self.paths)}

    def __len__(self) -> int:
        return len(self.paths)

    def get(self, path: str) -> Stamp | None:
        """The stamp of a page; None where there is none."""
        at = self.at.get(path)
        if at is None:
            return None
        flag = self.flags[at] & 3
        found = str(self.digests[DIGEST * at : DIGEST * (at + 1)], "ascii", "replace")
        numbers = self.sizes[at], self.times[at], self.moments[at]
        return Stamp(path, *numbers, flag > 1, flag % 2 == 1, found)

    @property
    def resources(self) -> frozenset[str]:
        """The pages that belong to others."""
        if b"1" not in self.flags and b"3" not in self.flags:  # one look at all of them
            return frozenset()
        return frozenset(path for path, flag in zip(self.paths, self.flags, strict=True) if flag & 1)

    @property
    def unchecked(self) -> frozenset[str]:
        """The pages that no rules were asked about."""
        return frozenset(path for path, flag in zip(self.paths, self.flags, strict=True) if not flag & 2)

    def are(self, others: Stamps) -> bool:
        """Whether these are the same stamps in the same order."""
        one, other = self, others
        return (
            one.paths == other.paths
            and one.flags == other.flags
            and one.digests == other.digests
            and one.numbers == other.numbers
        )

    @property
    def numbers(self) -> bytes:
        """Sizes, times and moments, as a file has them."""
        return b"".join(memoryview(row) for row in (self.sizes, self.times, self.moments))  # type: ignore[arg-type]


class NewStamps(Stamps):
    """Stamps to which more are added."""

    def __init__(self) -> None:
        self._numbers = tuple(array("q") for _ in range(3))
        self._flags, self._digests = bytearray(), bytearray()
        super().__init__([], self._numbers, self._flags, self._digests)

    def add(self, stamp: Stamp) -> None:
        """One more, of a page that has none yet."""
        self.at[stamp.path] = len(self.paths)
        self.paths.append(stamp.path)
        for row, number in zip(self._numbers, stamp[1:4], strict=True):
            row.append(number)
        self._flags.append(_ZERO + 2 * stamp.checked + stamp.resource)
        self._digests += stamp.digest.encode("ascii")

    def in_order(self) -> Stamps:
        """All of them, sorted by path."""
        order = sorted(range(len(self)), key=self.paths.__getitem__)
        return Stamps(
            [self.paths[at] for at in order],
            [array("q", [row[at] for at in order]) for row in self._numbers],
            bytes(self._flags[at] for at in order),
            b"".join(self._digests[DIGEST * at : DIGEST * (at + 1)] for at in order),
        )


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
