"""Follows the path of an engine's error through the schema: what failed, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from frontlint.base.record import NamedTuple
from frontlint.schema.library import Json, Library, Node

FALSE_SCHEMA = "false"
"""The keyword of an error that comes from a schema which is just `false`."""

# Keywords with schemas behind them. One of the value's children is meant, or the same value:
_CHILDREN = frozenset(
    {"properties", "patternProperties", "items", "prefixItems", "additionalProperties", "additionalItems"}
) | {"unevaluatedProperties", "unevaluatedItems", "contains"}
_SAME = frozenset({"allOf", "anyOf", "oneOf", "then", "else", "dependentSchemas", "dependencies"})
_REFERENCES = frozenset({"$ref", "$dynamicRef"})
# Keywords whose schemas go by name or by number, which is the next step of the path.
_NUMBERED = frozenset({"properties", "patternProperties", "prefixItems", "allOf", "anyOf", "oneOf"}) | {
    "dependentSchemas",
    "dependencies",
}


class Trace(NamedTuple):
    """Where an error came from: the keyword that failed and the schema objects that speak of the value.

    `around` begins with the object that holds the keyword and goes outward to the property's schema.
    """

    keyword: str
    around: tuple[Node, ...]

    @property
    def argument(self) -> Json:
        """What the schema writes behind the keyword."""
        return self.around[0].schema.get(self.keyword) if self.around else None


def trace(library: Library, path: Sequence[str | int]) -> Trace:
    """Follows an evaluation path: keywords, names and numbers from the root, through the references."""
    around: tuple[Node, ...] = (library.root,)
    at = 0
    while at < len(path):
        keyword = str(path[at])
        around = _unreferenced(library, around, keyword)
        node = around[0]
        if at + 1 == len(path) or keyword not in _CHILDREN | _SAME | _REFERENCES:
            return Trace(keyword, around)
        numbered = keyword in _NUMBERED or isinstance(node.schema.get(keyword), list)
        inner = _behind(library, node, keyword, path[at + 1] if numbered else None)
        outer = () if keyword in _CHILDREN else around
        if inner is None:
            return Trace(FALSE_SCHEMA, outer)
        around = (inner, *outer)
        at += 2 if numbered else 1
    return Trace(FALSE_SCHEMA, around)


def _unreferenced(library: Library, around: tuple[Node, ...], keyword: str) -> tuple[Node, ...]:
    """python-jsonschema leaves `$ref` out of its paths: the keyword is then after the reference."""
    while keyword not in around[0].schema:
        ref = around[0].schema.get("$ref")
        inner = library.resolve(around[0], ref) if isinstance(ref, str) else None
        if inner is None:
            break
        around = (inner, *around)
    return around


def _behind(library: Library, node: Node, keyword: str, step: str | int | None) -> Node | None:
    """The schema object behind a keyword; None where it is `true`, `false` or no schema at all."""
    value = node.schema.get(keyword)
    if keyword in _REFERENCES:
        return library.resolve(node, str(value))
    if step is None:
        return node.enter(value)
    return node.enter(value[int(step)] if isinstance(value, list) else _named(value, str(step)))


def _named(value: Json, name: str) -> Json:
    return value.get(name) if isinstance(value, dict) else None
