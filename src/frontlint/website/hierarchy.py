"""Who is whose parent, as the pages say: declared by a key, stated in a sentence, or listed in a body."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.findings.anchor import Anchor, Spot, anchor_of, numbered
from frontlint.hugo.content.facts import Entry, RefCall
from frontlint.hugo.pages.publication import ContentPage, SitePage
from frontlint.website.facts import ListItem, ListKind, WebsiteFacts

_MANY = 9
"""So many links of a page are a set, which is larger than a tuple of a few."""


class Source(StrEnum):
    """How an edge is known, strongest first."""

    DECLARED = "declared"
    """The child's key `parent`."""
    STATED = "stated"
    """The child's own sentence: "a specialisation of the [Parent](...)"."""
    LISTED = "listed"
    """A list in a body, under a heading such as Specialized, Children or Hierarchy."""


class Edge(NamedTuple):
    """One statement that `child` is below `parent`, made by the page `said_by`."""

    parent: ContentPage
    child: ContentPage
    source: Source
    said_by: ContentPage
    anchor: Anchor


class Row(NamedTuple):
    """The items that one list of `said_by` draws beside each other, in order, each with its anchor."""

    said_by: ContentPage
    items: tuple[tuple[ContentPage, Anchor], ...]


class MissingParent(NamedTuple):
    """An entry of the key `parent` that names no page; `hidden` is the unbuilt page that it would mean."""

    page: ContentPage
    entry: Entry[str]
    hidden: SitePage | None


class Hierarchy(NamedTuple):
    """All statements about parents and children between the site's classification pages.

    `links` are the pages that each classification links to in its body, by file, each once.
    """

    edges: tuple[Edge, ...] = ()
    rows: tuple[Row, ...] = ()
    missing: tuple[MissingParent, ...] = ()
    links: Mapping[str, Collection[str]] | None = None

    def edges_of(self, *sources: Source) -> tuple[Edge, ...]:
        """The edges known from these sources."""
        return tuple(edge for edge in self.edges if edge.source in sources)

    def links_to(self, page: ContentPage, target: ContentPage) -> bool:
        """Whether the body of `page` has a ref to `target`."""
        return target.path in (self.links or {}).get(page.path, ())


def build_hierarchy(
    members: Sequence[tuple[ContentPage, WebsiteFacts]],
    resolve: Callable[[ContentPage, RefCall], SitePage | None],
    find: Callable[[ContentPage, str], SitePage | None],
) -> Hierarchy:
    """The hierarchy of the built classifications, each with its facts.

    `resolve` gives the page that a ref in a body means, `find` the page of a path in the key `parent`
    (an unbuilt one too).
    """
    known = frozenset(page.path for page, _ in members)
    edges: list[Edge] = []
    rows: list[Row] = []
    missing: list[MissingParent] = []
    links: dict[str, Collection[str]] = {}
    for page, facts in members:
        targets = {
            ref: target for ref in page.facts.refs if isinstance(target := resolve(page, ref), ContentPage)
        }
        linked = dict.fromkeys(target.path for target in targets.values())
        links[page.path] = tuple(linked) if len(linked) < _MANY else frozenset(linked)
        targets = {ref: target for ref, target in targets.items() if target.path in known}
        _declared(page, facts.parents, find, edges, missing)
        edges += [
            Edge(parent, page, Source.STATED, page, numbered(Spot.STATED, number))
            for number, ref in enumerate(facts.stated_parents)
            if (parent := targets.get(ref)) and parent.path != page.path
        ]
        _listed(page, facts.lists, targets, edges, rows)
    return Hierarchy(tuple(edges), tuple(rows), tuple(missing), links)


def _declared(
    page: ContentPage,
    entries: Iterable[Entry[str]],
    find: Callable[[ContentPage, str], SitePage | None],
    edges: list[Edge],
    missing: list[MissingParent],
) -> None:
    for entry in entries:
        parent = find(page, entry.value)
        if isinstance(parent, ContentPage) and parent.built:
            edges.append(Edge(parent, page, Source.DECLARED, page, anchor_of(entry)))
        else:
            missing.append(MissingParent(page, entry, parent))


def _listed(
    page: ContentPage,
    items: tuple[ListItem, ...],
    targets: Mapping[RefCall, ContentPage],
    edges: list[Edge],
    rows: list[Row],
) -> None:
    """Edges from a list item to the items inside it, a row of the items of one parent in a tree.

    The outermost items are children of the page only where the heading says so. In a tree the page itself
    may be without a link, by its title.
    """
    members = [_member(page, item, targets) for item in items]
    beside: dict[int, list[tuple[ContentPage, Anchor]]] = {}
    for number, (item, child) in enumerate(zip(items, members, strict=True)):
        if child is None:
            continue
        anchor = numbered(Spot.ITEM, number)
        parent = members[item.parent] if item.parent >= 0 else None
        if item.parent < 0 and item.kind is ListKind.CHILDREN:
            parent = page
        if parent is not None and parent.path != child.path:
            edges.append(Edge(parent, child, Source.LISTED, page, anchor))
        if item.parent >= 0:  # its parent is of the same list, and so of the same kind
            beside.setdefault(item.parent, []).append((child, anchor))
    kinds = {parent: items[parent].kind for parent in beside}
    rows += [Row(page, tuple(row)) for parent, row in beside.items() if kinds[parent] is ListKind.TREE]


def _member(page: ContentPage, item: ListItem, targets: Mapping[RefCall, ContentPage]) -> ContentPage | None:
    if item.ref is not None:
        return targets.get(item.ref)
    return page if item.kind is ListKind.TREE and item.text.lower() == page.title.lower() else None
