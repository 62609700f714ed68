"""The results of an earlier run, page by page, in one file: a page that has not changed is not opened.

`pages.jsonl` begins with a line that says what all results depend on; each other line but the last is one
page: a stamp, a tab, and the result (see `record`). The last line is the seal (see `store`). Where the file
cannot be read or written, frontlint goes on without it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from frontlint.engine.cache.codec import BROKEN, from_json
from frontlint.engine.cache.folder import Store
from frontlint.engine.cache.stamp import Stamp, unchanged
from frontlint.engine.result import PageResult

_FILE = "pages.jsonl"


class PageCache:
    """The cache of one project. `key` stands for everything but the pages: settings, schemas, frontlint."""

    def __init__(self, store: Store, key: str) -> None:
        self._store = store
        self._key = key
        self._stamps: dict[str, Stamp] = {}
        self._lines: dict[str, str] = {}
        self._kept: dict[str, tuple[Stamp, str]] = {}
        self._load()

    @property
    def stamps(self) -> Sequence[Stamp]:
        """The stamps of all pages that were asked for and are kept."""
        return [stamp for stamp, _ in self._kept.values()]

    def get(self, project: Path, path: str, checked: bool, resource: bool) -> PageResult | None:
        """The result for a page that is as it was; `checked` and `resource` are as in `Stamp`, and now."""
        stamp = self._stamps.get(path)
        if stamp is None or stamp.resource is not resource or (checked and not stamp.checked):
            return None
        line = self._lines[path]
        try:
            today = unchanged(project, stamp)
            result = None if today is None else from_json(line)
        except BROKEN:
            return None
        if today is not None:
            self._kept[path] = (today, line)
        return result

    def put(self, stamp: Stamp, line: str) -> None:
        """Keeps a new result, as `record.to_json` gives it."""
        self._kept[stamp.path] = (stamp, line)

    def save(self) -> None:
        """Writes what was kept, if it differs from what is there."""
        if {path: stamp for path, (stamp, _) in self._kept.items()} != self._stamps:
            kept = (self._kept[path] for path in sorted(self._kept))
            pages = (f"{json.dumps(stamp)}\t{line.rstrip()}\n".encode("ascii") for stamp, line in kept)
            self._store.keep(_FILE, chain((f"{json.dumps(self._key)}\n".encode("ascii"),), pages))

    def _load(self) -> None:
        body = self._store.read(_FILE)
        try:
            lines = [] if body is None else str(body, "ascii").split("\n")
            if lines and json.loads(lines[0]) == self._key:
                for line in lines[1:-1]:
                    head, _, rest = line.partition("\t")
                    stamp = Stamp(*json.loads(head))
                    self._stamps[stamp.path] = stamp
                    self._lines[stamp.path] = rest
        except BROKEN:
            self._stamps, self._lines = {}, {}
