"""Values with their spans before they are filed: for formats that do not come in the order of the data."""

from __future__ import annotations

from typing import TypeAlias

from frontlint.base.span import Span
from frontlint.frontmatter.depth import KEPT
from frontlint.frontmatter.document import Data, Scalar, Value
from frontlint.frontmatter.places import Below, Places


class Leaf:
    """A scalar at `start` to `end` of the file."""

    __slots__ = ("end", "start", "value")

    def __init__(self, value: Scalar, start: int, end: int) -> None:
        self.value = value
        self.start = start
        self.end = end


class Items:
    """A list. `tables` marks an array of tables of TOML, which headers add to."""

    __slots__ = ("end", "items", "start", "tables")

    def __init__(self, start: int, end: int, items: list[Tree] | None = None, tables: bool = False) -> None:
        self.start = start
        self.end = end
        self.items = [] if items is None else items
        self.tables = tables


class Members:
    """A mapping: each key with its span and value. `how` says how TOML came to it, see `toml_reader`."""

    __slots__ = ("end", "how", "members", "start")

    def __init__(
        self, start: int, end: int, members: dict[str, tuple[Span, Tree]] | None = None, how: str = ""
    ) -> None:
        self.start = start
        self.end = end
        self.members = {} if members is None else members
        self.how = how


Tree: TypeAlias = Leaf | Items | Members


def file(root: Members) -> tuple[Data, Places]:
    """Plain data and places of a tree; what is deeper than `KEPT` levels is left empty."""
    data, below = _members(root, 1)
    return data, Places.of((root.start, root.start, root.start, root.end, below))


def _members(node: Members, level: int) -> tuple[Data, Below]:
    data: Data = {}
    below: Below = {}
    if level > KEPT:
        return data, below
    for name, (key, tree) in node.members.items():
        data[name], inner = _value(tree, level + 1)
        below[name] = (key.start, key.end, tree.start, tree.end, inner)
    return data, below


def _value(tree: Tree, level: int) -> tuple[Value, Below | None]:
    if isinstance(tree, Leaf):
        return tree.value, None
    if isinstance(tree, Members):
        return _members(tree, level)
    items: list[Value] = []
    below: Below = {}
    for at, item in enumerate(tree.items if level <= KEPT else ()):
        value, inner = _value(item, level + 1)
        items.append(value)
        below[at] = (item.start, item.start, item.start, item.end, inner)
    return items, below
