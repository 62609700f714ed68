"""Finds the content files of a Hugo project, and which of them the user asked about."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from frontlint.base.errors import UsageError
from frontlint.base.files import ProjectFiles, folders_around, lies_below, present, sorted_below
from frontlint.base.links import is_link
from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config, Mount, is_adapter
from frontlint.hugo.config.mounts import takes
from frontlint.hugo.content.paths import is_content, is_plain_content, mounts_of

_JUNCTIONS = os.name == "nt"
"""Whether folders may be links that are not symbolic ones."""
_MOST_NAMES = 1_000
_ALIKE = 0.8


class Targets(NamedTuple):
    """What to report on: `prefixes` are folders and files from the project's root; empty means all.

    `named` are those of them that no `exclude` pattern takes out: files that the user named one by one.
    """

    prefixes: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()

    def name(self, path: str) -> bool:
        """Whether the user named this very file."""
        return path in self.named

    def hold(self, path: str) -> bool:
        """Whether the page with this path was asked for."""
        if not self.prefixes:
            return True
        wanted = _as_set(self.prefixes)  # a hook names thousands of files
        return path in wanted or any(above in wanted for above in folders_around(path))

    def among(self, paths: Sequence[str]) -> Sequence[str]:
        """Those of some sorted paths that were asked for, by what they were asked for."""
        if not self.prefixes:
            return paths
        wanted = _as_set(self.prefixes)
        found: list[str] = []
        for prefix in wanted:
            if not any(above in wanted for above in folders_around(prefix)):
                at = bisect_left(paths, prefix)
                found += (path for path in paths[at : at + 1] if path == prefix)
                found += sorted_below(paths, prefix)
        return found


@lru_cache(maxsize=8)
def _as_set(prefixes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(prefixes)


MISSING: Final = 0
"""The time of a folder that is not there: it may come."""


class Inventory(NamedTuple):
    """The files of a project's content sources, as they were found in one walk.

    `files` are all of them, `pages` those that Hugo takes for content by their names and mounts; both sorted,
    paths from the project's root. `folders` are the folders that were walked, each with the time of its last
    change in nanoseconds as it was before: as long as it stays, no file has come or gone in it; none where
    nobody keeps them. `unread` are those that cannot be read, each with the system's words for why.
    """

    files: tuple[str, ...]
    pages: tuple[str, ...]
    folders: Mapping[str, int]
    unread: Mapping[str, str] = {}


def survey(tree: ProjectFiles, config: Config, *, timed: bool = True) -> Inventory:
    """Walks the content sources of a project; who keeps nothing of it needs no times of folders.

    Links are not followed, as Hugo does not (hugofs/component_fs.go).
    """
    folders: dict[str, int] | None = {} if timed else None
    unread: dict[str, str] = {}
    found = {path for source in config.content_sources for path in _files_of(tree, source, folders, unread)}
    files = tuple(sorted(found))
    pages = tuple(path for path in files if _is_mounted_content(path, config))
    return Inventory(files, pages, folders or {}, unread)


def content_files(project: Path, config: Config) -> tuple[str, ...]:
    """All files that Hugo takes for content, sorted, from the project's root."""
    return survey(ProjectFiles(project), config).pages


class Listing(NamedTuple):
    """What is directly in one folder, as far as it counts: content files and folders, by their full paths."""

    modified: int
    pages: frozenset[str]
    folders: frozenset[str]


def listing(project: Path, folder: str, config: Config) -> Listing | None:
    """A folder of the content as it is now; None where other files in it may count. Raises OSError."""
    if any(lies_below(f"{folder}/", mount.source) for mount in config.static_mounts):
        return None
    folders: dict[str, int] = {}
    files = list(_walk(str(project), folder, folders, deep=False))
    if any(map(is_adapter, files)):
        return None
    pages = frozenset(path for path in files if _is_mounted_content(path, config))
    return Listing(folders.pop(folder), pages, frozenset(folders))


class Below(NamedTuple):
    """The content files in a folder and below, and the folders there with their times in nanoseconds."""

    pages: frozenset[str]
    folders: Mapping[str, int]


def listing_below(project: Path, folder: str, config: Config) -> Below | None:
    """A folder of the content with all in it; None where other files in it may count. Raises OSError."""
    if any(lies_below(f"{folder}/", mount.source) for mount in config.static_mounts):
        return None
    folders: dict[str, int] = {}
    files = list(_walk(str(project), folder, folders))
    if any(map(is_adapter, files)):
        return None
    return Below(frozenset(path for path in files if _is_mounted_content(path, config)), folders)


