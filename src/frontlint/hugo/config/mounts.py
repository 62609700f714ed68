"""Which folders of the project Hugo puts where: `module.mounts`, else `contentDir` and `staticDir`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from frontlint.base.files import ProjectFiles
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.matrix import NOT, in_languages, sites_languages
from frontlint.hugo.config.model import ConfigError, Language, Mount
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.values.cast import as_terms, as_text
from frontlint.hugo.values.glob import GlobError, compile_glob, matches
from frontlint.hugo.values.gopath import clean, join, lower

_COMPONENTS = ("archetypes", "assets", "content", "data", "i18n", "layouts", "static")
_STATIC_KEYS = ("staticdir", *(f"staticdir{number}" for number in range(11)))


def content_mounts(
    data: Raw, tree: ProjectFiles, languages: tuple[Language, ...], default: str
) -> tuple[Mount, ...]:
    """The mounts of content, which take the place of every `contentDir`; nothing where there are none."""
    return _mounts(data, tree, "content", languages, default)


def static_mounts(
    data: Raw, tree: ProjectFiles, languages: tuple[Language, ...], default: str
) -> tuple[Mount, ...]:
    """The folders that Hugo copies as they are."""
    named = _mounts(data, tree, "static", languages, default)
    if named:
        return named
    folders = [folder for key in _STATIC_KEYS for folder in as_terms(data.get(key))]
    return tuple(Mount(from_project(folder, tree)) for folder in folders or ["static"])


def mounted_layouts(data: Raw, tree: ProjectFiles) -> Iterator[str]:
    """The folders that mounts put among the templates, from the project's root."""
    for entry in _entries(data):
        if _cleaned(as_text(entry.get("target"))).partition("/")[0] == "layouts":
            yield from_project(as_text(entry.get("source")), tree)


def missing_mounts(data: Raw, tree: ProjectFiles) -> Iterator[tuple[str, str]]:
    """The source and target of each mount whose source is not there: Hugo leaves it out without warning.

    Hugo's own folders are not needed, whoever names them.
    """
    for entry in _entries(data):
        source, target = (
            from_project(as_text(entry.get("source")), tree),
            _cleaned(as_text(entry.get("target"))),
        )
        usual = source == target and source != "content"
        known = target.partition("/")[0] in _COMPONENTS
        if source and known and not usual and not (tree.is_file(source) or tree.is_dir(source)):
            yield source, target


def _entries(data: Raw) -> list[dict[str, Value]]:
    module = data.get("module")
    entries = module.get("mounts") if isinstance(module, dict) else None
    entries = [entries] if isinstance(entries, dict) else entries
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def _mounts(
    data: Raw, tree: ProjectFiles, component: str, languages: Iterable[Language], default: str
) -> tuple[Mount, ...]:
    """The mounts of one of Hugo's folders; one without a source does not count (modules/collect.go).

    Raises ConfigError for what Hugo refuses.
    """
    found: list[Mount] = []
    for at, entry in enumerate(_entries(data)):
        keys: Route = ("module", "mounts", at)
        source = from_project(as_text(entry.get("source")), tree)
        if not (tree.is_file(source) or tree.is_dir(source)):
            continue
        first, _, rest = _cleaned(as_text(entry.get("target"))).partition("/")
        if first not in _COMPONENTS:
            words = f"the `target` of a mount must begin with one of {', '.join(_COMPONENTS)}"
            raise ConfigError(words, keys=(*keys, "target"))
        if first == component and source:
            files = _files(entry)
            _check(files, keys)
            found.append(
                Mount(
                    source=source,
                    target=rest,
                    languages=tuple(_languages(entry, languages, default)),
                    files=files,
                    is_file=tree.is_file(source),
                )
            )
    return tuple(found)


def from_project(path: str, tree: ProjectFiles) -> str:
    """A path of the settings as one from the project's root, with `/`; Hugo takes absolute ones, too."""
    cleaned = _cleaned(path)
    if not Path(cleaned).is_absolute():
        return cleaned
    try:
        return os.path.relpath(cleaned, tree.project).replace(os.sep, "/")
    except ValueError:  # another drive of Windows, to which no path leads from here
        return cleaned


def _cleaned(path: str) -> str:
    return clean(path.replace("\\", "/")) if path else ""


def _files(entry: dict[str, Value]) -> tuple[str, ...]:
    """`files`, and the two older keys that say the same; in lower case, as Hugo compares them."""
    old = [NOT + pattern.removeprefix(NOT) for pattern in as_terms(entry.get("excludefiles"))]
    plain = (*as_terms(entry.get("files")), *old, *as_terms(entry.get("includefiles")))
    return tuple(_rooted(lower(pattern).replace("\\", "/")) for pattern in plain)


def _rooted(pattern: str) -> str:
    sign = NOT if pattern.startswith(NOT) else ""
    return sign + join("/", pattern.removeprefix(NOT))


def _check(patterns: Iterable[str], keys: Route) -> None:
    for pattern in patterns:
        try:
            compile_glob(pattern.removeprefix(NOT))
        except GlobError as error:
            raise ConfigError(f"module.mounts: {error}", keys=keys) from error


def _languages(entry: dict[str, Value], languages: Iterable[Language], default: str) -> Iterator[str]:
    """The languages of files whose names do not say any: `sites.matrix.languages`, the older `lang`."""
    if as_text(entry.get("lang")):
        patterns: tuple[str, ...] = (as_text(entry["lang"]),)
    else:
        patterns = sites_languages(entry.get("sites")) or (default,)
    return (language.code for language in languages if in_languages(language.code, patterns))


def takes(mount: Mount, inside: str) -> bool:
    """Whether the mount's patterns let a file pass; `inside` is its path from the source, `/a/b.md`.

    Each folder on the way must pass too (hugofs/hglob/filename_filter.go).
    """
    if not mount.files:
        return True
    folders, _, _ = lower(inside).rpartition("/")
    if folders and not _passes_folders(mount.files, folders):
        return False
    return _passes(mount.files, lower(inside), ())


@lru_cache(maxsize=4096)
def _passes_folders(patterns: tuple[str, ...], folder: str) -> bool:
    above = folder.rpartition("/")[0]
    if above and not _passes_folders(patterns, above):
        return False
    return _passes(patterns, folder, tuple(_ways(patterns)))


def _ways(patterns: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each pattern that takes files, with those of the folders that lead to them."""
    for pattern in patterns:
        if not pattern.startswith(NOT):
            parts = pattern.rpartition("/")[0].split("/")[1:]
            yield from ((pattern, "/" + "/".join(parts[: end + 1])) for end in range(len(parts)))


def _passes(patterns: tuple[str, ...], path: str, ways: tuple[tuple[str, str], ...]) -> bool:
    """The first pattern that matches decides; where none does, a list that takes nothing takes all."""
    for pattern in patterns:
        if pattern.startswith(NOT):
            if matches(pattern.removeprefix(NOT), path):
                return False
        elif matches(pattern, path) or any(way[0] == pattern and matches(way[1], path) for way in ways):
            return True
    return all(pattern.startswith(NOT) for pattern in patterns)
