"""Places: for each key, value and list item of the front matter, the span where it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from frontlint.base.span import Span
from frontlint.frontmatter.route import Route

Place: TypeAlias = "tuple[int, int, int, int, Below | None]"
"""Key start, key end, value start, value end, and the places below it (None for a scalar)."""
Below: TypeAlias = "dict[str | int, Place]"
"""The places in a mapping or list, by key or index, in the order of the file."""
_FEW = 4
"""Top-level keys that are looked up one by one; who asks for more reads all places."""


class Places:
    """A tree of plain tuples beside the data: what a reader fills without a call for each node.

    The value of the root is the whole mapping. A list item has an empty key at its own start. A value without
    text (`videos:`) has an empty span after the colon. If a key appears twice, the first has the route.
    Spans are code points of the file.

    `plain_numbers` tells that each whole number is surely written as Python writes it: `20`, not `024`.
    """

    __slots__ = ("_data", "_entries", "_entry", "_known", "_later", "_numbered", "plain_numbers")

    def __init__(self, start: int, end: int) -> None:
        below: Below = {}
        self._known: Place | None = (start, start, start, end, below)
        self._later: Callable[[], Places] | None = None
        self._entry: Callable[[str], Place | None] | None = None
        self._entries: Below = {}
        self._data: Mapping[str, object] = {}
        self._numbered = [below]
        self.plain_numbers = False

    @classmethod
    def of(cls, root: Place) -> Places:
        """The places of a reader that has put all of them together by itself."""
        places = cls.__new__(cls)
        places._known = root
        places._later = places._entry = None
        places._entries = {}
        places._data = {}
        places._numbered = []
        places.plain_numbers = False
        return places

    @classmethod
    def later(
        cls,
        read: Callable[[], Places],
        entry: Callable[[str], Place | None],
        data: Mapping[str, object],
    ) -> Places:
        """The places of `data`, for a reader that is asked for them when somebody needs one, and then once.

        `entry` gives those of one top-level key alone, or None where it cannot: most pages with a finding
        need no others. Each value of `data` must have a separate place, as it has where nothing is merged
        into a mapping, and its whole numbers must be plain.
        """
        places = cls.__new__(cls)
        places._known = None
        places._later = read
        places._entry = entry
        places._entries = {}
        places._data = data
        places._numbered = []
        places.plain_numbers = True
        return places

    def add(
        self, parent: int, step: str | int, key_start: int, key_end: int, value_start: int, value_end: int
    ) -> int:
        """Files a node below the number `parent` (0 is the root) and returns its own number."""
        below: Below = {}
        self._numbered[parent].setdefault(step, (key_start, key_end, value_start, value_end, below))
        self._numbered.append(below)
        return len(self._numbered) - 1

    @property
    def complete(self) -> bool:
        """Whether each value of the data has a place, for sure, and those of one key need no others."""
        return self.plain_numbers

    @property
    def root(self) -> Place:
        """The whole tree, for who walks all of it."""
        if self._known is None:
            assert self._later is not None
            self._known = self._later().root
            self._later = self._entry = None
            self._entries, self._data = {}, {}
        return self._known

    def _top(self, key: str | int) -> Place | None:
        """The places of one top-level key; None where it is not written in the file."""
        if self._entry is not None:
            if key in self._entries:
                return self._entries[key]
            if key not in self._data:
                return None
            if len(self._entries) < _FEW:
                found = self._entry(str(key))
                if found is not None:
                    self._entries[key] = found
                    return found
        return (self.root[4] or {}).get(key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places) and self.root == other.root

    __hash__ = None  # type: ignore[assignment]  # they grow while they are filled

    def __contains__(self, route: Route) -> bool:
        if self._known is not None:
            return self._find(route) is not None
        if len(route) == 1:  # what is asked about each mark of a page
            return route[0] in self._data
        return _holds(self._data, route)

    def __iter__(self) -> Iterator[Route]:
        """Every route, parents before their children, in the order of the file."""
        yield ()
        yield from _routes((), self.root)

    def key(self, route: Route) -> Span:
        """The span of the key that `route` ends with (empty for a list item). KeyError if there is none."""
        place = self._find(route)
        if place is None:
            raise KeyError(route)
        return Span(place[0], place[1])

    def value(self, route: Route) -> Span:
        """The span of the value at `route`, quotes and brackets included. KeyError if there is none."""
        place = self._find(route)
        if place is None:
            raise KeyError(route)
        return Span(place[2], place[3])

    def top(self, key: str) -> dict[str | int | None, tuple[int, int]]:
        """Start and end of a top-level value (for None) and of each directly in it, by key or index."""
        place = self._top(key)
        if place is None:
            return {}
        return {None: place[2:4], **{step: inner[2:4] for step, inner in (place[4] or {}).items()}}

    def find(self, route: Route) -> Span | None:
        """The span of the value at `route`, None where it is not written in the file."""
        place = self._find(route)
        return None if place is None else Span(place[2], place[3])

    def below(self, route: Route) -> Below:
        """The places directly below a route; none where it is not written in the file."""
        place = self._find(route)
        return (place[4] if place is not None else None) or {}

    def nearest(self, route: Route) -> Route:
        """The longest part of `route` that is written in the file; at least the root `()`."""
        if not route:
            return route
        place = self._top(route[0])
        if place is None:
            return ()
        for depth, step in enumerate(route[1:], 1):
            place = (place[4] or {}).get(step)
            if place is None:
                return route[:depth]
        return route

    def _find(self, route: Route) -> Place | None:
        if not route:
            return self.root
        place = self._top(route[0])
        for step in route[1:]:
            if place is None or place[4] is None:
                return None
            place = place[4].get(step)
        return place


def _holds(data: object, route: Route) -> bool:
    """Whether something is at a route of plain data."""
    for step in route:
        if isinstance(data, dict):
            if step not in data:
                return False
        elif not isinstance(data, list) or not isinstance(step, int) or not 0 <= step < len(data):
            return False
        data = data[step]  # type: ignore[index]
    return True


def _routes(route: Route, place: Place) -> Iterator[Route]:
    for step, child in (place[4] or {}).items():
        inner = (*route, step)
        yield inner
        yield from _routes(inner, child)
