r"""Reads regular expressions of Go (RE2) and of JSON Schema (ECMA-262), which are not Python's.

`$` is the end of the text and not the line break before it, `\d` and `\w` are ASCII, `(?i)` may be anywhere.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, TypeAlias

from frontlint.base.record import NamedTuple
from frontlint.patterns import charset
from frontlint.patterns.charset import CharSet, Range, Test


class Dialect(Enum):
    """Who wrote the expression."""

    GO = "Go"
    ECMA = "JSON Schema"


class At(Enum):
    """A condition on a place of the text."""

    TEXT_START = "start"
    TEXT_END = "end"
    LINE_START = "line start"
    LINE_END = "line end"
    BOUNDARY = "word boundary"
    NO_BOUNDARY = "no word boundary"


class Seq(NamedTuple):
    """One after the other."""

    items: tuple[Node, ...]


class Alt(NamedTuple):
    """One of these."""

    items: tuple[Node, ...]


class Repeat(NamedTuple):
    """From `low` to `high` times; without end where that is None."""

    item: Node
    low: int
    high: int | None


class Look(NamedTuple):
    """A look ahead or back from a place, which takes nothing."""

    item: Node
    ahead: bool
    wanted: bool


Node: TypeAlias = "CharSet | At | Seq | Alt | Repeat | Look"

MOST_DEPTH: Final = 60
"""Groups inside of groups."""
_MOST_REPEAT: Final = 1000  # in Go; more is an error there
_ESCAPES: Final = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_NOTHING: Final = Seq(())


class PatternError(ValueError):
    """A text that is not an expression, or one that cannot be matched in linear time."""


class LimitError(PatternError):
    """An expression that is too large for frontlint, or has a character class that it does not know."""


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


class _Reader:
    def __init__(self, text: str, dialect: Dialect) -> None:
        self.text = text
        self.at = 0
        self._go = dialect is Dialect.GO
        self._flags = _Flags()
        self._depth = 0

    def _peek(self, length: int = 1) -> str:
        return self.text[self.at : self.at + length]

    def _take(self, expected: str) -> bool:
        if self.text.startswith(expected, self.at):
            self.at += len(expected)
            return True
        return False

    def _until(self, closing: str) -> str | None:
        """What is before a closing mark, which is taken as well; None if there is none."""
        end = self.text.find(closing, self.at)
        if end < 0:
            return None
        found = self.text[self.at : end]
        self.at = end + len(closing)
        return found

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
            return self._char_class()
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

    def _class_escape(self, char: str) -> tuple[tuple[Range, ...] | None, tuple[Test, ...]]:
        r"""`\d` and its like; without ranges for what is one character."""
        space = charset.GO_SPACE if self._go else charset.ECMA_SPACE
        plain = {"d": charset.DIGIT, "w": charset.WORD, "s": space}
        if char in plain:
            return plain[char], ()
        if char and char.lower() in plain:
            return charset.outside(plain[char.lower()]), ()
        if char and char in "pP":
            return (), (self._property(char == "P"),)
        return None, ()

    def _property(self, negated: bool) -> Test:
        if self._take("{"):
            name = self._until("}") or ""
        else:
            name = self._peek()
            self.at += 1
        if name.startswith("^"):
            name, negated = name[1:], not negated
        found = charset.unicode_class(name)
        if found is None:
            raise LimitError(f"the character class {name}, which is not known here")
        known = found
        return (lambda char: not known(char)) if negated else known

    def _char_escape(self, char: str) -> str:
        if char in _ESCAPES:
            return _ESCAPES[char]
        if char == "x" or (char == "u" and not self._go):
            return self._hex({"x": 2, "u": 4}[char])
        if char == "c" and not self._go and self._peek().isalpha():
            self.at += 1
            return chr(ord(self.text[self.at - 1]) % 32)
        if char == "0":
            digits = self.text[self.at : self.at + 2] if self._go else ""
            octal = digits[: len(digits) - len(digits.lstrip("01234567"))]
            self.at += len(octal)
            return chr(int("0" + octal, 8))
        if not char or (char.isalnum() and char.isascii()):
            raise PatternError(f"an unknown escape \\{char}")
        return char

    def _hex(self, length: int) -> str:
        if self._take("{"):
            digits, closed, _ = self.text[self.at : self.at + 9].partition("}")
            self.at += len(digits) + 1
        else:
            digits = closed = self._peek(length)
            self.at += length
            closed = closed if len(digits) == length else ""
        if not closed or not digits or digits.strip("0123456789abcdefABCDEF"):
            raise PatternError("an escape without its digits")
        if int(digits, 16) > charset.LAST:
            raise PatternError("an escape beyond Unicode")
        return chr(int(digits, 16))

    def _char_class(self) -> Node:
        negated = self._take("^")
        ranges: list[Range] = []
        tests: list[Test] = []
        first = self._go  # where `]` is a character: in ECMA, `[]` is the empty set
        while (char := self._peek()) != "]" or first:
            if not char:
                raise PatternError("a set of characters that is not closed")
            first = False
            self._class_part(ranges, tests)
        self.at += 1
        return CharSet(tuple(ranges), tuple(tests), negated, self._flags.ignore_case)

    def _class_part(self, ranges: list[Range], tests: list[Test]) -> None:
        if self._go and self._peek(2) == "[:":
            name, closed, _ = self.text[self.at + 2 : self.at + 12].partition(":]")
            found = charset.POSIX.get(name.removeprefix("^"))
            if closed and found is not None:
                ranges += charset.outside(found) if name.startswith("^") else found
                self.at += len(name) + 4
                return
        low = self._class_char(ranges, tests)
        if low is None:
            return
        if self._peek() != "-" or self._peek(2) in ("-]", "-"):
            ranges.append((ord(low), ord(low)))
            return
        self.at += 1
        high = self._class_char(ranges, tests)
        if high is None:  # `[a-\d]`: the hyphen is text
            ranges += ((ord(low), ord(low)), (45, 45))
        elif high < low:
            raise PatternError(f"the range {low}-{high}, which runs backwards")
        else:
            ranges.append((ord(low), ord(high)))

    def _class_char(self, ranges: list[Range], tests: list[Test]) -> str | None:
        """The next character of a set; None where it was a set by itself, which has been added."""
        char = self._peek()
        self.at += 1
        if char != "\\":
            return char
        char = self._peek()
        self.at += 1
        if char == "b" and not self._go:
            return "\b"
        found, more = self._class_escape(char)
        if found is None:
            return self._char_escape(char)
        ranges += found
        tests += more
        return None


_FLAG_NAMES: Final = {"i": "ignore_case", "m": "lines", "s": "dot_all"}
_PLACES: Final = {
    "A": At.TEXT_START,
    "z": At.TEXT_END,
    "b": At.BOUNDARY,
    "B": At.NO_BOUNDARY,
}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9
