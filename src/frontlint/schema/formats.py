"""Which `format` keywords of a user's schema nobody checks here: python-jsonschema needs a package for each.

jsonschema-rs checks all formats of JSON Schema by itself. Where it has no wheel, or does not take a schema,
python-jsonschema takes over, and checks those whose packages the extra `frontlint[formats]` brings.
"""

from __future__ import annotations

from collections.abc import Collection

from frontlint.schema.library import Library, every_node, node_at

EXTRA = frozenset(
    {
        *("color", "date-time", "duration", "hostname", "idn-hostname", "iri", "iri-reference"),
        *("json-pointer", "relative-json-pointer", "time", "uri", "uri-reference", "uri-template"),
    }
)
"""The formats that python-jsonschema leaves unchecked until other packages are installed."""


def unchecked_formats(library: Library, checked: Collection[str]) -> tuple[str, ...]:
    """The formats that a schema uses, that could be checked, and that are not among those `checked`."""
    used = {
        name
        for address, schema in library.documents.items()
        for node in every_node(node_at(schema, address))
        if isinstance(name := node.schema.get("format"), str)
    }
    return tuple(sorted((used & EXTRA) - set(checked)))


def format_note(name: str) -> str:
    """What a run says of a format that is not checked."""
    return f"format {name} is not checked: install frontlint[formats]"
