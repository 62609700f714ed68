"""Settings in environment variables: `HUGO_UGLYURLS`, `HUGOxPERMALINKSxPAGExPOSTS` (applyOsEnvOverrides)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Value
from frontlint.hugo.config.reading import read_value
from frontlint.hugo.values.gopath import lower

ENVIRONMENT = ("HUGO_ENVIRONMENT", "HUGO_ENV")
"""The variables that name the environment, the stronger first."""

# They tell Hugo how to work, or are read by others: no setting of the website.
_NO_SETTINGS = frozenset({"cachedir", "env", "environment", "memorylimit", "numworkermultiplier", "version"})
_LISTS = frozenset({"disablekinds", "disablelanguages", "ignorefiles", "ignorelogs"})


class Variable(NamedTuple):
    """One setting: the variable's name, the keys that lead to the setting, in lower case, and its value."""

    name: str
    keys: tuple[str, ...]
    value: Value


def settings_of(variables: Mapping[str, str]) -> Iterator[Variable]:
    """The settings among environment variables; what comes after `HUGO` separates the keys."""
    for name, text in sorted(variables.items()):
        if name.startswith("HUGO") and len(name) > len("HUGO_"):
            delimiter, rest = name[len("HUGO")], name[len("HUGO_") :]
            keys = tuple(map(lower, rest.split(delimiter)))
            if keys[0] not in _NO_SETTINGS and all(keys):
                yield Variable(name, keys, _value(keys, text))


def _value(keys: tuple[str, ...], text: str) -> Value:
    value = read_value(text.strip())
    if keys[-1] in _LISTS and isinstance(value, str):
        return list(value.split(",") if "," in value else value.split())
    return value


def environment_of(variables: Mapping[str, str]) -> str:
    """The environment that the variables name, else `production`, as `hugo` builds for."""
    return next((variables[name] for name in ENVIRONMENT if variables.get(name)), "production")
