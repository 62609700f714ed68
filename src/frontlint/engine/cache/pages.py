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
from collections.abc import Iterator
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import Final

from frontlint.base.digest import digest
from frontlint.engine.cache.codec import BROKEN, from_json, to_json
from frontlint.engine.cache.folder import Store
from frontlint.engine.cache.lines import halves, joined_names, line_of, split_names
from frontlint.engine.cache.seal import Pieces
from frontlint.engine.cache.spool import Spool
from frontlint.engine.cache.stamp import DIGEST, NewStamps, Stamp, Stamps, unchanged
from frontlint.engine.result import PageResult

_PAGES: Final = "pages.bin"
_RECORDS: Final = "records.bin"
_AS_KNOWN: Final = (-1, -1)
"""The place of a result that is in the file of the earlier run."""


class Records:
    """The results of an earlier run as they were written. `token` names them; `key` is what they depend on.

    Raises one of `BROKEN` for files that are not whole.
    """

    def __init__(self, body: memoryview | None, lines: Pieces) -> None:
        head, rows = halves(body)
        self.key, self.token, names, flags = head
        paths = split_names(names)
        count = len(paths)
        numbers = rows[: 32 * count].cast("q")
        *known, self._ends = (numbers[at * count : (at + 1) * count] for at in range(4))
        rest = rows[32 * count :]
        digests, self._own_digests = rest[: DIGEST * count], rest[DIGEST * count :]
        self.stamps = Stamps(paths, known, flags.encode("ascii"), digests)
        self._lines = lines
        if not len(flags) == count == len(self._ends) == len(self._own_digests) // DIGEST:
            raise ValueError("not a whole file")

    @classmethod
    def read(cls, store: Store) -> Records | None:
        """What a store has; None where it has none that is whole."""
        try:
            return cls(store.read(_PAGES), store.pieces(_RECORDS))
        except BROKEN:
            return None

    def line(self, path: str) -> bytes:
        """The result of a page, as `codec.to_json` gave it. Raises one of `BROKEN` where there is none."""
        at = self.stamps.at[path]
        line = self._lines.read(self._ends[at - 1] if at else 0, self._ends[at])
        if digest(line) != str(self._own_digests[DIGEST * at : DIGEST * (at + 1)], "ascii"):
            raise ValueError("another result")
        return line


class PageCache:
    """The cache of one project. `key` covers everything but the pages: settings, schemas, frontlint."""

    def __init__(self, store: Store, key: str) -> None:
        self._store = store
        self._key = key
        self.stamps = Stamps()
        """Those of all pages that were asked for and are kept, in order; there when they are saved."""
        self._begin()
        known = Records.read(store)
        self._known = known if known and known.key == key else None
        self.token = self._known.token if self._known else ""
        """The name of the file as it is on disk."""

    def _begin(self) -> None:
        """Nothing is kept yet; places are begin and end of each result in the spool."""
        self._stamps = NewStamps()
        self._places = array("q")
        self._lines = Spool(self._store.scratch)

    def get(self, project: Path, path: str, checked: bool, resource: bool) -> PageResult | None:
        """The result for a page that is as it was; `checked` and `resource` are as in `Stamp`, and now."""
        stamp = self._known.stamps.get(path) if self._known else None
        if self._known is None or stamp is None:
            return None
        if stamp.resource is not resource or (checked and not stamp.checked):
            return None
        try:
            today = unchanged(project, stamp)
            result = None if today is None else from_json(str(self._known.line(path), "ascii"))
        except BROKEN:
            return None
        if today is not None:
            self._add(today, _AS_KNOWN)
        return result

    def put(self, stamp: Stamp, result: PageResult, line: str = "") -> None:
        """Keeps a new result; `line` is what `codec.to_json` gives for it, if somebody has it already."""
        with suppress(OSError):  # a full disk
            self._add(stamp, self._lines.add((line or to_json(result)).encode("ascii")))

    def _add(self, stamp: Stamp, place: tuple[int, int]) -> None:
        self._stamps.add(stamp)
        self._places.extend(place)

    def save(self) -> None:
        """Writes what was kept, if it differs from what is there."""
        self.stamps = self._stamps.in_order()
        if not (self._known and self._known.stamps.are(self.stamps)):
            self._write()
        self._begin()

    def _write(self) -> None:
        self.token = os.urandom(8).hex()
        sizes, digests = array("q"), bytearray()
        self._store.keep(_RECORDS, self._records(sizes, digests))
        if len(sizes) == len(self.stamps):
            self._store.keep(_PAGES, self._pieces(sizes, digests))

    def _records(self, sizes: array[int], digests: bytearray) -> Iterator[bytes]:
        """The results in order; of each the size and the digest are noted."""
        for path in self.stamps.paths:
            at = 2 * self._stamps.at[path]
            begin, end = self._places[at : at + 2]
            line = self._known.line(path) if self._known and begin < 0 else self._lines.read(begin, end)
            sizes.append(len(line))
            digests += digest(line).encode("ascii")
            yield line

    def _pieces(self, sizes: array[int], digests: bytearray) -> Iterator[bytes]:
        stamps = self.stamps
        yield line_of((self._key, self.token, joined_names(stamps.paths), str(stamps.flags, "ascii")))
        yield stamps.numbers
        yield array("q", accumulate(sizes)).tobytes()
        yield bytes(stamps.digests)
        yield bytes(digests)
