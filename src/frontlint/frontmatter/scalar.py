"""A quoted, folded or plain scalar: where a part of its value is in the text as written."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span

_DOUBLE: Final = lazy_pattern(
    r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|(?:\r\n|\n|\r)[ \t]*|.)|.", re.DOTALL
)
_SINGLE: Final = lazy_pattern(r"''|.", re.DOTALL)
_BREAK: Final = lazy_pattern(r"\r\n|\n|\r")
_ANY: Final = lazy_pattern(r".", re.DOTALL)
_ESCAPED: Final = lazy_pattern(r"\\|''")
_WORD: Final = lazy_pattern(r"\S+")
_FEW: Final = 4  # questions after which reading all of it is worth its time
_ESCAPES: Final = {
    **dict(zip("0abefnrtv", "\0\a\b\x1b\f\n\r\t\v", strict=True)),
    **dict(zip("N_LP", "\x85\xa0\u2028\u2029", strict=True)),
    **dict.fromkeys("\r\n", ""),
}


class Scalar:
    """A scalar as `part` and `meaning` have it, asked again and again: then it is read once and for all."""

    def __init__(self, written: str, value: str) -> None:
        self._written = written
        self._value = value
        self._asked = 0

    def part(self, start: int, end: int) -> Span | None:
        """As `part` has it."""
        self._asked += 1
        if self._asked <= _FEW:
            return part(self._written, self._value, start, end)
        _, begins, ends = self._pieces
        _, offsets = self._visible
        first, last = bisect_left(offsets, start), bisect_left(offsets, end) - 1
        if last < first or not self._agrees:
            return None
        return Span(begins[first], ends[last])

    def meaning(self, start: int, end: int) -> str:
        """As `meaning` has it."""
        self._asked += 1
        if self._asked <= _FEW:
            return meaning(self._written, self._value, start, end)
        chars, begins, ends = self._pieces
        return chars[bisect_left(begins, start) : bisect_right(ends, end)]

    @cached_property
    def _pieces(self) -> tuple[str, Sequence[int], Sequence[int]]:
        """The visible characters of the text as written, and where each begins and ends."""
        pieces = list(_visible(self._written, self._value))
        begins, ends = array("I", [piece[1] for piece in pieces]), array("I", [piece[2] for piece in pieces])
        return "".join(piece[0] for piece in pieces), begins, ends

    @cached_property
    def _visible(self) -> tuple[str, Sequence[int]]:
        """The visible characters of the value, and where each is."""
        offsets = array("I", [at for at, char in enumerate(self._value) if not char.isspace()])
        return "".join(self._value.split()), offsets

    @cached_property
    def _agrees(self) -> bool:
        return self._pieces[0].startswith(self._visible[0])


@lru_cache(maxsize=4)
def scalar_at(text: str, start: int, end: int, value: str) -> Scalar:
    """The scalar at `start` to `end` of a file's text; the latest are remembered."""
    return Scalar(text[start:end], value)


def part(written: str, value: str, start: int, end: int) -> Span | None:
    """The span in `written` of `value[start:end]`, None where the two cannot be matched.

    `written` is a scalar of YAML, TOML or JSON with its quotes or its `|`; `value` is what it means. White
    space is not compared: folding, indents and line breaks differ between the two.
    """
    pattern, content = _reading(written, value)
    found = _unchanged(written, content, value, start, end)
    if found is not None:
        return found
    first = _count_visible(value, 0, start)
    last = first + _count_visible(value, start, end) - 1
    if last < first:
        return None
    if pattern is _ANY or not _ESCAPED.search(written, content):
        return _unescaped(written, content, value, first, last)
    places = list(_matched(written, value))
    if len(places) != _count_visible(value, 0, len(value)):
        return None
    return Span(places[first][0], places[last][1])


def meaning(written: str, value: str, start: int, end: int) -> str:
    """The visible characters that `written[start:end]` stands for, the other way round.

    >>> meaning("'it''s so'", "it's so", 3, 9)
    "'sso"
    """
    return "".join(char for char, begin, stop in _visible(written, value) if start <= begin and stop <= end)


