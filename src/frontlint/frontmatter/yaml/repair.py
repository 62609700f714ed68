"""What Hugo's parser takes and libyaml does not: replaced before parsing, put back afterwards.

Every replacement keeps the length, so that positions stay true. Stand-ins are private characters that do not
occur in the text; each means a character, or nothing at all, in the values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from yaml import FlowMappingEndToken, FlowMappingStartToken, FlowSequenceEndToken, FlowSequenceStartToken
from yaml.error import MarkedYAMLError, YAMLError

from frontlint.frontmatter.yaml.inner_lists import inner_list
from frontlint.frontmatter.yaml.nodes import Parser

_LINE_BREAKS_OF_1_1: Final = ("\x85", "\u2028", "\u2029")
_NOT_FOR_LIBYAML: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]|^\ufeff"
)
_BREAK: Final = re.compile(r"\r\n?|\n")
_NOTHING: Final = re.compile(r"[ \t]*+(?:#[^\r\n]*+)?")
_EMPTY_KEY: Final = re.compile(r"([ ]*+)(?!-[ \t])[^\s#][^\r\n]*?:(?=[ \t]*+(?:#|\Z))")
_PLAIN_VALUE: Final = re.compile(
    r"""(?m)^(?=[^\r\n]*+[\r\n])([ ]*(?:-[ ]+)*)"""
    r"""(?:(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s#\-\[{"'|>&*!][^\r\n]*?):|-)[ ]+"""
    r"""[^\s#\-\[{"'|>&*!%@`][^\r\n]*(?:\r\n|\r|\n)"""
)
_STRUCTURE: Final = re.compile(r":(?=\s|\Z)|#")
_PAIRS: Final = re.compile(
    r'\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)|"', re.DOTALL
)
_PAIR_LENGTH: Final = 12
_BLOCK_HEADER: Final = re.compile(r"(?<=[\s])[|>][-+]?[ \t]*+(?:#[^\r\n]*+)?\n")
_WIDEST: Final = 64  # blanks of indentation
_ESCAPE: Final = MappingProxyType({"x": 2, "u": 4, "U": 8})
_FIRST_STAND_IN: Final = 0xF0000
_MOST_REPAIRS: Final = 200
_MOST_READ: Final = 4_000_000  # characters, because each repair is followed by another reading of all of it
_FEWEST: Final = 4


class Repairs:
    """A text for libyaml, and the way back from its values. False while nothing is replaced.

    It is `exhausted` once there was more to repair than it is worth.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._original = text
        self._back: dict[int, str] = {}
        self._stand_ins: dict[str, str] = {}
        self._made = 0
        self.exhausted = False
        if any(char in text for char in _LINE_BREAKS_OF_1_1) or text.startswith("\ufeff"):
            self.replace_unreadable()
        if text.startswith("..."):  # no document has begun that it could end
            self.text = "   " + self.text[3:]

    def __bool__(self) -> bool:
        return bool(self._back)

    def restore(self, value: str) -> str:
        """A value with the author's characters back in it."""
        return value.translate(self._back)

    def replace_unreadable(self) -> bool:
        """Control characters, surrogates, line breaks of YAML 1.1: plain characters to Hugo."""
        before = self.text
        self.text = _NOT_FOR_LIBYAML.sub(lambda match: self._stand_in(match.group()), before)
        return self.text != before

    def repair(self, error: YAMLError) -> bool:
        """Repairs what libyaml refused, if Hugo takes it; False if there is nothing to repair."""
        self._made += 1
        if not isinstance(error, MarkedYAMLError):
            return self.replace_unreadable()
        if self._made == 1 and self._trim_blank_lines():
            return True
        method = _METHODS.get(error.problem or "")
        if method is None or error.problem_mark is None:
            return False
        if self._made > _MOST_REPAIRS or self._made * len(self.text) > _MOST_READ:
            self.exhausted = self._made > _FEWEST
            if self.exhausted:
                return False
        since = error.context_mark.index if error.context_mark is not None else 0
        before = self.text
        method(self, since, error.problem_mark.index)
        return self.text != before

    def _trim_blank_lines(self) -> bool:
        """Blank lines at the start of a block scalar that are one blank longer than its text.

        goccy counts one blank less. A carriage return in place of the last one leaves all offsets alone.
        """
        before, pieces, done = self.text, list[str](), 0
        for header in _BLOCK_HEADER.finditer(before):
            at, ends = header.end(), dict[int, int]()
            while (end := before.find("\n", at)) >= 0 and not before[at:end].strip(" "):
                ends[end] = end - at
                at = end + 1
            width = len(before[at : at + _WIDEST]) - len(before[at : at + _WIDEST].lstrip(" "))
            for end, length in ends.items():
                if length == width + 1 > 1:
                    pieces += [before[done : end - 1], "\r"]
                    done = end
        self.text = "".join(pieces) + before[done:]
        return bool(pieces)

    def _put(self, start: int, end: int, instead: str) -> None:
        assert len(instead) == end - start
        self.text = self.text[:start] + instead + self.text[end:]

    def _stand_in(self, meaning: str) -> str:
        """A character that libyaml takes for a letter and that means `meaning` in a value."""
        if meaning not in self._stand_ins:
            code = _FIRST_STAND_IN + len(self._stand_ins)
            while chr(code) in self._original or code in self._back:
                code += 1
            self._stand_ins[meaning] = chr(code)
            self._back[code] = meaning
        return self._stand_ins[meaning]

    def _colon(self, _since: int, at: int) -> None:
        """`{k:}` and `[a:?b]`: in braces the colon ends a key, else it is text (goccy `scanMapDelim`)."""
        if self.text[at : at + 1] != ":":
            return
        ends_key = self.text[at + 1 : at + 2] in ("}", ",") and self._braces_open_at(at)
        self._put(at, at + 1, " " if ends_key else self._stand_in(":"))

    def _braces_open_at(self, at: int) -> bool:
        return self._open_at(at, FlowMappingStartToken, FlowMappingEndToken)

    def _open_at(self, at: int, opening: type, closing: type) -> bool:
        tokens = self._tokens_before(at)
        return sum(isinstance(one, opening) - isinstance(one, closing) for one in tokens) > 0

    def _tokens_before(self, at: int) -> Iterator[object]:
        parser: Any = Parser(self.text[:at])
        try:
            while (token := parser.get_token()) is not None:
                yield token
        except YAMLError:
            pass  # it ends in the middle of something

    def _block_tab(self, since: int, at: int) -> None:
        """A first line of a block scalar that has a tab after its indentation (goccy `scanMultiLine`)."""
        tab = self.text.find("\t", at)
        if tab < 0:
            return
        line = self._line_start(tab)
        header = re.compile(r"[\r\n]").search(self.text, since)
        if tab > line and header is not None and not self.text[header.start() : tab].strip():
            self._put(tab, tab + 1, self._stand_in("\t"))

    def _no_token(self, _since: int, at: int) -> None:
        """A tab after an item's dash or on a blank line; a `%` on an indented line (`scanDirective`)."""
        line = self._line_start(at)
        if self.text[at : at + 1] == "%" and self.text[line : line + 1] == " ":
            self._put(at, at + 1, self._stand_in("%"))
        if self.text[at : at + 1] != "\t":
            return
        before = self.text[line:at]
        rest = re.compile(r"[ \t]*").match(self.text, at)
        end = rest.end() if rest else at + 1
        blank = self.text[end : end + 1] in ("", "\r", "\n", "#")
        if before.strip(" -") == "" and (
            "-" in before or (blank and (before or not self.text[:line].strip()))
        ):
            self._put(at, end, " " * (end - at))

    def _escape(self, since: int, at: int) -> None:
        r"""Surrogate pairs, and what goccy makes of `\u` before other letters (`hexRunesToInt`)."""
        start = self.text.rfind("\\", since, at + 1)
        length = _ESCAPE.get(self.text[start + 1 : start + 2])
        end = start + 2 + (length or 0)
        if start < 0 or length is None or end >= len(self.text):
            return
        code = _hex(self.text[start + 2 : end])
        if 0xD800 <= code <= 0xDBFF and length == 4:
            low = _hex(self.text[end + 2 : end + 6])
            if self.text[end : end + 2] != "\\u" or not 0xDC00 <= low <= 0xDFFF or end + 6 >= len(self.text):
                return
            end += 6
            code = (code - 0xD800) * 0x400 + low - 0xDC00 + 0x10000
        readable = 0 <= code < 0x110000 and not 0xD800 <= code < 0xE000
        nothing = self._stand_in("")
        self._put(
            start, end, self._stand_in(chr(code) if readable else "\ufffd") + nothing * (end - start - 1)
        )
        if end - start == _PAIR_LENGTH:
            self._pairs_behind(end)

    def _pairs_behind(self, at: int) -> None:
        """The other surrogate pairs of a text in double quotes: each would cost another reading of it all."""
        parts: list[str] = []
        done = at
        for match in _PAIRS.finditer(self.text, at):
            if match.group() == '"':
                break
            if match[1]:
                code = (int(match[1], 16) - 0xD800) * 0x400 + int(match[2], 16) - 0xDC00 + 0x10000
                nothing = self._stand_in("") * (_PAIR_LENGTH - 1)
                parts += [self.text[done : match.start()], self._stand_in(chr(code)), nothing]
                done = match.end()
        if parts:
            self._put(at, done, "".join(parts))

    def _content(self, _since: int, at: int) -> None:
        """`a: ,b` and `a: }` outside of brackets, `[:b]` and `[a}b]` inside: text for Hugo."""
        char = self.text[at : at + 1]
        if char == "-":
            self._inner_list(at)
            return
        before = self.text[self._line_start(at) : at]
        outside = char in (",", "}") and not re.search(r"[\[{,]", before)
        colon = char == ":" and self.text[at + 1 : at + 2].strip() and not self._braces_open_at(at)
        if outside or colon:
            self._put(at, at + 1, self._stand_in(char))
        else:
            self._brace(at, at)

    def _brace(self, _since: int, at: int) -> None:
        """A closing bracket where none is open; a second colon: `{a: b: c}` (goccy `scanMapDelim`)."""
        char = self.text[at : at + 1]
        in_text = self.text[at - 1 : at] not in " ,[{:-\t\r\n"
        entry = re.split(r"[{,]", self.text[:at])[-1]
        second = char == ":" and ":" in entry and self._braces_open_at(at)
        if second or (char == "}" and not self._braces_open_at(at)):
            self._put(at, at + 1, self._stand_in(char))
        elif char == "]" and in_text and not self._open_at(at, FlowSequenceStartToken, FlowSequenceEndToken):
            self._put(at, at + 1, self._stand_in("]"))

    def _text_below(self, since: int, at: int) -> None:
        """A value that goes on below with a dash: all its lines are text then (goccy `scanRawFoldedChar`)."""
        place = max(since, at)
        for key in reversed(list(_PLAIN_VALUE.finditer(self.text, 0, place))[-20:]):
            deeper = rf"[ ]{{{len(key[1]) + 1},}}"
            lines = rf"(?:{deeper}[^\r\n]*(?:\r\n|\r|\n|\Z)|[ ]*(?:\r\n|\r|\n))*+"
            block = re.compile(lines).match(self.text, key.end())
            end = block.end() if block else key.end()
            dash = re.compile(rf"(?m)^{deeper}-").search(self.text, key.end(), end)
            if dash is not None and dash.start() <= place < end:
                text = _STRUCTURE.sub(
                    lambda part: self._stand_in(part.group()), self.text[dash.start() : end]
                )
                self._put(dash.start(), end, text)
                return

    def _inner_list(self, at: int) -> None:
        """`[- a, - b]`, with a dash inside brackets (see `inner_lists`)."""
        found = inner_list(self.text, at)
        if found is not None and self._innermost_open_at(at) == "[":
            self._put(*found)

    def _innermost_open_at(self, at: int) -> str:
        """The bracket or brace that is open there, the innermost of them; empty if there is none."""
        opened = [""]
        for token in self._tokens_before(at):
            if isinstance(token, FlowSequenceStartToken | FlowMappingStartToken):
                opened.append("[" if isinstance(token, FlowSequenceStartToken) else "{")
            elif isinstance(token, FlowSequenceEndToken | FlowMappingEndToken) and len(opened) > 1:
                opened.pop()
        return opened[-1]

    def _line_start(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def _value_below(self, since: int, at: int) -> None:
        """A value on the line below its key, in the key's own column (goccy `parseMapValue`)."""
        self._text_below(since, since)
        end = _end_of_empty_key(self.text, since)
        start = self.text[since : since + 2]
        if end is not None and start[:1] not in "{&!?" and not start.startswith("- "):
            self._put(end, since, " " * (since - end))

    def _question(self, _since: int, at: int) -> None:
        """`title: ?`: a question mark alone is text (goccy `scanMapKey`)."""
        if self.text[at : at + 1] == "?" and self.text[at + 1 : at + 2] in ("", "\r", "\n"):
            self._put(at, at + 1, self._stand_in("?"))

    def _tag(self, since: int, _at: int) -> None:
        """`!e!x`, with a handle that is nowhere defined: any tag will do for Hugo."""
        tag = re.compile(r"!\S+").match(self.text, since)
        if tag is not None:
            self._put(since + 1, tag.end(), "x" * (tag.end() - since - 1))


def _end_of_empty_key(text: str, at: int) -> int | None:
    """After the colon of the key above that has no value yet and is in the same column as `at`."""
    breaks = [found.span() for found in _BREAK.finditer(text, 0, at)]
    starts = [0, *(end for _, end in breaks)]
    for start, (end, _) in zip(reversed(starts[:-1]), reversed(breaks), strict=True):
        if not _NOTHING.fullmatch(text, start, end):
            key = _EMPTY_KEY.match(text, start, end)
            after_line_feed = start == 0 or text[start - 1] == "\n"
            return key.end() if key and key[1] == text[starts[-1] : at] and after_line_feed else None
    return None


def _hex(digits: str) -> int:
    """goccy's `hexRunesToInt`, which asks no questions."""
    total = 0
    for char in digits:
        value = int(char, 16) if char in "0123456789abcdefABCDEF" else ord(char) - ord("0")
        total = total * 16 + value
    return total


_METHODS: Final = MappingProxyType(
    {
        "found unexpected ':'": Repairs._colon,
        "found a tab character where an indentation space is expected": Repairs._block_tab,
        "found character that cannot start any token": Repairs._no_token,
        "did not find expected ',' or ']'": Repairs._brace,
        "did not find expected ',' or '}'": Repairs._brace,
        "did not find expected key": Repairs._content,
        "mapping values are not allowed in this context": Repairs._text_below,
        "found invalid Unicode character escape code": Repairs._escape,
        "did not find expected hexdecimal number": Repairs._escape,
        "did not find expected node content": Repairs._content,
        "could not find expected ':'": Repairs._value_below,
        "found undefined tag handle": Repairs._tag,
        "mapping keys are not allowed in this context": Repairs._question,
    }
)
