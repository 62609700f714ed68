"""The results of an earlier run, page by page: a page that has not changed is not opened.

`records.bin` has the results (see `codec`), one after the other. `pages.bin` says where each of them is. It
begins with a line of JSON: what all results depend on, a token, the names of the pages, and for each whether
it was checked and belongs to another page. Then come rows of numbers (sizes, times, moments, ends) and
digests, of the pages and of their results. A result is read when somebody asks for it, and believed if it
has its digest. Where a file cannot be read or written, frontlint goes on without it.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

from frontlint.base.digest import digest
from frontlint.engine.cache.codec import BROKEN, from_json
from frontlint.engine.cache.folder import Store
from frontlint.engine.cache.lines import halves, joined_names, line_of, split_names
from frontlint.engine.cache.seal import Pieces
from frontlint.engine.cache.stamp import Stamp, unchanged
from frontlint.engine.result import PageResult

_PAGES = "pages.bin"
_RECORDS = "records.bin"
_DIGEST: Final = 32
"""So many characters a digest has."""
_FLAGS: Final = {(False, False): "0", (False, True): "1", (True, False): "2", (True, True): "3"}
"""Of a stamp: whether it is checked, and a resource."""


class Records:
    """The results of an earlier run as they were written. `token` names them; `key` is what they depend on.

    Raises one of `BROKEN` for files that are not whole.
    """

    def __init__(self, body: memoryview | None, lines: Pieces) -> None:
        head, rows = halves(body)
        self.key, self.token, names, self._flags = head
        self.paths = split_names(names)
        count = len(self.paths)
        numbers = rows[: 32 * count].cast("q")
        self._sizes, self._times, self._moments, self._ends = (
            numbers[at * count : (at + 1) * count] for at in range(4)
        )
        rest = rows[32 * count :]
        self._digests, self._own_digests = rest[: _DIGEST * count], rest[_DIGEST * count :]
        self._lines = lines
        if not len(self._flags) == count == len(self._ends) == len(self._own_digests) // _DIGEST:
            raise ValueError("not a whole file")
        self._at = {path: at for at, path in enumerate(self.paths)}

    @property
    def resources(self) -> frozenset[str]:
        """The pages that belong to others."""
        return frozenset(path for path, flag in zip(self.paths, self._flags, strict=True) if flag in "13")

    @classmethod
    def read(cls, store: Store) -> Records | None:
        """What a store has; None where it has none that is whole."""
        try:
            return cls(store.read(_PAGES), store.pieces(_RECORDS))
        except BROKEN:
            return None

    def stamp(self, path: str) -> Stamp | None:
        """The stamp of a page."""
        at = self._at.get(path)
        if at is None:
            return None
        flag = int(self._flags[at])
        found = str(self._digests[_DIGEST * at : _DIGEST * (at + 1)], "ascii", "replace")
        numbers = self._sizes[at], self._times[at], self._moments[at]
        return Stamp(path, *numbers, flag > 1, flag % 2 == 1, found)

    def stamps(self) -> Mapping[str, Stamp | None]:
        """Those of all pages."""
        return {path: self.stamp(path) for path in self.paths}

    def line(self, path: str) -> str:
        """The result of a page, as `codec.to_json` gave it. Raises one of `BROKEN` where there is none."""
        at = self._at[path]
        line = self._lines.read(self._ends[at - 1] if at else 0, self._ends[at])
        if digest(line) != str(self._own_digests[_DIGEST * at : _DIGEST * (at + 1)], "ascii"):
            raise ValueError("another result")
        return str(line, "ascii")


class PageCache:
    """The cache of one project. `key` covers everything but the pages: settings, schemas, frontlint."""

    def __init__(self, store: Store, key: str) -> None:
        self._store = store
        self._key = key
        self._kept: dict[str, tuple[Stamp, str]] = {}
        known = Records.read(store)
        self._known = known if known and known.key == key else None
        self.token = self._known.token if self._known else ""
        """The name of the file as it is on disk."""

    @property
    def stamps(self) -> Sequence[Stamp]:
        """The stamps of all pages that were asked for and are kept."""
        return [stamp for stamp, _ in self._kept.values()]

    def get(self, project: Path, path: str, checked: bool, resource: bool) -> PageResult | None:
        """The result for a page that is as it was; `checked` and `resource` are as in `Stamp`, and now."""
        stamp = self._known.stamp(path) if self._known else None
        if self._known is None or stamp is None:
            return None
        if stamp.resource is not resource or (checked and not stamp.checked):
            return None
        try:
            today = unchanged(project, stamp)
            line = "" if today is None else self._known.line(path)
            result = None if today is None else from_json(line)
        except BROKEN:
            return None
        if today is not None:
            self._kept[path] = (today, line)
        return result

    def put(self, stamp: Stamp, line: str) -> None:
        """Keeps a new result, as `codec.to_json` gives it."""
        self._kept[stamp.path] = (stamp, line)

    def save(self) -> None:
        """Writes what was kept, if it differs from what is there."""
        known = self._known
        if known and {path: stamp for path, (stamp, _) in self._kept.items()} == known.stamps():
            return
        self.token = os.urandom(8).hex()
        kept = [self._kept[path] for path in sorted(self._kept)]
        lines = [line.encode("ascii") for _, line in kept]
        self._store.keep(_RECORDS, lines)
        self._store.keep(_PAGES, self._pieces([stamp for stamp, _ in kept], lines))

    def _pieces(self, stamps: Sequence[Stamp], lines: Sequence[bytes]) -> Iterator[bytes]:
        flags = "".join([_FLAGS[stamp.checked, stamp.resource] for stamp in stamps])
        yield line_of((self._key, self.token, joined_names(stamp.path for stamp in stamps), flags))
        numbers = array("q", [stamp.size for stamp in stamps])
        numbers.extend([stamp.modified for stamp in stamps])
        numbers.extend([stamp.seen for stamp in stamps])
        numbers.extend(accumulate(map(len, lines)))
        yield numbers.tobytes()
        yield "".join([stamp.digest for stamp in stamps]).encode("ascii")
        yield "".join(map(digest, lines)).encode("ascii")
