"""The data that a page must have after its changes: what its new text is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from frontlint.base.edit import apply
from frontlint.frontmatter.document import Data, Format, Value
from frontlint.frontmatter.edit.plan import Members, Plan
from frontlint.frontmatter.edit.values import alike
from frontlint.frontmatter.route import Route


class _Anything(str):
    """Stands for a value that a change names."""

    __slots__ = ()


ANYTHING: Final = _Anything()
"""Equal to every value, for readers that type values otherwise than Hugo."""


class Grown(dict[str, Value]):
    """A mapping with keys that were added, whose places do not count."""

    added: frozenset[str] = frozenset()


def as_is(value: Value) -> Value:
    """A named value as the change has it."""
    return value


def anything(_value: Value) -> Value:
    """A named value that is not compared."""
    return ANYTHING


def expected(data: Data, plan: Plan, named: Callable[[Value], Value] = as_is) -> Data:
    """The data with all changes made; `data` itself stays."""
    touched: set[Route] = set()
    routes = (*plan.sets, *plan.renames, *plan.replaced, *plan.pieces, *((*one, "") for one in plan.members))
    for route in routes:
        touched.update(route[:depth] for depth in range(len(route) + 1))
    built = _Builder(plan, touched, named).value(data, ())
    assert isinstance(built, dict)
    return built


class _Builder:
    def __init__(self, plan: Plan, touched: set[Route], named: Callable[[Value], Value]) -> None:
        self._plan = plan
        self._touched = touched
        self._named = named

    def value(self, now: Value, route: Route) -> Value:
        """The value at a route after the changes."""
        if route not in self._touched:
            return now
        if route in self._plan.sets:
            return self._named(self._plan.sets[route])
        if route in self._plan.pieces:
            return self._named(apply(str(now), self._plan.pieces[route]))
        if route in self._plan.replaced:
            for old, new in self._plan.replaced[route]:
                now = str(now).replace(old, new)
            return self._named(now)
        members = self._plan.members.get(route, Members())
        if isinstance(now, dict):
            return self._mapping(now, route, members)
        return self._items(now, route, members) if isinstance(now, list) else now

    def _mapping(self, now: Data, route: Route, members: Members) -> Data:
        out = Grown()
        for key, value in now.items():
            if key not in members.removed:
                out[self._plan.renames.get((*route, key), key)] = self.value(value, (*route, key))
        new = [pair for some in members.inserted.values() for pair in some]
        out.update((key or "", self._named(value)) for key, value in new)
        out.added = frozenset(key or "" for key, _ in new)
        return out

    def _items(self, now: list[Value], route: Route, members: Members) -> list[Value]:
        out: list[Value] = []
        for at, value in enumerate(now):
            out += (self._named(new) for _, new in members.inserted.get(at, ()))
            if at not in members.removed:
                out.append(self.value(value, (*route, at)))
        out += (self._named(new) for _, new in members.inserted.get(None, ()))
        return out


def same(wanted: Value, now: object, format_: Format) -> bool:
    """Whether data is what was expected: values, types, and the order of keys that were there."""
    if wanted is ANYTHING:
        return True
    if isinstance(wanted, dict):
        if not isinstance(now, dict) or wanted.keys() != now.keys():
            return False
        added: Iterable[str] = wanted.added if isinstance(wanted, Grown) else ()
        # The order of TOML's tables is that of their first lines, any of which may go.
        order = format_ is Format.TOML or _without(wanted, added) == _without(now, added)
        return order and all(same(value, now[key], format_) for key, value in wanted.items())
    if isinstance(wanted, list):
        if not isinstance(now, list) or len(wanted) != len(now):
            return False
        return all(same(one, other, format_) for one, other in zip(wanted, now, strict=True))
    return alike(wanted, now, format_)


def _without(keys: Iterable[str], added: Iterable[str]) -> list[str]:
    return [key for key in keys if key not in added]
