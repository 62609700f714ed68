"""The first setting whose value Hugo refuses, by the rows of `hugoshapes`.

Hugo decodes most settings with mapstructure's WeakDecode: a number is a text, a text may be a number, one
value is a list of one; but a list is never a text, and a mapping never a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from frontlint.base.phrases import shorten
from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Moment, Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.hugoshapes import IN_LANGUAGES, ROWS
from frontlint.hugo.config.kinds import LEAVES
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.values.cast import as_text

_LONGEST = 120


class Misfit(NamedTuple):
    """A value that Hugo refuses: the keys that lead to it, in lower case, and a sentence about it."""

    keys: Route
    message: str


class _Shape:
    """What a setting must be: a kind, and what is below it, by names in lower case."""

    __slots__ = ("below", "kind", "name", "null")

    def __init__(self, name: str = "", kind: str = "any") -> None:
        self.name = name
        self.kind = kind
        self.null = True
        self.below: dict[str, _Shape] = {}

    def at(self, name: str) -> _Shape:
        key = name.lower()
        found = self.below.get(key)
        if found is None:
            found = self.below[key] = _Shape(name)
        return found

    def of(self, key: str) -> _Shape | None:
        """The shape of an entry."""
        return self.below.get(key) or self.below.get("*")


def first_misfit(settings: Raw) -> Misfit | None:
    """The first setting that Hugo refuses, of those that a project's files come to."""
    # Languages may set nearly all that the project does; else what is not set is not looked for.
    wanted = None if "languages" in settings else frozenset(settings)
    return _in_mapping(settings, _shapes(wanted), (), "")


@cache
def _shapes(wanted: frozenset[str] | None) -> _Shape:
    """The shapes of all settings, or of those with these names, in lower case, and what is below them."""
    root = _Shape(kind="table")
    for row in filter(None, ROWS.split("\n")):
        kind, path, *names = row.split(" ")
        if wanted is not None and path != "." and _not_among(wanted, path):
            continue
        inside = root
        for step in path.split(".") if path != "." else ():
            inside = inside.at(step)
        for name in names:
            shape = inside.at(name)
            shape.kind, shape.null = kind.removesuffix("!"), not kind.endswith("!")
    root.below["menu"].below = root.below["menus"].below
    if wanted is None:
        _spread(root)
    return root


def _not_among(wanted: frozenset[str], path: str) -> bool:
    name = path.partition(".")[0].lower()
    return name not in wanted and not (name == "menus" and "menu" in wanted)


def _spread(root: _Shape) -> None:
    """What languages may set as the project does."""
    language = root.below["languages"].below["*"].below
    for name, shape in list(root.below.items()):
        if name in language or name == "languages":
            continue
        if shape.kind in IN_LANGUAGES:
            language[name] = _Shape(shape.name, f"{shape.kind}-or-mapping")
        elif shape.below:
            language[name] = _Shape(shape.name, "open")
            language[name].below = shape.below
    for name in ("title", "locale", "languagecode"):
        language[name] = _Shape(language[name].name, "words")


def _misfit(value: Value, shape: _Shape, keys: Route, path: str) -> Misfit | None:
    kind, mapping = shape.kind.removesuffix("-or-mapping"), shape.kind.endswith("-or-mapping")
    kind = kind.removeprefix("old-")
    if value is None:
        return None if shape.null else _said(value, kind, keys, path)
    if mapping and isinstance(value, dict):
        return None
    if kind in LEAVES:
        if isinstance(value, Moment):
            return _said(value, kind, keys, path)
        return None if LEAVES[kind][0](value) else _said(value, kind, keys, path)
    if kind in ("items", "some") and isinstance(value, list):
        return _in_list(value, shape, keys, path)
    if isinstance(value, dict):
        return _in_mapping(value, shape, keys, path) if kind != "items" else _said(value, kind, keys, path)
    if kind in ("any", "open") or (kind == "toggled" and isinstance(value, bool)):
        return None
    if kind == "minify" and value is not True:
        return None
    if kind == "map" and isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return None
    return _said(value, kind, keys, path)


def _in_mapping(value: Mapping[str, Value], shape: _Shape, keys: Route, path: str) -> Misfit | None:
    for key, inner in value.items():
        below = shape.of(key)
        if below is not None and key != "_merge":
            name = key if below.name == "*" else below.name
            found = _misfit(inner, below, (*keys, key), f"{path}.{name}" if path else name)
            if found is not None:
                return found
    return None


def _in_list(value: list[Value], shape: _Shape, keys: Route, path: str) -> Misfit | None:
    for at, item in enumerate(value):
        where = (*keys, at)
        if isinstance(item, dict):
            found = _in_mapping(item, shape, where, path)
        else:
            found = None if item is None else _said(item, "table", where, f"an item of {path}")
        if found is not None:
            return found
    return None


def _said(value: Value, kind: str, keys: Route, path: str) -> Misfit:
    wanted = LEAVES[kind][1] if kind in LEAVES else _WANTED[kind]
    name, of, rest = path.rpartition("an item of ")
    short = f"{name}{of}`{rest}` must be {wanted}"
    message = f"{short}, but it is {_in_words(value)}"
    return Misfit(keys, message if len(message) < _LONGEST else short)


def _in_words(value: Value) -> str:
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, Moment):
        return "a date"
    if isinstance(value, str):
        return f"the text `{shorten(value)}`" if value.strip() else "an empty text"
    return f"`{as_text(value)}`" if isinstance(value, bool) else f"the number `{as_text(value)}`"


_WANTED = {
    "table": "a mapping of settings",
    "codes": "a mapping of codes to settings",
    "toggled": "a mapping of settings",
    "map": "a mapping of settings",
    "some": "a list of mappings",
    "items": "a list of mappings",
    "minify": "a mapping such as `minifyOutput: true`",
}
