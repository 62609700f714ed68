"""The results of an earlier run, page by page, in one file: a page that has not changed is not opened.

`.frontlint_cache/pages.jsonl` begins with a line that says what all results depend on; each other line is
one page: a stamp, a tab, and the result (see `record`). Where it cannot be read, or not be written, frontlint
goes on without it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from frontlint.engine.record import from_json
from frontlint.engine.result import PageResult
from frontlint.engine.stamp import Stamp, unchanged
from frontlint.engine.store import keep_file

_FILE = "pages.jsonl"


class PageCache:
    """The cache of one project. `key` stands for everything but the pages: settings, schemas, frontlint."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
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
        except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
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
            pages = (f"{json.dumps(stamp)}\t{line.rstrip()}" for stamp, line in kept)
            keep_file(self._folder, _FILE, (json.dumps(self._key), *pages))

    def _load(self) -> None:
        try:
            with (self._folder / _FILE).open(encoding="ascii", newline="\n") as lines:
                if json.loads(next(lines, "null")) == self._key:
                    for line in lines:
                        head, _, rest = line.partition("\t")
                        stamp = Stamp(*json.loads(head))
                        self._stamps[stamp.path] = stamp
                        self._lines[stamp.path] = rest
        except (OSError, ValueError, TypeError, RecursionError):
            self._stamps, self._lines = {}, {}