def _is_mounted_content(path: str, config: Config) -> bool:
    if is_plain_content(path, config):
        return True
    for _, _, inside in mounts_of(path, config):  # noqa: SIM110 - for each file: half the time of `any`
        if is_content(inside):
            return True
    return False


def static_files(
    tree: ProjectFiles,
    config: Config,
    folders: dict[str, int] | None = None,
    unread: dict[str, str] | None = None,
) -> frozenset[str]:
    """The files that Hugo copies as they are, by their paths below `public/`.

    Into `folders` go the folders that were walked, into `unread` those that cannot be, as in `Inventory`.
    """
    missed = {} if unread is None else unread
    found = {path for mount in config.static_mounts for path in _copied(tree, mount, folders, missed)}
    hosts = [language.host_dir for language in config.languages if language.host_dir]
    return frozenset(f"{host}/{path}" for host in hosts for path in found) if hosts else frozenset(found)


def _copied(
    tree: ProjectFiles, mount: Mount, folders: dict[str, int] | None, unread: dict[str, str]
) -> Iterator[str]:
    if mount.is_file:
        yield mount.target
        return
    for path in _files_of(tree, mount.source, folders, unread):
        inside = f"/{path}" if mount.source == "." else path[len(mount.source) :]
        if takes(mount, inside):
            yield (mount.target + inside).lstrip("/")


def _files_of(
    tree: ProjectFiles, source: str, folders: dict[str, int] | None, unread: dict[str, str]
) -> Iterator[str]:
    """The file `source`, or all files below the folder: paths from the project's root."""
    if tree.is_file(source):
        if tree.is_own_file(source):  # Hugo builds no page of a mount that is a link to a file
            yield source
        return
    if os.path.isdir(tree.path(source)):  # noqa: PTH112 - Path.is_dir raises for names that are too long
        walked = _walk(str(tree.project), "" if source == "." else source, folders, unread)
        yield from (path for path in walked if path not in tree.replaced) if tree.replaced else walked
    elif folders is not None:
        folders[source] = MISSING
    yield from (path for path in present(tree.replaced) if lies_below(path, source))


def _walk(
    project: str,
    top: str,
    folders: dict[str, int] | None,
    unread: dict[str, str] | None = None,
    *,
    deep: bool = True,
) -> Iterator[str]:
    """All files below a folder; into `folders` go the folders that lead to them, with their times.

    If not `deep`, the files in the folder itself, and the folders in it are noted with none. Into `unread` go
    the folders that cannot be read; without it they raise OSError.
    """
    left = [top]
    while left:
        folder = left.pop()
        begin = folder + "/" if folder else ""
        name = f"{project}/{folder}"
        try:
            changed = MISSING if folders is None else os.stat(name).st_mtime_ns  # noqa: PTH116 - for thousands
            entries = os.scandir(name)
        except OSError as error:
            if unread is None:
                raise
            unread[folder] = error.strerror or str(error)
            continue
        if folders is not None:
            folders[folder] = changed
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if _JUNCTIONS and is_link(entry.path):
                        continue
                    if deep:
                        left.append(begin + entry.name)
                    elif folders is not None:
                        folders[begin + entry.name] = 0
                elif entry.is_file(follow_symlinks=False):
                    yield begin + entry.name


def targets(project: Path, paths: Sequence[Path]) -> Targets:
    """The part of the project that the paths mean; a path at or above the project means all of it.

    Raises UsageError for a path that does not exist, or that is outside the project.
    """
    root = project.resolve()
    prefixes: list[str] = []
    for path in paths:
        resolved = existing(path)
        if root.is_relative_to(resolved):
            return Targets()
        if not resolved.is_relative_to(root):
            raise UsageError(f"`{path}` is not in the Hugo project `{project}`: name a path in it")
        prefixes.append(resolved.relative_to(root).as_posix())
    return Targets(tuple(dict.fromkeys(prefixes)))


def existing(path: Path) -> Path:
    """The path with links resolved. Raises UsageError where there is nothing."""
    if not path.exists():
        raise UsageError(f"`{path}` does not exist{_near(path)}")
    return path.resolve()


def _near(path: Path) -> str:
    """What a path that does not exist may be meant for: the name that is there and most like it."""
    from frontlint.base.suggest import close_to  # most paths exist

    missing = path
    while not missing.parent.is_dir():
        missing = missing.parent
    names = os.listdir(missing.parent)[:_MOST_NAMES]  # noqa: PTH208 - names alone
    near = close_to(missing.name, names, _ALIKE)
    if not near:
        return ": type the path of a page or folder"
    found = missing.parent / near
    whole = found / path.relative_to(missing)
    return f"; did you mean `{whole if whole.exists() else found}`?"
