"""A repository as it was at a commit: which of its files differ by now, and what was in them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from posixpath import dirname, join, normpath

from frontlint.base.opener import SETTINGS_LIMIT, read_bytes
from frontlint.base.record import NamedTuple
from frontlint.git.changes import Change, How
from frontlint.git.repository import Repository

_LINK = "120000"
_HOPS = 5
"""So many links from one to the next are followed, as long as they stay in the repository."""


class Past(NamedTuple):
    """A repository and the commit that something is compared with, None before the first one.

    Names are paths from the repository's root, with `/`. `changes` are those of files between the commit
    and now, `links` those of links.
    """

    repository: Repository
    commit: str | None
    changes: tuple[Change, ...]
    links: tuple[Change, ...] = ()

    @property
    def root(self) -> Path:
        """The repository's root, links resolved."""
        return self.repository.root.resolve()

    def name_of(self, path: Path) -> str | None:
        """The name of a file, wherever the links above it lead; None outside of the repository."""
        try:
            inside = (path.parent.resolve() / path.name).relative_to(self.root)
        except ValueError:
            return None
        return inside.as_posix()

    def old_name(self, name: str) -> str:
        """What a file was called then."""
        renamed = (change for change in self.changes if change.how is How.RENAMED and change.path == name)
        return next((change.old_path for change in renamed), name)

    def touched(self) -> Mapping[str, Change]:
        """The changes by the names that files and links have now, or had."""
        changes = (*self.links, *self.changes)
        return {name: change for change in changes for name in (change.old_path, change.path)}

    def read_now(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """The contents of files as they are on disk, of those that can be read."""
        found: dict[str, bytes] = {}
        for name in names:
            with suppress(OSError):
                if (self.root / name).is_file():
                    found[name] = read_bytes(self.root / name, SETTINGS_LIMIT)
        return found

    def read(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """The contents of files as they were; links within the repository are followed."""
        wanted = {name: name for name in names}
        found: dict[str, bytes] = {}
        for _ in range(_HOPS):
            entries = self.repository.entries(self.commit, wanted.values()) if self.commit and wanted else {}
            blobs = self.repository.blobs(id_ for _, id_ in entries.values())
            ahead: dict[str, str] = {}
            for name, at in wanted.items():
                mode, id_ = entries.get(at, ("", ""))
                if mode == _LINK:
                    target = os.fsdecode(blobs[id_])
                    ahead[name] = normpath(join(dirname(at), target))
                elif mode:
                    found[name] = blobs[id_]
            wanted = {name: at for name, at in ahead.items() if not at.startswith(("/", "../"))}
        return found