def _unchanged(written: str, content: int, value: str, start: int, end: int) -> Span | None:
    """The quickest way, where a value is written as it is, or line by line below a `|`."""
    piece = value[start:end]
    first = start + len(piece) - len(piece.lstrip())
    last = start + len(piece.rstrip()) - 1
    if last < first:
        return None
    # With quotes, only where nothing is escaped: the last character may be half of an escape.
    if written.startswith(value, content) and (not content or len(written) == len(value) + 2 * content):
        return Span(content + first, content + last + 1)
    if written[:1] != "|" or "\r" in written:
        return None
    filled = len(written) - len(written[content:].lstrip(" \n"))
    indent = filled - written.rfind("\n", 0, filled) - 1
    begin, stop = (_in_lines(written, content, indent, value, offset) for offset in (first, last))
    return None if begin is None or stop is None else Span(begin, stop + 1)


def _in_lines(written: str, at: int, indent: int, value: str, offset: int) -> int | None:
    """Where the character at an offset of the value is; None where its line is another there."""
    for _ in range(value.count("\n", 0, offset)):
        at = written.find("\n", at) + 1
        if not at:
            return None
    begin, end = value.rfind("\n", 0, offset) + 1, value.find("\n", offset)
    line = value[begin:] if end < 0 else value[begin:end]
    at += indent
    is_same = written.startswith(line, at) and written[at + len(line) : at + len(line) + 1] in ("", "\n")
    return at + offset - begin if is_same and not written[at - indent : at].strip(" ") else None


def _count_visible(text: str, start: int, end: int) -> int:
    return sum(map(len, text[start:end].split()))


def _unescaped(written: str, content: int, value: str, first: int, last: int) -> Span | None:
    """The quick way where each visible character stands for itself: counts them word by word."""
    if not "".join(written[content:].split()).startswith("".join(value.split())):
        return None
    return Span(_nth_visible(written, content, first), _nth_visible(written, content, last) + 1)


def _nth_visible(text: str, start: int, number: int) -> int:
    """Where the visible character with this number, from 0, is after `start`."""
    for word in _WORD.finditer(text, start):
        if number < len(word.group()):
            return word.start() + number
        number -= len(word.group())
    raise IndexError(number)


def _matched(written: str, value: str) -> Iterator[tuple[int, int]]:
    """Start and end in `written` of each visible character of the value, up to the first that differs."""
    pieces = _visible(written, value)
    for char in value:
        if char.isspace():
            continue
        piece = next(pieces, None)
        if piece is None or piece[0] != char:
            return
        yield piece[1], piece[2]


def _visible(written: str, value: str) -> Iterator[tuple[str, int, int]]:
    """Each visible character that the text stands for, with where it begins and ends."""
    pattern, at = _reading(written, value)
    for match in pattern.finditer(written, at):
        char = _meant(match.group())
        if char and not char.isspace():
            yield char, match.start(), match.end()


def _reading(written: str, value: str) -> tuple[re.Pattern[str], int]:
    """How to read the scalar, and where its content begins."""
    first = written[:1]
    if first in ("|", ">"):
        header = _BREAK.search(written)
        return _ANY, header.end() if header else len(written)
    if first not in ('"', "'"):
        return _ANY, 0
    # `'''a'''` is one of TOML's long strings, or a text in YAML that contains quotes.
    is_long = written.startswith(first * 3) and written.endswith(first * 3) and len(written) > 5
    if is_long and not (value.startswith("'") and written[3:4] != "'"):
        return (_DOUBLE if first == '"' else _ANY), 3
    return (_DOUBLE if first == '"' else _SINGLE), 1


def _meant(piece: str) -> str:
    if len(piece) == 1:
        return piece
    if piece == "''":
        return "'"
    letter = piece[1]
    if letter in "uUx" and len(piece) > 2:
        code = int(piece[2:], 16)
        return chr(code) if code <= 0x10FFFF else ""
    return _ESCAPES.get(letter, letter)
