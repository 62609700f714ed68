"""What is at an offset of the front matter: the key or the single value there, found without a walk."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, Value
from frontlint.frontmatter.places import Place
from frontlint.frontmatter.route import Route


class Leaf(NamedTuple):
    """A value without others in it: where it is written, what it is, and its route."""

    span: Span
    value: Value
    route: Route


class _Step(NamedTuple):
    """A place of the tree: the number of the one above it (0 is the root), and the last part of its route."""

    above: int
    step: str | int
    place: Place
    value: Value


class Around:
    """The keys and single values of a document by where they are: made once, asked for each finding."""

    def __init__(self, document: Document) -> None:
        self._steps = list(_walk(document))
        self._keys: dict[tuple[int, int], int] = {}
        leaves: list[tuple[int, int, int]] = []
        for number, (_, _, place, value) in enumerate(self._steps[1:], 1):
            if place[0] < place[1]:
                self._keys.setdefault((place[0], place[1]), number)
            if not isinstance(value, (dict, list)):
                leaves.append((place[2], place[3], number))
        leaves.sort()
        self._leaves = leaves
        self._starts = [start for start, _, _ in leaves]

    def key(self, span: Span) -> Route | None:
        """The route of the key that is written exactly there."""
        number = self._keys.get(span) if span.length else None
        return None if number is None else self._route(number)

    def value(self, span: Span) -> Leaf | None:
        """The single value that the span is part of; the first in the file where two meet there."""
        at = bisect_right(self._starts, span.start) - 1
        found: int | None = None
        while at >= 0 and self._leaves[at][1] >= span.end:
            start, _, number = self._leaves[at]
            found = number if found is None else min(found, number)
            at -= 1
            if start < span.start:
                break
        if found is None:
            return None
        _, _, place, value = self._steps[found]
        return Leaf(Span(place[2], place[3]), value, self._route(found))

    def _route(self, number: int) -> Route:
        route: list[str | int] = []
        while number:
            route.append(self._steps[number].step)
            number = self._steps[number].above
        return tuple(reversed(route))


class LineEnds:
    """How far the values reach whose keys are on one line."""

    def __init__(self, document: Document) -> None:
        found = sorted((step.place[0], step.place[3]) for step in list(_walk(document))[1:])
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def furthest(self, start: int, end: int) -> int:
        """The end of the values whose keys begin from `start` to `end`; at least `end`."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return max([end, *self._ends[first:last]])


def _walk(document: Document) -> Iterator[_Step]:
    """The root, then all places in the order of the file, parents before their children."""
    root = document.places.root
    yield _Step(0, "", root, document.data)
    whole: Value = document.data
    left = [(0, iter((root[4] or {}).items()), whole)]
    number = 0
    while left:
        above, children, values = left[-1]
        for step, place in children:
            number += 1
            value = _inside(values, step)
            yield _Step(above, step, place, value)
            if place[4]:
                left.append((number, iter(place[4].items()), value))
                break
        else:
            left.pop()


def _inside(value: Value, step: str | int) -> Value:
    """What is at one step; None for `<<`, whose keys are merged."""
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return value.get(step) if isinstance(value, dict) and isinstance(step, str) else None
