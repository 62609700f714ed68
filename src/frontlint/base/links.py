"""Links in a checkout: which of them lead out of it, and where a path that the user chose ends."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from frontlint.base.roots import repository_root
from frontlint.base.shown import shown_path

_MOST = 40
"""Links on the way of one path, as Linux has it."""


class LinkError(OSError):
    """A link that is not followed; `strerror` is half a sentence that names it and where it leads."""

    def __init__(self, reason: str) -> None:
        super().__init__(errno.ELOOP, reason)


def is_link(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a symbolic link, or a junction of Windows."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISLNK(found.st_mode) or _is_junction(found)


def is_junction(path: str | os.PathLike[str]) -> bool:
    """Whether a folder is a junction of Windows, which walks take for a folder and not for a link."""
    return os.name == "nt" and is_link(path)


def _is_junction(found: os.stat_result) -> bool:
    # os.path.isjunction came with Python 3.12; this is what it looks at.
    tag = getattr(found, "st_reparse_tag", 0)
    return bool(tag) and tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)


def real_place(path: Path, home: Path | None = None) -> Path:
    """The path with its links resolved, as far as it exists. Raises LinkError.

    Anybody may have committed a link that is in a repository: one that leads out of it, or into its `.git`,
    is refused, wherever on the path it is. Other links are the user's own. Where there is no repository, the
    folder `home` counts as one. Other OSErrors mean that there cannot be such a file.
    """
    whole = path.absolute()
    if "\0" in str(whole):
        raise OSError(errno.EINVAL, "its name contains a null character")
    at, left, followed = Path(whole.anchor), _steps(whole), 0
    while left:
        step = left.pop()
        if step == os.pardir:
            at = at.parent
        elif not is_link(at / step):
            at = at / step
        else:
            followed += 1
            _check(at / step, home, followed)
            target = _target(at / step)
            at = Path(target.anchor) if target.is_absolute() else at
            left += _steps(target)
    return at


def wall_of(folder: Path, home: Path | None = None) -> Path | None:
    """What links in a folder must not lead out of: its repository, else `home` if above it, else None."""
    root = repository_root(folder)
    if root is None and home is not None:
        own = Path(os.path.realpath(home))
        root = own if Path(os.path.realpath(folder)).is_relative_to(own) else None
    return root


def is_inside(path: Path, root: Path) -> bool:
    """Whether a place is in a repository and not in its `.git`; both without links."""
    return path.is_relative_to(root) and not _in_git(path, root)


def _steps(path: Path) -> list[str]:
    """The parts of a path below its anchor, the last one first."""
    return [*reversed(path.parts[1:] if path.anchor else path.parts)]


def _target(link: Path) -> Path:
    target = os.readlink(link)  # noqa: PTH115 - a plain text
    return Path(target.removeprefix("\\\\?\\") if os.name == "nt" else target)


def _check(link: Path, home: Path | None, followed: int) -> None:
    if followed > _MOST:
        raise LinkError(f"the link `{_shown(link)}` leads back to itself")
    wall = wall_of(link.parent, home)
    if wall is None:
        return
    target = Path(os.path.realpath(link))
    if not target.is_relative_to(wall):
        raise LinkError(f"the link `{_shown(link)}` leads out of the repository, to `{target}`")
    if _in_git(target, wall):
        raise LinkError(f"the link `{_shown(link)}` leads into git's own folder, to `{target}`")


def _in_git(path: Path, root: Path) -> bool:
    return any(part.casefold() == ".git" for part in path.relative_to(root).parts)


def _shown(link: Path) -> str:
    """A link from the current folder; what a checkout calls its files may hold line breaks."""
    name = shown_path(link)
    return name if name.isprintable() else ascii(name)[1:-1]
