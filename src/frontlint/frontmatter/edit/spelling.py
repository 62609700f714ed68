"""Finds the keys of a page that a change names in another case, as facts have them: in lower case."""

from __future__ import annotations

from frontlint.frontmatter.document import Value
from frontlint.frontmatter.edit.changes import Change, Kind
from frontlint.frontmatter.route import Route

_NEW_KEY = frozenset({Kind.INSERT_KEY})


def as_written(data: Value, change: Change) -> Change:
    """The change with its route in the page's own spelling; a key that it adds stays as it is."""
    if change.kind in _NEW_KEY:
        above = route_as_written(data, change.route[:-1])
        after = change.old and str(route_as_written(data, (*above, change.old))[-1])
        return change._replace(route=(*above, *change.route[-1:]), old=after)
    return change._replace(route=route_as_written(data, change.route))


def route_as_written(data: Value, route: Route) -> Route:
    """The route with each key as the page has it. Steps that lead nowhere stay.

    Hugo's keys have no case. Where a page has two that differ only in it, the one that is meant to the letter
    goes first, else none is sure and the step stays.
    """
    found: list[str | int] = []
    here = data
    for step in route:
        if isinstance(here, dict) and isinstance(step, str):
            step = _key(here, step)
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here):
            here = here[step]
        else:
            here = None
        found.append(step)
    return tuple(found)


def _key(mapping: dict[str, Value], name: str) -> str:
    if name in mapping:
        return name
    lower = name.lower()
    same = [key for key in mapping if key.lower() == lower]
    return same[0] if len(same) == 1 else name
