"""Reads schema files and those that they refer to, from disk only: nothing is ever fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urldefrag, urlsplit

from frontlint.schema.engine import is_sound
from frontlint.schema.library import META, Library, Node, Schema, every_node, join, node_at
from frontlint.schema.locate import BASE, schemas_folder
from frontlint.schema.ways import has_too_many
from frontlint.text.usage import UsageError


def load_built_in(name: str) -> Library:
    """A built-in schema by name, such as `tag`. Raises UsageError for a name that is none."""
    documents: dict[str, Schema] = {}
    waiting = [f"{BASE}{name}.schema.json"]
    while waiting:
        address = waiting.pop()
        if address not in documents:
            documents[address], refers_to = _built_in(address)
            waiting += refers_to
    address = f"{BASE}{name}.schema.json"
    return Library(Node(documents[address], address), name, documents)


def load_file(path: Path, shown: str) -> Library:
    """The schema in a user's file, checked against its metaschema; `shown` is how messages call the file.

    Raises UsageError that names the file and what is wrong with it.
    """
    gathering = _Gathering(shown)
    root = gathering.add(path, path.resolve().as_uri(), shown)
    library = Library(root, shown, gathering.documents)
    for address, document in library.documents.items():
        if not is_sound(document, library):
            _check(document, shown)
        for node in every_node(node_at(document, address)):
            _prove(library, node, shown)
    if has_too_many(library):
        words = "the branches of this schema (`anyOf`, `allOf`, `$ref`) multiply, and a check would never end"
        raise UsageError(words, shown)
    return library


@cache
def _built_in(address: str) -> tuple[Schema, tuple[str, ...]]:
    """A built-in schema, and the addresses of those that it refers to; they share many."""
    path = schemas_folder() / unquote(address.removeprefix(BASE))
    schema = _read(path, path.name)
    return schema, tuple(set(_references(Node(schema, address))))


def _read(path: Path, shown: str) -> Schema:
    try:
        schema = json.loads(path.read_bytes())
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}", shown) from error
    except json.JSONDecodeError as error:
        where = f"{error.msg} at column {error.colno}"
        raise UsageError(f"the schema is not JSON: {where}", shown, error.lineno) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the schema is not UTF-8, at byte {error.start}", shown) from error
    if not isinstance(schema, dict):
        raise UsageError("the schema is not a JSON object", shown)
    return cast("Schema", schema)


class _Gathering:
    """Collects a user's schema and all that it refers to."""

    def __init__(self, shown: str) -> None:
        self.documents: dict[str, Schema] = {}
        self._shown = shown
        self._named: dict[str, Path] = {}
        self._inner: set[str] = set()

    def add(self, path: Path, address: str, shown: str) -> Node:
        """Reads a file and what it refers to.

        Its address is its place on disk: an `$id`, which may lie anywhere, is taken off and remembered.
        """
        schema = dict(_read(path, shown))
        name = schema.pop("$id", None)
        if isinstance(name, str):
            self._named[urldefrag(join(address, name)).url] = path
        node = Node(schema, address)
        self.documents[address] = schema
        own = every_node(node_at(schema, address))
        self._inner.update(one.base.rstrip("#") for one in own if "$id" in one.schema)
        for target in set(_references(node)):
            if not target.startswith(META) and not self._knows(target):
                self._fetch(target)
        return node

    def _knows(self, address: str) -> bool:
        return address in self.documents or address in self._inner

    def _fetch(self, target: str) -> None:
        file = self._file(target)
        if file is None:
            raise UsageError(
                f"the schema refers to {target}, which is neither beside it nor built in; "
                "nothing is fetched from the network",
                self._shown,
            )
        if not file.is_file():
            raise UsageError(f"the schema refers to {file.name}, which is not there", self._shown)
        self.add(file, target, file.name)

    def _file(self, target: str) -> Path | None:
        if target.startswith(BASE):
            return schemas_folder() / unquote(target.removeprefix(BASE))
        if target.startswith("file:"):
            from urllib.request import url2pathname  # brings the whole of HTTP along

            return Path(url2pathname(urlsplit(target).path))
        for name, path in self._named.items():
            if target == name:
                return path
            if target.startswith(_folder(name)):
                return path.parent / unquote(target.removeprefix(_folder(name)))
        return None


def _folder(address: str) -> str:
    return address.rpartition("/")[0] + "/"


def _references(node: Node) -> Iterator[str]:
    """The addresses of the documents that a schema refers to, itself left out."""
    for inner in every_node(node):
        for keyword in ("$ref", "$dynamicRef"):
            ref = inner.schema.get(keyword)
            if isinstance(ref, str) and not ref.startswith("#"):
                yield urldefrag(join(inner.base, ref)).url


def _check(schema: Schema, shown: str) -> None:
    """Holds a user's schema against its metaschema, with python-jsonschema: its messages are the clearer.

    It takes most of a second to import, so only a schema that the engine does not take comes here.
    """
    from jsonschema.exceptions import best_match
    from jsonschema.validators import Draft202012Validator, validator_for

    validator = validator_for(schema, default=Draft202012Validator)
    meta = validator(validator.META_SCHEMA, format_checker=validator.FORMAT_CHECKER)
    found = best_match(meta.iter_errors(schema))
    if found is not None:
        place = "/".join(str(step) for step in found.absolute_path) or "the top"
        raise UsageError(f"the schema is wrong at {place}: {found.message}", shown)


def _prove(library: Library, node: Node, shown: str) -> None:
    """Every reference must lead to a schema, or the engine would fail in words of its own."""
    ref = node.schema.get("$ref")
    if not isinstance(ref, str):
        return
    try:
        library.resolve(node, ref)
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise UsageError(f"the schema refers to {ref}, which is not there", shown) from error
