"""How deep data may nest: Hugo follows 10,000 levels, all that comes after the readers far less.

The readers are recursive functions in Python, which since 3.11 take no room on the stack of the machine. So
they need nothing but a higher limit, and only for a text that has shown to be so deep.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Data, Value
from frontlint.frontmatter.places import Below, Place

HUGOS_DEPTH: Final = 10_000
"""Lists and mappings within one another that Hugo reads; it refuses more. [bin]"""
KEPT: Final = 100
"""Levels that are kept: no rule looks so far down, and what walks data afterwards may recurse."""

_FRAMES_A_LEVEL: Final = 5
_JSON_MARKS: Final = lazy_pattern(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_P = ParamSpec("_P")
_T = TypeVar("_T")


def however_deep(read: Callable[_P, _T]) -> Callable[_P, _T]:
    """The same function, called once more with room for `HUGOS_DEPTH` levels where it runs out of it."""

    @wraps(read)
    def with_room(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            return read(*args, **kwargs)
        except RecursionError:
            with room():
                return read(*args, **kwargs)

    return with_room


@contextmanager
def room() -> Iterator[None]:
    """Lets functions in Python call one another `HUGOS_DEPTH` levels deep."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, HUGOS_DEPTH * _FRAMES_A_LEVEL))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def json_level(text: str, most: int) -> int | None:
    """Where a JSON text first nests deeper than `most` levels, in code points; None where it does not."""
    if text.count("[") + text.count("{") <= most:
        return None
    depth = 0
    for mark in _JSON_MARKS.finditer(text):
        first = text[mark.start()]
        if first in "[{":
            depth += 1
            if depth > most:
                return mark.start()
        elif first != '"':
            depth -= 1
    return None


def cut(data: Data, below: Below) -> tuple[Data, Below]:
    """The data and places down to `KEPT` levels: what is deeper is left as an empty list or mapping.

    Both come back as they are where they are no deeper. Aliases share data: a part may be at several levels.
    """
    heights = _heights(data)
    if heights[id(data)] <= KEPT:
        return data, below
    known: dict[tuple[int, int], Value] = {}
    kept = _cut_value(data, KEPT, heights, known)
    return (kept if isinstance(kept, dict) else {}), _cut_places(below, KEPT - 1)


def _heights(data: Value) -> dict[int, int]:
    """How many levels are below each list and mapping, by identity; the deepest come first."""
    heights: dict[int, int] = {}
    left: list[tuple[Value, bool]] = [(data, False)]
    while left:
        value, is_done = left.pop()
        if not isinstance(value, (dict, list)) or (id(value) in heights and not is_done):
            continue
        inner = list(value.values()) if isinstance(value, dict) else value
        if is_done:
            heights[id(value)] = 1 + max((heights.get(id(item), 0) for item in inner), default=0)
        else:
            heights[id(value)] = 0
            left.append((value, True))
            left.extend((item, False) for item in inner)
    return heights


def _cut_value(
    value: Value, most: int, heights: dict[int, int], known: dict[tuple[int, int], Value]
) -> Value:
    if not isinstance(value, (dict, list)) or heights[id(value)] <= most:
        return value
    key = id(value), most
    if key not in known:
        if isinstance(value, dict):
            inner: Value = {
                name: _cut_value(item, most - 1, heights, known) for name, item in value.items() if most > 1
            }
        else:
            inner = [_cut_value(item, most - 1, heights, known) for item in value if most > 1]
        known[key] = inner
    return known[key]


def _cut_places(below: Below, most: int) -> Below:
    kept: Below = {}
    for step, place in below.items():
        inner = place[4]
        if inner:
            inner = _cut_places(inner, most - 1) if most > 0 else {}
        kept[step] = _with(place, inner)
    return kept


def _with(place: Place, inner: Below | None) -> Place:
    return (*place[:4], inner)
