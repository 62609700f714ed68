"""Content adapters: programs that make pages at and below their own folder (hugolib/pagesfromdata)."""

from __future__ import annotations

from collections.abc import Iterable

from frontlint.base.record import replace
from frontlint.hugo.config import Config, Note, NoteKind, is_adapter
from frontlint.hugo.config.foreign import NOT_KNOWN, root_of
from frontlint.hugo.content.paths import mounts_of


def with_adapters(config: Config, paths: Iterable[str]) -> Config:
    """The settings of a project with these files, from its root: content adapters among them are noted."""
    adapters = sorted(path for path in paths if is_adapter(path))
    roots = {path: {root_of(inside) for _, _, inside in mounts_of(path, config)} for path in adapters}
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
