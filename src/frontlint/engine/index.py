"""Who shares what: the content files of a site by the keys of `site/keys.py`, packed, and patched page by
page.

Three million numbers say it of 100,000 pages. A key is known by its checksum alone: two that share one cost a
page that is looked at in vain, and change nothing else.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from frontlint.site.keys import Codes

_LOW = 0xFFFFFFFF
_SHELVES = 256
_OF_SHELF = 24
"""So many bits of a key are below the number of its shelf."""


class Index:
    """The files of a site, each with the keys that it has or asks for.

    `paths` are the files in order; `rows` holds, in order, a number for each key of each file: checksum, and
    position of the file. Files in `newer` have the keys that are given there instead; with None they are
    gone.
    """

    def __init__(
        self, paths: Sequence[str], rows: Sequence[int], newer: Mapping[str, Codes | None] | None = None
    ) -> None:
        self.paths = paths
        self.rows = rows
        self.newer = newer or {}

    @classmethod
    def of(cls, keys: Iterable[tuple[str, Iterable[int]]]) -> Index:
        """The index of files with their keys, in order of the files.

        Rows are sorted shelf by shelf, by the first byte of the key: all of them as numbers of Python would
        be five times as large.
        """
        paths: list[str] = []
        shelves = [array("Q") for _ in range(_SHELVES)]
        for at, (path, codes) in enumerate(keys):
            paths.append(path)
            for code in codes:
                shelves[code >> _OF_SHELF].append(code << 32 | at)
        rows = array("Q")
        for shelf in shelves:
            rows.extend(sorted(shelf))
            del shelf[:]
        return cls(paths, rows)

    def then(self, newer: Mapping[str, Codes | None]) -> Index:
        """The same, where some files have other keys or are gone."""
        return Index(self.paths, self.rows, {**self.newer, **newer})

    def sharing(self, wanted: AbstractSet[int]) -> set[str]:
        """The files that have or ask for any of these keys."""
        found: set[str] = set()
        rows, paths = self.rows, self.paths
        for code in wanted:
            at = bisect_left(rows, code << 32)
            while at < len(rows) and rows[at] >> 32 == code:
                found.add(paths[rows[at] & _LOW])
                at += 1
        found.difference_update(self.newer)
        found.update(
            path for path, keys in self.newer.items() if keys is not None and not wanted.isdisjoint(keys)
        )
        return found
