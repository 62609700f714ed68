"""Content that comes from elsewhere: themes, modules and content adapters. It is noted, never guessed at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from frontlint.doc.document import Value
from frontlint.hugo.cast import as_boolean, as_text
from frontlint.hugo.config.model import Mount
from frontlint.hugo.config.note import Note, NoteKind
from frontlint.hugo.config.themes import Theme, mapping

_ADAPTER = "_content."
_ADAPTER_END = ".gotmpl"
_NOT_KNOWN = (
    ": pages that come from there are not known, and links to pages that are not found are not reported"
)


def foreign_content(project: Path, themes: Iterable[Theme], mounts: Iterable[Mount]) -> Iterator[Note]:
    """One note for each theme that may give the project pages, and one for all content adapters."""
    for theme in themes:
        if _may_have_content(theme):
            yield Note.of(NoteKind.FOREIGN_CONTENT, f" {theme.name}{_NOT_KNOWN}")
    adapters = sorted(_adapters(project, mounts))
    if adapters:
        more = f" and {len(adapters) - 1} more" if len(adapters) > 1 else ""
        yield Note.of(NoteKind.ADAPTER, f" {adapters[0]}{more}{_NOT_KNOWN}")


def _may_have_content(theme: Theme) -> bool:
    """Whether a theme may bring pages: one that is not at hand may, one at hand needs a folder of content."""
    if as_boolean(theme.entry.get("nomounts")) or not _mounts_content(theme.entry.get("mounts")):
        return False
    if theme.folder is None:
        return True
    own = mapping(theme.settings.get("module")).get("mounts")
    if own:
        return _mounts_content(own)
    content = theme.folder / "content"
    return content.is_dir() and any(path.is_file() for path in content.rglob("*"))


def _mounts_content(mounts: Value) -> bool:
    """Whether the mounts of a theme may put something into content; without mounts it is all its folders."""
    if not isinstance(mounts, list) or not mounts:
        return True
    targets = [as_text(mount.get("target")) for mount in mounts if isinstance(mount, dict)]
    return any(target.replace("\\", "/").strip("/").partition("/")[0] == "content" for target in targets)


def _adapters(project: Path, mounts: Iterable[Mount]) -> Iterator[str]:
    """Content adapters: `_content.gotmpl`, or with a language in the name (hugolib/pagesfromdata)."""
    for mount in mounts:
        for folder, _, names in os.walk(project / mount.source):
            for name in names:
                if name.lower().startswith(_ADAPTER) and name.lower().endswith(_ADAPTER_END):
                    yield os.path.relpath(Path(folder, name), project).replace(os.sep, "/")
