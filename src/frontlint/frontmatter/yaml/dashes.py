"""The lines below an empty list item, or below a tag alone, which Hugo takes for its value.

goccy/go-yaml, parser.go: parseSequenceValue ends an item without a value only at a line further left, or
at the next dash; parseTag takes whatever comes next. [bin] So `draft: true` below a `-` at the end of `tags`
is a part of `tags`, and below `title: !Hello` a part of `title`. libyaml ends the value there, or refuses
the text. Here these lines move to the right, where both parsers mean the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from yaml import AnchorToken, BlockEndToken, BlockEntryToken, KeyToken, TagToken
from yaml.error import YAMLError

from frontlint.base.edit import Edit, apply
from frontlint.base.phrases import shorten
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.document import Problem, ProblemKind
from frontlint.frontmatter.parsed import syntax
from frontlint.frontmatter.repaired import Shift, span_back
from frontlint.frontmatter.yaml.nodes import Parser

_MAYBE: Final = re.compile(
    r"^ *(?:- +)*-(?:[ \t]+[&#][^\r\n]*+|[ \t]*)(?=[\r\n])|[:-][ \t]+![^\s!]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n])",
    re.MULTILINE,
)
_KEY: Final = re.compile(r"\s*+([^\s:#][^:\r\n]*)")
_WAITING: Final = re.compile(r"[^\r\n]*:[ \t]*(?:#[^\r\n]*)?")
_MOST: Final = 20
"""List items of one page that are looked at: each costs one more look at all of it."""
_MOST_READ: Final = 2_000_000


class _Item(NamedTuple):
    """A dash or a tag without a value at `start` to `end`, and the lines that Hugo takes for it.

    They begin at `below` in column `column`, and move by `width` columns.
    """

    start: int
    end: int
    column: int
    below: int
    width: int


class Moved(NamedTuple):
    """A file's text with all such lines moved, and how far its places are from where they were."""

    text: str
    shifts: list[Shift]
    problems: list[Problem]
    refusal: Problem | None = None
    """Why Hugo cannot read the text."""


def move(text: str, start: int, end: int) -> Moved | None:
    """The file's text with the YAML at `start` to `end` as Hugo means it; None if libyaml means the same."""
    if _MAYBE.search(text, start, end) is None:
        return None
    shifts: list[Shift] = []
    problems: list[Problem] = []
    now, tail = text[start:end], len(text) - end
    while len(shifts) < _MOST and len(shifts) * len(now) < _MOST_READ:
        item = _first(now)
        if item is None:
            break
        edits, refused_at = _edits(now, item, start)
        if refused_at is not None:
            return Moved(text, shifts, problems, _refusal(refused_at, shifts))
        shift = Shift.of(edits)
        if shift is None:
            break
        problems.append(_problem(now, item, start, shifts))
        shifts.append(shift)
        text = apply(text, shift.edits)
        now = text[start : len(text) - tail]
    return Moved(text, shifts, problems) if shifts else None


def _first(yaml: str) -> _Item | None:
    """The first of them."""
    tokens = _tokens(yaml)
    column, token = 0, next(tokens, None)
    while token is not None:
        mark = token
        token = next(tokens, None)
        if isinstance(mark, (KeyToken, BlockEntryToken)):
            column = mark.start_mark.column
        tag = isinstance(mark, TagToken) and mark.value[0] in ("!", None)
        if not tag and not isinstance(mark, BlockEntryToken):
            continue
        if isinstance(token, AnchorToken) and token.start_mark.line == mark.start_mark.line:
            token = next(tokens, None)
        while isinstance(token, BlockEndToken):
            token = next(tokens, None)
        if token is None or isinstance(token, BlockEntryToken):
            continue
        first = token.start_mark
        if first.line > mark.start_mark.line and (tag or first.column == column) and first.column <= column:
            start, end = mark.start_mark.index, mark.end_mark.index
            return _Item(start, end, first.column, first.index - first.column, column + 1 - first.column)
    return None


def _tokens(yaml: str) -> Iterator[Any]:
    """The tokens up to what libyaml cannot scan."""
    parser: Any = Parser(yaml)
    try:
        while (token := parser.get_token()) is not None:
            yield token
    except (YAMLError, UnicodeEncodeError):
        return


def _edits(yaml: str, item: _Item, start: int) -> tuple[tuple[Edit, ...], int | None]:
    """Blanks in front of each line that belongs to the item; and the dash that no list is left for."""
    edits: list[Edit] = []
    at, waiting = item.below, False
    while at < len(yaml):
        behind = yaml.find("\n", at) + 1 or len(yaml)
        line = yaml[at:behind].rstrip("\r\n")
        content = line.lstrip(" ")
        column = len(line) - len(content)
        if content and content[0] != "#":
            dash = content == "-" or content.startswith("- ")
            if column < item.column:
                break
            if column == item.column and dash and not waiting:
                return (), start + at + column
            if column == item.column and not dash:
                waiting = _WAITING.fullmatch(content) is not None
        if content:
            place = start + at
            edits.append(Edit(Span(place, place), " " * item.width))
        at = behind
    return tuple(edits), None


def _refusal(at: int, shifts: list[Shift]) -> Problem:
    span = span_back(Span(at, at + 1), shifts)
    message = "Hugo cannot read this list item: an empty item above takes the keys between them"
    return syntax(*span, message, "delete the empty item, or the keys in the list")


def _problem(yaml: str, item: _Item, start: int, shifts: list[Shift]) -> Problem:
    key = _KEY.match(yaml, item.below)
    name = shorten(key[1].strip() if key else "")
    below = span_back(Span(*(start + at for at in key.span(1))), shifts) if key else None
    tag = yaml[item.start : item.end]
    message = f"Hugo reads `{name}` and what follows as a part of this empty list item"
    help_ = "delete this line, or write the item on it"
    if tag != "-":
        message = f"YAML reads `{shorten(tag, 20)}` as a tag, so `{name}` and what follows become its value"
        help_ = f'write `"{tag}"`'
    return Problem(
        ProblemKind.JOINED,
        span_back(Span(start + item.start, start + item.end), shifts),
        message,
        help_,
        below,
    )
