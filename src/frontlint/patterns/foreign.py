r"""Reads regular expressions of Go (RE2) and of JSON Schema (ECMA-262), which are not Python's.

`$` is the end of the text and not the line break before it, `\d` and `\w` are ASCII, `(?i)` may be anywhere.
"""

from __future__ import annotations

from typing import Final

from frontlint.base.record import NamedTuple
from frontlint.patterns import charset
from frontlint.patterns.charset import CharSet
from frontlint.patterns.classes import ClassReader
from frontlint.patterns.nodes import Alt, At, Dialect, LimitError, Look, Node, PatternError, Repeat, Seq

MOST_DEPTH: Final = 60
"""Groups inside of groups."""
_MOST_REPEAT: Final = 1000  # in Go; more is an error there
_NOTHING: Final = Seq(())


class _Flags(NamedTuple):
    ignore_case: bool = False
    lines: bool = False
    dot_all: bool = False


def parse(pattern: str, dialect: Dialect) -> Node:
    """The expression as a tree. Raises PatternError."""
    reader = _Reader(pattern, dialect)
    node = reader.alternatives()
    if reader.at < len(pattern):
        raise PatternError("a closing bracket without an opening one")
    return node


class _Reader(ClassReader):
    def __init__(self, text: str, dialect: Dialect) -> None:
        super().__init__(text, dialect)
        self._flags = _Flags()
        self._depth = 0

    def alternatives(self) -> Node:
        """Up to the end or a closing bracket; flags set inside end with it."""
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise LimitError(f"more than {MOST_DEPTH} groups inside of each other")
        before = self._flags
        found = [self._sequence()]
        while self._take("|"):
            found.append(self._sequence())
        self._flags = before
        self._depth -= 1
        return found[0] if len(found) == 1 else Alt(tuple(found))

    def _sequence(self) -> Node:
        items: list[Node] = []
        while self._peek() not in ("", "|", ")"):
            item = self._item()
            items.append(self._repeated(item))
        return items[0] if len(items) == 1 else Seq(tuple(items))

    def _item(self) -> Node:
        char = self._peek()
        self.at += 1
        if char == "(":
            return self._group()
        if char == "[":
            return self.char_class(self._flags.ignore_case)
        if char == "\\":
            return self._escape()
        if char == ".":
            return CharSet(() if self._flags.dot_all else ((10, 10),), negated=True)
        if char == "^":
            return At.LINE_START if self._flags.lines else At.TEXT_START
        if char == "$":
            return At.LINE_END if self._flags.lines else At.TEXT_END
        if char in "*+?":
            raise PatternError(f"nothing to repeat before {char}")
        return charset.single(char, self._flags.ignore_case)

    def _repeated(self, item: Node) -> Node:
        again = False
        while (bounds := self._bounds()) is not None:
            if again and self._go:
                raise PatternError("a repeat of a repeat")
            low, high = bounds
            if high is not None and high < low:
                raise PatternError("a repeat that ends before it begins")
            if self._go and max(low, high or 0) > _MOST_REPEAT:
                raise PatternError(f"more than {_MOST_REPEAT} repeats")
            item, again = Repeat(item, low, high), True
            self._take("?")  # how much is taken first makes no difference to whether there is a match
        return item

    def _bounds(self) -> tuple[int, int | None] | None:
        for sign, low, high in (("*", 0, None), ("+", 1, None), ("?", 0, 1)):
            if self._take(sign):
                return low, high
        if self._peek() != "{":
            return None
        inside, closed, _ = self.text[self.at + 1 : self.at + 24].partition("}")
        first, comma, last = inside.partition(",")
        if not closed or not _is_number(first) or not (last == "" or _is_number(last)):
            return None  # braces that are not a repeat are text
        self.at += len(inside) + 2
        return int(first), int(last) if last else None if comma else int(first)

    def _group(self) -> Node:
        if not self._take("?"):
            return self._closed(self.alternatives())
        for sign, ahead, wanted in (
            ("=", True, True),
            ("!", True, False),
            ("<=", False, True),
            ("<!", False, False),
        ):
            if self._take(sign):
                if self._go:
                    raise PatternError("Go knows neither look-ahead nor look-behind")
                return Look(self._closed(self.alternatives()), ahead, wanted)
        if self._take("P<") or self._take("<"):
            name = self._until(">")
            if name is None or not name.replace("_", "a").replace("$", "a").isalnum():
                raise PatternError("a group with a bad name")
            return self._closed(self.alternatives())
        return self._flagged()

    def _flagged(self) -> Node:
        before, on, flags = self._flags, True, self._flags
        while (char := self._peek()) not in ("", ")", ":"):
            self.at += 1
            if char == "-" and on:
                on = False
            elif char in _FLAG_NAMES:
                flags = flags._replace(**{_FLAG_NAMES[char]: on})
            elif char != "U":
                raise PatternError(f"an unknown group (?{char}")
        self._flags = flags
        if self._take(":"):
            inner = self._closed(self.alternatives())
            self._flags = before
            return inner
        return self._closed(_NOTHING)

    def _closed(self, node: Node) -> Node:
        if not self._take(")"):
            raise PatternError("a group that is not closed")
        return node

    def _escape(self) -> Node:
        char = self._peek()
        self.at += 1
        if char in _PLACES and (self._go or char in "bB"):
            return _PLACES[char]
        if char in ("k", *"123456789"):
            raise PatternError("a back-reference, which cannot be matched in linear time")
        if char == "Q" and self._go:
            quoted = self._until("\\E")
            if quoted is None:
                quoted, self.at = self.text[self.at :], len(self.text)
            return Seq(tuple(charset.single(one, self._flags.ignore_case) for one in quoted))
        ranges, tests = self._class_escape(char)
        if ranges is None:
            return charset.single(self._char_escape(char), self._flags.ignore_case)
        return CharSet(ranges, tests, folded=self._flags.ignore_case and bool(tests))


_FLAG_NAMES: Final = {"i": "ignore_case", "m": "lines", "s": "dot_all"}
_PLACES: Final = {
    "A": At.TEXT_START,
    "z": At.TEXT_END,
    "b": At.BOUNDARY,
    "B": At.NO_BOUNDARY,
}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9
