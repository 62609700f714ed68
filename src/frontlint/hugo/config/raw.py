"""All settings of a project as one mapping: its files and the environment, merged in Hugo's order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from frontlint.doc.document import Value
from frontlint.hugo.config.find import EXTENSIONS
from frontlint.hugo.config.model import ConfigError
from frontlint.hugo.config.reading import Raw, read_file
from frontlint.hugo.config.variables import Variable, settings_of
from frontlint.hugo.gopath import lower

_ROOT_NAMES = ("hugo", "config")


@dataclass(frozen=True, slots=True)
class Sources:
    """What Hugo is told besides the project: `hugo --environment`, `--config A,B`, variables as `HUGO_TITLE`.

    `files` take the place of `hugo.toml` and its kind; they are paths from the project's root.
    """

    environment: str = "production"
    files: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)


class RawConfig(NamedTuple):
    """The merged settings, and the files and variables they come from, files relative to the project."""

    data: Raw
    files: tuple[str, ...]


def read_raw(project: Path, sources: Sources) -> RawConfig:
    """All settings of a project (config/allconfig/load.go:loadConfigMain).

    Raises ConfigError for a file that Hugo cannot read either, and for one in `sources` that is not there.
    """
    data: Raw = {}
    files: list[str] = []
    for path in _named(project, sources.files) if sources.files else _main_file(project):
        files.append(_shown(path, project))
        merge(data, read_file(path, files[-1]))
    for folder in (project / "config" / "_default", project / "config" / sources.environment):
        for path in _files_below(folder):
            files.append(_shown(path, project))
            merge(data, _nested(keys_of(path), read_file(path, files[-1])))
    for variable in settings_of(sources.variables):
        files.append(variable.name)
        _set(data, variable)
    return RawConfig(data, tuple(files))


def merge(into: Raw, other: Mapping[str, Value]) -> None:
    """Lays `other` over `into`: mappings are merged, everything else is replaced."""
    for key, value in other.items():
        old = into.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merge(old, value)
        else:
            into[key] = _copied(value)


def _copied(value: Value) -> Value:
    """Mappings anew, so that what is laid over the copy leaves the original as it is."""
    return {key: _copied(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def _set(data: Raw, variable: Variable) -> None:
    *above, last = variable.keys
    inner = data
    for key in above:
        below = inner.setdefault(key, {})
        if not isinstance(below, dict):
            return
        inner = below
    inner[last] = variable.value


def _shown(path: Path, project: Path) -> str:
    return os.path.relpath(path, project).replace(os.sep, "/")


def _named(project: Path, names: Iterable[str]) -> Iterator[Path]:
    """The files of `--config`. Hugo passes over those that are missing, which can only be a mistake."""
    for name in names:
        found = [path for path in _candidates(project / name) if path.is_file()]
        if not found:
            raise ConfigError("this configuration file of Hugo does not exist", name)
        yield found[0]


def _candidates(path: Path) -> Iterator[Path]:
    """A name without an extension stands for any of those that Hugo reads."""
    yield path
    if not path.suffix:
        yield from (path.with_name(f"{path.name}.{extension}") for extension in EXTENSIONS)


def _main_file(project: Path) -> list[Path]:
    named = (project / f"{name}.{extension}" for name in _ROOT_NAMES for extension in EXTENSIONS)
    return [path for path in named if path.is_file()][:1]


def _files_below(folder: Path) -> list[Path]:
    """The settings in a config folder and the folders in it, in the order of Go's filepath.Walk."""
    found = (path for path in folder.rglob("*") if path.is_file() and lower(path.suffix[1:]) in EXTENSIONS)
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def keys_of(path: Path) -> tuple[str, ...]:
    """Where the settings of a file in a config folder belong: `params.fr.toml` is languages.fr.params."""
    name, _, language = lower(path.stem).partition(".")
    if language:
        inner = {"menu": ("menus",), "menus": ("menus",), "params": ("params",)}.get(name, ())
        return ("languages", language, *inner)
    return () if name in _ROOT_NAMES else (name,)


def _nested(keys: Iterable[str], data: Raw) -> Raw:
    for key in reversed(tuple(keys)):
        data = {key: data}
    return data
