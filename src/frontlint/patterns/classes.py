"""Reads what stands for characters in an expression: escapes, and sets in brackets."""

from __future__ import annotations

from typing import Final

from frontlint.patterns import charset
from frontlint.patterns.charset import CharSet, Range, Test
from frontlint.patterns.nodes import Dialect, LimitError, PatternError

_ESCAPES: Final = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


class ClassReader:
    """A place in an expression, and what can be read there of characters."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        self.text = text
        self.at = 0
        self._go = dialect is Dialect.GO

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

    def char_class(self, ignore_case: bool) -> CharSet:
        """A set, after its opening bracket. Raises PatternError."""
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
        return CharSet(tuple(ranges), tuple(tests), negated, ignore_case)

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
