"""Reads JSON front matter as Go's encoding/json does: all numbers are floats, the last of equal keys wins."""

from __future__ import annotations

import math
import re
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span
from frontlint.frontmatter.depth import HUGOS_DEPTH, however_deep
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.json import mistakes as mistakes
from frontlint.frontmatter.nodes import Items, Leaf, Members, Tree, file
from frontlint.frontmatter.parsed import (
    Reading,
    UnreadableText,
    key_case_clash,
    overwritten_key,
    refused,
    syntax,
)

_BLANK: Final = re.compile(r"[ \t\r\n]*")
_STRING: Final = lazy_pattern(r'"((?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+)"')
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD: Final = re.compile(r"true|false|null")
_ESCAPE: Final = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)")
_WORDS: Final[tuple[tuple[str, bool | None], ...]] = (("true", True), ("false", False), ("null", None))


@however_deep
def read_json(text: str, start: int, end: int) -> Reading:
    """Reads the JSON object at code points `start` to `end` of a file's text; never raises on any text."""
    try:
        reader = _Reader(text, end)
        root = reader.root(start)
    except UnreadableText as refusal:
        return refused(refusal.problem, start, end)
    data, places = file(root)
    return Reading(data, places, tuple(reader.clashes))


class _Reader:
    """One walk from left to right; `_at` is where it is."""

    def __init__(self, text: str, end: int) -> None:
        self._text = text[:end]
        self._at = 0
        self._depth = 0
        self._lists = 0
        self.clashes: list[Problem] = []

    def root(self, start: int) -> Members:
        self._at = start
        root = self._value()
        assert isinstance(root, Members)  # the fence begins at a brace
        self._skip()
        if self._at < len(self._text):
            raise UnreadableText(mistakes.behind_the_end(self._text, self._at))
        return root

    def _skip(self) -> str:
        """Skips blanks; the character there."""
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at : self._at + 1]

    def _value(self) -> Tree:
        char = self._skip()
        if char == "{":
            return self._members()
        if char == "[":
            return self._items()
        start = self._at
        if char == '"':
            return Leaf(self._string(), start, self._at)
        number = _NUMBER.match(self._text, start)
        if number is not None:
            return self._number(number.group(), start)
        word = _WORD.match(self._text, start)
        if word is None:
            raise UnreadableText(mistakes.no_value(self._text, start))
        self._at = word.end()
        return Leaf(dict(_WORDS)[word.group()], start, self._at)

    def _number(self, written: str, start: int) -> Leaf:
        self._at = start + len(written)
        value = float(written)
        if math.isinf(value):
            raise UnreadableText(
                syntax(start, self._at, f"the number {written[:30]} is too large", "put it in quotes")
            )
        return Leaf(value, start, self._at)

    def _string(self) -> str:
        match = _STRING.match(self._text, self._at)
        if match is None:
            raise UnreadableText(mistakes.bad_string(self._text, self._at))
        self._at = match.end()
        return _ESCAPE.sub(_unescape, match[1]) if "\\" in match[1] else match[1]

    def _enter(self) -> int:
        self._depth += 1
        if self._depth > HUGOS_DEPTH:
            message = f"more than {HUGOS_DEPTH} lists and objects are nested, which is too deep"
            raise UnreadableText(syntax(self._at, self._at + 1, message, "write fewer brackets"))
        self._at += 1
        return self._at - 1

    def _leave(self) -> int:
        self._depth -= 1
        self._at += 1
        return self._at

    def _members(self) -> Members:
        node = Members(self._enter(), self._at)
        folded: dict[str, Span] = {}
        char = self._skip()
        while char != "}" or node.members:
            if char != '"':
                raise UnreadableText(mistakes.no_key(self._text, self._at))
            start = self._at
            name = self._string()
            key = Span(start, self._at)
            if self._skip() != ":":
                raise UnreadableText(mistakes.no_colon(self._text, self._at, name))
            self._at += 1
            self._file(node, name, key, self._value(), folded)
            char = self._skip()
            if char == "}":
                break
            if char != ",":
                raise UnreadableText(mistakes.no_comma(self._text, self._at, "}", in_list=self._lists > 0))
            self._at += 1
            char = self._skip()
        node.end = self._leave()
        return node

    def _file(self, node: Members, name: str, key: Span, value: Tree, folded: dict[str, Span]) -> None:
        """The last of equal keys wins, and its place with it."""
        first = folded.setdefault(name.lower(), key)
        if first is not key:
            clash = overwritten_key if name in node.members else key_case_clash
            self.clashes.append(clash(self._text, name, key, first))
        node.members.pop(name, None)
        node.members[name] = key, value

    def _items(self) -> Items:
        node = Items(self._enter(), self._at)
        self._lists += 1
        char = self._skip()
        while char != "]" or node.items:
            node.items.append(self._value())
            char = self._skip()
            if char == "]":
                break
            if char != ",":
                raise UnreadableText(mistakes.no_comma(self._text, self._at, "]", in_list=True))
            self._at += 1
            if self._skip() == "]":
                raise UnreadableText(mistakes.trailing_comma(self._text, self._at))
        self._lists -= 1
        node.end = self._leave()
        return node


def _unescape(match: re.Match[str]) -> str:
    escape = match.group()
    if len(escape) == 12:
        high, low = int(escape[2:6], 16), int(escape[8:], 16)
        return chr((high - 0xD800) * 0x400 + low - 0xDC00 + 0x10000)
    if len(escape) == 6:
        code = int(escape[2:], 16)
        return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
    return {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}.get(escape[1], escape[1])
