"""Where Hugo stops reading the shortcodes of a page, as its own lexer does.

Follows parser/pageparser/pagelexer_shortcode.go of Hugo 0.168 state by state. What depends on a template
(unknown names, a pair whose template has no `.Inner`) is not judged here.
"""

from __future__ import annotations

import re

from frontlint.base.choice import Enum, auto
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.hugo.content.goletters import is_word, run_of_words
from frontlint.hugo.content.shortcodes import PLAIN

_OPENING = lazy_pattern(r"\{\{[<%]")
_BLANKS = lazy_pattern(r"[ \t\n\v\f\r]*")
_TO_BLANK = lazy_pattern(r"[^ \t\n\v\f\r]*")
_NAME = lazy_pattern(r"[\w/-]*")
_WORD = lazy_pattern(r"[\w.-]*")
_QUOTE_STOP = lazy_pattern(r'[\\"\n]')
_OPENINGS = ("{{<", "{{%")
_CLOSING = {"<": ">}}", "%": "%}}"}


class Stop(Enum):
    """Why Hugo stops at a shortcode."""

    NEVER_CLOSED = auto()
    CHARACTER = auto()
    QUOTE = auto()
    RAW = auto()
    ESCAPE = auto()
    MIXED = auto()
    PERIOD = auto()
    NO_NAME = auto()
    NONE_OPEN = auto()
    OTHER_OPEN = auto()
    TRAILING = auto()
    COMMENT = auto()
    NESTED = auto()


class Fault(NamedTuple):
    """The first fault of a page, in code points of its text.

    `opening` is the `{{<` of the shortcode, `at` the place that Hugo names, which may be the end of the
    text. `swallowed` is where a value begins that took the closing delimiter along, else -1.
    """

    stop: Stop
    opening: int
    at: int
    name: str = ""
    swallowed: int = -1


def first_fault(text: str, start: int = 0) -> Fault | None:
    """Where Hugo's build stops in the text of a page from `start` on; None where it reads all shortcodes."""
    at = text.find("{", start)  # a single character is found fastest
    while at >= 0:
        if text.startswith(_OPENINGS, at):
            plain = PLAIN.match(text, at)
            if plain is None:
                return _Lexer(text).run(start)
            at = plain.end() - 1
        at = text.find("{", at + 1)
    return None


class _LexerStop(Exception):  # noqa: N818 - not an error of ours: it carries the place out of the lexer
    def __init__(self, stop: Stop, at: int) -> None:
        super().__init__(stop)
        self.stop = stop
        self.at = at


