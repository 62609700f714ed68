"""Wildcards matched in time that grows with pattern and text, never faster: all positions at once, as bits.

A backtracking expression tries one way after the other, and `*a*a*a*b` has more ways than anybody can wait
for. Here a step takes the set of positions at which the pattern so far can end, and gives the next set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TypeAlias


class Line:
    """A text as sets of positions: bit `i` is the place before character `i`, the last one the text's end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = 1 << len(text)
        self._known: dict[object, int] = {}

    def at(self, char: str) -> int:
        """The positions before each `char`."""
        known = self._known.get(char)
        if known is None:
            known = self._known[char] = _bits(self.text, (char,))
        return known

    def among(self, allows: Callable[[str], bool]) -> int:
        """The positions before each character that is allowed; asked once for each different character."""
        if allows not in self._known:
            self._known[allows] = _bits(self.text, [char for char in set(self.text) if allows(char)])
        return self._known[allows]

    @cached_property
    def inside(self) -> int:
        """The positions before all characters but slashes."""
        return (self.end - 1) & ~self.at("/")


@lru_cache(maxsize=512)
def line(text: str) -> Line:
    """The sets of a text; several patterns are often held against one path."""
    return Line(text)


def _bits(text: str, chars: Iterable[str]) -> int:
    digits = bytearray(len(text) // 8 + 1)
    for char in chars:
        at = text.find(char)
        while at >= 0:
            digits[at >> 3] |= 1 << (at & 7)
            at = text.find(char, at + 1)
    return int.from_bytes(digits, "little")


Step: TypeAlias = Callable[[Line, int], int]
"""The positions after a piece of a pattern, from the set of those before it."""


def literal(char: str) -> Step:
    """One character as it is."""
    return lambda on, ends: (ends & on.at(char)) << 1


def one_of(allows: Callable[[str], bool]) -> Step:
    """One character that is allowed."""
    return lambda on, ends: (ends & on.among(allows)) << 1


def one(on: Line, ends: int) -> int:
    """`?`: any character but a slash."""
    return (ends & on.inside) << 1


def star(on: Line, ends: int) -> int:
    """`*`: any characters but slashes; the carry of the sum runs on to the next slash."""
    inside = on.inside
    return (((ends & inside) + inside) ^ inside) | ends


def anything(on: Line, ends: int) -> int:
    """`**`: any characters; all places from the first one on."""
    return ((on.end << 1) - 1) & -(ends & -ends)


def either(ways: Sequence[Step]) -> Step:
    """One of several ways."""

    def step(on: Line, ends: int) -> int:
        found = 0
        for way in ways:
            found |= way(on, ends)
        return found

    return step


def row(steps: Sequence[Step]) -> Step:
    """One step after the other, until nothing is left."""
    if len(steps) == 1:
        return steps[0]

    def step(on: Line, ends: int) -> int:
        for inner in steps:
            if not ends:
                return 0
            ends = inner(on, ends)
        return ends

    return step
