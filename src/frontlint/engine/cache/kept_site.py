"""What the last run knew of the whole site, so that a few changes can be patched into it.

`keys.bin` says who shares what (`engine/index.py`) and which pages there are, as they were when all of them
were looked at. It is read in pieces, few of which are asked for; `site.bin` has their places and digests. The
files and their results are in `pages.bin`. `parts.bin` has what was found, and what became of the pages that
changed since, time and again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from frontlint.base.digest import digest
from frontlint.base.record import NamedTuple
from frontlint.engine.cache.codec import BROKEN, finding_from, from_json, ignore_from, to_json
from frontlint.engine.cache.folder import Store
from frontlint.engine.cache.lines import halves, joined_names, line_of, split_names
from frontlint.engine.cache.pages import Records
from frontlint.engine.cache.seal import Pieces
from frontlint.engine.cache.stamp import DIGEST
from frontlint.engine.ground import Ground, LostError, NewPage, PageName
from frontlint.engine.index import SHELVES, Index
from frontlint.engine.result import Overview, PageResult, RawFindings

_SITE = "site.bin"
_KEYS = "keys.bin"
_PIECES = SHELVES + 1
"""The shelves of the index, and the names of built pages."""
_PARTS = "parts.bin"


class KeptSite(NamedTuple):
    """A site as it is kept. `unchecked` are the pages that were not asked for: rules did not look at them.

    `token` names the file of results that it uses.
    """

    ground: Ground
    parts: RawFindings
    overview: Overview
    unchecked: frozenset[str]
    token: str


def keep_site(store: Store, token: str, ground: Ground) -> None:
    """Keeps what a run over all pages knows; `token` is that of its results."""
    index, names = ground.index, list(ground.names())
    at = {path: number for number, path in enumerate(index.paths)}
    of_names = (
        joined_names(name.language for name in names),
        joined_names(name.logical_path for name in names),
    )
    last = line_of(of_names) + array("I", [at[name.path] for name in names]).tobytes()

    def piece(number: int) -> bytes:
        return array("Q", index.shelf(number)).tobytes() if number < SHELVES else last

    ends, digests = array("Q"), ""
    for number in range(_PIECES):
        data = piece(number)
        ends.append(len(data) + (ends[-1] if ends else 0))
        digests += digest(data)
    store.keep(_KEYS, map(piece, range(_PIECES)))
    store.keep(_SITE, (line_of(token), ends.tobytes(), digests.encode("ascii")))


def keep_parts(store: Store, begun: int, site: KeptSite) -> None:
    """Keeps what was found in a run that began at `begun`, and the pages that changed since all were read."""
    overview = site.overview
    head = (
        begun,
        site.token,
        *site.parts,
        sorted(site.unchecked),
        (*overview[:1], sorted(overview.unread), overview.rendered, sorted(overview.lone), *_rest(overview)),
        [(path, page and _row(page)) for path, page in sorted(site.ground.newer.items())],
    )
    store.keep(_PARTS, (line_of(head),))


def _rest(overview: Overview) -> tuple[object, ...]:
    return overview.until, sorted(overview.closed), overview.conventions, overview.adapters


def _row(page: NewPage) -> tuple[object, ...]:
    keys = None if page.keys is None else sorted(page.keys)
    return to_json(page.result), page.resource, keys, page.names, page.digest


def read_site(store: Store, begun: int) -> KeptSite | None:
    """What the run that began at `begun` knew; None where that was not kept."""
    try:
        head, _ = halves(store.read(_PARTS))
        known, token, by_page, by_site, ignores, unchecked, overview, newer = head
        records = Records.read(store) if known == begun else None
        if records is None or records.token != token:
            return None
        ground = _ground(store, records, {path: row and _page(path, row) for path, row in newer})
        parts = RawFindings(
            tuple(map(finding_from, by_page)),
            tuple(map(finding_from, by_site)),
            tuple(map(ignore_from, ignores)),
        )
        return KeptSite(ground, parts, _overview(overview), frozenset(unchecked), token)
    except BROKEN:
        return None


def _overview(row: Sequence[Any]) -> Overview:
    notes, unread, rendered, lone, until, closed, conventions, adapters = row
    return Overview(
        tuple(notes),
        frozenset(unread),
        rendered,
        frozenset(lone),
        until,
        frozenset((language, plural) for language, plural in closed),
        conventions,
        tuple(adapters),
    )


def _page(path: str, row: Sequence[Any]) -> NewPage:
    line, resource, keys, names, of_bytes = row
    result = from_json(line)
    return NewPage(
        result,
        resource,
        None if keys is None else frozenset(keys),
        None if names is None else tuple(PageName(*name) for name in names),
        of_bytes,
    )


def _ground(store: Store, records: Records, newer: Mapping[str, NewPage | None]) -> Ground:
    site = _KeptIndex(store, records)

    def load(path: str) -> PageResult:
        try:
            return from_json(str(records.line(path), "ascii"))
        except BROKEN as error:
            raise LostError(path) from error

    def digest_of(path: str) -> str:
        stamp = records.stamps.get(path)
        return stamp.digest if stamp else ""

    sources = load, lambda: site.index, lambda: site.names, records.stamps.resources
    return Ground(records.stamps.paths, *sources, newer, digest_of)


class _KeptIndex:
    """The files `site.bin` and `keys.bin`, which are read when somebody first asks.

    Raises LostError where they are not whole.
    """

    def __init__(self, store: Store, records: Records) -> None:
        self._store = store
        self._token = records.token
        self._paths = records.stamps.paths
        self._shelves: dict[int, Sequence[int]] = {}

    @cached_property
    def _places(self) -> tuple[memoryview, memoryview, Pieces]:
        """Where the pieces end, their digests, and the file with them."""
        try:
            token, rest = halves(self._store.read(_SITE))
            ends, digests = rest[: 8 * _PIECES].cast("Q"), rest[8 * _PIECES :]
            if token != self._token or len(digests) != DIGEST * _PIECES:
                raise ValueError("another site")
            return ends, digests, self._store.pieces(_KEYS)
        except BROKEN as error:
            raise LostError(_SITE) from error

    def _piece(self, number: int) -> bytes:
        ends, digests, pieces = self._places
        try:
            data = pieces.read(ends[number - 1] if number else 0, ends[number])
        except OSError as error:
            raise LostError(_KEYS) from error
        if digest(data) != str(digests[DIGEST * number : DIGEST * (number + 1)], "ascii", "replace"):
            raise LostError(_KEYS)
        return data

    @property
    def index(self) -> Index:
        return Index(self._paths, self._shelf)

    def _shelf(self, number: int) -> Sequence[int]:
        if number not in self._shelves:
            data = self._piece(number)
            self._shelves[number] = memoryview(data).cast("Q") if data else ()
        return self._shelves[number]

    @property
    def names(self) -> Iterator[PageName]:
        (languages, logical_paths), numbers = halves(memoryview(self._piece(SHELVES)))
        rows = numbers.cast("I") if numbers else (), split_names(languages), split_names(logical_paths)
        if len(set(map(len, rows))) > 1:
            raise LostError(_KEYS)
        for at, language, logical in zip(*rows, strict=True):
            yield PageName(self._paths[at], language, logical)
