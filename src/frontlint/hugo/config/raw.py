"""Configuration files as one mapping: read, keys in lower case, merged in Hugo's order."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from frontlint.doc import yaml_reader
from frontlint.doc.document import Value
from frontlint.hugo.config.find import EXTENSIONS
from frontlint.hugo.config.model import ConfigError
from frontlint.hugo.gopath import lower
from frontlint.hugo.scalars import plain_scalar
from frontlint.text.source import SourceFile, decode

Raw = dict[str, Value]
_ROOT_NAMES = ("hugo", "config")


@dataclass(frozen=True, slots=True)
class RawConfig:
    """The merged settings, and the files they come from, relative to the project."""

    data: Raw
    files: tuple[str, ...]


def read_raw(project: Path, environment: str) -> RawConfig:
    """All settings of a project. Raises ConfigError for a file that Hugo cannot read either."""
    data: Raw = {}
    files: list[str] = []
    main = _main_file(project)
    folders = (project / "config" / "_default", project / "config" / environment)
    listed = [path for folder in folders if folder.is_dir() for path in _files_of(folder)]
    for path in ([main] if main else []) + listed:
        name = path.relative_to(project).as_posix()
        files.append(name)
        merge(data, _nested(_keys_of(path) if path != main else (), _read(path, name)))
    return RawConfig(data, tuple(files))


def merge(into: Raw, other: Mapping[str, Value]) -> None:
    """Lays `other` over `into`: mappings are merged, everything else is replaced."""
    for key, value in other.items():
        old = into.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merge(old, value)
        else:
            into[key] = value


def _main_file(project: Path) -> Path | None:
    for name in _ROOT_NAMES:
        for extension in EXTENSIONS:
            path = project / f"{name}.{extension}"
            if path.is_file():
                return path
    return None


def _files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and path.suffix[1:] in EXTENSIONS)


def _keys_of(path: Path) -> tuple[str, ...]:
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


def _read(path: Path, name: str) -> Raw:
    try:
        source = decode(name, path.read_bytes())
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", name) from error
    data = _parse(source, path.suffix[1:])
    if not isinstance(data, dict):
        raise ConfigError("settings must be written as name and value", name, 1)
    return {key: value for key, value in _fold(data).items() if value is not None}


def _parse(source: SourceFile, extension: str) -> object:
    if extension == "toml":
        return _parse_toml(source)
    if extension == "json":
        return _parse_json(source)
    reading = yaml_reader.read(source.text, 0, len(source.text), plain_scalar)
    if any(problem.kind != "key-case-clash" for problem in reading.problems):
        problem = reading.problems[0]
        line = source.lines.line_column(problem.span.start)[0]
        raise ConfigError(problem.message, source.path, line)
    return reading.data


def _parse_toml(source: SourceFile) -> object:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        words = str(error)
        line = int(words.partition("(at line ")[2].partition(",")[0] or 0)
        raise ConfigError(f"{words[:1].lower()}{words[1:]}", source.path, line) from error


def _parse_json(source: SourceFile) -> object:
    try:
        return json.loads(source.text)
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        raise ConfigError(f"this is not JSON: {error}", source.path, line) from error


def _fold(data: Mapping[object, object]) -> Raw:
    """Keys in lower case at every level: Hugo's settings know no case."""
    return {lower(str(key)): _fold_value(value) for key, value in data.items()}


def _fold_value(value: object) -> Value:
    if isinstance(value, dict):
        return _fold(value)
    if isinstance(value, list):
        return [_fold_value(item) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else None
