"""A schema with all that it refers to, and the way along its references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast
from urllib.parse import unquote, urldefrag, urljoin

from frontlint.base.record import NamedTuple, dataclass, field

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Schema: TypeAlias = "dict[str, Json]"

META = ("http://json-schema.org/", "https://json-schema.org/")
"""What the addresses of metaschemas begin with. The engines know those."""

# Keywords that hold data and not schemas: a "$ref" inside of them is not a reference.
DATA_KEYWORDS = frozenset({"const", "enum", "examples", "default", "x-frontlint"})
# Keywords that hold schemas by names, any of which may be that of a keyword.
_MAPS = frozenset({"properties", "patternProperties", "dependentSchemas", "$defs", "definitions"})


class Node(NamedTuple):
    """A schema object and the address that references inside of it start from."""

    schema: Schema
    base: str

    def enter(self, schema: Json) -> Node | None:
        """A schema object inside this one; None for `true` and `false`, which hold nothing more."""
        return node_at(schema, self.base) if isinstance(schema, dict) else None


def node_at(schema: Schema, address: str) -> Node:
    """A schema object found at an address; its own `$id` may give it another."""
    own = schema.get("$id")
    if not isinstance(own, str):
        return Node(schema, address)
    try:
        return Node(schema, join(address, own))
    except ValueError:  # `http://[/x`: `load` refuses it, but any data may pass as a schema here
        return Node(schema, address)


def join(base: str, ref: str) -> str:
    """The address of a reference. The one of the standard library loses a `urn:` before a `#`."""
    if ref.startswith("urn:"):
        return ref
    return without_fragment(base) + ref if ref.startswith("#") else urljoin(base, ref)


def without_fragment(address: str) -> str:
    """An address up to its `#`."""
    if address.startswith("urn:") or "#" not in address:
        return address.partition("#")[0]
    return urldefrag(address).url


@dataclass(frozen=True, slots=True)
class Library:
    """One schema with all that it refers to. `documents` are whole files, by address."""

    root: Node
    name: str
    documents: Mapping[str, Schema]
    _resolved: dict[tuple[str, str], Node | None] = field(default_factory=dict, repr=False, compare=False)
    _inner: dict[str, Node] = field(default_factory=dict, repr=False, compare=False)
    _anchors: dict[int, dict[str, Node]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def title(self) -> str:
        """The schema's own title, else its name."""
        title = self.root.schema.get("title")
        return title if isinstance(title, str) else self.name

    def resolve(self, node: Node, ref: str) -> Node | None:
        """The schema object that a `$ref` in `node` stands for; None where that is `true` or `false`.

        A metaschema counts as `true`: it has no words for authors.
        Raises KeyError, IndexError or ValueError for a reference into nowhere.
        """
        key = (node.base, ref)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(join(node.base, ref))
        return self._resolved[key]

    def _resolve(self, target: str) -> Node | None:
        address, fragment = urldefrag(target)
        if address.startswith(META):
            return None
        whole = self.document(address)
        if not fragment or fragment.startswith("/"):
            return _follow(whole, fragment)
        if id(whole.schema) not in self._anchors:
            self._anchors[id(whole.schema)] = _anchored(whole)
        return self._anchors[id(whole.schema)][fragment]

    def document(self, address: str) -> Node:
        """What has this address: a file, or a part with its own `$id`. KeyError if nothing has."""
        if address in self.documents:
            return node_at(self.documents[address], address)
        if not self._inner:
            for base, schema in self.documents.items():
                for node in every_node(node_at(schema, base)):
                    if "$id" in node.schema:
                        self._inner.setdefault(node.base.rstrip("#"), node)
        return self._inner[address]


def every_node(node: Node, is_map: bool = False) -> Iterator[Node]:
    """All schema objects of a document, `node` first. Maps of schemas pass as objects, which does no harm."""
    yield node
    for key, value in node.schema.items():
        if key in DATA_KEYWORDS and not is_map:
            continue
        for item in value if isinstance(value, list) else [value]:
            inner = node.enter(item)
            if inner is not None:
                yield from every_node(inner, key in _MAPS and not is_map)


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


def _anchored(node: Node) -> dict[str, Node]:
    """The schema objects of a document by their anchors."""
    found: dict[str, Node] = {}
    for inner in every_node(node):
        for name in (inner.schema.get("$anchor"), inner.schema.get("$dynamicAnchor")):
            if isinstance(name, str):
                found.setdefault(name, inner)
        name = inner.schema.get("$id")
        if isinstance(name, str) and name.startswith("#"):  # how drafts 6 and 7 write an anchor
            found.setdefault(name[1:], inner)
    return found
