"""The ways through the branches of a schema: no ring, none too long, and not too many.

The engines follow each way anew, and so does what explains their errors: with two in each of forty steps, no
check ever ends. A schema is part of a checkout, so one with such ways is refused before it is used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import urldefrag

from frontlint.base.connected import strongly_connected
from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.schema.library import Json, Library, Node, every_node, node_at

MOST: Final = 2000
"""Schema objects that may be asked about one value of a page."""

_MOST_STEPS: Final = 100
"""Schemas that may speak of one value one after the other: references, and branches in branches."""

_HERE_LISTS: Final = ("allOf", "anyOf", "oneOf")
_HERE: Final = ("if", "then", "else", "not")
_HERE_MAPS: Final = ("dependentSchemas", "dependencies")
_NAMED: Final = "properties"
_KEYS: Final = ("additionalProperties", "unevaluatedProperties", "propertyNames")
_ITEMS: Final = ("items", "prefixItems", "additionalItems", "unevaluatedItems", "contains")
_ANY_KEY: Final = "*"
_ANY_ITEM: Final = "[]"


class _Links(NamedTuple):
    """What one schema object asks about the same value, and what about the values in it, by their place."""

    here: tuple[str, ...]
    inside: tuple[tuple[str, str], ...]


class _Ways(NamedTuple):
    """How many objects are asked about the value itself, and at most about one value in it, by place."""

    here: int
    inside: Counter[str]

    @property
    def most(self) -> int:
        """The most about one value."""
        inside = (_together(place, count, self.inside) for place, count in self.inside.items())
        return max([self.here, *inside])


def check_ways(library: Library, shown: str) -> None:
    """Raises UsageError where the schemas of one value refer to one another without end, or nearly so."""
    links = _links_of(library)
    _check_steps(links, shown)
    if _has_too_many(_reached(links, _key(library.root))):
        words = "the branches of this schema (`anyOf`, `allOf`, `$ref`) multiply, and a check would never end"
        raise UsageError(words, shown)


def _check_steps(links: Mapping[str, _Links], shown: str) -> None:
    """How many schemas follow each other for one value."""
    steps: dict[str, int] = {}
    for group in strongly_connected({key: link.here for key, link in links.items()}):
        (key, *others) = group
        if others or key in links[key].here:
            raise UsageError("the schema refers to itself for one and the same value, and never ends", shown)
        steps[key] = 1 + max((steps[one] for one in links[key].here), default=0)
        if steps[key] > _MOST_STEPS:
            message = f"more than {_MOST_STEPS} schemas follow one another by `$ref` or `allOf`"
            raise UsageError(f"{message}; refer to the last one", shown)


def _reached(links: Mapping[str, _Links], start: str) -> dict[str, _Links]:
    """What is asked when a page is checked: definitions that nobody refers to are not."""
    found: dict[str, _Links] = {}
    left = [start]
    while left:
        key = left.pop()
        if key not in found:
            link = found[key] = links[key]
            left += [*link.here, *(inner for _, inner in link.inside)]
    return found


def _has_too_many(links: Mapping[str, _Links]) -> bool:
    """Whether a value may be asked about more than `MOST` times."""
    leads = {key: [*link.here, *(key for _, key in link.inside)] for key, link in links.items()}
    known: dict[str, _Ways] = {}
    for group in strongly_connected(leads):  # what a group leads to comes before it
        order = _in_order(group, links)
        if _repeats(order, links):
            return True
        for key in order:
            ways = known[key] = _ways(links[key], known)
            if ways.most > MOST:
                return True
    return False


def _ways(links: _Links, known: Mapping[str, _Ways]) -> _Ways:
    """Added up from those below; what leads back to a group that is not known yet counts for one."""
    here, inside = 1, Counter[str]()
    for key in links.here:
        below = known.get(key)
        here = min(here + (below.here if below else 1), MOST + 1)
        inside.update(below.inside if below else {})
    for place, key in links.inside:
        below = known.get(key)
        inside[place] += below.most if below else 1
    return _Ways(here, Counter({place: min(count, MOST + 1) for place, count in inside.items()}))


def _repeats(order: Sequence[str], links: Mapping[str, _Links]) -> bool:
    """Whether a value is asked twice in ways that lead back to the same group: then each round doubles."""
    back: dict[str, Counter[str]] = {}
    group = frozenset(order)
    for key in order:
        ways = back[key] = Counter(place for place, inner in links[key].inside if inner in group)
        for inner in links[key].here:
            ways.update(back.get(inner, {}))
        if any(_together(place, count, ways) > 1 for place, count in ways.items()):
            return True
    return False


def _together(place: str, count: int, ways: Counter[str]) -> int:
    """The ways to one place: what is said of all keys is said of each."""
    return count + (0 if place in (_ANY_KEY, _ANY_ITEM) else ways[_ANY_KEY])


def _in_order(group: frozenset[str], links: Mapping[str, _Links]) -> list[str]:
    """The objects of a group, those that ask about the same value last."""
    if len(group) == 1:
        return list(group)
    here = {key: [one for one in links[key].here if one in group] for key in group}
    return [key for inner in strongly_connected(here) for key in inner]


def _links_of(library: Library) -> dict[str, _Links]:
    """Those of all objects, also of definitions that nobody refers to."""
    found: dict[str, _Links] = {}
    left = [library.root]
    left += (one for base, whole in library.documents.items() for one in every_node(node_at(whole, base)))
    while left:
        node = left.pop()
        if _key(node) in found:
            continue
        here, inside = list(_here(library, node)), list(_inside(node))
        found[_key(node)] = _Links(
            tuple(_key(one) for one in here), tuple((place, _key(one)) for place, one in inside)
        )
        left += [*here, *(one for _, one in inside)]
    return found


def _key(node: Node) -> str:
    return f"{id(node.schema)} {node.base}"


def _here(library: Library, node: Node) -> Iterator[Node]:
    """The schema objects that are asked about the same value."""
    for word in ("$ref", "$dynamicRef"):
        target = _target(library, node, node.schema.get(word))
        if target is not None:
            yield target
    if isinstance(node.schema.get("$recursiveRef"), str):
        yield _whole(library, node)
    for word in _HERE_LISTS:
        yield from _entered(node, node.schema.get(word))
    for word in _HERE:
        yield from _entered(node, [node.schema.get(word)])
    for word in _HERE_MAPS:
        value = node.schema.get(word)
        yield from _entered(node, list(value.values()) if isinstance(value, dict) else None)


def _target(library: Library, node: Node, ref: Json) -> Node | None:
    """What a reference stands for; None where it leads nowhere, of which others tell."""
    try:
        return library.resolve(node, ref) if isinstance(ref, str) else None
    except (KeyError, IndexError, ValueError, TypeError):
        return None


def _whole(library: Library, node: Node) -> Node:
    """The document that a schema is in: where `$recursiveRef` leads, if no schema outside says more."""
    try:
        return library.document(urldefrag(node.base).url)
    except KeyError:
        return library.root


def _inside(node: Node) -> Iterator[tuple[str, Node]]:
    """The schema objects that are asked about a value inside, each with the place of that."""
    named = node.schema.get(_NAMED)
    for name, value in named.items() if isinstance(named, dict) else ():
        yield from ((f".{name}", inner) for inner in _entered(node, [value]))
    patterns = node.schema.get("patternProperties")
    values = list(patterns.values()) if isinstance(patterns, dict) else []
    for inner in _entered(node, [*values, *(node.schema.get(word) for word in _KEYS)]):
        yield _ANY_KEY, inner
    for word in _ITEMS:
        value = node.schema.get(word)
        for inner in _entered(node, value if isinstance(value, list) else [value]):
            yield _ANY_ITEM, inner


def _entered(node: Node, values: Json) -> Iterator[Node]:
    for value in values if isinstance(values, list) else ():
        inner = node.enter(value)
        if inner is not None:
            yield inner
