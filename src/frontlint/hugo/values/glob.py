"""Hugo's globs: `*` stays in a segment, `**` crosses them, `?`, `[a-z]`, `{a,b}` (github.com/gobwas/glob).

A pattern with one wildcard is a regular expression, which cannot go wrong and is the quickest. With more of
them one could try all ways to share a text between them, so those are matched by `patterns/wildcards.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from frontlint.base.phrases import shorten
from frontlint.base.record import NamedTuple
from frontlint.patterns import wildcards
from frontlint.patterns.wildcards import Step, either, line, literal, one_of, row

Match = Callable[[str], object]
"""Something true where the glob takes the whole text."""


_DEEPEST: Final = 50
"""Braces in braces that are followed: each costs Python a call within a call."""


class GlobError(ValueError):
    """A pattern that is not a glob."""


class GlobLimitError(GlobError):
    """A pattern that is too large for frontlint."""


class _Piece(NamedTuple):
    """A piece of a glob both ways, and how many wildcards of a text are open in it at most."""

    expression: str
    step: Step
    choices: int = 0


_ANYTHING = _Piece(".*", wildcards.anything, 1)
_STAR = _Piece("[^/]*", wildcards.star, 1)
_ONE = _Piece("[^/]", wildcards.one)


@lru_cache(maxsize=16_384)  # settings may have thousands, and each page is held against all of them
def compile_glob(pattern: str) -> Match:
    """The glob as a question to a whole text. Raises GlobError."""
    whole = _Reader(pattern).whole()
    if whole.choices <= 1:
        return re.compile(whole.expression, re.DOTALL).fullmatch
    step = whole.step

    def match(text: str) -> bool:
        on = line(text)
        return bool(step(on, 1) & on.end)

    return match


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def whole(self) -> _Piece:
        """The pattern as one piece. Raises GlobError."""
        ways: list[list[list[_Piece]]] = [[[]]]  # open braces, their alternatives, the pieces of each
        while self._at < len(self._pattern):
            char = self._pattern[self._at]
            self._at += 1
            if char == "{":
                ways.append([[]])
                if len(ways) > _DEEPEST:
                    raise GlobLimitError(f"more than {_DEEPEST} braces are open in the pattern")
            elif char == "}" and len(ways) > 1:
                done = _either([_row(way) for way in ways.pop()])
                ways[-1][-1].append(done)
            elif char == "," and len(ways) > 1:
                ways[-1].append([])
            else:
                ways[-1][-1].append(self._piece(char))
        if len(ways) > 1:
            raise GlobError(f"the braces of `{shorten(self._pattern, 40)}` are not closed")
        return _row(ways[0][0])

    def _piece(self, char: str) -> _Piece:
        if char == "*":
            begun = self._at
            while self._pattern.startswith("*", self._at):
                self._at += 1
            return _ANYTHING if self._at > begun else _STAR
        if char == "?":
            return _ONE
        if char == "[":
            return self._class()
        if char == "\\":
            if self._at == len(self._pattern):
                raise GlobError(f"nothing follows the backslash of `{shorten(self._pattern, 40)}`")
            char = self._pattern[self._at]
            self._at += 1
        return _Piece(re.escape(char), literal(char))

    def _class(self) -> _Piece:
        """A set: one range `[a-z]`, or characters of which `-` is one, as in `[abc-]`."""
        refuses = self._pattern.startswith("!", self._at)
        self._at += refuses
        low, dash, high, end = (*self._pattern[self._at : self._at + 4], *"\0\0\0\0")[:4]
        if dash == "-":
            self._at += 4
            if end != "]" or high < low:
                raise GlobError(f"the bracket of `{shorten(self._pattern, 40)}` is not a range")
            return _set(f"{re.escape(low)}-{re.escape(high)}", refuses=refuses)
        chars = self._listed()
        if not chars:
            raise GlobError(f"the bracket of `{shorten(self._pattern, 40)}` is empty")
        return _set(re.escape(chars), refuses=refuses)

    def _listed(self) -> str:
        """The characters up to the bracket that closes; a backslash takes what follows as it is."""
        chars: list[str] = []
        while self._at < len(self._pattern):
            char = self._pattern[self._at]
            self._at += 1
            if char == "]":
                return "".join(chars)
            if char == "\\" and self._at < len(self._pattern):
                char = self._pattern[self._at]
                self._at += 1
            chars.append(char)
        raise GlobError(f"the bracket of `{shorten(self._pattern, 40)}` is not closed")


def _set(inside: str, *, refuses: bool) -> _Piece:
    expression = f"[{'^' if refuses else ''}{inside}]"
    allows = re.compile(expression, re.DOTALL).fullmatch
    return _Piece(expression, one_of(lambda char: allows(char) is not None))


def _row(pieces: list[_Piece]) -> _Piece:
    expression = "".join(piece.expression for piece in pieces)
    choices = sum(piece.choices for piece in pieces)
    return _Piece(expression, row([piece.step for piece in pieces]), choices)


def _either(ways: list[_Piece]) -> _Piece:
    """Braces: one choice more than the wildcards before them."""
    expression = "(?:" + "|".join(way.expression for way in ways) + ")"
    return _Piece(expression, either([way.step for way in ways]), max(1, *(way.choices for way in ways)))


def matches(pattern: str, text: str) -> bool:
    """Whether the glob takes the whole text."""
    return bool(compile_glob(pattern)(text))
