"""What the last run found: the answer again, as long as nothing changed that it depends on.

`.frontlint_cache/last.json` holds a key for settings, schemas and frontlint, what was found, and size and
time of every page and folder that was looked at; `parts.json` what that was made of, for when a few pages
have changed. The settings themselves are always read anew. As with the cache of pages, a file that cannot be
read or written is no fault.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from frontlint.engine.discover import listing
from frontlint.engine.identity import canonical, digest_of, own_identity
from frontlint.engine.record import encode, finding_from, ignore_from, silenced_from
from frontlint.engine.request import Request
from frontlint.engine.stamp import RACE, Stamp
from frontlint.engine.store import keep_file
from frontlint.finding import Finding
from frontlint.ignore import Ignore, Silenced
from frontlint.schema.locate import built_in_names
from frontlint.settings import Settings
from frontlint.text.tree import Tree

if TYPE_CHECKING:
    from frontlint.engine.since import Review  # most runs compare with nothing

_BROKEN = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError)
_ANSWER = "last.json"
_PARTS = "parts.json"
FEW = 100
"""So many pages may have changed for `fewchanged` to be worth a try."""


class Found(NamedTuple):
    """What a run found: findings and notes as in `Outcome`, and the number of pages that were checked.

    `silenced` are the findings that authors ignore. `review` is what a run with a base knows of its change.

    `rendered` are the fields that templates render, None where nothing hangs on it. From the moment `since`
    to before `until`, None for ever, Hugo publishes the same of the same files; in seconds since 1970.
    """

    findings: tuple[Finding, ...]
    pages: int
    silenced: tuple[Silenced, ...]
    notes: tuple[str, ...]
    rendered: Sequence[str] | None
    since: float
    until: float | None
    review: Review | None = None


class Parts(NamedTuple):
    """What a run made its findings of: those of the pages and of the site before they were judged.

    Only pages that were asked for at some time have findings of their own (see `Stamp.checked`). `ignores`
    are those of all pages, `adapters` the content adapters among the files.
    """

    by_page: tuple[Finding, ...]
    by_site: tuple[Finding, ...]
    ignores: tuple[Ignore, ...]
    adapters: tuple[str, ...]


class Recalled(NamedTuple):
    """The last run, if all is as it was but for the pages `changed`, at most `FEW`.

    `answers` tells that it was asked for the same pages: then the findings are those that are wanted.
    """

    found: Found
    answers: bool
    changed: tuple[str, ...]
    folders: Mapping[str, int]
    begun: int
    sizes: Mapping[str, tuple[int, int]]


class LastRun:
    """The last run in a cache folder; `key` says of which kind it has to be."""

    def __init__(self, request: Request, folder: Path) -> None:
        self._folder = folder
        self._project = request.project
        self._config = request.config
        self._key = _key(request)
        self._question = canonical((request.targets, request.inline_ignores))

    @classmethod
    def of(cls, request: Request) -> LastRun | None:
        """That of such a request; None where nothing is to be kept."""
        return None if request.cache is None else cls(request, request.cache)

    def recall(self, now: datetime) -> Recalled | None:
        """What that run found, if hardly anything has changed, and Hugo would publish the same pages now."""
        try:
            key, begun, since, until, folders, *rest = json.loads(self._read(_ANSWER))
            pages, question, findings, count, silenced, notes, rendered = rest
            moment = now.timestamp()
            if key != self._key or moment < since or (until is not None and moment >= until):
                return None
            sizes = dict(_named(*pages))
            walked = self._same_folders(dict(_named(*folders)), sizes)
            changed = None if walked is None else self._changed(sizes)
            if walked is None or changed is None:
                return None
            if rendered is not None and self._rendered() != rendered:
                return None
            heard = tuple(map(finding_from, findings))
            ignored = tuple(map(silenced_from, silenced))
            found = Found(heard, count, ignored, tuple(notes), rendered, since, until)
            return Recalled(found, question == self._question, changed, walked, begun, sizes)
        except _BROKEN:
            return None

    def parts(self, recalled: Recalled) -> tuple[Parts, tuple[Stamp, ...]] | None:
        """What that run made its findings of, and the stamps of all pages; None where it was not kept."""
        try:
            begun, by_page, by_site, ignores, adapters, senses, *paths = json.loads(self._read(_PARTS))
            if begun != recalled.begun:
                return None
            inside, unchecked = map(frozenset, paths)
            parts = Parts(
                tuple(map(finding_from, by_page)),
                tuple(map(finding_from, by_site)),
                tuple(map(ignore_from, ignores)),
                tuple(adapters),
            )
            stamps = tuple(
                Stamp(path, size, time, 0, path not in unchecked, path in inside, "", sense)
                for (path, (size, time)), sense in zip(recalled.sizes.items(), senses, strict=True)
            )
        except _BROKEN:
            return None
        return parts, stamps

    def keep(
        self, found: Found, parts: Parts, stamps: Sequence[Stamp], folders: Mapping[str, int], begun: int
    ) -> None:
        """Keeps what a run found that began at `begun`; not where a file was changed just before.

        `stamps` are those of all content files, `folders` all that were walked. Times are in nanoseconds.
        """
        newest = max((*folders.values(), *(stamp.modified for stamp in stamps)), default=0)
        if begun - newest <= RACE:
            return
        answer = (
            self._key,
            begun,
            found.since,
            found.until,
            ("\n".join(folders), [*folders.values()]),
            ("\n".join(stamp.path for stamp in stamps), [(stamp.size, stamp.modified) for stamp in stamps]),
            self._question,
            *found[:5],
        )
        senses = [stamp.sense for stamp in stamps]
        inside = [stamp.path for stamp in stamps if stamp.resource]
        unchecked = [stamp.path for stamp in stamps if not stamp.checked]
        keep_file(self._folder, _PARTS, [encode((begun, *parts, senses, inside, unchecked))])
        keep_file(self._folder, _ANSWER, [encode(answer)])

    def _read(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()

    def _rendered(self) -> list[str]:
        """What the templates render now."""
        from frontlint.hugo.templates import rendered_fields  # few pages have refs in their front matter

        return sorted(rendered_fields(Tree(self._project), self._config))

    def _same_folders(self, folders: Mapping[str, int], pages: Iterable[str]) -> Mapping[str, int] | None:
        """The folders with their times of today; None where content came or went. Raises OSError.

        A file that is written anew and put in the place of the old one, as Git does, changes its folder.
        """
        stat, begin = os.stat, f"{self._project}/"
        suspect = [name for name, time in folders.items() if stat(begin + name).st_mtime_ns != time]
        if not suspect or len(suspect) > FEW:
            return None if suspect else folders
        times = dict(folders)
        known = _by_folder(pages), _by_folder(folders)
        for name in suspect:
            found = listing(self._project, name, self._config)
            if found is None or (found.pages, found.folders) != (known[0][name], known[1][name]):
                return None
            times[name] = found.modified
        return times

    def _changed(self, pages: Mapping[str, tuple[int, int]]) -> tuple[str, ...] | None:
        """The pages that changed; None where there are many. Raises OSError."""
        stat, begin = os.stat, f"{self._project}/"
        changed: list[str] = []
        for name, (size, time) in pages.items():
            now = stat(begin + name)
            if now.st_mtime_ns != time or now.st_size != size:
                changed.append(name)
                if len(changed) > FEW:
                    return None
        return tuple(changed)


def _by_folder(paths: Iterable[str]) -> Mapping[str, AbstractSet[str]]:
    """The paths by the folder that they are directly in, which is empty at the root."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in paths:
        if path:
            found[path.rpartition("/")[0]].add(path)
    return found


def _named(names: str, values: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Names with line feeds between them, each with its value. Raises ValueError where they do not fit."""
    return zip(names.split("\n") if values else (), values, strict=True)


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

    return digest_of(Catalog(settings.kinds, settings.root, settings.prefix).user_schemas())
