"""Questions to the hierarchy: rings, ways around, contradictions, and who is mentioned at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frontlint.hugo.publication import SitePage
from frontlint.site.hierarchy import Edge, Hierarchy, Source
from frontlint.text.span import Span

OWN_WORDS = (Source.DECLARED, Source.STATED)
"""What a child says itself; lists are drawn by others."""


class Contradiction(NamedTuple):
    """A list of the page `said_by` draws two pages otherwise than the child says in `edge`.

    `beside` is true where the list puts them side by side, false where it puts the child above.
    """

    edge: Edge
    said_by: SitePage
    span: Span
    beside: bool


def rings(tree: Hierarchy) -> Iterator[tuple[Edge, ...]]:
    """For each page that stands above itself the shortest ring, its own edge first, upwards.

    Declared parents alone come first: only where they form no ring are stated ones asked as well.
    """
    found: set[str] = set()
    for sources in ((Source.DECLARED,), OWN_WORDS):
        upward: dict[str, list[Edge]] = {}
        for edge in tree.edges_of(*sources):
            upward.setdefault(str(edge.child.path), []).append(edge)
        for path in upward:
            ring = None if path in found else _ring(path, upward)
            if ring is not None:
                found.add(path)
                yield ring


def _ring(start: str, upward: dict[str, list[Edge]]) -> tuple[Edge, ...] | None:
    """Breadth first, from a page up to itself."""
    trails: list[tuple[Edge, ...]] = [(edge,) for edge in upward[start]]
    seen: set[str] = set()
    while trails:
        longer: list[tuple[Edge, ...]] = []
        for trail in trails:
            top = str(trail[-1].parent.path)
            if top == start:
                return trail
            if top not in seen:
                seen.add(top)
                longer += [(*trail, edge) for edge in upward.get(top, ())]
        trails = longer
    return None


class Ways:
    """Whether a parent and a child are connected through pages between them, whoever says so."""

    def __init__(self, tree: Hierarchy) -> None:
        self._parents: dict[str, set[str]] = {}
        for edge in tree.edges:
            self._parents.setdefault(str(edge.child.path), set()).add(str(edge.parent.path))

    def around(self, edge: Edge) -> bool:
        """Whether a longer way leads from the edge's child up to its parent."""
        child, parent = str(edge.child.path), str(edge.parent.path)
        seen = {child}
        todo = [path for path in self._parents.get(child, ()) if path != parent]
        while todo:
            path = todo.pop()
            if path == parent:
                return True
            if path not in seen:
                seen.add(path)
                todo += self._parents.get(path, ())
        return False


def contradictions(tree: Hierarchy) -> Iterator[Contradiction]:
    """Each pair of pages that a list draws otherwise than the child says, once a list's page."""
    below = {_pair(edge.child, edge.parent): edge for edge in reversed(tree.edges_of(*OWN_WORDS))}
    told: set[tuple[str | None, str, str]] = set()
    for found in _drawn_otherwise(tree, below):
        key = (found.said_by.path, *_pair(found.edge.child, found.edge.parent))
        if key not in told:
            told.add(key)
            yield found


def _drawn_otherwise(tree: Hierarchy, below: dict[tuple[str, str], Edge]) -> Iterator[Contradiction]:
    for siblings in tree.siblings:
        for child, parent in ((siblings.one, siblings.other), (siblings.other, siblings.one)):
            edge = below.get(_pair(child, parent))
            if edge is not None:
                yield Contradiction(edge, siblings.said_by, siblings.span, beside=True)
    for listed in tree.edges_of(Source.LISTED):
        edge = below.get(_pair(listed.parent, listed.child))
        if edge is not None:
            yield Contradiction(edge, listed.said_by, listed.span, beside=False)


def _pair(child: SitePage, parent: SitePage) -> tuple[str, str]:
    return str(child.path), str(parent.path)


def mentioned(tree: Hierarchy) -> frozenset[str]:
    """The files of the pages that another classification links to or names as its parent."""
    linked = {target for path, targets in (tree.links or {}).items() for target in targets if target != path}
    return frozenset(linked | set(_named_parents(tree.edges)))


def _named_parents(edges: Iterable[Edge]) -> Iterator[str]:
    return (str(edge.parent.path) for edge in edges if edge.parent.path != edge.said_by.path)
