"""The keys that a schema knows: to read keys in any case, as Hugo does, and to find deprecated ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cached_property

from frontlint.frontmatter.document import Data, Value
from frontlint.frontmatter.route import Route
from frontlint.schema.library import Library, Node, Schema

_SAME_VALUE = ("allOf", "anyOf", "oneOf")
_SAME_VALUE_SINGLE = ("if", "then", "else")
_MOST_KEYS = 100
_MOST_SETS = 256
"""What is remembered of sets of keys, which come from pages."""
_OF_SAME_VALUE = ("$ref", *_SAME_VALUE, *_SAME_VALUE_SINGLE)


class FittedData:
    """Data with the keys spelled as the schema spells them.

    `spelled` maps a route in the schema's spelling to the author's, for the keys where they differ.
    `deprecated` holds the routes, in the schema's spelling, of keys that the schema calls deprecated.
    """

    __slots__ = ("data", "deprecated", "spelled")

    def __init__(self, data: Data) -> None:
        self.data = data
        self.spelled: dict[Route, str] = {}
        self.deprecated: list[tuple[Route, tuple[Node, ...]]] = []

    def as_written(self, route: Route) -> Route:
        """A route in the author's spelling."""
        if not self.spelled:
            return route
        return tuple(self.spelled.get(route[: at + 1], step) for at, step in enumerate(route))


class Shape:
    """One level: what all the schema objects that speak of one value know of its keys."""

    def __init__(self, library: Library, nodes: Iterable[Node]) -> None:
        self._library = library
        self._given = tuple(nodes)
        self._children: dict[str, Shape] = {}
        # A site has few sets of keys: those that are spelled as here, with what to look at behind them.
        self._plain: dict[tuple[str, ...], tuple[tuple[str, Shape], ...]] = {}
        self._odd: set[tuple[str, ...]] = set()

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The schema objects that may speak of the value, references and branches included."""
        found: dict[int, Node] = {}
        waiting = list(self._given)
        while waiting:
            node = waiting.pop(0)
            if id(node.schema) not in found:
                found[id(node.schema)] = node
                waiting += _same_value(self._library, node)
        return tuple(found.values())

    @cached_property
    def _speaking_of(self) -> dict[str, list[Node]]:
        """The schema objects that have something to say of a key."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            for name in _properties(node):
                found.setdefault(name, []).append(node)
        return found

    @property
    def names(self) -> Set[str]:
        """The keys that the schema knows here, in its spelling."""
        return self._speaking_of.keys()

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {name.lower(): name for name in sorted(self.names)}

    @cached_property
    def deprecated(self) -> bool:
        """Whether any of the schema objects calls the value deprecated."""
        return any(node.schema.get("deprecated") is True for node in self.nodes)

    @cached_property
    def _deep(self) -> bool:
        return self.deprecated or bool(self.names) or bool(self._item.names)

    @cached_property
    def _item(self) -> Shape:
        nodes = [node.enter(node.schema["items"]) for node in self.nodes if "items" in node.schema]
        return Shape(self._library, [node for node in nodes if node is not None])

    def child(self, name: str) -> Shape:
        """What is known of the value of one key."""
        if name not in self._children:
            nodes = [node.enter(_properties(node)[name]) for node in self._speaking_of.get(name, ())]
            self._children[name] = Shape(self._library, [node for node in nodes if node is not None])
        return self._children[name]

    def fit(self, data: Data) -> FittedData:
        """The data with the schema's spelling; the same object if nothing differs."""
        fitted = FittedData(data)
        if not self._fits(data):
            fitted.data = self._map(data, (), fitted)
        return fitted

    def _fits(self, data: Data) -> bool:
        """Whether all keys are spelled as in the schema, at all depths, and none is deprecated."""
        written = tuple(data)
        plain = self._plain.get(written)
        if plain is None:
            if written in self._odd or not self._is_plain(written):
                return False
            plain = self._below(written)
        for key, child in plain:
            value = data[key]
            if isinstance(value, dict):
                if child.names and not child._fits(value):
                    return False
            elif isinstance(value, list) and child._item.names:
                for item in value:
                    if isinstance(item, dict) and not child._item._fits(item):
                        return False
        return True

    def _is_plain(self, written: tuple[str, ...]) -> bool:
        plain = not any(
            self.child(key).deprecated if key in self.names else key.lower() in self._folded
            for key in written
        )
        if not plain and len(written) <= _MOST_KEYS and len(self._odd) < _MOST_SETS:
            self._odd.add(written)
        return plain

    def _below(self, written: tuple[str, ...]) -> tuple[tuple[str, Shape], ...]:
        """The keys with something to look at behind them."""
        known = [(key, self.child(key)) for key in written if key in self.names]
        found = tuple((key, child) for key, child in known if child._deep)
        if len(written) <= _MOST_KEYS and len(self._plain) < _MOST_SETS:
            self._plain[written] = found
        return found

    def _map(self, data: Data, route: Route, fitted: FittedData) -> Data:
        result: Data | None = None
        names = self._speaking_of
        for key, value in data.items():
            name = key if key in names else self._folded.get(key.lower(), key)
            inner = self._known(name, value, (*route, name), fitted) if name in names else value
            if name == key and inner is value:
                continue
            result = dict(data) if result is None else result
            if name == key:
                result[name] = inner
                continue
            result.pop(key)
            # A key in two spellings is one key to Hugo, and for the rule key-case-clash to report.
            if name not in result:
                fitted.spelled[(*route, name)] = key
                result[name] = inner
        return data if result is None else result

    def _known(self, name: str, value: Value, route: Route, fitted: FittedData) -> Value:
        child = self.child(name)
        if not child._deep:
            return value
        if child.deprecated and all(route != noted for noted, _ in fitted.deprecated):
            fitted.deprecated.append((route, child.nodes))
        return child._value(value, route, fitted) if isinstance(value, (dict, list)) else value

    def _value(self, value: Value, route: Route, fitted: FittedData) -> Value:
        if isinstance(value, dict):
            return self._map(value, route, fitted) if self.names else value
        if isinstance(value, list) and self._item.names:
            items = [
                self._item._map(item, (*route, at), fitted) if isinstance(item, dict) else item
                for at, item in enumerate(value)
            ]
            return value if all(a is b for a, b in zip(items, value, strict=True)) else items
        return value


def _properties(node: Node) -> Schema:
    value = node.schema.get("properties")
    return value if isinstance(value, dict) else {}


def _same_value(library: Library, node: Node) -> Iterator[Node]:
    """The schema objects that an object brings in to speak of the same value."""
    if node.schema.keys().isdisjoint(_OF_SAME_VALUE):
        return
    ref = node.schema.get("$ref")
    inner = [library.resolve(node, ref)] if isinstance(ref, str) else []
    for keyword in _SAME_VALUE:
        branches = node.schema.get(keyword)
        inner += [node.enter(branch) for branch in branches] if isinstance(branches, list) else []
    inner += [node.enter(node.schema.get(keyword)) for keyword in _SAME_VALUE_SINGLE]
    yield from (found for found in inner if found is not None)
