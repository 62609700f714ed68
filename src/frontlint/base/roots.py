"""Where a repository begins, and which folder is which, by a look at the disk alone."""

from __future__ import annotations

import os
from pathlib import Path


def repository_root(folder: Path) -> Path | None:
    """The nearest folder from here upward that holds `.git` (a folder, or a file as worktrees have it).

    None if there is none. No git is run, and a folder that only looks like a bare repository (`HEAD`,
    `objects/`) does not count: git never commits a `.git`, so nobody can send one. The answer is absolute,
    with links resolved, as git names its root. A folder that does not exist yet is looked up from its
    parents. Never raises for what is on the disk.
    """
    return Roots().of(folder)


class Roots:
    """`repository_root` for many folders: a folder that several are in is looked at once."""

    def __init__(self) -> None:
        self._known: dict[Path, Path | None] = {}

    def of(self, folder: Path) -> Path | None:
        """What `repository_root` says of a folder."""
        here = Path(os.path.realpath(folder))
        passed: list[Path] = []
        root: Path | None = None
        for one in (here, *here.parents):
            if one in self._known:
                root = self._known[one]
                break
            passed.append(one)
            # Path.exists would raise for a folder that may not be entered.
            if os.path.exists(one / ".git"):  # noqa: PTH110
                root = one
                break
        self._known.update(dict.fromkeys(passed, root))
        return root


def identity(path: str | Path) -> tuple[int, int] | None:
    """What is the same for one file or folder only, None if it is not there. Never raises.

    Disks that ignore case spell one in many ways.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - on each run
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino
