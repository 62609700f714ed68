"""Places: for each key, value and list item of the front matter, the span where it is written."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.doc.route import Route
from frontlint.text.span import Span

# One row in `Places._rows`: parent row, step, key start, key end, value start, value end.
_PARENT, _STEP, _KEY_START, _KEY_END, _VALUE_START, _VALUE_END = range(6)
_WIDTH = 6
ROOT = 0


class Places:
    """Flat and compact: one row of six numbers a node, filled while the text is read.

    Row 0 is the root: its value is the whole mapping. A list item has an empty key at its own start.
    A value without text (`videos:`) has an empty span behind the colon. Spans are code points of the file.
    Nothing is indexed before the first question, because most pages are never asked.
    """

    __slots__ = ("_index", "_rows")

    def __init__(self, start: int, end: int) -> None:
        self._rows: list[int | str] = [-1, "", start, start, start, end]
        self._index: dict[Route, int] | None = None

    def add(
        self, parent: int, step: str | int, key_start: int, key_end: int, value_start: int, value_end: int
    ) -> int:
        """Files a node below row `parent` and returns its row, for its own children."""
        row = len(self._rows) // _WIDTH
        self._rows += (parent, step, key_start, key_end, value_start, value_end)
        self._index = None
        return row

    def set_value(self, row: int, start: int, end: int) -> None:
        """Sets the span of a value that was not yet known when its row was filed."""
        self._rows[row * _WIDTH + _VALUE_START] = start
        self._rows[row * _WIDTH + _VALUE_END] = end

    def __len__(self) -> int:
        return len(self._rows) // _WIDTH

    def __contains__(self, route: object) -> bool:
        return route in self._by_route()

    def __iter__(self) -> Iterator[Route]:
        return iter(self._by_route())

    def key(self, route: Route) -> Span:
        """The span of the key that `route` ends with (empty for a list item). KeyError if there is none."""
        return self._span(route, _KEY_START)

    def value(self, route: Route) -> Span:
        """The span of the value at `route`, quotes and brackets included. KeyError if there is none."""
        return self._span(route, _VALUE_START)

    def nearest(self, route: Route) -> Route:
        """The longest part of `route` that is written in the file; at least the root `()`."""
        index = self._by_route()
        while route not in index:
            route = route[:-1]
        return route

    def _span(self, route: Route, column: int) -> Span:
        at = self._by_route()[route] * _WIDTH + column
        start, end = self._rows[at], self._rows[at + 1]
        assert isinstance(start, int)
        assert isinstance(end, int)
        return Span(start, end)

    def _by_route(self) -> dict[Route, int]:
        """Route to row. Where a key stands twice, the first row keeps the route."""
        if self._index is None:
            routes: list[Route] = [()]
            index: dict[Route, int] = {(): ROOT}
            for row in range(1, len(self)):
                parent = self._rows[row * _WIDTH + _PARENT]
                assert isinstance(parent, int)
                route = (*routes[parent], self._rows[row * _WIDTH + _STEP])
                routes.append(route)
                index.setdefault(route, row)
            self._index = index
        return self._index
