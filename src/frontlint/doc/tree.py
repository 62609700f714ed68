"""Values with their spans before they are filed: for formats that do not come in the order of the data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from frontlint.doc.document import Data, Scalar, Value
from frontlint.doc.places import ROOT, Places
from frontlint.text.span import Span


@dataclass(slots=True)
class Leaf:
    """A scalar at `start` to `end` of the file."""

    value: Scalar
    start: int
    end: int


@dataclass(slots=True)
class Items:
    """A list. `tables` marks an array of tables of TOML, which headers add to."""

    start: int
    end: int
    items: list[Tree] = field(default_factory=list)
    tables: bool = False


@dataclass(slots=True)
class Members:
    """A mapping: each key with its span and value. `how` says how TOML came to it, see `toml_reader`."""

    start: int
    end: int
    members: dict[str, tuple[Span, Tree]] = field(default_factory=dict)
    how: str = ""


Tree: TypeAlias = Leaf | Items | Members


def file(root: Members) -> tuple[Data, Places]:
    """Plain data and places of a tree."""
    places = Places(root.start, root.start)
    places.set_value(ROOT, root.start, root.end)
    return _members(root, places, ROOT), places


def _members(node: Members, places: Places, row: int) -> Data:
    return {
        name: _value(tree, places, places.add(row, name, key.start, key.end, tree.start, tree.end))
        for name, (key, tree) in node.members.items()
    }


def _value(tree: Tree, places: Places, row: int) -> Value:
    if isinstance(tree, Leaf):
        return tree.value
    if isinstance(tree, Members):
        return _members(tree, places, row)
    return [
        _value(item, places, places.add(row, at, item.start, item.start, item.start, item.end))
        for at, item in enumerate(tree.items)
    ]
