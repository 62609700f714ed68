"""The settings that there are: which table each belongs to, what it takes, and how it is written in TOML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from frontlint.base.phrases import listing, shorten
from frontlint.base.suggest import close_to
from frontlint.frontmatter.route import Route
from frontlint.lint.option import OptionInfo

Node = Mapping[str, Any]
"""A JSON Schema."""

_LONGEST = 60
"""Characters of a value that a message repeats."""


class Known:
    """The schema of the settings, as complaints ask it; `table` is where in its file ours begins."""

    def __init__(self, schema: Node, table: Route) -> None:
        self._schema = schema
        self._table = table

    def node(self, route: Route) -> Node:
        """The schema of a setting; an empty one for a route that is none."""
        node = self._schema
        for step in route:
            node = self._below(self._resolved(node), step)
        return self._resolved(node)

    def keys(self, route: Route) -> tuple[str, ...]:
        """The names of the settings directly below a route."""
        return tuple(self.node(route).get("properties", ()))

    def tables(self) -> Iterator[tuple[Route, tuple[str, ...]]]:
        """The tables that have settings by name, the nearest to the top first."""
        for route in (
            (),
            ("rules",),
            ("rules", "per-path", "PATTERN"),
            ("schemas", 0),
            ("schemas", 0, "when"),
            ("sites", 0),
        ):
            yield route, self.keys(route)

    def header(self, route: Route) -> str:
        """A table as its header is written: `[rules.severity]`, `[[schemas]]`."""
        steps = [*self._table, *route]
        name = ".".join(_key(step) for step in steps if isinstance(step, str))
        return f"[[{name}]]" if route and isinstance(route[-1], int) else f"[{name}]"

    def example(self, route: Route, value: object = None) -> str:
        """The line to write for a setting, with the value if it fits when it is written another way."""
        key = next((step for step in reversed(route) if isinstance(step, str)), "")
        return f"{_key(key)} = {_written(self.node(route), value)}"

    def _below(self, node: Node, step: str | int) -> Node:
        if isinstance(step, int):
            found = node.get("items")
        else:
            found = node.get("properties", {}).get(step, node.get("additionalProperties"))
        return found if isinstance(found, dict) else {}

    def _resolved(self, node: Node) -> Node:
        ref = node.get("$ref", "")
        return self._schema["$defs"][ref.rpartition("/")[2]] if ref else node


def about_option(rule: str, key: str, options: Sequence[OptionInfo]) -> str:
    """What is wrong with an option of a rule: there is none of this name, or its value is of another type."""
    known = {option.name: option for option in options}
    if key in known:
        line = f"{_key(key)} = {known[key].default}"
        write = f": write `{line}`" if len(line) <= _LONGEST else ""
        return f"`{key}` of `{rule}` must be {known[key].type}{write}"
    said = f"`{rule}` has no option `{shorten(key)}`"
    if not known:
        return f"`{rule}` has no options: delete this line"
    near = close_to(key, known)
    return f"{said}: write `{near}`" if near else f"{said}, only {listing([f'`{name}`' for name in known])}"


def toml(value: object) -> str:
    """A value as TOML has it, in one line.

    >>> toml(["a", 1, True]), toml({"x": 'say "no"'})
    ('["a", 1, true]', '{ x = "say \\\\"no\\\\"" }')
    """
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(str(key))} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool | str | int | float):
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(str(value), ensure_ascii=False)


def _written(node: Node, value: object) -> str:
    """What to write: the value in the form that is asked for, else the first example of the schema."""
    fitted = _fitted(node, value)
    if fitted is not None and len(toml(fitted)) <= _LONGEST:
        return toml(fitted)
    return toml(_sample(node))


def _fitted(node: Node, value: object) -> object:
    """The value, changed as little as it takes; None if it cannot be what is asked for."""
    if "enum" in node:
        return value if value in node["enum"] else None
    if node.get("type") == "array":
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()] or None
        return list(value) if isinstance(value, Sequence) else None
    if node.get("type") == "string":
        value = value[0] if isinstance(value, list) and len(value) == 1 else value
        return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
    return None


def _sample(node: Node) -> object:
    if "default" in node or "enum" in node:
        return node.get("default", next(iter(node.get("enum", [""]))))
    if node.get("examples"):
        return node["examples"][0]
    if node.get("type") == "array":
        items = node.get("items", {})
        return ["content/posts/**" if items.get("title") == "Pattern" else "all"]
    return {} if node.get("type") == "object" else "..."


def _key(key: str) -> str:
    plain = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if plain else json.dumps(key, ensure_ascii=False)
