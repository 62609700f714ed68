"""Finds the content files of a Hugo project, and which of them the user asked about."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from frontlint.hugo.config import Config
from frontlint.hugo.paths import is_content, is_ignored
from frontlint.text.usage import UsageError


@dataclass(frozen=True, slots=True)
class Targets:
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
        return not self.prefixes or any(
            path == prefix or path.startswith(prefix + "/") for prefix in self.prefixes
        )


def content_files(project: Path, config: Config) -> tuple[str, ...]:
    """All files in the content folders that have a content extension, sorted, from the project's root.

    Links are not followed, as Hugo does not (hugofs/component_fs.go).
    """
    found: set[str] = set()
    for content_dir in config.content_dirs:
        top = project / content_dir
        if top.is_dir():
            found.update(
                path for path in _walk(top, content_dir) if is_content(path) and not is_ignored(path, config)
            )
    return tuple(sorted(found))


def static_files(project: Path, config: Config) -> frozenset[str]:
    """The files of the project's static folders, by their paths below them."""
    tops = (project / folder for folder in config.static_dirs)
    return frozenset(path[1:] for top in tops if top.is_dir() for path in _walk(top, ""))


def _walk(folder: Path, prefix: str) -> Iterator[str]:
    """All files below a folder, each behind the prefix."""
    folders = [(str(folder), prefix)]
    while folders:
        name, shown = folders.pop()
        with os.scandir(name) as entries:
            for entry in entries:
                path = f"{shown}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, path))
                elif entry.is_file(follow_symlinks=False):
                    yield path


def targets(project: Path, paths: Sequence[Path]) -> Targets:
    """The part of the project that the paths stand for; a path at or above the project stands for all of it.

    Raises UsageError for a path that does not exist, or that lies outside of the project.
    """
    root = project.resolve()
    prefixes: list[str] = []
    for path in paths:
        resolved = existing(path)
        if root.is_relative_to(resolved):
            return Targets()
        if not resolved.is_relative_to(root):
            raise UsageError(f"{path} does not belong to the Hugo project {project}")
        prefixes.append(resolved.relative_to(root).as_posix())
    return Targets(tuple(dict.fromkeys(prefixes)))


def existing(path: Path) -> Path:
    """The path with links resolved. Raises UsageError where there is nothing."""
    if not path.exists():
        raise UsageError(f"{path} does not exist")
    return path.resolve()
