"""`[[sites]]`: the Hugo projects of a repository that has several."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint.base.errors import UsageError
from frontlint.base.phrases import listing, shorten
from frontlint.base.record import NamedTuple
from frontlint.base.roots import identity
from frontlint.base.shown import shown_path
from frontlint.base.walls import wall_around, wall_of_settings
from frontlint.hugo.config import is_project
from frontlint.settings.find import ConfigFile, same_place
from frontlint.settings.model import Origin

if TYPE_CHECKING:
    from frontlint.settings.file import SettingsFile

_PATTERN = frozenset("*?[")
_MOST = 3
"""Folders that a message names."""


class ListedSite(NamedTuple):
    """One of `[[sites]]`: `folder` is absolute, without links, and need not exist; `origin` is its line."""

    source: str
    folder: Path
    origin: Origin

    def mistake(self, message: str) -> UsageError:
        """What is wrong with it, at its line."""
        return UsageError(message, self.origin.where, self.origin.line)

    def check(self, named: Sequence[str] = ()) -> None:
        """Raises UsageError for a folder that is not there, or is not a Hugo project.

        It is one with the first of the files that `--hugo-config` names, too.
        """
        name = f"`{shorten(self.source)}`"
        if not os.path.isdir(self.folder):  # noqa: PTH112 - raises nothing
            raise self.mistake(f"there is no folder {name}{self._matches()}")
        if not (named and os.path.isfile(self.folder / named[0])) and not is_project(self.folder):  # noqa: PTH113
            raise self.mistake(
                f"{name} has no configuration of Hugo: write the folder of a hugo.yaml, hugo.toml or config/"
            )

    def _matches(self) -> str:
        """What to write for a pattern, which is not expanded: a new folder must not join a gate unseen."""
        if _PATTERN.isdisjoint(self.source):
            return ""
        fixed = self.folder
        while not _PATTERN.isdisjoint(str(fixed)):
            fixed = fixed.parent
        names = [f"`{name}`" for name in _projects_below(fixed)]
        each = listing(names[:_MOST], len(names[_MOST:])) if names else "your sites"
        return f", and patterns are not expanded: write one `[[sites]]` for each of {each}"


def _projects_below(folder: Path) -> list[str]:
    try:
        children = sorted(folder.iterdir())
    except OSError:
        return []
    return [shown_path(child) for child in children if is_project(child)]


def listed_sites(file: ConfigFile, start: Path | None = None) -> tuple[ListedSite, ...]:
    """The sites that a settings file lists, in its order; none where it lists none.

    `start` is what the user asks about: with settings from another checkout, its folders count.

    Raises UsageError for a list that cannot be meant: empty, the same folder twice, a folder outside of the
    repository. What is wrong with one of the folders itself, `ListedSite.check` says.
    """
    from frontlint.settings.file import SettingsFile  # brings all that reads schemas

    read = SettingsFile(file)
    check_list(read)
    tables = read.data.get("sites")
    root = file.root if start is None else same_place(file.root, start)
    walls = wall_of_settings(file.path, start or file.root), wall_around(root)
    found: dict[object, ListedSite] = {}
    for at, table in enumerate(tables if isinstance(tables, list) else ()):
        source = str(table["source"]) if isinstance(table, dict) else ""
        places = (file.root / source).absolute(), (root / source).absolute()
        if not all(wall.holds(place) for wall, place in zip(walls, places, strict=True)):
            message = f"`{shorten(source)}` leads out of the repository: type `--source` with that folder"
            raise read.error(message, "sites", at, "source")
        one = ListedSite(source, Path(os.path.realpath(places[1])), read.origin("sites", at, "source"))
        here = identity(one.folder) or one.folder
        twin = found.get(here)
        if twin is not None:
            message = f"`{shorten(source)}` is the same folder as `{shorten(twin.source)}`: delete one"
            raise one.mistake(f"{message} of the two `[[sites]]`")
        found[here] = one
    return tuple(found.values())


def check_list(read: SettingsFile) -> None:
    """Raises UsageError for a list without sites, and for settings of one site beside it."""
    tables = read.data.get("sites")
    if tables is None:
        return
    if not tables:
        raise read.error('`sites` is empty: write `[[sites]]`, and below it `source = "docs"`', "sites")
    if "source" in read.data:
        raise read.error("`source` is for one site, and `[[sites]]` lists several: delete `source`", "source")
    if "baseline" in read.data:
        line = "write it in a `frontlint.toml` in the site's folder"
        raise read.error(f"`baseline` is one file, and each of `[[sites]]` has its own: {line}", "baseline")


def inner_sites(sites: tuple[ListedSite, ...]) -> Mapping[Path, tuple[ListedSite, ...]]:
    """By the folders of sites, those that are in them, as far as there are any."""
    folders = {one.folder for one in sites}
    inside: dict[Path, list[ListedSite]] = {}
    for one in sites:
        for above in folders.intersection(one.folder.parents):
            inside.setdefault(above, []).append(one)
    return {folder: tuple(some) for folder, some in inside.items()}


def holding(sites: tuple[ListedSite, ...], path: Path) -> Iterator[ListedSite]:
    """The sites that a path is about: those at or below it, and the one that it is in.

    Of several around it, one in another, it is in the innermost. The path is absolute, without links.
    """
    around = [one for one in sites if path.is_relative_to(one.folder)]
    inner = max(around, key=lambda one: len(one.folder.parts), default=None)
    for one in sites:
        if one is inner or one.folder.is_relative_to(path):
            yield one
