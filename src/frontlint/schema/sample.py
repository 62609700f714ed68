"""A value that a field can have, for the line that a remedy offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.frontmatter.document import Value
from frontlint.schema.faults import Fault
from frontlint.schema.library import Json, Schema

_ELLIPSIS = "…"
FORMATS: Mapping[str, Value] = {
    "date-time": "2025-11-01T09:00:00Z",
    "date": "2025-11-01",
    "time": "09:00:00Z",
    "email": "author@example.org",
    "uri": "https://example.org/",
    "uri-reference": "/",
}
_TYPES: Mapping[str, Value] = {
    "string": _ELLIPSIS,
    "integer": 1,
    "number": 1,
    "boolean": True,
    "array": [_ELLIPSIS],
    "object": {_ELLIPSIS: _ELLIPSIS},
}


def sample(fault: Fault) -> Value:
    """The field's own example, default or first allowed value; else one of its type."""
    schemas = [node.schema for node in fault.around if _is_of_the_field(node.schema, fault)]
    for schema in schemas:
        for value in _named(schema):
            return value
    if fault.keyword == "type":
        return _of_type(fault.argument)
    for schema in schemas:
        if str(schema.get("format")) in FORMATS:
            return FORMATS[str(schema["format"])]
    return next((_of_type(schema["type"]) for schema in schemas if "type" in schema), _ELLIPSIS)


def is_placeholder(value: Value) -> bool:
    """Whether a value says only that it is a map."""
    return value == _TYPES["object"]


def as_value(found: Json) -> Value:
    """A value of a schema as one of front matter."""
    if isinstance(found, list):
        return [as_value(item) for item in found]
    if isinstance(found, dict):
        return {key: as_value(item) for key, item in found.items()}
    return found


def _is_of_the_field(schema: Schema, fault: Fault) -> bool:
    """Whether a schema object is about the field, and not about the mapping in which it is missing."""
    if fault.keyword != "required":
        return True
    key = str(fault.route[-1])
    needed, known = schema.get("required"), schema.get("properties")
    declares = (isinstance(needed, list) and key in needed) or (isinstance(known, dict) and key in known)
    return not declares and not {"dependentRequired", "dependencies"} & schema.keys()


def _named(schema: Schema) -> Iterator[Value]:
    """The values that a schema names, the likeliest first."""
    for keyword in ("examples", "enum"):
        found = schema.get(keyword)
        yield from (as_value(one) for one in found if one is not None) if isinstance(found, list) else ()
    yield from (as_value(schema[keyword]) for keyword in ("default", "const") if keyword in schema)


def _of_type(argument: Json) -> Value:
    """A value of the first of some types that is not null."""
    names = argument if isinstance(argument, list) else [argument]
    return next((_TYPES[str(name)] for name in names if str(name) in _TYPES), _ELLIPSIS)
