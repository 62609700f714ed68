"""Reads schema files and follows the references between them, on disk only: nothing is ever fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias, cast
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from frontlint.schema.locate import BASE, schemas_folder
from frontlint.text.usage import UsageError

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Schema: TypeAlias = "dict[str, Json]"

_META = ("http://json-schema.org/", "https://json-schema.org/")
# Keywords that hold data and not schemas: a "$ref" inside of them is no reference.
_DATA = frozenset({"const", "enum", "examples", "default", "x-frontlint"})


@dataclass(frozen=True, slots=True)
class Node:
    """A schema object and the address that references inside of it start from."""

    schema: Schema
    base: str

    def enter(self, schema: Json) -> Node | None:
        """A schema object inside this one; None for `true` and `false`, which say nothing more."""
        if not isinstance(schema, dict):
            return None
        own = schema.get("$id")
        return Node(schema, join(self.base, own)) if isinstance(own, str) else Node(schema, self.base)


@dataclass(frozen=True, slots=True)
class Library:
    """One schema with all that it refers to. `documents` are whole files, by address."""

    root: Node
    name: str
    documents: Mapping[str, Schema]

    @property
    def title(self) -> str:
        """The schema's own title, else its name."""
        title = self.root.schema.get("title")
        return title if isinstance(title, str) else self.name

    def resolve(self, node: Node, ref: str) -> Node | None:
        """The schema object that a `$ref` in `node` stands for; None where that is `true` or `false`.

        A metaschema counts as `true`: the engines know those, and they have no words for authors.
        Raises KeyError for a reference into nowhere.
        """
        address, fragment = urldefrag(join(node.base, ref))
        if address.startswith(_META):
            return None
        whole = self._document(address)
        if not fragment or fragment.startswith("/"):
            return _follow(whole, fragment)
        return _anchored(whole, fragment)

    def _document(self, address: str) -> Node:
        if address in self.documents:
            return Node(self.documents[address], address)
        for base, schema in self.documents.items():
            for node in every_node(Node(schema, base)):
                if "$id" in node.schema and node.base.rstrip("#") == address:
                    return node
        raise KeyError(address)


def join(base: str, ref: str) -> str:
    """The address of a reference. The one of the standard library loses a `urn:` before a `#`."""
    return urldefrag(base).url + ref if ref.startswith("#") else urljoin(base, ref)


def load_built_in(name: str) -> Library:
    """A built-in schema by name, such as `tag`. Raises UsageError for a name that is none."""
    path = schemas_folder() / f"{name}.schema.json"
    return _gather(_built_in(path), f"{BASE}{name}.schema.json", path, name)


def load_file(path: Path, shown: str) -> Library:
    """The schema in a user's file, checked against its metaschema; `shown` is how messages call the file.

    Raises UsageError that names the file and what is wrong with it.
    """
    schema = _read(path, shown)
    own = schema.get("$id")
    file_address = path.resolve().as_uri()
    library = _gather(schema, join(file_address, own) if isinstance(own, str) else file_address, path, shown)
    for address, document in library.documents.items():
        _check(document, shown)
        for node in every_node(Node(document, address)):
            _prove(library, node, shown)
    return library


@cache
def _built_in(path: Path) -> Schema:
    """A file of the built-in schemas, which refer to one another over and over."""
    return _read(path, path.name)


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


def _gather(schema: Schema, address: str, path: Path, shown: str) -> Library:
    """Reads all that the schema refers to, and what those refer to in turn."""
    documents: dict[str, Schema] = {address: schema}
    library = Library(Node(schema, address), shown, documents)
    waiting = [Node(schema, address)]
    while waiting:
        for target in {target for node in every_node(waiting.pop()) for target in _references(node)}:
            if target not in documents and not target.startswith(_META) and not _inside(library, target):
                documents[target] = _fetch(target, address, path, shown)
                waiting.append(Node(documents[target], target))
    return library


def _prove(library: Library, node: Node, shown: str) -> None:
    """Every reference must lead to a schema, or the engine would fail in words of its own."""
    ref = node.schema.get("$ref")
    if not isinstance(ref, str):
        return
    try:
        library.resolve(node, ref)
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise UsageError(f"the schema refers to {ref}, which is not there", shown) from error


def _inside(library: Library, address: str) -> bool:
    try:
        return bool(library._document(address))
    except KeyError:
        return False


def _fetch(target: str, root: str, path: Path, shown: str) -> Schema:
    """A file that a schema refers to: a built-in one, or one on disk beside the schema."""
    folder = root.rpartition("/")[0] + "/"
    if target.startswith(BASE):
        file = schemas_folder() / unquote(target.removeprefix(BASE))
        if file.is_file():
            return _built_in(file)
    elif target.startswith("file:"):
        from urllib.request import url2pathname  # brings http.client with it: only where it is needed

        file = Path(url2pathname(urlsplit(target).path))
    elif target.startswith(folder):
        # The schema has an $id of its own: what it refers to beside that address lies beside the file.
        file = path.parent / unquote(target.removeprefix(folder))
    else:
        raise UsageError(
            f"the schema refers to {target}, which is neither beside it nor built in; "
            "nothing is fetched from the network",
            shown,
        )
    if not file.is_file():
        raise UsageError(f"the schema refers to {file.name}, which is not there", shown)
    return _read(file, file.name)


def _check(schema: Schema, shown: str) -> None:
    """Holds a user's schema against its metaschema, with python-jsonschema: its messages are the clearer."""
    from jsonschema.exceptions import best_match
    from jsonschema.validators import Draft202012Validator, validator_for

    validator = validator_for(schema, default=Draft202012Validator)
    meta = validator(validator.META_SCHEMA, format_checker=validator.FORMAT_CHECKER)
    found = best_match(meta.iter_errors(schema))
    if found is not None:
        place = "/".join(str(step) for step in found.absolute_path) or "the top"
        raise UsageError(f"the schema is wrong at {place}: {found.message}", shown)


def every_node(node: Node) -> Iterator[Node]:
    """All schema objects of a document, `node` first. Maps of schemas pass as objects, which does no harm."""
    yield node
    for key, value in node.schema.items():
        if key in _DATA:
            continue
        for item in value if isinstance(value, list) else [value]:
            inner = node.enter(item)
            if inner is not None:
                yield from every_node(inner)


def _references(node: Node) -> Iterator[str]:
    for keyword in ("$ref", "$dynamicRef"):
        ref = node.schema.get(keyword)
        if isinstance(ref, str) and not ref.startswith("#"):
            yield urldefrag(join(node.base, ref)).url


def _follow(node: Node, pointer: str) -> Node | None:
    """Where a JSON Pointer leads. Raises KeyError, IndexError or ValueError where it leads nowhere."""
    here: Json = node.schema
    at: Node | None = node
    for step in pointer.split("/")[1:]:
        name = unquote(step).replace("~1", "/").replace("~0", "~")
        here = here[int(name)] if isinstance(here, list) else cast("Schema", here)[name]
        if at is not None and isinstance(here, dict):
            at = at.enter(here)
    return at if isinstance(here, dict) else None


def _anchored(node: Node, name: str) -> Node:
    for inner in every_node(node):
        if name in (inner.schema.get("$anchor"), inner.schema.get("$dynamicAnchor")):
            return inner
        if inner.schema.get("$id") == f"#{name}":  # how drafts 6 and 7 write an anchor
            return inner
    raise KeyError(name)
