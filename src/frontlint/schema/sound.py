"""What a user's schema must not be before an engine sees it: too deep, a ring, addresses that are none.

The engines and all that walks a schema are recursive: without these limits a file of a checkout could stop a
run, or the whole process.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urldefrag

from frontlint.base.errors import UsageError
from frontlint.base.opener import read_through
from frontlint.frontmatter.depth import KEPT, json_level
from frontlint.schema.library import DATA_KEYWORDS, Library, Node, every_node, join, node_at

_MOST_STEPS: Final = 100
"""Schemas that may speak of one value one after the other: references, and branches in branches."""
_REFERENCES: Final = ("$ref", "$dynamicRef", "$recursiveRef")
_LISTS: Final = ("allOf", "anyOf", "oneOf")
_SINGLE: Final = ("if", "then", "else", "not")


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


def check_ways(library: Library, shown: str) -> None:
    """Raises UsageError where schemas of one value refer to one another without end, or nearly so."""
    steps: dict[int, int] = {}
    for address, document in library.documents.items():
        for node in every_node(node_at(document, address)):
            _measure(library, node, steps, shown)


def _measure(library: Library, start: Node, steps: dict[int, int], shown: str) -> None:
    """Into `steps` goes how many schemas follow each other from here; -1 marks those on the way."""
    left: list[tuple[Node, bool]] = [(start, False)]
    while left:
        node, is_done = left.pop()
        key = id(node.schema)
        if is_done:
            steps[key] = 1 + max((steps[id(one.schema)] for one in _next(library, node)), default=0)
            if steps[key] > _MOST_STEPS:
                message = f"more than {_MOST_STEPS} schemas follow one another by `$ref` or `allOf`"
                raise UsageError(f"{message}; refer to the last one", shown)
        elif key not in steps:
            steps[key] = -1
            left.append((node, True))
            for one in _next(library, node):
                if steps.get(id(one.schema)) == -1:
                    message = "the schema refers to itself for one and the same value, and never ends"
                    raise UsageError(message, shown)
                left.append((one, False))


def _next(library: Library, node: Node) -> Iterator[Node]:
    """The schemas that speak of the same value as this one because of it."""
    for keyword in _REFERENCES[:2]:
        ref = node.schema.get(keyword)
        inner = _found(library, node, ref) if isinstance(ref, str) else None
        if inner is not None:
            yield inner
    if isinstance(node.schema.get("$recursiveRef"), str):
        yield node_at(_whole(library, node).schema, node.base)
    for keyword in _LISTS:
        branches = node.schema.get(keyword)
        for branch in branches if isinstance(branches, list) else ():
            if isinstance(branch, dict):
                yield node_at(branch, node.base)
    for keyword in _SINGLE:
        branch = node.schema.get(keyword)
        if isinstance(branch, dict):
            yield node_at(branch, node.base)
    depending = node.schema.get("dependentSchemas")
    for branch in depending.values() if isinstance(depending, dict) else ():
        if isinstance(branch, dict):
            yield node_at(branch, node.base)


def _found(library: Library, node: Node, ref: str) -> Node | None:
    try:
        return library.resolve(node, ref)
    except (KeyError, IndexError, ValueError, TypeError):
        return None


def _whole(library: Library, node: Node) -> Node:
    """The document that a schema is in: where `$recursiveRef` leads, if no schema outside says more."""
    try:
        return library.document(urldefrag(node.base).url)
    except KeyError:
        return library.root


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
