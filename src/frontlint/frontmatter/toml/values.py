"""Reads keys and values of TOML 1.1, as Hugo's go-toml v2 does, with their places.

The standard library's tomllib knows TOML 1.0 only and has no positions. Dates and times become text, as Hugo
prints them.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from math import isinf
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span
from frontlint.frontmatter.depth import HUGOS_DEPTH
from frontlint.frontmatter.document import Moment
from frontlint.frontmatter.nodes import Items, Leaf, Members, Tree
from frontlint.frontmatter.parsed import UnreadableText, duplicate_key, syntax
from frontlint.frontmatter.toml import mistakes as mistakes

_BLANK: Final = re.compile(r"[ \t]*")
_BLANK_AND_LINES: Final = lazy_pattern(r"(?:[ \t]++|\r?\n|#[^\r\n\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*+)*+")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_BASIC: Final = lazy_pattern(r'"((?:[^"\\\x00-\x08\x0a-\x1f\x7f]++|\\.)*+)"')
_LITERAL: Final = re.compile(r"'([^'\x00-\x08\x0a-\x1f\x7f]*+)'")
_LONG_BASIC: Final = lazy_pattern(
    r'"""(?:\r?\n)?((?:[^"\\\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f]++|\\(?:\r\n|.)|"{1,2}(?!")|\r\n)*+"{0,2})"""',
    re.DOTALL,
)
_LONG_LITERAL: Final = lazy_pattern(
    r"'''(?:\r?\n)?((?:[^'\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f]++|'{1,2}(?!')|\r\n)*+'{0,2})'''"
)
_ESCAPE: Final = re.compile(r"\\(?:x(..)|u(....)|U(........)|([ \t]*\r?\n\s*)|(.))", re.DOTALL)
_SIMPLE: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}
_INTEGER: Final = lazy_pattern(
    r"[+-]?(?:0|[1-9](?:_?[0-9])*+)|0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*+|0o[0-7](?:_?[0-7])*+|0b[01](?:_?[01])*+"
)
_FLOAT: Final = lazy_pattern(
    r"[+-]?(?:0|[1-9](?:_?[0-9])*+)(?:\.[0-9](?:_?[0-9])*+)?(?:[eE][+-]?[0-9](?:_?[0-9])*+)?"
    r"|[+-]?(?:inf|nan)"
)
_TIME: Final = r"([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]|60)(\.[0-9]+)?)?"
_MOMENT: Final = re.compile(
    rf"(\d{{4}})-(\d\d)-(\d\d)(?:[Tt ]{_TIME}([Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?)?"
)
_CLOCK: Final = re.compile(_TIME)
_WORD: Final = re.compile(r"[^\s,\]}#]+(?: [0-9][0-9:.Zz+-]*)?")


class Scanner:
    """It is at `at` of a text that ends at `end`."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.whole = text
        self.text = text[:end]
        self.at = start
        self.end = end
        self._depth = 0

    def peek(self) -> str:
        """The next character, empty at the end."""
        return self.text[self.at : self.at + 1]

    def skip(self) -> str:
        """Skips blanks; the character there."""
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.peek()

    def skip_lines(self) -> str:
        """Skips blanks, line breaks and comments; the character there."""
        match = _BLANK_AND_LINES.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.peek()

    def key(self) -> list[tuple[str, Span]]:
        """A key and its dotted parts."""
        parts = [self._key_part()]
        while self.skip() == ".":
            self.at += 1
            self.skip()
            parts.append(self._key_part())
        return parts

    def _key_part(self) -> tuple[str, Span]:
        start = self.at
        char = self.peek()
        if char in ('"', "'") and not self.text.startswith(char * 3, start):
            name = self._short_string(char)
        else:
            match = _BARE.match(self.text, start)
            if match is None:
                raise UnreadableText(mistakes.no_key(self.text, start))
            self.at = match.end()
            name = match.group()
        return name, Span(start, self.at)

    def value(self) -> Tree:
        """The value that begins here."""
        start = self.at
        char = self.peek()
        if char == "[":
            return self._array()
        if char == "{":
            return self._inline_table()
        if char in ('"', "'"):
            long = self.text.startswith(char * 3, start)
            text = self._long_string(char) if long else self._short_string(char)
            return Leaf(text, start, self.at)
        return self._word()

    def _short_string(self, quote: str) -> str:
        match = (_BASIC if quote == '"' else _LITERAL).match(self.text, self.at)
        if match is None:
            raise UnreadableText(mistakes.open_string(self.text, self.at, quote))
        self.at = match.end()
        return self._unescaped(match[1], match.start(1)) if quote == '"' else match[1]

    def _long_string(self, quote: str) -> str:
        match = (_LONG_BASIC if quote == '"' else _LONG_LITERAL).match(self.text, self.at)
        if match is None:
            raise UnreadableText(mistakes.open_string(self.text, self.at, quote * 3))
        self.at = match.end()
        return self._unescaped(match[1], match.start(1)) if quote == '"' else match[1]

    def _unescaped(self, written: str, start: int) -> str:
        if "\\" not in written:
            return written
        return _ESCAPE.sub(lambda match: self._escape(match, start), written)

    def _escape(self, match: re.Match[str], start: int) -> str:
        digits = match[1] or match[2] or match[3]
        if match[4] is not None:
            return ""
        if digits is not None and re.fullmatch(r"[0-9A-Fa-f]+", digits):
            code = int(digits, 16)
            if code < 0xD800 or 0xE000 <= code < 0x110000:
                return chr(code)
        elif digits is None and match[5] in _SIMPLE:
            return _SIMPLE[match[5]]
        raise UnreadableText(mistakes.bad_escape(self.text, start + match.start(), start + match.end()))

    def _word(self) -> Leaf:
        """A number, a boolean, a date or a time."""
        start = self.at
        match = _WORD.match(self.text, start)
        if match is None:
            raise UnreadableText(mistakes.no_value(self.text, start))
        word = match.group()
        if " " in word and not _MOMENT.fullmatch(word):
            word = word.partition(" ")[0]
        self.at = start + len(word)
        if word in ("true", "false"):
            return Leaf(word == "true", start, self.at)
        if _INTEGER.fullmatch(word):
            return Leaf(self._integer(word, start), start, self.at)
        if _FLOAT.fullmatch(word):
            return Leaf(self._float(word, start), start, self.at)
        moment = _moment(word)
        if moment is None:
            raise UnreadableText(mistakes.bare_word(self.text, start, word))
        return Leaf(Moment(moment), start, self.at)

    def _float(self, word: str, start: int) -> float:
        value = float(word.replace("_", ""))
        if isinf(value) and not word.endswith("inf"):
            raise UnreadableText(
                syntax(start, self.at, f"the number {word[:30]} is too large", "put it in quotes")
            )
        return value

    def _integer(self, word: str, start: int) -> int:
        value = int(word, 0) if len(word) < 80 else 2**64
        if not -(2**63) <= value < 2**63:
            message = f"the number {word[:30]} has more than 64 bits"
            raise UnreadableText(syntax(start, self.at, message, "put it in quotes"))
        return value

    def _enter(self) -> int:
        self._depth += 1
        if self._depth > HUGOS_DEPTH:
            message = f"more than {HUGOS_DEPTH} lists and tables are nested, which is too deep"
            raise UnreadableText(syntax(self.at, self.at + 1, message, "write fewer brackets"))
        self.at += 1
        return self.at - 1

    def _array(self) -> Items:
        node = Items(self._enter(), self.at)
        while self.skip_lines() != "]":
            node.items.append(self.value())
            if self.skip_lines() == ",":
                self.at += 1
            elif self.peek() != "]":
                raise UnreadableText(mistakes.no_comma(self.text, self.at, node.start, "]"))
        self._depth -= 1
        self.at += 1
        node.end = self.at
        return node

    def _inline_table(self) -> Members:
        node = Members(self._enter(), self.at, how="inline")
        while self.skip_lines() != "}":
            self.key_value(node)
            if self.skip_lines() == ",":
                self.at += 1
            elif self.peek() != "}":
                raise UnreadableText(mistakes.no_comma(self.text, self.at, node.start, "}"))
        self._depth -= 1
        self.at += 1
        node.end = self.at
        return node

    def key_value(self, table: Members) -> None:
        """`key = value` into a table; a dotted key makes tables on its way."""
        begin = self.at
        parts = self.key()
        if self.skip() != "=":
            raise UnreadableText(mistakes.no_equals(self.text, begin, self.at))
        self.at += 1
        if self.skip() in ("", "\r", "\n", "#"):
            raise UnreadableText(mistakes.no_value(self.text, self.at))
        value = self.value()
        for (name, span), (_, after) in pairwise(parts):
            _, inner = table.members.setdefault(name, (span, Members(after.start, after.start, how="dotted")))
            if not isinstance(inner, Members) or inner.how not in ("dotted", "implicit"):
                raise UnreadableText(duplicate_key(self.whole, name, span, table.members[name][0]))
            inner.end = max(inner.end, value.end)
            table = inner
        name, span = parts[-1]
        if name in table.members:
            raise UnreadableText(duplicate_key(self.whole, name, span, table.members[name][0]))
        table.members[name] = span, value


def _moment(word: str) -> str | None:
    """A date, a time or both, as Go prints them; None for anything else."""
    match = _MOMENT.fullmatch(word)
    if match is None:
        clock = _CLOCK.fullmatch(word)
        return _clock(*clock.groups()) if clock else None
    year, month, day, *time, zone = match.groups()
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return None
    text = f"{year}-{month}-{day}"
    if time[0] is None:
        return text
    return f"{text}T{_clock(*time)}{_zone(zone)}"


def _clock(hour: str, minute: str, second: str | None, fraction: str | None) -> str:
    fraction = (fraction or "")[:10].rstrip("0").rstrip(".")
    return f"{hour}:{minute}:{second or '00'}{fraction}"


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    return "Z" if zone in ("z", "Z", "+00:00", "-00:00") else zone
