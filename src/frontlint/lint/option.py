"""Options of a rule: fields of a frozen `dataclass` of records, each with a type, a default, a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from frontlint.base.record import NamedTuple, dataclass, field, fields
from frontlint.base.suggest import did_you_mean
from frontlint.frontmatter.document import Value

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NoOptions:
    """A rule without options."""


class OptionInfo(NamedTuple):
    """What people read of an option: its name in TOML, its type in words, its default as TOML, a sentence."""

    name: str
    type: str
    default: str
    about: str


class OptionError(ValueError):
    """A value that an option does not take; `key` is the name as it is written in the table."""

    def __init__(self, message: str, key: str) -> None:
        super().__init__(message)
        self.key = key


def option(default: T, about: str) -> T:
    """A field of an options dataclass: bool, int, float, str, datetime, or a tuple or mapping of them."""
    made: T = field(default_factory=lambda: default, metadata={"about": about})
    return made


def describe(options: object) -> tuple[OptionInfo, ...]:
    """The options of a rule, from an instance of its dataclass."""
    hints = get_type_hints(type(options))
    return tuple(
        OptionInfo(
            name=item.name.replace("_", "-"),
            type=_words(hints[item.name]),
            default=_toml(getattr(options, item.name)),
            about=str(item.metadata.get("about", "")),
        )
        for item in fields(cast("Any", options))
    )


def build(options_type: type[T], table: Mapping[str, Value]) -> T:
    """The options that a table sets; what it does not name keeps its default.

    Raises OptionError for an unknown name, with the nearest one, and for a value of another type.
    """
    hints = get_type_hints(options_type)
    known = {item.name.replace("_", "-"): item.name for item in fields(cast("Any", options_type))}
    values: dict[str, object] = {}
    for key, value in table.items():
        if key not in known:
            raise OptionError(f"there is no option {key}{_hint(key, known)}", key)
        hint = hints[known[key]]
        try:
            values[known[key]] = _cast(value, hint)
        except (TypeError, ValueError):
            raise OptionError(f"{key} must be {_words(hint)}", key) from None
    return options_type(**values)


def _hint(key: str, known: Mapping[str, str]) -> str:
    if not known:
        return ": this rule has none"
    return did_you_mean(key, known, f"; there are {', '.join(known)}")


def _cast(value: Value, hint: object) -> object:
    """The value as the type of an option. Raises TypeError or ValueError where it is none of it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple and isinstance(value, list):
        return tuple(_cast(item, arguments[0]) for item in value)
    if isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(value, dict):
        return {key: _cast(item, arguments[1]) for key, item in value.items()}
    if hint is datetime and isinstance(value, str):
        moment = datetime.fromisoformat(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(hint, type) and type(value) is hint:
        return value
    raise TypeError(hint)


_WORDS: Mapping[object, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text",
    datetime: "a time such as 2025-05-23T09:00:00Z",
}


def _words(hint: object) -> str:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return f"a list of {_plural(arguments[0])}"
    if origin is not None:
        return f"a table of {_plural(arguments[1])}"
    return _WORDS[hint]


def _plural(hint: object) -> str:
    known: Mapping[object, str] = {str: "texts", int: "whole numbers", float: "numbers"}
    return known.get(hint, f"values, each {_words(hint)}")


def _toml(value: object) -> str:
    """A default as it would be written in a configuration."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(str(key))} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)


def _key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else _toml(key)
