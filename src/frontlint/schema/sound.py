"""What a user's schema must not be before an engine sees it: too deep, or with addresses that are none.

The engines and all that walks a schema are recursive: without these limits a file of a checkout could stop a
run, or the whole process. `schema/ways.py` looks for rings.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import urldefrag

from frontlint.base.errors import UsageError
from frontlint.base.opener import read_through
from frontlint.frontmatter.depth import KEPT, json_level
from frontlint.schema.library import DATA_KEYWORDS, Node, every_node, join

_REFERENCES: Final = ("$ref", "$dynamicRef", "$recursiveRef")


def check_levels(data: bytes, shown: str) -> None:
    """Raises UsageError, with the line, for JSON that nests too deep to be a schema."""
    text = data.decode("utf-8", "replace")
    at = json_level(text, KEPT)
    if at is not None:
        message = f"the schema nests more than {KEPT} levels deep; name the inner ones in `$defs`"
        raise UsageError(message, shown, text.count("\n", 0, at) + 1)


def check_addresses(root: Node, path: Path, shown: str) -> None:
    """Raises UsageError, with the line, for a `$ref` or `$id` that is not an address, such as `http://[/x`."""
    left = [(root.schema, root.base)]
    while left:
        schema, base = left.pop()
        for keyword in ("$id", *_REFERENCES):
            value = schema.get(keyword)
            if isinstance(value, str):
                try:
                    joined = join(base, value)
                    urldefrag(joined)
                except ValueError:
                    line = line_of_keyword(path, keyword, value)
                    message = f"`{keyword}` is not an address: {value[:60]}"
                    raise UsageError(message, shown, line) from None
                base = joined if keyword == "$id" and schema is not root.schema else base
        for key, inner in schema.items():
            items = inner if isinstance(inner, list) else [inner]
            if key not in DATA_KEYWORDS:
                left += ((item, base) for item in items if isinstance(item, dict))


def line_of_reference(node: Node, target: str, path: Path) -> int | None:
    """The line of the first reference in a schema that stands for an address; None if it cannot be told."""
    for inner in every_node(node):
        for keyword in _REFERENCES:
            ref = inner.schema.get(keyword)
            if isinstance(ref, str) and urldefrag(join(inner.base, ref)).url == target:
                return line_of_keyword(path, keyword, ref)
    return None


def line_of_keyword(path: Path, keyword: str, value: str) -> int | None:
    """The line of a keyword with this value in a schema's file."""
    from frontlint.base.source import decode
    from frontlint.frontmatter.json import reader as json_reader  # only for a schema with a mistake in it

    source = decode("", read_through(path))
    reading = json_reader.read_json(source.text, source.text.find("{"), len(source.text))
    for route in reading.places:
        if route[-1:] == (keyword,):
            place = reading.places.value(route)
            if _written(source.text[place.start : place.end]) == value:
                return source.lines.line_column(place.start)[0]
    return None


def _written(text: str) -> object:
    import json

    try:
        return json.loads(text)
    except ValueError:
        return None
