"""Prose that people read, as short Markdown: its sentences and list items, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from frontlint.base.choice import Enum
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span

_LINE: Final = lazy_pattern(r"[^\n]+\n?|\n")
_CODE: Final = lazy_pattern(r"\s*(?:```|~~~)")
_HEADING: Final = lazy_pattern(
    r"#{1,6}\s|(\*\*|__)(?:(?:(?!\1).)++[^.!?]|(?:(?!\1).){2,}+(?<![.!?]))\1[ \t]*+:?[ \t]*+$"
)
_ITEM: Final = lazy_pattern(r"([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_NESTED: Final = 2  # spaces more than the item above: what all Markdown dialects take for an inner list
_SENTENCE_END: Final = lazy_pattern(
    r"""(?<=[.!?…])["'”’»)\]*_]*+\s++(?=["'“‘«(\[*_]*+[^\sa-z"'“‘«(\[*_])|(?:(?<![ ])[ ]{2,}+|\\)\n"""
)
_ABBREVIATION: Final = lazy_pattern(r"(?:\b(?:e\.g|i\.e|cf|vs|approx|Mr|Mrs|Ms|Dr|Prof|St|No)|\b[A-Z])\.\Z")
_NO_WORDS: Final = " \t\r\n\\"
_OPENING: Final = 80  # code points that hold five letters, whatever marks are between
DECORATION: Final = lazy_pattern(r"[*_`]+")
"""Emphasis and code, which make no difference to what is said."""
SILENT_ENDS: Final = " .,;:!?…"
"""Punctuation that makes no difference at the end."""


class BlockKind(Enum):
    """What a block of lines is; headings, code and blank lines are none."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    INSIDE = "inside"
    """A further paragraph of a list item."""


class Block:
    """A run of lines that belong together; `span` leaves out a list item's marker.

    `list_number` tells the lists of a text apart. `alone` is false for an item that more text or an inner
    list belongs to.
    """

    __slots__ = ("alone", "kind", "list_number", "span")

    def __init__(self, kind: BlockKind, span: Span, list_number: int = -1, alone: bool = True) -> None:
        self.kind = kind
        self.span = span
        self.list_number = list_number
        self.alone = alone


class Sentence(NamedTuple):
    """A sentence; `scope` is one for all paragraphs of the text, and one for each other block."""

    span: Span
    scope: int


class _OpenList(NamedTuple):
    indent: int
    numbered: bool
    number: int
    item: Block


@lru_cache(maxsize=8)  # each rule about prose asks for the few texts of the page at hand
def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs and list items of a text, in order."""
    reader = _Reader()
    for match in _LINE.finditer(text):
        reader.take(match.group(), match.start())
    return tuple(reader.blocks)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text. A line that ends with a Markdown line break ends a sentence too."""
    for number, block in enumerate(blocks(text), 1):
        scope = 0 if block.kind is BlockKind.PARAGRAPH else number
        start = block.span.start
        for end in (*_sentence_ends(text, block.span), block.span.end):
            length = len(text[start:end].rstrip(_NO_WORDS))
            if length:
                yield Sentence(Span(start, start + length), scope)
            start = end


def _sentence_ends(text: str, span: Span) -> Iterator[int]:
    for end in _SENTENCE_END.finditer(text, span.start, span.end):
        if not _ABBREVIATION.search(text, max(span.start, end.start() - 8), end.start()):
            yield end.end()


def spoken(text: str) -> str:
    """What is left of a sentence for comparing: one line, no emphasis, no case, no closing punctuation."""
    return " ".join(DECORATION.sub("", text).split()).rstrip(SILENT_ENDS).casefold()


def opening(text: str) -> str:
    """The first letters of what `spoken` gives, quick to tell: sentences that are the same share them.

    >>> opening("**The** end of it.") == opening("the end")
    True
    """
    return "".join(DECORATION.sub("", text[:_OPENING]).split())[:5].casefold()


class _Reader:
    """Takes the lines of a text one after the other; knows the open block and the lists around it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: Block | None = None
        self._lists: list[_OpenList] = []
        self._count = 0
        self._code = False

    def take(self, line: str, start: int) -> None:
        """Files one line that begins at `start`."""
        if _CODE.match(line):
            self._code = not self._code
            self._open = None
        elif self._code or not line.strip():
            self._open = None
        elif _HEADING.match(line):
            self._open = None
            self._lists.clear()
        elif item := _ITEM.match(line):
            self._item(item, _end(line, start), start)
        else:
            self._words(line, start)

    def _item(self, item: re.Match[str], end: int, start: int) -> None:
        block = Block(BlockKind.ITEM, Span(start + item.end(), end))
        indent, numbered = len(item[1].expandtabs(4)), item[2] not in "-*+"
        while self._lists and self._lists[-1].indent >= indent + _NESTED:
            self._lists.pop()
        around = self._lists[-1] if self._lists else None
        if around is not None and indent < around.indent + _NESTED:
            self._lists.pop()
            if around.numbered is not numbered:  # CommonMark: another kind of marker begins another list
                around = None
        elif around is not None:
            around.item.alone = False
            around = None
        if around is None:
            self._count += 1
        block.list_number = around.number if around else self._count
        self._lists.append(_OpenList(indent, numbered, block.list_number, block))
        self._start(block)

    def _words(self, line: str, start: int) -> None:
        end = _end(line, start)
        if self._open is not None:
            self._open.span = Span(self._open.span.start, end)
            return
        begin = start + len(line) - len(line.lstrip())
        if begin == start or not self._lists:
            self._lists.clear()
            self._start(Block(BlockKind.PARAGRAPH, Span(begin, end)))
        else:
            self._lists[-1].item.alone = False
            self._start(Block(BlockKind.INSIDE, Span(begin, end)))

    def _start(self, block: Block) -> None:
        self.blocks.append(block)
        self._open = block


def _end(line: str, start: int) -> int:
    return start + len(line.rstrip())
