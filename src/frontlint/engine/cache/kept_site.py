"""What the last run knew of the whole site, so that a few changes can be patched into it.

`site.bin` says who shares what (`engine/index.py`) and which pages there are, as they were when all of them
were looked at; the results of these pages are in `pages.bin`. `parts.bin` has what was found, and what
became of the pages that changed since, time and again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from frontlint.base.record import NamedTuple
from frontlint.engine.cache.codec import BROKEN, finding_from, from_json, ignore_from, to_json
from frontlint.engine.cache.folder import Store
from frontlint.engine.cache.lines import halves, joined_names, line_of, split_names
from frontlint.engine.cache.pages import Records
from frontlint.engine.ground import Ground, LostError, NewPage, PageName
from frontlint.engine.index import Index
from frontlint.engine.result import Overview, PageResult, RawFindings

_SITE = "site.bin"
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
    index = ground.index
    at = {path: number for number, path in enumerate(index.paths)}
    names = list(ground.names())
    head = (
        token,
        joined_names(index.paths),
        joined_names(name.language for name in names),
        joined_names(name.logical_path for name in names),
        len(index.rows),
    )
    rows = index.rows if isinstance(index.rows, array) else array("Q", index.rows)
    numbers = array("I", [at[name.path] for name in names])
    store.keep(_SITE, (line_of(head), rows.tobytes(), numbers.tobytes()))


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
    return to_json(page.result), page.resource, keys, page.names


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
    line, resource, keys, names = row
    result = from_json(line)
    return NewPage(
        result,
        resource,
        None if keys is None else frozenset(keys),
        None if names is None else tuple(PageName(*name) for name in names),
    )


def _ground(store: Store, records: Records, newer: Mapping[str, NewPage | None]) -> Ground:
    site = _KeptIndex(store, records.token)

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
    """The file `site.bin`, which is read when somebody first asks. Raises LostError where it is not whole."""

    def __init__(self, store: Store, token: str) -> None:
        self._store = store
        self._token = token

    @cached_property
    def _site(self) -> tuple[list[str], list[str], list[str], memoryview, memoryview]:
        try:
            head, rows = halves(self._store.read(_SITE))
            token, paths, languages, logical_paths, count = head
            codes, numbers = rows[: 8 * count].cast("Q"), rows[8 * count :].cast("I")
            names = split_names(languages), split_names(logical_paths)
            if token != self._token or not len(numbers) == len(names[0]) == len(names[1]):
                raise ValueError("another site")
            return split_names(paths), *names, codes, numbers
        except BROKEN as error:
            raise LostError(_SITE) from error

    @property
    def index(self) -> Index:
        paths, _, _, codes, _ = self._site
        return Index(paths, codes)

    @property
    def names(self) -> Iterator[PageName]:
        paths, languages, logical_paths, _, numbers = self._site
        for at, language, logical in zip(numbers, languages, logical_paths, strict=True):
            yield PageName(paths[at], language, logical)
