"""Reads a user's schema file and those that it refers to, from disk only: nothing is ever fetched."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urldefrag, urlsplit

from frontlint.base.errors import UsageError
from frontlint.base.opener import read_through
from frontlint.base.walls import Wall
from frontlint.schema import patterns
from frontlint.schema.engine import is_sound
from frontlint.schema.library import META, Library, Node, Schema, every_node, join, node_at, without_fragment
from frontlint.schema.locate import BASE, built_in_file
from frontlint.schema.notes import check_notes
from frontlint.schema.sound import check_addresses, check_levels, line_of_keyword, line_of_reference
from frontlint.schema.ways import check_ways


def library_of_file(path: Path, shown: str, wall: Wall) -> Library:
    """A user's schema, checked against its metaschema; `shown` is how messages call the file.

    Nothing outside of `wall` is opened. Raises UsageError for a schema that cannot be used.
    """
    if not wall.holds(path.absolute()):
        raise UsageError("the schema leads out of the repository, where settings read nothing", shown)
    gathering = _Gathering(shown, wall)
    root = gathering.add(path, Path(os.path.realpath(path)).as_uri(), shown)
    library = Library(root, shown, gathering.documents)
    for address, document in library.documents.items():
        for node in every_node(node_at(document, address)):
            _prove(library, node, *gathering.source(address))
            patterns.check(node.schema, *gathering.source(address))
    check_ways(library, shown)
    for address, document in library.documents.items():
        if not is_sound(document, library):
            _check(document, *gathering.source(address))
    check_notes(library)
    return library


def _read(path: Path, shown: str) -> Schema:
    try:
        data = read_through(path)
        check_levels(data, shown)
        schema = json.loads(data)
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}", shown) from error
    except json.JSONDecodeError as error:
        from frontlint.base.json_words import not_json  # most schemas are JSON

        words, line, column = not_json(error)
        raise UsageError(f"the schema is not JSON: {words} (column {column})", shown, line) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the schema is not UTF-8, at byte {error.start}", shown) from error
    except ValueError as error:  # a number of more digits than Python reads
        raise UsageError("the schema has a number that is too long", shown) from error
    if not isinstance(schema, dict):
        raise UsageError("the schema is not a JSON object", shown)
    return cast("Schema", schema)


class _Gathering:
    """Collects a user's schema and all that it refers to."""

    def __init__(self, shown: str, wall: Wall) -> None:
        self.documents: dict[str, Schema] = {}
        self._shown = shown
        self._wall = wall
        self._named: dict[str, Path] = {}
        self._paths: dict[str, tuple[Path, str]] = {}
        self._inner: set[str] = set()

    def add(self, path: Path, address: str, shown: str) -> Node:
        """Reads a file and what it refers to.

        Its address is its place on disk: an `$id`, which may lie anywhere, is taken off and remembered.
        """
        schema = dict(_read(path, shown))
        check_addresses(Node(schema, address), path, shown)
        name = schema.pop("$id", None)
        if isinstance(name, str):
            self._named[urldefrag(join(address, name)).url] = path
        node = Node(schema, address)
        self.documents[address] = schema
        self._paths[address] = (path, shown)
        own = every_node(node_at(schema, address))
        self._inner.update(one.base.rstrip("#") for one in own if "$id" in one.schema)
        for target in dict.fromkeys(_references(node)):
            if not target.startswith(META) and not self._knows(target):
                self._fetch(target, node, path, shown)
        return node

    def source(self, address: str) -> tuple[Path, str]:
        """The file of a document, and how messages call it."""
        return self._paths[address]

    def _knows(self, address: str) -> bool:
        return address in self.documents or address in self._inner

    def _fetch(self, target: str, node: Node, path: Path, shown: str) -> None:
        """Reads what a schema refers to; `node`, `path` and `shown` are that schema's."""
        line = line_of_reference(node, target, path)
        file = self._file(target)
        if file is None:
            raise UsageError(
                f"the schema refers to {target}, which is neither beside it nor built in; "
                "nothing is fetched from the network",
                shown,
                line,
            )
        if not target.startswith(BASE) and not self._wall.holds(file):
            message = "this `$ref` leads out of the repository, where settings read nothing"
            raise UsageError(f"{message}; copy that schema into the repository", shown, line)
        if not os.path.isfile(file):  # noqa: PTH113 - Path.is_file raises for a name that is too long
            raise UsageError(f"the schema refers to {file.name[:60]}, which is not there", shown, line)
        self.add(file, target, file.name)

    def _file(self, target: str) -> Path | None:
        if target.startswith(BASE):
            return built_in_file(target)
        if target.startswith("file:"):
            from urllib.request import url2pathname  # brings the whole of HTTP along

            try:
                return Path(url2pathname(urlsplit(target).path))
            except (OSError, ValueError):  # what Windows takes for no path
                return None
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
                yield without_fragment(join(inner.base, ref))


def _check(schema: Schema, path: Path, shown: str) -> None:
    """Holds a user's schema against its metaschema, with python-jsonschema: it names the place.

    It takes most of a second to import, so only a schema that the engine does not take comes here.
    """
    from jsonschema.exceptions import best_match
    from jsonschema.validators import Draft202012Validator, validator_for

    validator = validator_for(schema, default=Draft202012Validator)
    meta = validator(validator.META_SCHEMA, format_checker=validator.FORMAT_CHECKER)
    try:
        found = best_match(meta.iter_errors(schema))
    except re.error as error:  # the pattern is one of ECMAScript, or of nobody
        raise UsageError("a `pattern` of the schema is not a regular expression", shown) from error
    except RecursionError as error:
        raise UsageError("the schema nests too deep to be checked", shown) from error
    if found is not None:
        from frontlint.schema.own_words import line_at, not_a_schema

        route = tuple(found.absolute_path)
        words = not_a_schema(route, found.instance, str(found.validator), found.validator_value)
        raise UsageError(words, shown, line_at(path, route))


def _prove(library: Library, node: Node, path: Path, shown: str) -> None:
    """Every reference must lead to a schema, or the engine would fail in its own words."""
    for keyword in ("$ref", "$dynamicRef"):
        ref = node.schema.get(keyword)
        if isinstance(ref, str):
            try:
                library.resolve(node, ref)
            except (KeyError, IndexError, ValueError, TypeError) as error:
                line = line_of_keyword(path, keyword, ref)
                raise UsageError(f"the schema refers to {ref}, which is not there", shown, line) from error
