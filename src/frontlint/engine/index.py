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
    def of(cls, keys: Mapping[str, Iterable[int]]) -> Index:
        """The index of files with these keys."""
        paths = sorted(keys)
        rows = [code << 32 | at for at, path in enumerate(paths) for code in keys[path]]
        rows.sort()
        return cls(paths, array("Q", rows))

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
