"""Values for the fields that a schema requires: its own examples, else the simplest that fit."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.frontmatter.document import Value
from frontlint.schema.library import Json, Schema
from frontlint.schema.sample import FORMATS, as_value
from frontlint.schema.shape import Shape

_DEEPEST = 8


def candidates(shape: Shape, title: str, depth: int = 0) -> Iterator[Value]:
    """Values that may fit, the likeliest first; `shape` is what the schema knows of the field."""
    schemas = [node.schema for node in shape.nodes]
    for schema in schemas:
        for value in _values(schema.get("examples")):
            yield value
            yield from _variants(value, shape)
    yield from (as_value(schema["default"]) for schema in schemas if "default" in schema)
    for schema in schemas:
        yield from (value for value in _values(schema.get("enum")) if value is not None)
    yield from (as_value(schema["const"]) for schema in schemas if "const" in schema)
    for name in _types(schemas):
        yield from _of_type(name, schemas, shape, title, depth)


def _variants(value: Value, shape: Shape) -> Iterator[Value]:
    """A mapping with other examples of its members, one at a time."""
    if isinstance(value, dict):
        for key in value:
            for node in shape.child(key).nodes:
                others = _values(node.schema.get("examples"))
                yield from ({**value, key: other} for other in others if other != value[key])


def _values(found: Json) -> Iterator[Value]:
    if isinstance(found, list):
        yield from map(as_value, found)


def _types(schemas: list[Schema]) -> list[str]:
    names: dict[str, None] = {}
    for schema in schemas:
        types = schema.get("type")
        names |= dict.fromkeys(one for one in (types if isinstance(types, list) else [types]) if one)  # type: ignore[misc]
    if "properties" in {key for schema in schemas for key in schema}:
        names.setdefault("object")
    return [name for name in names if name != "null"] or ["string"]


def _of_type(name: str, schemas: list[Schema], shape: Shape, title: str, depth: int) -> Iterator[Value]:
    if name == "string":
        yield from (FORMATS[key] for one in schemas if (key := str(one.get("format"))) in FORMATS)
        yield _words(title, schemas)
        yield _text(title, _most(schemas, "minLength"))
    elif name in ("integer", "number"):
        yield _most(schemas, "minimum") or (_most(schemas, "exclusiveMinimum") + 1)
    elif name == "boolean":
        yield False
    elif depth < _DEEPEST and name == "array":
        item = next(candidates(shape._item, title, depth + 1), title)
        yield [item] * max(_most(schemas, "minItems"), 1)
    elif depth < _DEEPEST and name == "object":
        yield _mapping(schemas, shape, title, depth)


def _mapping(schemas: list[Schema], shape: Shape, title: str, depth: int) -> Value:
    found: dict[str, Value] = {}
    for schema in schemas:
        required = schema.get("required")
        for key in required if isinstance(required, list) else []:
            if isinstance(key, str):
                found[key] = next(candidates(shape.child(key), title, depth + 1), title)
    return found


def _most(schemas: list[Schema], keyword: str) -> int:
    numbers = [number for schema in schemas if isinstance(number := schema.get(keyword), int)]
    return max(numbers, default=0)


def _words(title: str, schemas: list[Schema]) -> str:
    """What the schema says of the field, which tells the author what belongs there."""
    about = next((str(schema["description"]) for schema in schemas if "description" in schema), "")
    text = f"{title}: {' '.join(about.split())}" if about else title
    longest = [most for schema in schemas if isinstance(most := schema.get("maxLength"), int)]
    if longest and len(text) > min(longest):
        text = text[: min(longest)].rpartition(" ")[0].rstrip(" .,;:")
    least = _most(schemas, "minLength")
    return text if len(text) >= least else f"{text} {_text(f'More of {title}', least - len(text) - 1)}"


def _text(title: str, least: int) -> str:
    """A text that is long enough, in which no sentence is twice."""
    parts = [title]
    length = len(title)
    while length < min(least, 10_000):
        parts.append(f"{title}, part {len(parts) + 1}")
        length += len(parts[-1]) + 2
    return ". ".join(parts)
