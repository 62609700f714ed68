"""Reads the built-in schemas; those of a user are read by `user_file.py`. Nothing is ever fetched."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.opener import read_through
from frontlint.base.walls import Wall, wall_at
from frontlint.schema.library import Library, Node, Schema
from frontlint.schema.locate import BASE, built_in_file


def load(schema: str, root: Path = Path(), wall: Wall | None = None) -> Library:
    """A built-in schema by its name, such as `tag`, else the one in a file; `schema` is its path from `root`.

    Nothing outside of `wall` is opened, the file itself included; without one it is the file's folder.
    Raises UsageError for a schema that cannot be used.
    """
    if built_in_file(BASE + schema) is not None:
        return _of_name(schema)
    from frontlint.schema.user_file import library_of_file  # most sites bring no schema

    return library_of_file(root / schema, schema, wall or wall_at((root / schema).parent))


def _of_name(name: str) -> Library:
    documents: dict[str, Schema] = {}
    waiting = [BASE + name]
    while waiting:
        address = waiting.pop()
        if address not in documents:
            documents[address], refers_to = _built_in(address)
            waiting += refers_to
    address = BASE + name
    return Library(Node(documents[address], address), name, documents)


_REFERENCE = '"$ref": "'
"""How the built-in schemas write a reference; all of theirs are to whole addresses or into themselves."""


@cache
def _built_in(address: str) -> tuple[Schema, tuple[str, ...]]:
    """A built-in schema, and the addresses of those that it refers to; they share many."""
    path = built_in_file(address)
    if path is None:
        raise UsageError(f"there is no built-in schema {address}")
    text = read_through(path).decode("utf-8")
    refers_to = {part.partition('"')[0].partition("#")[0] for part in text.split(_REFERENCE)[1:]}
    return json.loads(text), tuple(sorted(refers_to - {""}))
