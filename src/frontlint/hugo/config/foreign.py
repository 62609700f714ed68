"""Content that comes from elsewhere: themes, modules and content adapters. It is noted, never guessed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.doc.document import Value
from frontlint.hugo.cast import as_boolean, as_strings, as_text
from frontlint.hugo.config.find import EXTENSIONS
from frontlint.hugo.config.model import ConfigError
from frontlint.hugo.config.reading import Raw, read_file
from frontlint.text.tree import Tree

_ADAPTER = "_content."
_ADAPTER_END = ".gotmpl"


def foreign_content(data: Raw, tree: Tree) -> tuple[str, ...]:
    """The themes and modules that may give the project pages, in words; for `adapters` see there."""
    themes = as_text(data.get("themesdir")) or "themes"
    return tuple(
        f"the theme or module {name}" for name in _imports(data) if _has_content(tree, f"{themes}/{name}")
    )


def adapters(paths: Iterable[str]) -> str:
    """The content adapters among files, in words, else nothing.

    They are called `_content.gotmpl`, or with a language in the name (hugolib/pagesfromdata).

    >>> adapters(["content/a.md", "content/b/_content.gotmpl"])
    'the content adapter content/b/_content.gotmpl'
    """
    found = sorted(path for path in paths if is_adapter(path))
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return f"the content adapter {found[0]}{more}" if found else ""


def is_adapter(path: str) -> bool:
    """Whether a file is a content adapter."""
    lower = path[-len(_ADAPTER_END) :].lower()  # asked of every file of a site
    return lower == _ADAPTER_END and path.rpartition("/")[2].lower().startswith(_ADAPTER)


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


def _has_content(tree: Tree, folder: str) -> bool:
    """Whether a theme may bring pages: one that is not at hand may, one at hand needs a folder of content."""
    if not tree.is_dir(folder):
        return True
    settings = _settings(tree, folder)
    module = settings.get("module")
    module = module if isinstance(module, dict) else {}
    if module.get("imports") or settings.get("theme"):
        return True
    mounts_content = _mounts_content(module)
    if module.get("mounts"):
        return mounts_content
    return any(tree.is_file(name) for name in tree.below(f"{folder}/content"))


def _settings(tree: Tree, folder: str) -> Raw:
    for name in ("hugo", "config"):
        for extension in EXTENSIONS:
            path = f"{folder}/{name}.{extension}"
            if tree.is_file(path):
                try:
                    return read_file(tree, path)
                except ConfigError:
                    return {"theme": "unknown"}
    return {}
