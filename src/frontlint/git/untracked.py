"""The files that git neither tracks nor ignores: git walks where it is not known which files there are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from frontlint.base.errors import UsageError
from frontlint.base.files import folders_around
from frontlint.base.record import NamedTuple
from frontlint.git.command import GitError
from frontlint.git.repository import Repository

_LONG = 24_000
"""So many characters of paths git is given at most: a command of Windows has 32,767."""
_LIST = ("--literal-pathspecs", "ls-files", "-z")


class Known(NamedTuple):
    """Folders of a work tree, and all files in them that somebody asks about.

    Both are paths from the repository's root, with `/`.
    """

    folders: Sequence[str] = ()
    files: Sequence[str] = ()


UNKNOWN: Final = Known()


def untracked(repository: Repository, known: Known = UNKNOWN) -> list[str]:
    """The files that git neither tracks nor ignores; in the folders that are `known`, those of its files.

    A repository within is somebody else's. Raises UsageError where git fails.
    """
    try:
        asked = _asked(repository, known)
        if asked is not None and not asked:
            return []
        found = repository.git.paths(*_LIST, "--others", "--exclude-standard", "--", *(asked or ()))
    except GitError as error:
        raise UsageError(f"git cannot list the files: {error}") from None
    return [path for path in found if not path.endswith("/")]


def _asked(repository: Repository, known: Known) -> list[str] | None:
    """What git has to look at, None for everything. Raises GitError."""
    root = os.path.realpath(repository.root)
    folders = [folder for folder in known.folders if _is_plain(root, folder)]
    if not folders or _are_long(folders):
        return None
    try:
        beside = list(_beside(root, frozenset(folders)))
    except OSError:
        return None
    there = os.fsdecode(repository.git.run(*_LIST, "--", *folders))
    tracked = frozenset(there.split("\0"))
    asked = [*beside, *(path for path in known.files if path not in tracked and _is_in(path, folders))]
    return None if _are_long(asked) else asked


def _are_long(paths: Iterable[str]) -> bool:
    return sum(len(os.fsencode(path)) + 1 for path in paths) > _LONG


def _is_in(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(f"{folder}/") for folder in folders)


def _is_plain(root: str, folder: str) -> bool:
    """Whether a folder is where its name says, and not in a repository within, of which git lists nothing."""
    if os.path.realpath(f"{root}/{folder}") != os.path.normpath(f"{root}/{folder}"):
        return False
    return not any(os.path.lexists(f"{root}/{one}/.git") for one in (folder, *folders_around(folder)))


def _beside(root: str, folders: frozenset[str]) -> Iterator[str]:
    """All that is in the work tree besides these folders, by as few paths as can be. Raises OSError."""
    above = {one for folder in folders for one in folders_around(folder)}
    for folder in ("", *above):
        if not folders.isdisjoint((folder, *folders_around(folder))):
            continue
        with os.scandir(f"{root}/{folder}") as entries:
            names = [entry.name for entry in entries]
        paths = (f"{folder}/{name}" if folder else name for name in names if name.casefold() != ".git")
        yield from (path for path in paths if path not in folders and path not in above)
