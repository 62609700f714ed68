"""What the last run found: the answer again, as long as nothing changed that it depends on.

`last.bin` holds a key for settings, schemas and frontlint, what was found, and size and time of every page
and folder that was looked at. What that was made of, for when a few pages have changed, is in the files of
`kept_site.py`. The settings themselves are always read anew. As with the cache of pages, a file that cannot
be read or written is not a fault.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from frontlint.base.files import ProjectFiles
from frontlint.base.record import NamedTuple
from frontlint.engine.cache.codec import BROKEN, finding_from, silenced_from
from frontlint.engine.cache.disk import Pages, changes_on_disk
from frontlint.engine.cache.folder import Store
from frontlint.engine.cache.key import canonical, digest_of, own_identity
from frontlint.engine.cache.lines import halves, joined_names, line_of, split_names
from frontlint.engine.cache.stamp import RACE
from frontlint.engine.request import Request
from frontlint.engine.result import RunResult
from frontlint.hugo.config import is_adapter
from frontlint.schema.locate import built_in_names
from frontlint.settings import Settings

_ANSWER = "last.bin"


class CachedRun(NamedTuple):
    """The last run, if all is as it was but for the pages that `changed`, came or went, at most `FEW`.

    `folders` are those of today, `pages` those of that time. `answers` tells that it was asked for the same
    pages: then the findings are those that are wanted.
    """

    found: RunResult
    answers: bool
    changed: tuple[str, ...]
    folders: Mapping[str, int]
    begun: int
    pages: Pages

    @property
    def names(self) -> Sequence[str]:
        """The content files on disk that count; some of them may have gone since."""
        programs = (path for path in self.folders if "." in path and is_adapter(path))
        return [*self.pages.names, *self.changed, *programs]


class LastRun:
    """The last run in a cache folder, of the kind that a request asks for."""

    def __init__(self, request: Request, folder: Path) -> None:
        self.store = self._store = Store(folder, request.project)
        self._project = request.project
        self._config = request.config
        self._key = _key(request)
        self._question = canonical((request.targets, request.inline_ignores))

    def recall(self, now: datetime) -> CachedRun | None:
        """What that run found, if hardly anything has changed, and Hugo would publish the same pages now."""
        try:
            head, numbers = halves(self._store.read(_ANSWER))
            key, begun, since, until, *rest = head
            folders, names, question, findings, count, silenced, notes, rendered, unread = rest
            moment = now.timestamp()
            if key != self._key or moment < since or (until is not None and moment >= until):
                return None
            known, pages = _rows(split_names(folders), split_names(names), numbers)
            disk = changes_on_disk(self._project, self._config, known, pages)
            if disk is None:
                return None
            if rendered is not None and self._rendered(frozenset(rendered[1])) != rendered:
                return None
            selected = tuple(map(finding_from, findings))
            ignored = tuple(map(silenced_from, silenced))
            found = RunResult(
                selected, count, ignored, tuple(notes), rendered, since, until, unread=tuple(unread)
            )
            return CachedRun(found, question == self._question, *disk, begun, pages)
        except BROKEN:
            return None

    def names(self) -> Sequence[str]:
        """The content files of that run; none where it is not known, or was of another kind."""
        try:
            head, _ = halves(self._store.read(_ANSWER))
            return split_names(head[5]) if head[0] == self._key else ()
        except BROKEN:
            return ()

    def keep(self, found: RunResult, pages: Pages, folders: Mapping[str, int], begun: int) -> bool:
        """Keeps what a run found that began at `begun`; not where a file was changed just before.

        `pages` are all content files, `folders` all that were walked. Times are in nanoseconds. Says whether
        it was kept.
        """
        newest = max((*folders.values(), *pages.times), default=0)
        if begun - newest <= RACE:
            return False
        answer = (
            self._key,
            begun,
            found.since,
            found.until,
            joined_names(folders),
            joined_names(pages.names),
            self._question,
            *found[:5],
            found.unread,
        )
        numbers = array("q", folders.values())
        numbers.extend(pages.sizes)
        numbers.extend(pages.times)
        self._store.keep(_ANSWER, (line_of(answer), numbers.tobytes()))
        return True

    def _rendered(self, names: frozenset[str]) -> list[list[str]]:
        """What the templates say now, and which of some names they name."""
        from frontlint.hugo.rendered import rendered_fields  # few pages ask for either
        from frontlint.hugo.templates import named_fields

        tree = ProjectFiles(self._project)
        named = named_fields(tree, self._config, names) if names else frozenset[str]()
        return [rendered_fields(tree, self._config).as_list(), sorted(names), sorted(named)]


def _rows(folders: Sequence[str], names: Sequence[str], numbers: memoryview) -> tuple[dict[str, int], Pages]:
    """The folders with their times, and the pages. Raises ValueError where the numbers are not theirs."""
    row = array("q")
    row.frombytes(numbers)
    first, second = len(folders), len(folders) + len(names)
    pages = Pages(names, row[first:second], row[second:])
    if len(pages.times) != len(names):
        raise ValueError("numbers for other pages")
    return dict(zip(folders, row[:first], strict=True)), pages


def _key(request: Request) -> str:
    """All that a run depends on besides the files of the site, the clock and the pages that it is asked for.

    A digest of it would need OpenSSL.
    """
    settings = request.settings
    own = set(built_in_names()).issuperset(kind.schema for kind in settings.kinds)
    return canonical(
        (
            own_identity(),
            request.config,
            settings.kinds,
            settings.layers,
            settings.exclude,
            settings.options,
            settings.prefix,
            None if own else _user_schemas(settings),
        )
    )


def _user_schemas(settings: Settings) -> str:
    from frontlint.schema.catalog import Catalog  # brings all that reads schemas

    return digest_of(Catalog(settings.kinds, settings.root, settings.prefix, settings.wall).user_schemas())
