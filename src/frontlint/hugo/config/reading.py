"""One configuration file as a mapping, keys in lower case."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from math import isfinite
from pathlib import PurePosixPath
from typing import cast

from frontlint.base.files import ProjectFiles
from frontlint.base.source import SourceFile, decode
from frontlint.frontmatter.depth import KEPT, json_level
from frontlint.frontmatter.document import Moment, Value
from frontlint.frontmatter.yaml import reader as yaml_reader
from frontlint.hugo.config.checked import checked
from frontlint.hugo.config.model import ConfigError
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.scalars import plain_scalar

Raw = dict[str, Value]


_NEVER_EMPTY = ("languages", "related")  # Hugo refuses them; what else is empty counts as not there


def read_file(tree: ProjectFiles, name: str) -> Raw:
    """The settings of a file. Raises ConfigError where Hugo cannot read it either."""
    return read_settings(tree, name)[0]


def read_settings(tree: ProjectFiles, name: str) -> tuple[Raw, Collection[object]]:
    """The settings of a file, and its keys as written. Raises ConfigError as `read_file` does."""
    try:
        source = decode(name, tree.read_settings(name))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", name) from error
    data = _parse(source, lower(PurePosixPath(name).suffix[1:]))
    if not isinstance(data, dict):
        raise ConfigError("settings must be names with values, such as `title: My site`", name, 1)
    folded = _fold(data).items()
    return {key: value for key, value in folded if value is not None or key in _NEVER_EMPTY}, data.keys()


def _parse(source: SourceFile, extension: str) -> object:
    if extension == "toml":
        from frontlint.hugo.config.toml_settings import read_toml  # not needed for YAML and JSON

        return read_toml(source)
    if extension == "json":
        return _parse_json(source)
    return checked(source, yaml_reader.read_yaml(source.text, 0, len(source.text), plain_scalar))


def _parse_json(source: SourceFile) -> object:
    if json_level(source.text, KEPT) is not None:
        from frontlint.frontmatter.json import reader as json_reader  # hardly any settings are so deep

        start = len(source.text) - len(source.text.lstrip())
        if source.text.startswith("{", start):
            return checked(source, json_reader.read_json(source.text, start, len(source.text)))
    try:
        # To Go all numbers of JSON are floats.
        data: object = json.loads(
            source.text, parse_constant=_refuse_number, parse_float=_finite, parse_int=_finite
        )
        return {} if data is None else data
    except RecursionError:  # a list, which cannot be settings
        return None
    except ValueError as error:
        from frontlint.base.json_words import not_json  # seldom

        line, words = 0, str(error)
        if isinstance(error, json.JSONDecodeError):
            words, line, _ = not_json(error)
        raise ConfigError(f"the file is not JSON: {words}", source.path, line) from error


def _refuse_number(name: str) -> None:
    raise ValueError(f"`{name}` is not a number in JSON")


def _finite(digits: str) -> float:
    """A number as Go reads it: one too large for 64 bits is an error."""
    value = float(digits)
    return value if isfinite(value) else cast("float", _refuse_number(digits[:20]))


def _fold(data: Mapping[object, object], level: int = 1) -> Raw:
    """Keys in lower case at every level: Hugo's settings know no case. What is too deep is left out."""
    if level > KEPT:
        return {}
    return {lower(str(key)): _fold_value(value, level + 1) for key, value in data.items()}


def _fold_value(value: object, level: int) -> Value:
    if isinstance(value, dict):
        return _fold(value, level)
    if isinstance(value, list):
        return [_fold_value(item, level + 1) for item in value] if level <= KEPT else []
    if isinstance(value, datetime | date | time):
        return Moment(value.isoformat())
    return value if isinstance(value, str | int | float | bool) else None


def read_value(text: str) -> Value:
    """A list or mapping that is written as a text, as in an environment variable; any other text as it is."""
    if not text.startswith(("[", "{")):
        return text
    reading = yaml_reader.read_yaml(f"value: {text}", 0, len(text) + 7, plain_scalar)
    data: object = reading.data
    return _fold(data).get("value") if isinstance(data, dict) and not reading.problems else text
