"""Where the values of a page's front matter stand, as a row of numbers: one or two hundred a page, all kept.

The row has start and end of each value of `front` in turn, and behind those of a list or mapping the ones of
what is directly in it. A value without a place of its own, as behind an anchor, has `_NOWHERE` twice.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from frontlint.base.span import Span
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route

_NOWHERE: Final = 0xFFFFFFFF


Ends: TypeAlias = "Mapping[str | int | None, tuple[int, int]]"
"""Start and end of the value of a key (None) and of each value directly in it, by key or index."""


def row_of(front: Mapping[str, Value], places: Callable[[str], Ends]) -> array[int]:
    """The row for `front`; `places` gives what is known of each key."""
    row = array("I")
    for key, value in front.items():
        found = places(key)
        for step in (None, *_steps(value)):
            span = found.get(step)
            row.extend((_NOWHERE, _NOWHERE) if span is None else span)
    return row


def span_at(front: Mapping[str, Value], row: array[int], route: Route) -> Span | None:
    """The span of the value at a route in lower case, of one or two steps; None where it has none."""
    at = 0
    for key, value in front.items():
        steps = _steps(value)
        if key == route[0]:
            index = _index(steps, route)
            return None if index is None else _span(row, at + index)
        at += 1 + len(steps)
    return None


def _span(row: array[int], at: int) -> Span | None:
    if len(row) < 2 * at + 2 or row[2 * at] == _NOWHERE:
        return None
    return Span(row[2 * at], row[2 * at + 1])


def _index(steps: Sequence[str | int], route: Route) -> int | None:
    """Which of the values it is, counted from that of the key; of names that fold to one, the last."""
    if len(route) == 1:
        return 0
    if len(route) > 2:
        return None
    if isinstance(steps, range):
        return int(route[1]) + 1 if route[1] in steps else None
    found = [at for at, step in enumerate(steps) if step == route[1] or _folds_to(step, route[1])]
    return found[-1] + 1 if found else None


def _folds_to(step: str | int, wanted: str | int) -> bool:
    return isinstance(step, str) and step.lower() == wanted


def _steps(value: Value) -> Sequence[str | int]:
    if isinstance(value, list):
        return range(len(value))
    return tuple(value) if isinstance(value, dict) else ()
