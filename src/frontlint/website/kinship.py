"""Questions to the hierarchy: rings, ways around, contradictions, and who is mentioned at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from frontlint.base.connected import strongly_connected
from frontlint.base.record import NamedTuple
from frontlint.findings.anchor import Anchor
from frontlint.hugo.pages.publication import ContentPage
from frontlint.website.hierarchy import Edge, Hierarchy, Source

OWN_WORDS = (Source.DECLARED, Source.STATED)
"""What a child says itself; lists are drawn by others."""


class Contradiction(NamedTuple):
    """A list of the page `said_by` draws two pages otherwise than the child says in `edge`.

    `beside` is true where the list puts them side by side, false where it puts the child above.
    """

    edge: Edge
    said_by: ContentPage
    anchor: Anchor
    beside: bool


class Ring(NamedTuple):
    """A page that is above itself: the edges of the shortest ring, its own first, upwards.

    Of a ring with more than `MOST_STEPS` edges only the page's own is there; `size` counts all pages that are
    in rings with it.
    """

    edges: tuple[Edge, ...]
    declared: bool
    size: int

    @property
    def whole(self) -> bool:
        """Whether all edges are there."""
        return self.edges[-1].parent.path == self.edges[0].child.path


MOST_STEPS: Final = 50
_MOST_PAGES: Final = 100
"""Pages that are looked at in search of one way: a longer way is too far to notice."""


def rings(tree: Hierarchy) -> Iterator[Ring]:
    """For each page that is above itself the shortest ring.

    Declared parents alone come first: only where they form no ring are stated ones asked as well.
    """
    found: set[str] = set()
    for sources in ((Source.DECLARED,), OWN_WORDS):
        edges = tree.edges_of(*sources)
        parents = {edge.parent.path for edge in edges}
        upward: dict[str, list[Edge]] = {}
        for edge in edges:
            if edge.child.path in parents:  # hardly any page is, and no other can be above itself
                upward.setdefault(edge.child.path, []).append(edge)
        rounds = _rounds(upward)
        for path in upward:
            if path in rounds and path not in found:
                found.add(path)
                yield _ring(path, upward, rounds[path])


def _rounds(upward: Mapping[str, Sequence[Edge]]) -> dict[str, frozenset[str]]:
    """The pages that are in rings, each with all those that are in rings with it."""
    parents = {child: [edge.parent.path for edge in edges] for child, edges in upward.items()}
    return {
        path: group
        for group in strongly_connected(parents)
        if len(group) > 1 or any(path in parents.get(path, ()) for path in group)
        for path in group
    }


def _ring(start: str, upward: Mapping[str, Sequence[Edge]], group: frozenset[str]) -> Ring:
    """Breadth first, from a page up to itself."""
    came: dict[str, Edge] = {}
    here = [start]
    for _ in range(MOST_STEPS):
        following: list[str] = []
        for path in here:
            for edge in upward.get(path, ()):
                above = edge.parent.path
                if above in group and above not in came:
                    came[above] = edge
                    following.append(above)
        if start in came:
            edges = _trail(start, came)
            return Ring(edges, all(edge.source is Source.DECLARED for edge in edges), len(group))
        if len(came) > _MOST_PAGES:
            break
        here = following
    own = next(edge for edge in upward[start] if edge.parent.path in group)
    return Ring((own,), own.source is Source.DECLARED, len(group))


def _trail(start: str, came: Mapping[str, Edge]) -> tuple[Edge, ...]:
    """The edges from a page back to itself, its own first; `came` has the edge that led to each page."""
    edges = [came[start]]
    while str(edges[-1].child.path) != start:
        edges.append(came[str(edges[-1].child.path)])
    return tuple(reversed(edges))


class Ways:
    """Whether a parent and a child are connected through pages between them, whoever says so."""

    def __init__(self, tree: Hierarchy) -> None:
        self._parents: dict[str, list[str]] = {}
        for child, parent in dict.fromkeys(_pair(edge.child, edge.parent) for edge in tree.edges):
            self._parents.setdefault(child, []).append(parent)

    def around(self, edge: Edge) -> bool:
        """Whether a longer way leads from the edge's child up to its parent; if there are too many, yes."""
        child, parent = edge.child.path, edge.parent.path
        todo = [path for path in self._parents.get(child, ())[:_MOST_PAGES] if path != parent]
        return _leads(self._parents, todo, parent, {child}, otherwise=True)


def _leads(
    parents: Mapping[str, Sequence[str]], todo: list[str], to: str, seen: set[str], *, otherwise: bool = False
) -> bool:
    """Whether a way leads up to a page; `otherwise` where that would take too long to tell."""
    steps = 0
    while todo:
        path = todo.pop()
        if path == to:
            return True
        steps += 1
        if steps > _MOST_PAGES:
            return otherwise
        if path not in seen:
            seen.add(path)
            todo += parents.get(path, ())[:_MOST_PAGES]
    return False


def contradictions(tree: Hierarchy) -> Iterator[Contradiction]:
    """Each pair of pages that a list draws otherwise than the child says, once a list's page."""
    below = {_pair(edge.child, edge.parent): edge for edge in reversed(tree.edges_of(*OWN_WORDS))}
    upward: dict[str, list[Edge]] = {}
    for edge in below.values():
        upward.setdefault(edge.child.path, []).append(edge)
    reported: set[tuple[str | None, str, str]] = set()
    for found in (*_drawn_beside(tree, upward), *_drawn_otherwise(tree, below)):
        key = (found.said_by.path, *_pair(found.edge.child, found.edge.parent))
        if key not in reported:
            reported.add(key)
            yield found


def _drawn_beside(tree: Hierarchy, upward: Mapping[str, Sequence[Edge]]) -> Iterator[Contradiction]:
    """Children that a list draws beside their parents, reported at the later of the two items."""
    for row in tree.rows:
        first: dict[str, int] = {}
        for at, (page, _) in enumerate(row.items):
            first.setdefault(page.path, at)
        found = [
            (max(at, first[parent]), edge)
            for child, at in first.items()
            for edge in upward.get(child, ())
            if (parent := edge.parent.path) in first and parent != child
        ]
        for at, edge in sorted(found, key=lambda pair: pair[0]):
            yield Contradiction(edge, row.said_by, row.items[at][1], beside=True)


def _drawn_otherwise(tree: Hierarchy, below: dict[tuple[str, str], Edge]) -> Iterator[Contradiction]:
    for listed in tree.edges_of(Source.LISTED):
        edge = below.get(_pair(listed.parent, listed.child))
        if edge is not None:
            yield Contradiction(edge, listed.said_by, listed.anchor, beside=False)


def _pair(child: ContentPage, parent: ContentPage) -> tuple[str, str]:
    return child.path, parent.path


def link_to(page: ContentPage) -> str:
    """A link to a page, as it is typed."""
    words = page.title.strip() or page.logical_path.rpartition("/")[2]
    return f'`[{words}]({{{{< ref "{page.logical_path}" >}}}})`'


def mentioned(tree: Hierarchy) -> frozenset[str]:
    """The files of the pages that another classification links to or names as its parent."""
    linked = {target for path, targets in (tree.links or {}).items() for target in targets if target != path}
    return frozenset(linked | set(_named_parents(tree.edges)))


def _named_parents(edges: Iterable[Edge]) -> Iterator[str]:
    return (edge.parent.path for edge in edges if edge.parent.path != edge.said_by.path)
