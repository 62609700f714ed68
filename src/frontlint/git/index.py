"""git's index, as far as a move of files needs it: what it has of them, and the same under other names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.git.command import GitError
from frontlint.git.repository import Repository

_SUBMODULE = "160000"


class Entry(NamedTuple):
    """What the index has of a file: its mode and the id of its content, both as git writes them."""

    mode: str
    id: str


def tracked(repository: Repository, folders: Iterable[str]) -> dict[str, Entry]:
    """The entries of these files and of all files below these folders: paths from the repository's root.

    Raises UsageError where one is in conflict, or is a submodule.
    """
    wanted = list(folders)
    if not wanted:
        return {}
    try:
        lines = repository.git.paths("--literal-pathspecs", "ls-files", "-z", "--stage", "--", *wanted)
    except GitError as error:
        raise UsageError(f"git cannot list the files: {repository.explained(error)}") from None
    found: dict[str, Entry] = {}
    for line in lines:
        head, _, path = line.partition("\t")
        mode, id_, stage = head.split()
        if stage != "0":
            raise UsageError("git has a conflict in this file: resolve it first", path)
        if mode == _SUBMODULE:
            raise UsageError("it is a submodule, which git mv has to move", path)
        found[path] = Entry(mode, id_)
    return found


def rename(repository: Repository, entries: Mapping[str, Entry], names: Mapping[str, str]) -> None:
    """Gives entries of the index other names, as `git mv` does; all at once, or none. Raises GitError.

    What is staged stays staged, and what is not stays so: no file is read, no filter and no hook runs.
    """
    rows = [f"0 {'0' * len(entries[old].id)}\t{old}\0" for old in names]
    rows += [f"{entries[old].mode} {entries[old].id}\t{new}\0" for old, new in names.items()]
    if rows:
        repository.git.run("update-index", "-z", "--index-info", stdin=os.fsencode("".join(rows)))
