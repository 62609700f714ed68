"""Values in plain data: where they are, and when two of them are the same to Hugo."""

from __future__ import annotations

from typing import Final, TypeAlias

from frontlint.frontmatter.document import Format, Value
from frontlint.frontmatter.route import Route

Step: TypeAlias = str | int
MISSING: Final = object()


def found(data: Value, route: Route) -> object:
    """The value at a route, `MISSING` where there is none; None is a value."""
    value: object = data
    for step in route:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step, MISSING)
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        else:
            return MISSING
    return value


def dated(value: Value) -> Value:
    """A text that can be a date of TOML as one."""
    from frontlint.frontmatter.toml.one_value import as_moment

    return (as_moment(value) or value) if type(value) is str else value


def alike(left: object, right: object, format_: Format) -> bool:
    """Whether two values are the same to Hugo, types included; JSON has one kind of number."""
    if isinstance(left, dict) and isinstance(right, dict):
        keys = left.keys() == right.keys() and (format_ is Format.TOML or list(left) == list(right))
        return keys and all(alike(value, right[key], format_) for key, value in left.items())
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(alike(a, b, format_) for a, b in zip(left, right, strict=True))
    if format_ is Format.JSON and type(left) in (int, float) and type(right) in (int, float):
        return left == right
    if format_ is not Format.TOML and isinstance(left, str) and isinstance(right, str):
        return str(left) == str(right)
    return type(left) is type(right) and (left == right or left != left)  # NaN, too
