"""Changes sorted by what they touch: conflicts are found here, whatever the format."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.base.edit import Edit
from frontlint.base.phrases import shorten
from frontlint.base.record import dataclass, field
from frontlint.frontmatter.document import Data, Format, Moment, Value
from frontlint.frontmatter.edit.changes import Change, Kind, UnsureError
from frontlint.frontmatter.edit.spelling import as_written
from frontlint.frontmatter.edit.values import MISSING, Step, alike, dated, found
from frontlint.frontmatter.route import Route, to_words


@dataclass(slots=True)
class Members:
    """What happens to the members of one list or mapping.

    `inserted` has keys (None for items) with values: by the index before which or the key after which they
    come, None for the end.
    """

    removed: set[Step] = field(default_factory=set)
    inserted: dict[Step | None, list[tuple[str | None, Value]]] = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """All changes of one page; no two of them touch the same value."""

    sets: dict[Route, Value] = field(default_factory=dict)
    renames: dict[Route, str] = field(default_factory=dict)
    replaced: dict[Route, list[tuple[str, str]]] = field(default_factory=dict)
    pieces: dict[Route, list[Edit]] = field(default_factory=dict)
    members: dict[Route, Members] = field(default_factory=dict)
    source: list[Edit] = field(default_factory=list)

    def at(self, route: Route) -> Members:
        """What happens in the list or mapping at `route`."""
        return self.members.setdefault(route, Members())


def plan_of(data: Data, changes: tuple[Change, ...], format_: Format, *, checked: bool = True) -> Plan:
    """The changes of a page with this data, whose keys they may name in another case. Raises UnsureError.

    A plan that is not `checked` may contradict itself.
    """
    maker, seen = _Maker(data, format_), set[str]()
    for change in changes:
        change = as_written(data, change)
        written = repr(change)
        if written not in seen:  # two rules may want the same
            maker.add(change)
        seen.add(written)
    return maker.finished(checked=checked)


class _Maker:
    def __init__(self, data: Data, format_: Format) -> None:
        self._data = data
        self._format = format_
        self._fresh: dict[Route, list[Value]] = {}
        self._missing: dict[Route, list[Value]] = {}
        self._dated: dict[Route, bool] = {}
        self.plan = Plan()

    def add(self, change: Change) -> None:
        """One more change."""
        match change.kind:
            case Kind.SET:
                self._set(change.route, change.value)
            case Kind.APPEND:
                self._append(change.route, change.value)
            case Kind.INSERT_ITEM:
                self._insert_item(change.route, change.value)
            case Kind.INSERT_KEY:
                self._insert_key(change.route, change.value, change.old)
            case Kind.REMOVE:
                self._remove(change.route)
            case Kind.RENAME:
                self._rename(change.route, str(change.value))
            case Kind.REPLACE_TEXT if change.span is not None:
                self._piece(change.route, change.old or "", Edit(change.span, str(change.value)))
            case Kind.REPLACE_TEXT:
                self._replace(change.route, change.old or "", str(change.value))
            case Kind.REPLACE_SOURCE:
                if change.span is None:
                    raise UnsureError("the place of the change is not known")
                self.plan.source.append(Edit(change.span, str(change.value)))

    def finished(self, *, checked: bool) -> Plan:
        """The plan; what is emptied is removed, and no change is inside of what another one takes away."""
        for route, items in self._fresh.items():
            self._set_whole(route, list(items))
        if checked:
            self._check_names()
            self._check_conflicts()
        for route in sorted(self.plan.members, key=len, reverse=True):
            self._emptied(route)
        return self.plan

    def _there(self, route: Route) -> Value:
        value = found(self._data, route)
        if value is MISSING:
            raise UnsureError(f"there is no `{shorten(to_words(route))}` on this page")
        return value  # type: ignore[return-value]

    def _set(self, route: Route, value: Value) -> None:
        old = self._there(route)
        if isinstance(old, Moment) and type(value) is str and self._format is Format.TOML:
            value = dated(value)
        if alike(old, value, self._format):
            return
        if isinstance(old, list) and isinstance(value, list) and old and value:
            self._set_items(route, old, value)
        elif isinstance(old, dict) and isinstance(value, dict) and old and value:
            self._set_keys(route, old, value)
        else:
            self._set_whole(route, value)

    def _set_whole(self, route: Route, value: Value) -> None:
        if not route:
            raise UnsureError("the front matter itself cannot be set")
        if route in self.plan.sets and self.plan.sets[route] != value:
            raise UnsureError(f"two changes want another `{to_words(route)}`")
        self.plan.sets[route] = value

    def _set_items(self, route: Route, old: list[Value], new: list[Value]) -> None:
        """Item by item between those that are the same at both ends."""
        if self._only_fewer(route, old, new) or self._only_more(route, old, new):
            return
        least = min(len(old), len(new))
        head = 0
        while head < least and alike(old[head], new[head], self._format):
            head += 1
        tail = 0
        while tail < least - head and alike(old[-1 - tail], new[-1 - tail], self._format):
            tail += 1
        common = least - head - tail
        for at in range(head, head + common):
            self._set((*route, at), new[at])
        members = self.plan.at(route)
        members.removed.update(range(head + common, len(old) - tail))
        for value in new[head + common : len(new) - tail]:
            members.inserted.setdefault(len(old) - tail if tail else None, []).append((None, value))

    def _only_fewer(self, route: Route, old: list[Value], new: list[Value]) -> bool:
        """Whether all that differs are items that are missing: those are removed."""
        gone, at = set[Step](), 0
        for number, value in enumerate(old):
            if at < len(new) and alike(value, new[at], self._format):
                at += 1
            else:
                gone.add(number)
        if at == len(new):
            self.plan.at(route).removed.update(gone)
        return at == len(new)

    def _only_more(self, route: Route, old: list[Value], new: list[Value]) -> bool:
        """Whether all that differs are items that are new: those are inserted."""
        more, at = dict[Step | None, list[tuple[str | None, Value]]](), 0
        for value in new:
            if at < len(old) and alike(old[at], value, self._format):
                at += 1
            else:
                more.setdefault(at if at < len(old) else None, []).append((None, value))
        if at == len(old):
            for place, pairs in more.items():
                self.plan.at(route).inserted.setdefault(place, []).extend(pairs)
        return at == len(old)

    def _set_keys(self, route: Route, old: Data, new: Data) -> None:
        for key, value in new.items():
            if key in old:
                self._set((*route, key), value)
            else:
                self.plan.at(route).inserted.setdefault(None, []).append((key, value))
        self.plan.at(route).removed.update(key for key in old if key not in new)

    def _append(self, route: Route, value: Value) -> None:
        now = found(self._data, route)
        if isinstance(now, list):
            self.plan.at(route).inserted.setdefault(None, []).append((None, value))
        elif now is None:
            self._fresh.setdefault(route, []).append(value)
        elif now is MISSING and route and isinstance(route[-1], str):
            if route in self._missing:
                self._missing[route].append(value)
                return
            self._missing[route] = items = [value]
            self._insert_key(route, items, None)
        else:
            raise UnsureError(f"`{to_words(route)}` is not a list")

    def _remove(self, route: Route) -> None:
        self._there(route)
        if not route:
            raise UnsureError("the front matter itself cannot be removed")
        self.plan.at(route[:-1]).removed.add(route[-1])

    def _insert_item(self, route: Route, value: Value) -> None:
        now, at = self._there(route[:-1]), route[-1]
        if not isinstance(now, list) or not isinstance(at, int) or not 0 <= at <= len(now):
            raise UnsureError(f"there is no list with a place `{to_words(route)}`")
        self.plan.at(route[:-1]).inserted.setdefault(at if at < len(now) else None, []).append((None, value))

    def _insert_key(self, route: Route, value: Value, after: str | None) -> None:
        now, key = self._there(route[:-1]), route[-1]
        assert isinstance(key, str)
        if now is None:
            self._set_whole(route[:-1], {key: value})
            return
        if not isinstance(now, dict):
            raise UnsureError(f"`{to_words(route[:-1])}` has no keys")
        place = after if after in now else None
        if self._format is Format.TOML and self._has_dates(route[:-1], now):
            value = dated(value)
        self.plan.at(route[:-1]).inserted.setdefault(place, []).append((key, value))

    def _has_dates(self, route: Route, mapping: Mapping[str, Value]) -> bool:
        if route not in self._dated:  # many keys may be inserted into one mapping
            self._dated[route] = any(isinstance(one, Moment) for one in mapping.values())
        return self._dated[route]

    def _rename(self, route: Route, name: str) -> None:
        self._there(route)
        if not route or not isinstance(route[-1], str):
            raise UnsureError("a list item has no name")
        if route in self.plan.renames:
            raise UnsureError(f"two changes rename `{to_words(route)}`")
        if name != route[-1]:
            self.plan.renames[route] = name

    def _replace(self, route: Route, old: str, new: str) -> None:
        now = self._there(route)
        pairs = self.plan.replaced.setdefault(route, [])
        if not isinstance(now, str) or not old or old not in _with(now, pairs):
            raise UnsureError(f"`{to_words(route)}` does not contain that text")
        pairs.append((old, new))

    def _piece(self, route: Route, old: str, edit: Edit) -> None:
        now = self._there(route)
        if not isinstance(now, str) or not old or now[edit.span.start : edit.span.end] != old:
            raise UnsureError(f"`{to_words(route)}` does not contain that text there")
        self.plan.pieces.setdefault(route, []).append(edit)

    def _check_names(self) -> None:
        """No mapping may end up with two keys that are one to Hugo."""
        for parent in {*(route[:-1] for route in self.plan.renames), *self.plan.members}:
            mapping = found(self._data, parent)
            if not isinstance(mapping, dict):
                continue
            members = self.plan.members.get(parent, Members())
            names = [
                self.plan.renames.get((*parent, key), key) for key in mapping if key not in members.removed
            ]
            names += [key or "" for some in members.inserted.values() for key, _ in some]
            lower = [str(name).lower() for name in names]
            if len(set(lower)) < len(lower) and len({key.lower() for key in mapping}) == len(mapping):
                raise UnsureError("a key of that name is there already")

    def _check_conflicts(self) -> None:
        plan = self.plan
        gone = set(plan.sets)
        for parent, members in plan.members.items():
            gone.update((*parent, step) for step in members.removed)
        texts = (*plan.replaced, *plan.pieces)
        touched = [*plan.renames, *texts, *gone, *plan.members]
        twice = len(gone) < len(plan.sets) + sum(len(one.removed) for one in plan.members.values())
        inside = any(route[:depth] in gone for route in touched for depth in range(1, len(route)))
        emptied = any(route in gone for route in (*texts, *plan.members))
        both = not plan.replaced.keys().isdisjoint(plan.pieces)
        renamed = any(
            route in gone and route[-1] in plan.at(route[:-1]).removed for route in list(plan.renames)
        )
        if twice or inside or emptied or renamed or both:
            raise UnsureError("one change takes away what another one changes")

    def _emptied(self, route: Route) -> None:
        """A list or mapping that loses all of its members."""
        members, now = self.plan.members.get(route), found(self._data, route)
        if members is None:
            return  # went with what was in it
        if not isinstance(now, (list, dict)) or not now or len(members.removed) < len(now):
            return
        if members.inserted and route:
            raise UnsureError(f"no member of `{to_words(route)}` would stay")
        if not route:
            return
        del self.plan.members[route]
        if route in self.plan.renames:
            raise UnsureError("one change takes away what another one changes")
        if isinstance(route[-1], str):
            self.plan.members.setdefault(route[:-1], Members()).removed.add(route[-1])
            self._emptied(route[:-1])
        else:
            self.plan.sets[route] = [] if isinstance(now, list) else {}


def _with(text: str, pairs: list[tuple[str, str]]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text