class _Lexer:
    """Hugo's lexer; what it remembers from one shortcode to the next is what Hugo remembers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.name = ""
        self.inline = False
        self.closing_state = 0
        self.opened: set[str] = set()
        self.depth = 0
        self._begin(">}}")

    def _begin(self, closing: str) -> None:
        self.closing = closing
        self.step = 0
        self.elements = 0
        self.begins = self.last = ""
        self.named = self.positional = False
        self.has_close = False
        self.first = ""
        self.swallowed = -1

    def run(self, at: int) -> Fault | None:
        """The first fault from a place on."""
        while opening := _OPENING.search(self.text, at):
            start = opening.start()
            self._begin(_CLOSING[self.text[start + 2]])
            try:
                at = self._shortcode(start)
            except _LexerStop as stopped:
                return Fault(stopped.stop, start, stopped.at, self.first, self.swallowed)
        return None

    def _shortcode(self, start: int) -> int:
        """The place after a shortcode (lexInsideShortcode)."""
        text, at = self.text, start + 3
        if self.inline and not self._closes_inline(at):
            raise _LexerStop(Stop.NESTED, start)
        if text.startswith("/*", at):
            end = text.find("*/" + self.closing, at)
            if end <= at + 1:  # `{{</*/>}}`: the one star cannot be both
                raise _LexerStop(Stop.COMMENT, start)
            return end + 5
        while True:
            at = _end(_BLANKS, text, at)
            if text.startswith(self.closing, at):
                self._finish(start)
                return at + 3
            if at >= len(text):
                raise _LexerStop(Stop.NEVER_CLOSED, at)
            at = self._element(at)

    def _finish(self, start: int) -> None:
        """What Hugo says of a whole shortcode, whatever its template is (extractShortcode)."""
        self.closing_state = 0
        self._item("")
        if not (
            self.first or self.has_close
        ):  # Hugo has a word for `{{< >}}` only, and panics at `{{< ="a" >}}`
            raise _LexerStop(Stop.NO_NAME, start)
        # `a = "b" c` passes the lexer, and is refused when it is put together.
        if self.positional and self.named:
            raise _LexerStop(Stop.MIXED, start)
        self._count(start)

    def _count(self, start: int) -> None:
        """Each opening tag can be closed once, whichever of them have templates with `.Inner`."""
        if self.begins == "/":
            self.depth -= 1
            if self.depth < 0:
                raise _LexerStop(Stop.NONE_OPEN, start)
        elif not self.has_close:
            self.depth += 1

    def _element(self, at: int) -> int:
        """The place after one element: a name, a parameter, a value or a slash."""
        text, char = self.text, self.text[at]
        if char == "=":
            return self._value(_end(_BLANKS, text, at + 1))
        if char == "/":
            return self._slash(at)
        if char == "\\":
            quote = text[at + 1 : at + 2]
            if quote == "`":
                raise _LexerStop(Stop.ESCAPE, at + 1)
            return self._positional(at + 1, escapes=False) if quote == '"' else at + 1
        if self.step and (char in '"`-' or is_word(char)):
            return self._positional(at, escapes=True) if char in '"`' else self._bare(at)
        if is_word(char):
            return self._name(at)
        raise _LexerStop(Stop.CHARACTER, at)

    def _item(self, kind: str) -> None:
        """Keeps what Hugo's items say: a parameter that no value follows is a positional one."""
        self.positional = self.positional or self.last == "parameter"
        self.begins = self.begins or kind
        self.last = kind

    def _slash(self, at: int) -> int:
        if not self.name:
            raise _LexerStop(Stop.NONE_OPEN, at)
        self.closing_state += 1
        self.inline = False
        self.step = 0
        self.has_close = True
        self._item("/")
        return at + 1

    def _name(self, start: int) -> int:
        """A name (lexIdentifierInShortcode)."""
        text, at = self.text, run_of_words(_NAME, self.text, start)
        while text.startswith(".", at):
            self.inline = text.startswith("inline ", at + 1)
            if not self.inline:
                self.first = self.first or text[start:at]
                raise _LexerStop(Stop.PERIOD, start)
            at = run_of_words(_NAME, text, at + 1)
        word = text[start:at]
        self.first = self.first or word
        closes = self.closing_state > 0
        if closes and word not in self.opened:
            raise _LexerStop(Stop.OTHER_OPEN, start)
        self.closing_state = 0
        self.name = word
        self.opened.add(word)
        self.step += 1
        self._item("name")
        return self._end_of_closing(at) if closes else at

    def _end_of_closing(self, at: int) -> int:
        """Nothing may follow the name in a closing tag (lexEndOfShortcode)."""
        self.inline = False
        at = _end(_BLANKS, self.text, at)
        if at >= len(self.text):
            raise _LexerStop(Stop.NEVER_CLOSED, at)
        if not self.text.startswith(self.closing, at):
            raise _LexerStop(Stop.TRAILING, at)
        return at

    def _bare(self, start: int) -> int:
        """A word, or the name of a parameter (lexShortcodeParam)."""
        at = run_of_words(_WORD, self.text, start)
        named = self.text.startswith("=", at)
        if self.elements and named != (self.elements == 2):
            raise _LexerStop(Stop.MIXED, start)
        self.elements = self.elements or (2 if named else 1)
        self._item("parameter")
        return at

    def _positional(self, start: int, *, escapes: bool) -> int:
        if self.elements == 2:
            raise _LexerStop(Stop.MIXED, start)
        self.elements = 1
        self._item("parameter")
        return self._raw(start) if self.text[start] == "`" else self._quoted(start, escapes=escapes)

    def _value(self, start: int) -> int:
        """What follows `=`; a bare value goes on to the next blank, and takes `>}}` along."""
        self.named = self.named or self.last == "parameter"
        self.last = ""
        self._item("=")
        char = self.text[start : start + 1]
        if char in ('"', "\\"):
            return self._quoted(start, escapes=char == '"')
        if char == "`":
            return self._raw(start)
        return self._took(start, _end(_TO_BLANK, self.text, start))

    def _raw(self, start: int) -> int:
        end = self.text.find("`", start + 1)
        if end < 0:
            self._took(start, len(self.text))
            raise _LexerStop(Stop.RAW, start + 1)
        return self._took(start, end + 1)

    def _quoted(self, start: int, *, escapes: bool) -> int:
        r"""A value in quotes; without `escapes` it is one in `\"` (lexShortcodeQuotedParamVal)."""
        text, at, begin = self.text, start, -1
        while stop := _QUOTE_STOP.search(text, at):
            char, at = stop.group(), stop.end()
            following = text[at : at + 1]
            if char == "\n":
                break
            if char == '"':
                if begin >= 0:
                    return self._took(start, at)
                begin = at
            elif following == "`":
                raise _LexerStop(Stop.ESCAPE, max(begin, start))
            elif following == '"' and begin >= 0:
                if not escapes:
                    return self._took(start, at + 1)
                at += 1
        self._took(start, at if stop else len(text))
        raise _LexerStop(Stop.QUOTE, max(begin, start))

    def _took(self, start: int, end: int) -> int:
        if self.swallowed < 0 and self.text.find(self.closing, start, end) >= 0:
            self.swallowed = start
        return end

    def _closes_inline(self, at: int) -> bool:
        """In an inline shortcode, the one markup that Hugo takes is its own closing tag."""
        at = _end(_BLANKS, self.text, at)
        if not self.text.startswith("/", at):
            return False
        return self.text.startswith(f"{self.name} ", _end(_BLANKS, self.text, at + 1))


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
