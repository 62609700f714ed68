"""The values of plain YAML, line by line, without their places: those are read where somebody asks.

A site writes the same few lines on its pages again and again (`draft: false`, `  - Sailing`): what a short
line means by itself is remembered. What is not plainly of the subset is left to the other readers, and
`tests/speed/differential.py` holds the values to those of libyaml.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, TypeAlias

from frontlint.frontmatter.document import Data, PlainScalar, Scalar, Value
from frontlint.frontmatter.yaml.block import Headers, block
from frontlint.frontmatter.yaml.pieces import (
    BLOCKS,
    INDICATORS,
    UnsureError,
    flow,
    keys_for,
    quoted,
    words,
)

_DEEPEST: Final = 64  # blanks of indentation, as in the subset
_MOST: Final = 8_000  # lines that are remembered
_LONGEST: Final = 64
_MOST_KEYS: Final = 100  # of a mapping whose keys are remembered
_BELOW: Final = ""  # the rest of a line whose value, if it has one, is in the lines below

_Line: TypeAlias = "tuple[int, str | None, Value, str | None, int]"
"""What a line means by itself: the column of its key and the key, None for an item of a list; its value.

Then None, or what is still to be read: `_BELOW`, a list in brackets (made anew for each page), the header of
a block scalar. Last the column of the dash, -1 where there is none.
"""


class _Lines(dict[bytes, "_Line | None"]):
    """Remembers what each line means; None is a blank line or a comment."""

    def __init__(self, plain: PlainScalar) -> None:
        super().__init__()
        self._plain = plain
        self.plain = _plain_numbers(plain)
        self._keys = keys_for(plain)
        self._heads: dict[bytes, tuple[int, str, int]] = {}
        self._dashes: dict[bytes, tuple[int, None, int]] = {}  # by the blanks before the dash

    def __missing__(self, line: bytes) -> _Line | None:
        """Raises UnsureError."""
        head, colon, written = line.partition(b": ")
        known: tuple[int, str | None, int] | None
        if colon:
            known = self._heads.get(head)
        else:
            head, _, written = line.partition(b"- ")
            known = self._dashes.get(head)
        found = None if known is None else self._of_known(known, written.decode())
        if found is None:
            found = self._understood(line.decode())
        if len(line) < _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[line] = found
        return found

    def _of_known(self, known: tuple[int, str | None, int], rest: str) -> _Line | None:
        """The rest of a line after a key or a dash that was met before; None for what is odd after a dash."""
        column, key, dash = known
        if rest and rest[-1] not in " :" and "#" not in rest and (":" not in rest or ": " not in rest):
            if rest[0].isalpha():  # most lines
                return column, key, self._plain(rest), None, dash
            if rest[0] not in INDICATORS:
                return column, key, self.plain(rest), None, dash
        return None if key is None else (column, key, *self._value(rest), dash)

    def _understood(self, line: str) -> _Line | None:
        content = line.lstrip(" ")
        if not content or content[0] == "#":
            return None
        column = len(line) - len(content)
        dash = -1
        if content.startswith("- "):
            dash = column
            if dash < _DEEPEST and len(self._dashes) < _MOST:
                self._dashes[line[:dash].encode()] = dash, None, dash
            content = content[2:].lstrip(" ")
            column = len(line) - len(content)
        if column > _DEEPEST:
            raise UnsureError
        name, colon, rest = content.partition(": ")
        key = self._keys[name] if colon else self._keys[content[:-1]] if content[-1:] == ":" else None
        if key is None:
            if dash < 0:
                raise UnsureError
            return (dash, None, *self._value(content), dash)
        if colon:
            self._remember(line[: column + len(name)], (column, key, dash))
        return (column, key, *self._value(rest), dash)

    def _remember(self, head: str, meaning: tuple[int, str, int]) -> None:
        if len(head) < _LONGEST and len(self._heads) < _MOST:
            self._heads[head.encode()] = meaning

    def _value(self, rest: str) -> tuple[Value, str | None]:
        odd = "#" in rest or (":" in rest and ": " in rest)
        if rest and rest[0] not in INDICATORS and rest[-1] not in " :" and not odd:
            return self.plain(rest), None
        text = rest.strip(" ")
        if not text or text[0] == "#":
            return None, _BELOW
        first = text[0]
        if first in "'\"":
            return quoted(text)[0], None
        if first in "[{":
            flow(text, 0, self.plain)
            return None, text
        if first in "|>":
            if text not in BLOCKS or rest[-1] == " ":  # `Headers` passes over blanks after it
                raise UnsureError
            return None, text
        return self.plain(words(text)), None


def _plain_numbers(plain: PlainScalar) -> PlainScalar:
    """The same scalars, but unsure of a whole number that Python writes otherwise: rules look at those."""

    def read(text: str) -> Scalar:
        value = plain(text)
        if type(value) is int and str(value) != text:
            raise UnsureError
        return value

    return read


@lru_cache(maxsize=2)
def _lines_for(plain: PlainScalar) -> _Lines:
    """The memory for one meaning of plain scalars: there is one in a run."""
    return _Lines(plain)


def forget_lines() -> None:
    """Lets go of the lines that are remembered; the next page is read without."""
    _lines_for.cache_clear()


def read_values(written: bytes, plain: PlainScalar) -> Data | None:
    """The values of YAML in UTF-8, without tabs and with line feeds alone; None where another reader has to.

    Bytes are cut into lines several times as fast as text, in which one curly quote widens all characters.

    Whatever it answers has neither problems nor two keys of one spelling in a mapping, and its whole numbers
    are written as Python writes them.
    """
    try:
        return _Walk(written, plain).values()
    except UnsureError:
        return None


class _Walk:
    """One walk down the lines.

    The line at hand belongs to a mapping or to a list, whose keys or dashes are in column `_depth`;
    `_around` are those around it, `_mappings` all that were met. `_waiting` is the key of the line before,
    where its value is to follow.
    """

    def __init__(self, written: bytes, plain: PlainScalar) -> None:
        self._written = written
        self._known = _lines_for(plain)
        self._headers = Headers(written)
        self._at = 0  # where the next lines begin, -1 after the last one
        self._mapping: Data = {}
        self._list: list[Value] | None = None  # the innermost, if the line belongs to one
        self._depth = 0
        self._waiting: str | None = None
        self._around: list[tuple[Data, list[Value] | None, int]] = []
        self._mappings = [self._mapping]

    def values(self) -> Data:
        """All of it. Raises UnsureError."""
        known, data = self._known, self._mapping
        # What hardly any line changes is at hand here, and put back for the methods that change it.
        mapping, items, depth, waiting = self._mapping, self._list, self._depth, self._waiting
        while self._at >= 0:
            for line in self._up_to_a_block().split(b"\n"):
                meaning = known[line]
                if meaning is None:
                    continue
                column, key, value, rest, dash = meaning
                if key is None:
                    if items is None or dash != depth:
                        self._waiting, waiting = waiting, None
                        items = self._find_list(dash)
                        mapping, depth = self._mapping, self._depth
                    items.append(value if rest is None else self._rest(rest, dash))
                    continue
                if items is not None or column != depth or dash >= 0 or waiting is not None:
                    self._waiting, waiting = waiting, None
                    self._find_mapping(column, dash)
                    mapping, items, depth = self._mapping, self._list, self._depth
                if key in mapping:
                    raise UnsureError
                if rest is None:
                    mapping[key] = value
                elif rest == _BELOW:
                    mapping[key] = None
                    waiting = key
                else:
                    mapping[key] = self._rest(rest, column)
        for mapping in self._mappings:
            if len(mapping) > 1 and _clash(mapping):
                raise UnsureError
        return data

    def _up_to_a_block(self) -> bytes:
        """The lines up to the next header of a block scalar."""
        start, written = self._at, self._written
        self._at = behind = self._headers.behind_next(start)
        return written[start:] if behind < 0 else written[start : behind - 1]

    def _find_list(self, dash: int) -> list[Value]:
        """The list whose dashes are in a column: it begins here, or was begun before."""
        if self._waiting is not None and dash >= self._depth:
            items: list[Value] = []
            self._mapping[self._waiting] = items
            self._waiting = None
            self._enter(self._mapping, items, dash)
            return items
        self._waiting = None
        while self._list is None or dash < self._depth:
            self._leave()
        if dash != self._depth:
            raise UnsureError
        return self._list

    def _find_mapping(self, column: int, dash: int) -> None:
        """Goes to the mapping whose keys are in a column: it begins after a dash or here, or was begun."""
        if dash >= 0:
            items = self._list
            if items is None or dash != self._depth:
                items = self._find_list(dash)
            items.append(self._begin(column))
            return
        if self._waiting is not None:
            key, around = self._waiting, self._mapping
            self._waiting = None
            if column > self._depth:
                around[key] = self._begin(column)
                return
        while self._list is not None or column < self._depth:
            self._leave()
        if column != self._depth:
            raise UnsureError

    def _begin(self, column: int) -> Data:
        mapping: Data = {}
        self._mappings.append(mapping)
        self._enter(mapping, None, column)
        return mapping

    def _enter(self, mapping: Data, items: list[Value] | None, depth: int) -> None:
        self._around.append((self._mapping, self._list, self._depth))
        self._mapping, self._list, self._depth = mapping, items, depth

    def _leave(self) -> None:
        if not self._around:
            raise UnsureError
        self._mapping, self._list, self._depth = self._around.pop()

    def _rest(self, rest: str, indent: int) -> Value:
        """What is still to be read after a key or a dash in column `indent`."""
        if rest[:1] in ("[", "{"):
            return flow(rest, 0, self._known.plain)[0]
        if not rest:
            raise UnsureError  # nothing after a dash
        value, self._at = block(self._written, self._at, indent, rest)
        return value


def _clash(mapping: Data) -> bool:
    """Whether two keys of a mapping differ in case alone."""
    keys = tuple(mapping)
    return _clashing(keys) if len(keys) <= _MOST_KEYS else _clashing.__wrapped__(keys)


@lru_cache(maxsize=256)  # a site has few sets of keys
def _clashing(keys: tuple[str, ...]) -> bool:
    return len(set(map(str.lower, keys))) < len(keys)
