"""Content that settings take from outside of the repository: read as Hugo reads it, noted, and not shown.

Whoever sends a change also sends the settings. So a run must not print what else is on the machine.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from frontlint.base.files import ProjectFiles
from frontlint.base.record import replace
from frontlint.base.walls import wall_around
from frontlint.frontmatter.document import Value
from frontlint.hugo.config.foreign import root_of
from frontlint.hugo.config.model import Config, ConfigError
from frontlint.hugo.config.mounts import from_project
from frontlint.hugo.config.note import Note, NoteKind
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.values.media import media_type


def with_content_folders(data: Raw, tree: ProjectFiles) -> Raw:
    """The settings with every absolute `contentDir` as a path from the project's root."""
    languages = data.get("languages")
    blocks = languages if isinstance(languages, dict) else {}
    inner: dict[str, Value] = {
        code: _with_folder(block, tree) if isinstance(block, dict) else block
        for code, block in blocks.items()
    }
    data = _with_folder(data, tree)
    return {**data, "languages": inner} if inner else data


def _with_folder(block: Mapping[str, Value], tree: ProjectFiles) -> Raw:
    folder = block.get("contentdir")
    if isinstance(folder, str) and Path(folder).is_absolute():
        return {**block, "contentdir": from_project(folder, tree)}
    return dict(block)


def fenced(config: Config, tree: ProjectFiles) -> Config:
    """The settings with the content outside of the repository named and noted.

    A single file that is mounted from there counts only if it is content by its own name: any other one is
    not read. Raises ConfigError for a folder that holds the user's home folder: that is not content.
    """
    wall = wall_around(tree.project)
    outside = [source for source in config.content_sources if not wall.holds(tree.path(source))]
    if not outside:
        return config
    home = Path(os.path.realpath(os.path.expanduser("~")))  # noqa: PTH111 - without a home it stays as it is
    for source in outside:
        if home.is_relative_to(os.path.realpath(tree.path(source))):
            message = (
                f"`{source}` cannot be a content folder: it contains your home folder; name a folder in it"
            )
            raise ConfigError(message)
    unread = [one.source for one in config.mounts if _is_other_file(one.source, one.is_file, outside)]
    notes = [Note.of(NoteKind.OTHER_FILE, f" {source}") for source in dict.fromkeys(unread)]
    notes += [Note.of(NoteKind.OUTSIDE, f" {source}") for source in outside if source not in unread]
    return replace(
        config,
        mounts=tuple(mount for mount in config.mounts if mount.source not in unread),
        outside=tuple(outside),
        foreign_content=config.foreign_content
        | {root_of(one.target) for one in config.mounts if one.source in unread},
        notes=(*config.notes, *notes),
    )


def _is_other_file(source: str, is_file: bool, outside: list[str]) -> bool:
    return is_file and source in outside and media_type(source) is None
