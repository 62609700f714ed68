"""Reads the YAML that nearly all pages are written in, without libyaml, and leaves all else to it.

Mappings and lists in block style, scalars on one line, plain text that goes on over lines, block scalars,
flat lists in brackets. Whatever is not plainly one of these makes `read` answer None: it never guesses, and
`tests/speed/differential.py` holds it to the values and places of libyaml.

No regular expressions: on lines as short as these the methods of str are faster, and cost no start-up.
What is a control character or a line break of YAML 1.1 needs no care, because it is text to Hugo, as here.
"""

from __future__ import annotations

from itertools import islice
from typing import Final, TypeAlias

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Data, PlainScalar, Value
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.places import Below, Place, Places
from frontlint.frontmatter.yaml.pieces import (
    BLOCKS,
    INDICATORS,
    UnsureError,
    flow_at,
    fold,
    keys_for,
    quoted,
    words,
)

Found: TypeAlias = "tuple[Value, int, int, Below | None]"
"""A value, its start and end, and the places below it."""

_DEEPEST: Final = 64  # blanks of indentation: deeper nesting is libyaml's, which knows where Hugo gives up
_END: Final = "."  # follows the last line, so no loop has to ask whether there is one more
_NEXT_KEY = lazy_pattern(r"\n(?![\n\r #-])")
"""Before a line that begins with a key: not with a blank, a comment or a dash, and not empty."""


def read_subset(text: str, start: int, end: int, plain: PlainScalar) -> Reading | None:
    """Reads the YAML at code points `start` to `end` of a file's text; None where libyaml has to.

    `plain` says what a plain scalar means (see `hugo/values/scalars.py`).
    """
    written = text[start:end]
    if "\t" in written:
        return None
    line_break = "\n"
    if "\r" in written:
        line_break = "\r\n"
        if not written.count("\r") == written.count("\n") == written.count(line_break):
            return None
    try:
        return _Reader(written, start, line_break, plain).reading()
    except UnsureError:
        return None


def place_of(text: str, start: int, end: int, key: str, plain: PlainScalar) -> Place | None:
    """The places of one top-level key in YAML whose values `values.py` has read; None for an odd one.

    What that reader takes has no line in its first column but keys, dashes and comments.
    """
    first = _line_of(text, start, end, key)
    if first < 0:
        return None
    following = _NEXT_KEY.search(text, first, end)
    stop = end if following is None else following.end()
    line_break = "\r\n" if "\r" in text[first:stop] else "\n"
    try:
        return _Reader(text[first:stop], first, line_break, plain).entry(key)
    except UnsureError:
        return None


def _line_of(text: str, start: int, end: int, key: str) -> int:
    """Where the line of a top-level key begins; -1 where it is not written in this way."""
    at, head = start, f"{key}:"
    while at >= 0:
        behind = at + len(head)
        if text.startswith(head, at, end) and (behind == end or text[behind] in " \n\r"):
            return at
        at = text.find(f"\n{head}", at, end) + 1 or -1
    return -1


