"""Our own look at where a repository begins, before git is asked: what it finds by itself may be a trap.

git takes a folder with `HEAD`, `objects` and `refs` for a repository, settings included, and anybody can
commit such files. Nobody can commit a `.git`.
"""

from __future__ import annotations

import os
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.roots import repository_root
from frontlint.git.command import Git


def own_root(folder: Path) -> Path | None:
    """The root of the repository that a folder belongs to, None without one.

    Raises UsageError where a folder on the way up looks like a repository without a working tree.
    """
    root = repository_root(folder)
    if root is None:
        return None
    here = Path(os.path.realpath(folder))
    for one in (here, *here.parents):
        if one == root:
            break
        if _looks_bare(one):
            raise UsageError("this folder looks like a bare git repository; git is not run in it", str(one))
    return root


def top_of(git: Git, root: Path) -> Path:
    """What git calls the root, which has to be `root`. Raises UsageError where it is not, GitError where git
    refuses."""
    lines = git.line("rev-parse", "--show-toplevel", "--absolute-git-dir").splitlines()
    half = len(lines) // 2  # a name may have a line break, and then both have it
    top, git_dir = (Path("\n".join(part)) for part in (lines[:half], lines[half:]))
    if not _same(top, root) or ((root / ".git").is_dir() and not _same(git_dir, root / ".git")):
        raise UsageError(f"git takes {top} for the root of the repository, not {root}")
    return top


def _looks_bare(folder: Path) -> bool:
    """Whether any git could take the folder itself for a repository."""

    def has(name: str) -> bool:
        return os.path.lexists(folder / name)

    return has("HEAD") and ((has("objects") and has("refs")) or has("commondir"))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
