"""Where anchors lead in one page: what knows places is asked when an anchor needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from frontlint.base.source import SourceFile
from frontlint.base.span import Region, Span
from frontlint.engine.cascades import route_to
from frontlint.findings.anchor import Anchor, Spot
from frontlint.frontmatter.document import Document, Format, Value
from frontlint.frontmatter.fence import find
from frontlint.frontmatter.places import Place
from frontlint.frontmatter.reader import read_document
from frontlint.frontmatter.route import Route
from frontlint.frontmatter.yaml.subset import place_of
from frontlint.hugo.content.shortcodes import scan_places
from frontlint.hugo.values.keys import fold
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.site.collect import start_of
from frontlint.site.front_refs import routes_of_refs


class AnchoredPage:
    """A page in which anchors are looked up; what knows places is asked when an anchor needs it.

    One that is `by_lines` was read without problems when it was checked.
    """

    def __init__(self, source: SourceFile, limit: int, *, by_lines: bool) -> None:
        self._source, self._limit = source, limit
        self._fence = find(source.text, source.utf8)[0] if by_lines else self._document.fence
        self._by_lines = by_lines and self._fence.format is Format.YAML
        self._entries: dict[str, Place | None] = {}

    @cached_property
    def _document(self) -> Document:
        return read_document(self._source, plain_scalar, self._limit)

    def span(self, anchor: Anchor) -> Span:
        """The span of an anchor; the start of the page if it leads nowhere."""
        found = self._in_its_lines(anchor) if self._by_lines else None
        if found is None:
            found = _LOOKUPS[anchor.spot](self, anchor.route)
        return self.start if found is None else found

    def _in_its_lines(self, anchor: Anchor) -> Span | None:
        """The span of a key or a value that is written exactly as the anchor has its route."""
        if anchor.spot not in _ONE_KEY or not anchor.route:
            return None
        key, content = str(anchor.route[0]), self._fence.content
        if key not in self._entries:
            self._entries[key] = place_of(self._source.text, content.start, content.end, key, plain_scalar)
        place = self._entries[key]
        for step in anchor.route[1:]:
            place = place and (place[4] or {}).get(step)
        if place is None:
            return None
        return Span(*place[:2]) if anchor.spot is Spot.KEY else Span(*place[2:4])

    def region(self, span: Span) -> Region:
        """The lines and columns of a span."""
        return self._source.lines.region(span)

    @property
    def format(self) -> Format:
        """The format of the front matter."""
        return self._fence.format

    @property
    def repaired_at(self) -> int | None:
        """The offset of the first problem of a page that was read with a repair."""
        if self._by_lines:
            return None
        return self._document.problems[0].span.start if self._document.repaired else None

    @cached_property
    def start(self) -> Span:
        """Where to point when the page as a whole is meant."""
        if self._by_lines:
            return self._fence.opening
        return start_of(self._document)

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        """The keys that the site knows: none of a page that others cannot rely on."""
        document = self._document
        return {} if document.unread or document.guessed else fold(document.data)

    def whole(self, route: Route) -> Span | None:
        """No place in the page."""
        return None

    def value(self, route: Route) -> Span | None:
        """The span of the value at a route, in any case, else of the nearest one around it."""
        key = self._keys.get(str(route[0]).lower()) if route else None
        if key is None:
            return None
        nearest = self._document.places.nearest(_spelled(self._document.data[key], key, route))
        return self._document.places.value(nearest) if nearest else None

    def key(self, route: Route) -> Span | None:
        """The span of a key as it is written, else of the nearest value around it."""
        return written_at(self._document, route, Spot.KEY)

    def cascade(self, route: Route) -> Span | None:
        """The span of a value in a cascade of the page; else its opening delimiter."""
        return written_at(self._document, route, Spot.CASCADE) or self._document.fence.opening

    def ref(self, route: Route) -> Span | None:
        """The span of the path of a ref; in the front matter, that of its text."""
        return _nth(self._refs, route)

    @cached_property
    def _refs(self) -> Sequence[Span]:
        text, content = self._source.text, self._fence.content
        of_body = [Span(*placed[3:]) for placed in scan_places(text, self._fence.body)]
        if self._by_lines and text.find("{{", content.start, content.end) < 0:
            return of_body
        document = self._document
        if document.guessed:  # its facts have only the refs of the body
            return of_body
        places = document.places
        # An alias of YAML (`*x`) has one place for all that is in it.
        in_front = [places.value(places.nearest(route)) for route in routes_of_refs(document)]
        return [*in_front, *of_body]

    def stated(self, route: Route) -> Span | None:
        """The span of a ref that a sentence of the website names as a parent."""
        from frontlint.website.parent_statements import stated_places  # most sites have none

        return _nth(stated_places(self._source.text, self._fence.body), route)

    def item(self, route: Route) -> Span | None:
        """The span of an item of the website's lists of children."""
        return _nth(self._items, route)

    @cached_property
    def _items(self) -> Sequence[Span]:
        from frontlint.website.parent_statements import item_places  # most sites have none

        return item_places(self._source.text, self._fence.body)


_LOOKUPS: Mapping[Spot, Callable[[AnchoredPage, Route], Span | None]] = {
    Spot.START: AnchoredPage.whole,
    Spot.VALUE: AnchoredPage.value,
    Spot.KEY: AnchoredPage.key,
    Spot.CASCADE: AnchoredPage.cascade,
    Spot.REF: AnchoredPage.ref,
    Spot.STATED: AnchoredPage.stated,
    Spot.ITEM: AnchoredPage.item,
}


_ONE_KEY = frozenset({Spot.VALUE, Spot.KEY, Spot.CASCADE})
"""What is looked up below one key of the front matter."""


def _nth(spans: Sequence[Span], route: Route) -> Span | None:
    number = route[0] if route else None
    return spans[number] if isinstance(number, int) and 0 <= number < len(spans) else None


def _spelled(value: Value, key: str, route: Route) -> Route:
    """A route with the keys as the page writes them; of names that fold to one, the last counts."""
    spelled: Route = (key,)
    for step in route[1:]:
        if isinstance(value, dict):
            names = [name for name in value if name == step or name.lower() == step]
            step = names[-1] if names else step
            value = value.get(str(step))
        else:
            inside = isinstance(value, list) and isinstance(step, int) and step < len(value)
            value = value[step] if inside else None  # type: ignore[index]
        spelled = (*spelled, step)
    return spelled


def written_at(document: Document, route: Route, spot: Spot) -> Span | None:
    """The span of the key, or of the value, at a route; else of the nearest value around it."""
    places = document.places
    if spot is Spot.KEY and route in places:
        return places.key(route)
    nearest = places.nearest(route_to(document.data, route) or ())
    return places.value(nearest) if nearest else None
