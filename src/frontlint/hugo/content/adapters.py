"""Content adapters: programs that make pages, most of them below their own folder (hugolib/pagesfromdata)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress

from frontlint.base.files import ProjectFiles
from frontlint.base.record import replace
from frontlint.hugo.config import Config, Note, NoteKind, is_adapter
from frontlint.hugo.config.foreign import NOT_KNOWN, root_of
from frontlint.hugo.content.paths import mounts_of


def with_adapters(config: Config, paths: Iterable[str], tree: ProjectFiles) -> Config:
    """The settings of a project with these files, from its root: content adapters among them are noted."""
    adapters = sorted(path for path in paths if is_adapter(path))
    roots = {
        path: {_above(root_of(inside), climbs(tree, path)) for _, _, inside in mounts_of(path, config)}
        for path in adapters
    }
    found = [path for path in adapters if roots[path]]
    if not found:
        return config
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    note = Note.of(NoteKind.ADAPTER, f" {found[0]}{more}{NOT_KNOWN}")
    return replace(
        config,
        foreign_content=config.foreign_content.union(*roots.values()),
        notes=(note, *config.notes),
    )


def climbs(tree: ProjectFiles, path: str) -> int:
    """How many folders up an adapter may go: as often as its text has `..`, as in `"path" "../x"`. [bin]

    One that cannot be read is Hugo's to complain of.
    """
    try:
        text = tree.read(path)
    except OSError:
        return 0
    return text.count(b"../") + text.count(b'/.."') + text.count(b'".."')


def _above(root: str, levels: int) -> str:
    for _ in range(min(levels, root.count("/"))):
        root = root.rpartition("/")[0]
    return root or "/"


def times_of(tree: ProjectFiles, paths: Iterable[str]) -> dict[str, int]:
    """When the adapters among these files were last changed, in nanoseconds: their text counts."""
    times: dict[str, int] = {}
    for path in paths:
        if is_adapter(path) and path not in tree.replaced:
            with suppress(OSError):
                times[path] = os.stat(tree.path(path)).st_mtime_ns  # noqa: PTH116 - as the other times
    return times
