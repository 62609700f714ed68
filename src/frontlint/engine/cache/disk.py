"""What has changed on disk since a run looked at it: pages that were edited, came or went."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from frontlint.base.record import NamedTuple
from frontlint.engine.discover import MISSING, listing, listing_below
from frontlint.hugo.config import Config

FEW = 100
"""So many pages may have changed for a patch to be worth a try."""


class Pages(NamedTuple):
    """The content files, sorted, each with its size in bytes and its time in nanoseconds."""

    names: Sequence[str]
    sizes: Sequence[int]
    times: Sequence[int]


class DiskChange(NamedTuple):
    """The content files that are not as they were, at most `FEW`; those that came and went are among them.

    `folders` are all that are there now, with their times.
    """

    changed: tuple[str, ...]
    folders: Mapping[str, int]


def changes_on_disk(
    project: Path, config: Config, folders: Mapping[str, int], pages: Pages
) -> DiskChange | None:
    """What has changed since `folders` had these times and `pages` were these; None where it is much, or more
    than pages. Raises OSError.
    """
    walked = _Folders(project, config, folders, pages.names)
    if not walked.look():
        return None
    changed = [*walked.came, *walked.gone, *_edited(project, pages, walked.gone)]
    return None if len(changed) > FEW else DiskChange(tuple(changed), walked.times)


def _edited(project: Path, pages: Pages, gone: AbstractSet[str]) -> list[str]:
    """The pages that changed, no more than say that they are many."""
    stat, begin = os.stat, f"{project}/"
    edited: list[str] = []
    for name, size, time in zip(*pages, strict=True):
        if gone and name in gone:
            continue
        now = stat(begin + name)
        if now.st_mtime_ns != time or now.st_size != size:
            edited.append(name)
            if len(edited) > FEW:
                break
    return edited


class _Folders:
    """The folders of the content as they are now. `times` are theirs; into `came` and `gone` go the pages.

    A file that is written anew and put in the place of the old one, as Git does, changes its folder.
    """

    def __init__(
        self, project: Path, config: Config, folders: Mapping[str, int], pages: Sequence[str]
    ) -> None:
        self._project = project
        self._config = config
        self._pages = pages
        self.times = dict(folders)
        self.came: set[str] = set()
        self.gone: set[str] = set()

    def look(self) -> bool:
        """Looks into each folder that has another time; false where they are many, or other files count."""
        suspect = self._suspect()
        if suspect is None or len(suspect) > FEW:
            return False
        known = _by_folder(self._pages, suspect), _by_folder(list(self.times), suspect)
        return all(self._look_into(name, known[0][name], known[1][name]) for name in suspect)

    def _suspect(self) -> list[str] | None:
        """The folders that have another time; None where one is gone in which others are not looked for."""
        stat, begin = os.stat, f"{self._project}/"
        suspect: list[str] = []
        for name, time in self.times.items():
            try:
                if stat(begin + name).st_mtime_ns != time:
                    suspect.append(name)
            except FileNotFoundError:
                if time != MISSING and name.rpartition("/")[0] not in self.times:
                    return None
        return suspect

    def _look_into(self, name: str, pages: AbstractSet[str], folders: AbstractSet[str]) -> bool:
        found = listing(self._project, name, self._config)
        if found is None:
            return False
        self.times[name] = found.modified
        self.came |= found.pages - pages
        self.gone |= pages - found.pages
        for folder in folders - found.folders:
            begin = f"{folder}/"
            self.gone.update(path for path in self._pages if path.startswith(begin))
            for below in [one for one in self.times if one == folder or one.startswith(begin)]:
                del self.times[below]
        return all(map(self._look_below, found.folders - folders))

    def _look_below(self, folder: str) -> bool:
        """Takes in a new folder."""
        found = listing_below(self._project, folder, self._config)
        if found is None:
            return False
        self.came.update(found.pages)
        self.times.update(found.folders)
        return True


def _by_folder(paths: Iterable[str], folders: Iterable[str]) -> Mapping[str, AbstractSet[str]]:
    """The paths that are directly in each of some folders; the name of the root is empty."""
    found: dict[str, set[str]] = {folder: set() for folder in folders}
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder in found and path:
            found[folder].add(path)
    return found
