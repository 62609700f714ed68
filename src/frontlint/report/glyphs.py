"""Page text made safe to look at: what each character becomes on a terminal, and how wide it is.

Pages are untrusted. An escape sequence could rewrite the screen, a bidi control could turn a line around:
such characters are written as escapes, in the manner of `backslashreplace`.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator

from frontlint.base.emoji import sequence_end
from frontlint.base.pattern import lazy_pattern

TAB = 4
"""Columns from one tab stop to the next."""

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Letters and marks by category, yet nothing is to be seen of them: joiner and Hangul fillers.
_HIDDEN_LETTERS = frozenset("\u034f\u115f\u1160\u3164\uffa0")

_SEEN = lazy_pattern(r"[ -~\u00a1-\u00ac\u00ae-\u024f\u2013\u2014\u2018-\u201d\u2026]*")
"""Letters and signs of which each is written as it is, whatever is beside it: those of most messages."""

Cell = tuple[str, int]
"""What is written for a character, and the columns that it takes."""


class Glyphs:
    """The characters of one stream; `encoding` is the stream's, None for one that takes all of them."""

    __slots__ = ("_encoding", "_known")

    def __init__(self, encoding: str | None = None) -> None:
        self._encoding = _canonical(encoding)
        self._known: dict[str, Cell] = {}

    def cell(self, char: str) -> Cell:
        """What is written for a character, and its width: 2 for CJK, 0 for a combining mark."""
        known = self._known.get(char)
        if known is None:
            known = self._known[char] = self._look_up(char)
        return known

    def cells(self, text: str) -> list[Cell]:
        """The cells of a piece of a line, one a code point, with tabs expanded."""
        cells: list[Cell] = []
        column = 0
        for cell in self._cells(text):
            if cell[0] == "\\t":
                tab = TAB - column % TAB
                cell = " " * tab, tab
            cells.append(cell)
            column += cell[1]
        return cells

    def clean(self, text: str) -> str:
        """A text as it may be written anywhere within a line: line breaks and tabs become escapes too."""
        if text.isascii() and text.isprintable():
            return text
        if self._encoding == "utf-8" and _SEEN.fullmatch(text):
            return text
        return "".join(glyph for glyph, _ in self._cells(text))

    def width(self, text: str) -> int:
        """The columns that a cleaned text takes."""
        return len(text) if text.isascii() else sum(width for _, width in self._cells(text))

    def _cells(self, text: str) -> Iterator[Cell]:
        """The cells of a text. An emoji of several characters is two columns wide, in its first cell."""
        end = 0
        for at, char in enumerate(text):
            if at < end:
                yield char, 0
                continue
            end = sequence_end(text, at) if not text.isascii() else at
            if end > at and self._can_write(text[at:end]):
                yield char, 2
            else:
                end = at
                yield self.cell(char)

    def _look_up(self, char: str) -> Cell:
        category = unicodedata.category(char)
        if category in _HIDDEN_CATEGORIES or char in _HIDDEN_LETTERS or not self._can_write(char):
            escape = _escape(char)
            return escape, len(escape)
        return char, _width(char, category)

    def _can_write(self, text: str) -> bool:
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        return True


def _canonical(encoding: str | None) -> str:
    try:
        return codecs.lookup(encoding or "utf-8").name
    except LookupError:
        return "ascii"


def _escape(char: str) -> str:
    if char in "\t\n\r":
        return {"\t": "\\t", "\n": "\\n", "\r": "\\r"}[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _width(char: str, category: str) -> int:
    # The second and third part of a Hangul syllable written in parts join the first one.
    if category in ("Mn", "Me") or "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
