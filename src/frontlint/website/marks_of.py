"""The marks of one page, packed: pages with the same keys share all but the values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping
from functools import lru_cache
from sys import intern
from typing import Any

from frontlint.frontmatter.route import Route
from frontlint.hugo.content.facts import Entry

_OF_ONE_PAGE = frozenset({"ResourceId", "ItemId"})
"""Marks whose texts no other page has: to remember such a text would cost more than the text."""

Shape = Mapping[str, tuple[int, Route]]
"""For each name, which of the values is its, and the route to it."""


class Marks(Mapping[str, Entry[str]]):
    """Names with their entries. An entry is made when somebody asks: as objects they are most of a page."""

    __slots__ = ("_shape", "_values")

    def __init__(self, routes: Iterable[tuple[str, Route]], values: Iterable[str]) -> None:
        self._shape = shape_of(tuple(routes))
        self._values = _packed(self._shape, values)

    @classmethod
    def of(cls, shape: Shape, values: Iterable[str]) -> Marks:
        """The marks of a page that has a text for each name of a shape."""
        marks = cls.__new__(cls)
        marks._shape = shape
        marks._values = _packed(shape, values)
        return marks

    def __getitem__(self, name: str) -> Entry[str]:
        at, route = self._shape[name]
        return Entry(self._values[at], route)

    def text(self, name: str) -> str:
        """The text of a name, empty if it has none; no entry is made."""
        found = self._shape.get(name)
        return self._values[found[0]] if found is not None else ""

    def get(self, name: str, default: Any = None) -> Any:
        """The entry of a name; most pages have not all of them."""
        return self[name] if name in self._shape else default

    def keys(self) -> KeysView[str]:
        """The names: in C, where a set asks for many."""
        return self._shape.keys()

    def __contains__(self, name: object) -> bool:
        return name in self._shape

    def __iter__(self) -> Iterator[str]:
        return iter(self._shape)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[Any, ...]:
        """What is sent to another process: what pickle makes of slots takes most of the time of a page."""
        return _as_sent, (self._shape, self._values)


def _as_sent(shape: Shape, values: tuple[str, ...]) -> Marks:
    marks = Marks.__new__(Marks)
    marks._shape, marks._values = shape, values
    return marks


def _packed(shape: Shape, values: Iterable[str]) -> tuple[str, ...]:
    own: dict[str, str] = {}
    return tuple(
        [
            own.setdefault(value, value) if name in _OF_ONE_PAGE else intern(value)
            for name, value in zip(shape, values, strict=True)
        ]
    )


@lru_cache(maxsize=256)
def shape_of(routes: tuple[tuple[str, Route], ...]) -> Shape:
    """The names with their routes, in order: one for all pages that have the same."""
    return {name: (at, route) for at, (name, route) in enumerate(routes)}


NO_MARKS = Marks((), ())
