"""Content that comes from elsewhere: themes, modules and content adapters. It is noted, never guessed at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from frontlint.doc.document import Value
from frontlint.hugo.cast import as_boolean, as_strings, as_text
from frontlint.hugo.config.find import EXTENSIONS
from frontlint.hugo.config.model import ConfigError, Mount
from frontlint.hugo.config.reading import Raw, read_file

_ADAPTER = "_content."
_ADAPTER_END = ".gotmpl"


def foreign_content(data: Raw, project: Path, mounts: tuple[Mount, ...]) -> tuple[str, ...]:
    """Whatever gives the project pages without a content file of its own, in words."""
    themes_dir = project / (as_text(data.get("themesdir")) or "themes")
    names = [name for name in _imports(data) if _has_content(themes_dir / name)]
    adapters = sorted(_adapters(project, mounts))
    found = [f"the theme or module {name}" for name in names]
    if adapters:
        more = f" and {len(adapters) - 1} more" if len(adapters) > 1 else ""
        found.append(f"the content adapter {adapters[0]}{more}")
    return tuple(found)


def _imports(data: Raw) -> Iterator[str]:
    """The themes and modules that may bring content."""
    theme = data.get("theme")
    yield from as_strings([theme] if isinstance(theme, str) else theme)
    module = data.get("module")
    imports = module.get("imports") if isinstance(module, dict) else None
    for entry in imports if isinstance(imports, list) else ():
        if (
            isinstance(entry, dict)
            and not (as_boolean(entry.get("disable")) or as_boolean(entry.get("nomounts")))
            and _mounts_content(entry)
        ):
            yield as_text(entry.get("path"))


def _mounts_content(settings: dict[str, Value]) -> bool:
    """Whether an import, or a theme's own `module` settings, may put something into content.

    Without mounts it is all of Hugo's folders.
    """
    mounts = settings.get("mounts")
    if not isinstance(mounts, list) or not mounts:
        return True
    targets = [as_text(mount.get("target")) for mount in mounts if isinstance(mount, dict)]
    return any(target.replace("\\", "/").strip("/").partition("/")[0] == "content" for target in targets)


def _has_content(folder: Path) -> bool:
    """Whether a theme may bring pages: one that is not at hand may, one at hand needs a folder of content."""
    if not folder.is_dir():
        return True
    settings = _settings(folder)
    module = settings.get("module")
    module = module if isinstance(module, dict) else {}
    if module.get("imports") or settings.get("theme"):
        return True
    mounts_content = _mounts_content(module)
    if module.get("mounts"):
        return mounts_content
    content = folder / "content"
    return content.is_dir() and any(path.is_file() for path in content.rglob("*"))


def _settings(folder: Path) -> Raw:
    for name in ("hugo", "config"):
        for extension in EXTENSIONS:
            path = folder / f"{name}.{extension}"
            if path.is_file():
                try:
                    return read_file(path, path.name)
                except ConfigError:
                    return {"theme": "unknown"}
    return {}


def _adapters(project: Path, mounts: tuple[Mount, ...]) -> Iterator[str]:
    """Content adapters: `_content.gotmpl`, or with a language in the name (hugolib/pagesfromdata)."""
    for mount in mounts:
        for folder, _, names in os.walk(project / mount.source):
            for name in names:
                if name.lower().startswith(_ADAPTER) and name.lower().endswith(_ADAPTER_END):
                    yield os.path.relpath(Path(folder, name), project).replace(os.sep, "/")
