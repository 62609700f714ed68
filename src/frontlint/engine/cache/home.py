"""Where results are kept: in the user's own cache folder, one folder a project, and never in a checkout."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from frontlint.base.digest import blake2b
from frontlint.base.roots import identity, repository_root

_APP = "frontlint"
_MOVES = "frontlint-moves"
MOVE_NOTE = "move.json"
"""The file in `moves_folder` that is there while pages move."""


def user_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """The folder for the results of all projects, which need not exist; None without a usable home folder.

    It is what platformdirs says: importing that costs as much as a whole run over a few pages.
    """
    if platform == "win32":
        local = environ.get("LOCALAPPDATA") or _below(environ.get("USERPROFILE"), "\\AppData\\Local")
        return f"{local}\\{_APP}\\Cache" if local[1:3] in (":\\", ":/") or local[:2] == "\\\\" else None
    chosen = environ.get("XDG_CACHE_HOME", "")
    if chosen.startswith("/"):  # a relative one is not valid, and would lead into the checkout
        return f"{chosen.rstrip('/')}/{_APP}"
    home = _home(environ)
    if not home or not os.path.isdir(home):  # noqa: PTH112 - on each run
        return None
    usual = "Library/Caches" if platform == "darwin" else ".cache"
    return f"{home.rstrip('/')}/{usual}/{_APP}"


def _below(folder: str | None, rest: str) -> str:
    return f"{folder}{rest}" if folder else ""


def _home(environ: Mapping[str, str]) -> str:
    """The home folder that the variable names, else the one that the system knows; "" where there is none."""
    home = environ.get("HOME", "")
    if home.startswith("/"):
        return home
    with suppress(ImportError, KeyError, AttributeError):
        import pwd  # not on Windows

        home = pwd.getpwuid(os.getuid()).pw_dir
        return home if home.startswith("/") else ""
    return ""


def project_folder(root: str, project: Path) -> Path:
    """The folder for one project below that for all; links in the project's path are followed first."""
    whole = os.fsencode(os.path.realpath(project))
    return Path(root, blake2b(whole, digest_size=16).hexdigest())


def moves_folder(project: Path, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where `mv` notes what it does to a project; None without a folder of the user's outside of the site.

    It is beside the cache, so no `cache clean` deletes it.
    """
    root = _moves_of_all(environ)
    if root is None or is_inside(root, [repository_root(project) or project]):
        return None
    return project_folder(root, project)


def _moves_of_all(environ: Mapping[str, str] = os.environ) -> str | None:
    cache = user_folder(environ)
    return None if cache is None else f"{os.path.dirname(cache)}/{_MOVES}"  # noqa: PTH120 - on each run


def is_half_moved(project: Path) -> bool:
    """Whether there is the note of a move that has not ended; most users have never moved a page."""
    root = _moves_of_all()
    if root is None or not os.path.isdir(root):  # noqa: PTH112 - on each run
        return False
    folder = moves_folder(project)
    return folder is not None and (folder / MOVE_NOTE).is_file()


def is_inside(folder: str, checkouts: Iterable[str | Path]) -> bool:
    """Whether a folder, which need not exist, is one of the others or below one.

    It is if either the path as it is written or the one without links leads through them: a link inside of a
    checkout is as untrusted as a file. Folders are compared by what they are, because disks that ignore case
    spell one folder in many ways.
    """
    marks = {mark for checkout in checkouts if (mark := identity(checkout))}
    ways = {os.path.abspath(folder), os.path.realpath(folder)}  # noqa: PTH100 - keeps what `..` meant
    return any(identity(above) in marks for way in ways for above in _upward(way))


def _upward(path: str) -> Iterator[str]:
    while True:
        yield path
        above = os.path.dirname(path)  # noqa: PTH120 - on each run
        if above == path:
            return
        path = above
