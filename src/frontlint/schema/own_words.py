"""What is wrong with a user's schema, in our words: those of libraries are for programmers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from frontlint.base.opener import read_through
from frontlint.base.phrases import listing, shorten
from frontlint.base.suggest import close_to

_TYPES = ("string", "number", "integer", "boolean", "array", "object", "null")
_KINDS: Mapping[str, str] = {
    "string": "text in quotes",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list in brackets",
    "object": "an object in braces",
    "null": "null",
}


def not_a_schema(route: Sequence[str | int], value: object, validator: str, wanted: Any) -> str:
    """Why JSON is not a schema: `value` at `route` fails the keyword `validator` of the metaschema."""
    name = f"`{shorten('.'.join(map(str, route)), 60)}`" if route else "the schema"
    if _is_type(route):
        near = close_to(value, _TYPES) if isinstance(value, str) else None
        hint = f"write `{near}`" if near else f"write one of {listing(_TYPES, last='or')}"
        return f"{name} is not a type: {hint}"
    kinds = [wanted] if isinstance(wanted, str) else wanted
    if validator == "type" and all(kind in _KINDS for kind in kinds):
        return f"{name} must be {listing([_KINDS[kind] for kind in kinds], last='or')}"
    if validator in ("minimum", "exclusiveMinimum"):
        return f"{name} must be a larger number"
    return f"{name} has a value that JSON Schema does not allow"


def _is_type(route: Sequence[str | int]) -> bool:
    """Whether the keyword `type` is meant, and not a property of this name."""
    steps = route[:-1] if route and isinstance(route[-1], int) else route
    return tuple(steps[-1:]) == ("type",) and tuple(steps[-2:-1]) != ("properties",)


def line_at(path: Path, route: Sequence[str | int]) -> int | None:
    """The line of a JSON file, from 1, on which the value at `route` begins; None if it is not known."""
    from frontlint.base.source import decode
    from frontlint.frontmatter.json.reader import read_json

    source = decode(str(path), read_through(path))
    places = read_json(source.text, 0, len(source.text)).places
    span = places.find(places.nearest(tuple(route)))
    return None if span is None else source.lines.line_column(span.start)[0]
