"""What a snapshot is made of: the result of each page, and who shares what; opened page by page."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from frontlint.base.digest import digest
from frontlint.base.record import NamedTuple
from frontlint.engine.index import Index
from frontlint.engine.result import PageResult
from frontlint.site.keys import Codes


class LostError(Exception):
    """What was kept of a site cannot be read: all of it has to be looked at."""


class PageName(NamedTuple):
    """One built page with a file: where it is, for those who look for the nearest name."""

    path: str
    language: str
    logical_path: str


class NewPage(NamedTuple):
    """What became of a file since the rest was looked at: its result, and whether it belongs to another page.

    `keys` and the `names` of its built pages are None where they are as they were; `digest` is that of its
    bytes, empty if it is not known.
    """

    result: PageResult
    resource: bool
    keys: Codes | None = None
    names: tuple[PageName, ...] | None = None
    digest: str = ""


class Ground:
    """The content files of a site.

    `load` gives the result of one of the `files`, `list_names` the built pages among them. `resources` are
    those that belong to other pages, and `digest_of` gives the digest of a file's bytes, empty if it is not
    known. Files in `newer` are as given there; with None they are gone.
    """

    def __init__(
        self,
        files: Sequence[str],
        load: Callable[[str], PageResult],
        make_index: Callable[[], Index],
        list_names: Callable[[], Iterable[PageName]],
        resources: Container[str],
        newer: Mapping[str, NewPage | None] | None = None,
        digest_of: Callable[[str], str] = lambda path: "",
    ) -> None:
        self._files = files
        self._load = load
        self._make_index = make_index
        self._list_names = list_names
        self._resources = resources
        self._digest_of = digest_of
        self.newer: Mapping[str, NewPage | None] = newer or {}

    @cached_property
    def paths(self) -> Sequence[str]:
        """All content files, sorted."""
        newer = self.newer
        if all(newer.values()) and all(path in self._known for path in newer):
            return self._files
        kept = (path for path in self._files if path not in newer)
        return sorted((*kept, *(path for path, page in newer.items() if page is not None)))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._files)

    @cached_property
    def index(self) -> Index:
        """Who shares what."""
        return self._make_index().then(
            {
                path: page and page.keys
                for path, page in self.newer.items()
                if page is None or page.keys is not None
            }
        )

    def has(self, path: str) -> bool:
        """Whether there is such a content file."""
        return self.newer[path] is not None if path in self.newer else path in self._known

    def result(self, path: str) -> PageResult | None:
        """What the page phase made of a file; None where there is none."""
        if path in self.newer:
            page = self.newer[path]
            return None if page is None else page.result
        return self._load(path) if path in self._known else None

    def is_of(self, path: str, data: bytes | None) -> bool:
        """Whether a file is known to have these bytes, or to be none; false where its bytes are not known."""
        if data is None or not self.has(path):
            return data is None and not self.has(path)
        page = self.newer.get(path)
        return (self._digest_of(path) if page is None else page.digest) == digest(data)

    def results(self) -> Iterator[PageResult]:
        """Those of all files, in order."""
        for path in self.paths:
            found = self.result(path)
            if found is not None:
                yield found

    def is_resource(self, path: str) -> bool:
        """Whether a file belongs to another page."""
        page = self.newer.get(path)
        return path in self._resources if page is None else page.resource

    def names(self) -> Iterator[PageName]:
        """The built pages with a file."""
        other = {path for path, page in self.newer.items() if page is None or page.names is not None}
        yield from (name for name in self._list_names() if name.path not in other)
        for page in self.newer.values():
            yield from (page and page.names) or ()

    def then(self, newer: Mapping[str, NewPage | None]) -> Ground:
        """The same, where some files are other ones, or gone."""
        both = dict(self.newer)
        for path, page in newer.items():
            was = both.get(path)
            if page is not None and was is not None:
                page = page._replace(
                    keys=was.keys if page.keys is None else page.keys,
                    names=was.names if page.names is None else page.names,
                )
            both[path] = page
        sources = self._load, self._make_index, self._list_names, self._resources
        made = Ground(self._files, *sources, both, self._digest_of)
        made.__dict__["_known"] = self._known
        return made
