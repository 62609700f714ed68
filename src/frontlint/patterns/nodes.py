"""A regular expression as a tree, whoever wrote it, and what can be wrong with one."""

from __future__ import annotations

from typing import TypeAlias

from frontlint.base.choice import Enum
from frontlint.base.record import NamedTuple
from frontlint.patterns.charset import CharSet


class Dialect(Enum):
    """Who wrote the expression."""

    GO = "Go"
    ECMA = "JSON Schema"


class At(Enum):
    """A condition on a place of the text."""

    TEXT_START = "start"
    TEXT_END = "end"
    LINE_START = "line start"
    LINE_END = "line end"
    BOUNDARY = "word boundary"
    NO_BOUNDARY = "no word boundary"


class Seq(NamedTuple):
    """One after the other."""

    items: tuple[Node, ...]


class Alt(NamedTuple):
    """One of these."""

    items: tuple[Node, ...]


class Repeat(NamedTuple):
    """From `low` to `high` times; without end where that is None."""

    item: Node
    low: int
    high: int | None


class Look(NamedTuple):
    """A look ahead or back from a place, which takes nothing."""

    item: Node
    ahead: bool
    wanted: bool


Node: TypeAlias = "CharSet | At | Seq | Alt | Repeat | Look"


class PatternError(ValueError):
    """A text that is not an expression, or one that cannot be matched in linear time."""


class LimitError(PatternError):
    """An expression that is too large for frontlint, or has a character class that it does not know."""