class _Reader:
    """One walk down the lines. `_number` is the line it is at, `_at` where that begins in the file."""

    def __init__(self, written: str, start: int, line_break: str, plain: PlainScalar) -> None:
        self._written = written
        self._lines = written.split(line_break)
        self._break = len(line_break)
        self._count = len(self._lines)
        self._lines.append(_END)
        self._number = 0
        self._at = self._start = start
        self._plain = plain
        self._keys = keys_for(plain)

    def reading(self) -> Reading:
        """All of it. Raises UnsureError."""
        depth = self._skip()
        if self._number == self._count:
            return Reading({}, Places(self._start, self._start))
        if depth:
            raise UnsureError
        first = self._at
        data, below, end = self._mapping(0)
        if self._number != self._count:
            raise UnsureError
        return Reading(data, Places.of((self._start, self._start, first, end, below)))

    def entry(self, key: str) -> Place | None:
        """The places of a key where the lines begin with it. Raises UnsureError."""
        _, below, _ = self._mapping(0)
        return below.get(key)

    def _skip(self) -> int:
        """Goes on to a line that holds more than a comment; the number of blanks that it begins with."""
        while True:
            line = self._lines[self._number]
            content = line.lstrip(" ")
            if content and content[0] != "#":
                return len(line) - len(content)
            self._number += 1
            self._at += len(line) + self._break

    def _mapping(self, indent: int) -> tuple[Data, Below, int]:
        """A mapping whose keys are in column `indent`: its data and places, and where its last value ends.

        A hot loop, as is that of `_sequence`: here goes the time, so words on a line are read without a call.
        """
        if indent > _DEEPEST:
            raise UnsureError
        lines, keys, plain, wide = self._lines, self._keys, self._plain, self._break
        blanks = " " * indent
        data: Data = {}
        below: Below = {}
        number, at = self._number, self._at
        latest, end, behind_words = "", at, -1  # behind_words: the line in which a plain scalar may go on
        while True:
            line = lines[number]
            entry = line if not indent else line[indent:] if line.startswith(blanks) else ""
            name, colon, rest = entry.partition(": ")
            key = keys[name] if colon else keys[entry[:-1]] if entry[-1:] == ":" else None
            if key is None:
                self._number, self._at = number, at
                depth = self._skip()
                if depth < indent or self._number == self._count:
                    break
                if self._number == number:
                    if depth == indent or number != behind_words:
                        raise UnsureError
                    data[latest], below[latest] = self._go_on(below[latest], indent)
                    end = below[latest][3]
                number, at = self._number, self._at
                continue
            if key in data:
                raise UnsureError
            latest = key
            key_start = at + indent
            key_end = key_start + len(key)
            number += 1
            at += len(line) + wide
            odd = "#" in rest or (":" in rest and ": " in rest)
            if rest and rest[0] not in INDICATORS and rest[-1] not in " :" and not odd:
                start = key_end + 2
                end = start + len(rest)
                data[key] = plain(rest)
                below[key] = (key_start, key_end, start, end, None)
                behind_words = number
            else:
                self._number, self._at = number, at
                data[key], start, end, inner = self._behind_colon(rest, key_end + 1, indent)
                below[key] = (key_start, key_end, start, end, inner)
                number, at = self._number, self._at
        if len(set(map(str.lower, data))) < len(data):
            raise UnsureError  # two spellings of one key
        return data, below, end

    def _sequence(self, indent: int) -> tuple[list[Value], Below, int]:
        """A list whose dashes are in column `indent`: its items and places, and where the last one ends."""
        lines, plain, wide = self._lines, self._plain, self._break
        dash = " " * indent + "- "
        items: list[Value] = []
        below: Below = {}
        number, at = self._number, self._at
        end, behind_words = at, -1
        while True:
            line = lines[number]
            if not line.startswith(dash):
                self._number, self._at = number, at
                depth = self._skip()
                ends = depth < indent or (depth == indent and lines[self._number][indent] != "-")
                if ends or self._number == self._count:
                    return items, below, end
                if self._number == number:
                    if depth == indent or number != behind_words:
                        raise UnsureError
                    items[-1], below[len(items) - 1] = self._go_on(below[len(items) - 1], indent)
                    end = below[len(items) - 1][3]
                number, at = self._number, self._at
                continue
            rest = line[indent + 2 :]
            start = at + indent + 2
            number += 1
            at += len(line) + wide
            odd = "#" in rest or (":" in rest and ": " in rest)
            if rest and rest[0] not in INDICATORS and rest[-1] not in " :" and not odd:
                end = start + len(rest)
                below[len(items)] = (start, start, start, end, None)
                items.append(plain(rest))
                behind_words = number
            else:
                self._number, self._at = number, at
                item, start, end, inner = self._item(rest, start, indent)
                below[len(items)] = (start, start, start, end, inner)
                items.append(item)
                number, at = self._number, self._at

    def _go_on(self, place: Place, indent: int) -> tuple[Value, Place]:
        """Plain text that goes on in the lines at hand, which are further right than column `indent`."""
        key_start, key_end, start, end, _ = place
        parts = [self._written[start - self._start : end - self._start]]
        while True:
            line = self._lines[self._number]
            content = line.lstrip(" ")
            depth = len(line) - len(content)
            if not content or depth <= indent:
                return self._plain(" ".join(parts)), (key_start, key_end, start, end, None)
            part = content.rstrip(" ")
            if part[0] in INDICATORS or part[-1] == ":" or ": " in part or "#" in part:
                raise UnsureError
            parts.append(part)
            end = self._at + depth + len(part)
            self._number += 1
            self._at += len(line) + self._break

    def _behind_colon(self, rest: str, at: int, indent: int) -> Found:
        """What belongs to a key in column `indent`; `rest` follows its colon and a blank, at `at`."""
        content = rest.lstrip(" ")
        if content and content[0] != "#":
            return self._value(rest, at + 1, indent)
        depth = self._skip()
        if self._number < self._count:
            start = self._at + depth
            if depth >= indent and self._lines[self._number].startswith("- ", depth):
                items, below, end = self._sequence(depth)
                return items, start, end, below
            if depth > indent:
                data, below, end = self._mapping(depth)
                return data, start, end, below
        return None, at, at, None

    def _item(self, rest: str, at: int, indent: int) -> Found:
        """What follows a dash in column `indent`: a mapping begins on the same line."""
        content = rest.lstrip(" ")
        name, colon, _ = content.partition(": ")
        if not (self._keys[name] if colon else content[-1:] == ":" and self._keys[content[:-1]]):
            return self._value(rest, at, indent)
        column = indent + 2 + len(rest) - len(content)
        self._number -= 1
        self._at = at - indent - 2
        self._lines[self._number] = " " * column + content  # as if there were no dash
        data, below, end = self._mapping(column)
        return data, at + len(rest) - len(content), end, below

    def _value(self, rest: str, at: int, indent: int) -> Found:
        """A value that begins on the line of its key or dash, which is in column `indent`."""
        text = rest.lstrip(" ")
        at += len(rest) - len(text)
        text = text.rstrip(" ")
        first = text[:1]
        if first in ("'", '"'):
            value, length = quoted(text)
            return value, at, at + length, None
        if text == "[]":
            return [], at, at + 2, {}
        if first in ("[", "{"):
            return self._flow(at)
        if first in ("|", ">"):
            value, end = self._block(text, indent)
            return value, at, end, None
        text = words(text)
        return self._plain(text), at, at + len(text), None

    def _flow(self, at: int) -> Found:
        """What is in brackets or braces, which may be closed in one of the lines at hand."""
        written, start = self._written, self._start
        value, below, stop = flow_at(written, at - start, start, self._plain)
        while self._at - start < stop and self._number < self._count:
            self._at += len(self._lines[self._number]) + self._break
            self._number += 1
        if written[stop : self._at - start].strip(" \r\n"):
            raise UnsureError
        return value, at, start + stop, below

    def _block(self, header: str, indent: int) -> tuple[str, int]:
        """The text of a block scalar in the lines at hand, and where its last line ends."""
        lines, first = self._lines, self._number
        width = len(lines[first]) - len(lines[first].lstrip(" "))
        if header not in BLOCKS or width <= indent or width == len(lines[first]):
            raise UnsureError
        blanks = " " * width
        inner: list[str] = []
        for line in islice(lines, first, None):
            if not line.startswith(blanks) and line.strip(" "):
                break
            inner.append(line[width:])
        stop = first + len(inner)
        while not inner[-1].strip(" "):
            if inner.pop():
                raise UnsureError  # blanks beyond the indentation
        last = first + len(inner) - 1
        if last == self._count - 1:
            raise UnsureError  # the text ends without a line break: not before a closing delimiter
        end = self._at + sum(map(len, lines[first : last + 1])) + (last - first) * self._break
        self._number = stop
        self._at = end + sum(map(len, lines[last + 1 : stop])) + (stop - last) * self._break
        text = "\n".join(inner) if header[0] == "|" else fold(inner)
        if header[1:] == "-":
            return text.rstrip(" "), end
        kept = stop - last - (stop == self._count) if header[1:] == "+" else 1
        return text + "\n" * kept, end
