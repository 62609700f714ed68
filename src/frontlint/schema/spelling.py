"""How values and types of a schema are written in a sentence for an author."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.base.phrases import listing
from frontlint.frontmatter.document import Value
from frontlint.schema.faults import Fault
from frontlint.schema.library import Json

_TYPES: Mapping[str, str] = {
    "string": "text",
    "array": "a list",
    "object": "a map",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "no value",
}
_SCALARS = frozenset({"string", "number", "integer", "boolean"})


def spell(value: Json | Value) -> str:
    """A value as YAML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return "[" + ", ".join(spell(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {spell(item)}" for key, item in value.items()) + "}"
    return str(value)


def due_types(argument: Json) -> str:
    """The types that a schema asks for, in words; `null` is left out if there is another."""
    names = [str(name) for name in (argument if isinstance(argument, list) else [argument])]
    names = [name for name in names if name != "null"] or names
    # A field that takes text takes a number as well, and an author need not hear of it.
    scalars = [name for name in names if name in _SCALARS]
    names = [name for name in names if name not in _SCALARS or name == scalars[0]]
    words = dict.fromkeys(_TYPES.get(name, name) for name in names)
    return listing(list(words), last="or")


def own_words(own: str, fault: Fault) -> str:
    """The words of a schema with the length of the value in them."""
    return own.replace("{length}", str(len(fault.value) if isinstance(fault.value, str) else 0))
