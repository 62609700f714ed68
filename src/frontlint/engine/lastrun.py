"""What the last run found: the answer again, as long as nothing changed that it depends on.

`.frontlint_cache/last.json` holds a key for settings, schemas and frontlint, what was found, and size and
time of every page and folder that was looked at. The settings themselves are always read anew. As with the
cache of pages, a file that cannot be read or written is no fault.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from frontlint.engine.identity import canonical, digest_of, own_identity
from frontlint.engine.record import encode, finding_from
from frontlint.engine.request import Request
from frontlint.engine.stamp import RACE, Stamp
from frontlint.engine.store import keep_file
from frontlint.finding import Finding
from frontlint.schema.locate import built_in_names
from frontlint.settings import Settings

_FILE = "last.json"


class Found(NamedTuple):
    """What a run found: findings and notes as in `Outcome`, and the number of pages that were checked.

    `until` is the first moment at which Hugo publishes something else from the same files, None for never.
    """

    findings: tuple[Finding, ...]
    pages: int
    suppressed: int
    notes: tuple[str, ...]
    until: datetime | None


class LastRun:
    """The last run in a cache folder; `key` says of which kind it has to be."""

    def __init__(self, folder: Path, project: Path, key: str) -> None:
        self._folder = folder
        self._project = str(project)
        self._key = key

    @classmethod
    def of(cls, request: Request) -> LastRun | None:
        """That of such a request; None where nothing is to be kept."""
        return None if request.cache is None else cls(request.cache, request.project, _key(request))

    def recall(self, now: datetime) -> Found | None:
        """What that run found, if all is as it was, and Hugo would publish the same now."""
        try:
            text = (self._folder / _FILE).read_bytes()
            key, until, folders, pages, findings, *rest = json.loads(text)
            ended = until is not None and now.timestamp() >= until
            if key != self._key or ended or not self._same(folders, pages):
                return None
            count, suppressed, notes = rest
            return Found(tuple(map(finding_from, findings)), count, suppressed, tuple(notes), None)
        except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
            return None

    def keep(self, found: Found, stamps: Sequence[Stamp], folders: Mapping[str, int], begun: int) -> None:
        """Keeps what a run found that began at `begun`; not where a file was changed just before.

        `stamps` are those of all content files, `folders` all that were walked. Times are in nanoseconds.
        """
        newest = max((*folders.values(), *(stamp.modified for stamp in stamps)), default=0)
        if begun - newest <= RACE:
            return
        everything = (
            self._key,
            None if found.until is None else found.until.timestamp(),
            ("\n".join(folders), [*folders.values()]),
            ("\n".join(stamp.path for stamp in stamps), [(stamp.size, stamp.modified) for stamp in stamps]),
            *found[:-1],
        )
        keep_file(self._folder, _FILE, [encode(everything)])

    def _same(self, folders: Any, pages: Any) -> bool:
        """Whether no file has come, gone or changed. Raises OSError where one is gone."""
        stat, begin = os.stat, self._project + "/"
        names, times = folders
        for name, time in zip(names.split("\n") if times else (), times, strict=True):
            if stat(begin + name).st_mtime_ns != time:
                return False
        names, stamps = pages
        for name, (size, time) in zip(names.split("\n") if stamps else (), stamps, strict=True):
            now = stat(begin + name)
            if now.st_mtime_ns != time or now.st_size != size:
                return False
        return True


def _key(request: Request) -> str:
    """All that a run depends on besides the files of the site and the clock; a digest would need OpenSSL."""
    settings = request.settings
    own = set(built_in_names()).issuperset(kind.schema for kind in settings.kinds)
    return canonical(
        (
            own_identity(),
            request.config,
            request.targets,
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
