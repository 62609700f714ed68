"""The renames that git sees since a commit, as moves that are done already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from posixpath import dirname

from frontlint.author.moves import Moves, folder_name
from frontlint.engine.base import Change
from frontlint.git.changes import How
from frontlint.hugo.config import Config


def moves_since(changes: Iterable[Change], config: Config, before: Iterable[str]) -> Moves:
    """What was renamed; `before` are the files of the content as they were."""
    files = {one.old_path: one.path for one in changes if one.how is How.RENAMED}
    folders = _folders(files, before)
    logical = {folder_name(old, config): folder_name(new, config) for old, new in folders.items()}
    return Moves(files, folders, logical)


def _folders(files: Mapping[str, str], before: Iterable[str]) -> dict[str, str]:
    """The folders of which everything was renamed into one other folder, the outermost only."""
    inside: dict[str, list[str]] = {}
    for path in before:
        above = dirname(path)
        while above:
            inside.setdefault(above, []).append(path)
            above = dirname(above)
    pairs = {pair for old, new in files.items() if (pair := _outermost(old, new)) is not None}
    return {old: new for old, new in sorted(pairs) if _all_moved(inside.get(old, ()), files, old, new)}


def _outermost(old: str, new: str) -> tuple[str, str] | None:
    """The longest common end of two paths taken off: what is left are the folders that differ."""
    was, now = old.split("/"), new.split("/")
    while len(was) > 1 and len(now) > 1 and was[-1] == now[-1]:
        was.pop()
        now.pop()
    if len(was) == len(old.split("/")):
        return None
    return "/".join(was), "/".join(now)


def _all_moved(paths: Iterable[str], files: Mapping[str, str], old: str, new: str) -> bool:
    return all(files.get(path) == new + path[len(old) :] for path in paths)
