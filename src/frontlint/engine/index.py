"""Who shares what: the content files of a site by the keys of `site/keys.py`, packed, and patched page by
page.

Three million numbers say it of 100,000 pages. A key is known by its checksum alone: two that share one cost a
page that is looked at in vain, and change nothing else.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from frontlint.site.keys import Codes

_LOW = 0xFFFFFFFF
SHELVES = 1024
"""So many shelves there are: by its first bits, a key is on one of them."""
_OF_SHELF = 22
"""So many bits of a key are below the number of its shelf."""


class Index:
    """The files of a site, each with the keys that it has or asks for.

    `paths` are the files in order; `shelf` gives a shelf by its number: in order, a number for each key of
    each file, of checksum and position of the file. Files in `newer` have the keys that are given there
    instead; with None they are gone.
    """

    def __init__(
        self,
        paths: Sequence[str],
        shelf: Callable[[int], Sequence[int]],
        newer: Mapping[str, Codes | None] | None = None,
    ) -> None:
        self.paths = paths
        self.shelf = shelf
        self.newer = newer or {}

    @classmethod
    def of(cls, keys: Iterable[tuple[str, Iterable[int]]]) -> Index:
        """The index of files with their keys, in order of the files.

        It is sorted shelf by shelf: all of it as numbers of Python would be five times as large.
        """
        paths: list[str] = []
        shelves = [array("Q") for _ in range(SHELVES)]
        for at, (path, codes) in enumerate(keys):
            paths.append(path)
            for code in codes:
                shelves[code >> _OF_SHELF].append(code << 32 | at)
        for number, shelf in enumerate(shelves):
            shelves[number] = array("Q", sorted(shelf))
        return cls(paths, shelves.__getitem__)

    def then(self, newer: Mapping[str, Codes | None]) -> Index:
        """The same, where some files have other keys or are gone."""
        return Index(self.paths, self.shelf, {**self.newer, **newer})

    def sharing(self, wanted: AbstractSet[int]) -> set[str]:
        """The files that have or ask for any of these keys."""
        found: set[str] = set()
        paths = self.paths
        for code in wanted:
            rows = self.shelf(code >> _OF_SHELF)
            at = bisect_left(rows, code << 32)
            while at < len(rows) and rows[at] >> 32 == code:
                found.add(paths[rows[at] & _LOW])
                at += 1
        found.difference_update(self.newer)
        found.update(
            path for path, keys in self.newer.items() if keys is not None and not wanted.isdisjoint(keys)
        )
        return found
