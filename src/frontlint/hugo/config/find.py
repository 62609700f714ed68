"""Where the Hugo project is that a path belongs to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from frontlint.base.links import is_link
from frontlint.base.phrases import listing
from frontlint.hugo.config.model import ConfigError

EXTENSIONS = ("toml", "yaml", "yml", "json")
_FOLDERS_BELOW = 2
_MOST = 5
_NEVER_A_PROJECT = frozenset({"node_modules", "themes", "vendor", "public", "resources", "static"})
# `config.yaml` is a name that many tools use: it takes one of Hugo's own folders beside it.
_SIGNS = ("content", "layouts", "archetypes", "themes")


def find_project(start: Path) -> Path:
    """The folder with Hugo's configuration: from `start` upward, else the one at most two folders below.

    Raises ConfigError where there is none, or several below.
    """
    return find_upward(start) or find_below(start)


def find_upward(start: Path) -> Path | None:
    """The nearest folder with Hugo's configuration, from `start` upward; None where there is none."""
    folder = _folder(start)
    return next((above for above in (folder, *folder.parents) if is_project(above)), None)


def find_below(start: Path) -> Path:
    """The one Hugo project at most two folders below `start`.

    Raises ConfigError where there is none, or several: which one is meant is the user's to say.
    """
    folder, below = _folder(start), all_below(start)
    if not below:
        raise ConfigError(
            f"there is no Hugo site in {folder} or above it (no hugo.yaml, hugo.toml or config/): "
            "go to the site's folder, or add `--source FOLDER`"
        )
    if len(below) > 1:
        names = [f"`--source {path.relative_to(folder).as_posix()}`" for path in below[:_MOST]]
        listed = listing(names, len(below) - len(names), last="or")
        raise ConfigError(
            f"{folder} holds {len(below)} Hugo sites: add {listed}, or run `frontlint init` to list them all"
        )
    return below[0]


def all_below(start: Path) -> list[Path]:
    """The Hugo projects at most two folders below `start`, in order."""
    return sorted(_below(_folder(start), _FOLDERS_BELOW))


def _folder(start: Path) -> Path:
    folder = start.absolute()
    return folder if folder.is_dir() else folder.parent


def is_project(folder: Path) -> bool:
    """Whether the folder has a configuration of Hugo's; never raises, as `Path.is_file` does."""
    if any(_is_file(folder, f"hugo.{extension}") for extension in EXTENSIONS):
        return True
    if _is_folder(folder, "config/_default"):
        return True
    old_name = any(_is_file(folder, f"config.{extension}") for extension in EXTENSIONS)
    return old_name and any(_is_folder(folder, sign) for sign in _SIGNS)


def _is_file(folder: Path, name: str) -> bool:
    return os.path.isfile(folder / name)  # noqa: PTH113 - see is_project


def _is_folder(folder: Path, name: str) -> bool:
    return os.path.isdir(folder / name)  # noqa: PTH112 - see is_project


def _below(folder: Path, depth: int) -> Iterator[Path]:
    try:
        children = [child for child in folder.iterdir() if child.is_dir() and not is_link(child)]
    except OSError:
        return
    for child in children:
        if child.name.startswith(".") or child.name in _NEVER_A_PROJECT:
            continue
        if is_project(child):
            yield child
        elif depth > 1:
            yield from _below(child, depth - 1)
