"""Keys and single values of plain YAML, as `yaml_subset` meets them on its way down the lines.

What is not plainly a key is none; what is not plainly a value raises UnsureError.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import PlainScalar, Scalar, Value
from frontlint.frontmatter.places import Below

INDICATORS: Final = "-?:,[]{}#&*!|>'\"%@` "
"""Characters that no plain scalar of the subset begins with."""
BLOCKS: Final = frozenset({"|", "|-", "|+", ">", ">-", ">+"})
"""The headers of block scalars."""

_MOST_KEYS: Final = 10_000  # that are remembered
_ESCAPES: Final = MappingProxyType({'"': '"', "/": "/", "n": "\n", "r": "\r", "t": "\t"})
_HEX: Final = frozenset("0123456789abcdefABCDEF")
_NOT_IN_BRACKETS: Final = frozenset("[]{}:#'\"")
_CLOSING: Final = MappingProxyType({"[": "]", "{": "}"})
_NESTED: Final = 8
"""Brackets within brackets that are read here."""
_EMPTY: Final = frozenset((" ", "\n", "\r"))
_WORD: Final = lazy_pattern(r"[^,\]}\r\n]+")


class UnsureError(Exception):
    """Not the plain YAML that the subset is sure of."""


class Keys(dict[str, str | None]):
    """Remembers which texts are plain keys: a site writes the same few on all of its pages."""

    def __init__(self, plain: PlainScalar) -> None:
        super().__init__()
        self._plain = plain

    def __missing__(self, text: str) -> str | None:
        """The key itself, or None for what is not surely one, or not surely text (`1`, `true`, `<<`)."""
        letters = text.replace("-", "_").replace(".", "_").replace("/", "_").replace(" ", "_")
        sure = letters.isidentifier() and letters[0] == text[0] and text[-1] != " "
        if not sure or self._plain(text) is not text:
            return None
        if len(self) < _MOST_KEYS:
            self[text] = text
        return text


@lru_cache(maxsize=2)
def keys_for(plain: PlainScalar) -> Keys:
    """The memory for one meaning of plain scalars: there is one in a run."""
    return Keys(plain)


def words(text: str) -> str:
    """A plain scalar without the comment after it; `text` has no blanks around it."""
    comment = text.find(" #")
    if comment >= 0:
        text = text[:comment].rstrip(" ")
    negative = text[:1] == "-" and text[1:2] not in ("", " ")
    if not text or (text[0] in INDICATORS and not negative) or text[-1] == ":" or ": " in text:
        raise UnsureError
    return text


def quoted(text: str) -> tuple[str, int]:
    """The value of a quoted scalar on one line, and its length with the quotes; a comment may follow."""
    close = _closing(text, 0)
    behind = text[close + 1 :]
    if behind and (behind[0] != " " or behind.lstrip(" ")[0] != "#"):
        raise UnsureError
    return _unquoted(text[: close + 1]), close + 1


def _closing(text: str, at: int) -> int:
    """Where the quote that opens at `at` is closed."""
    quote = text[at]
    close = text.find(quote, at + 1)
    while close >= 0:
        if quote == "'":
            if text[close + 1 : close + 2] != "'":
                return close
            close = text.find(quote, close + 2)
            continue
        before = text[at + 1 : close]
        if (len(before) - len(before.rstrip("\\"))) % 2 == 0:
            return close
        close = text.find(quote, close + 1)
    raise UnsureError


def _unquoted(text: str) -> str:
    inner = text[1:-1]
    if text[0] == "'":
        return inner.replace("''", "'")
    return _unescaped(inner) if "\\" in inner else inner


def _unescaped(inner: str) -> str:
    """Text in double quotes; of escapes only those that everybody reads alike."""
    first, *pieces = inner.split("\\")
    out = [first]
    left = iter(pieces)
    for piece in left:
        if not piece:  # two backslashes: the next piece is text
            out += ("\\", next(left))
        elif piece[0] == "u" and _HEX.issuperset(piece[1:5]) and len(piece) >= 5:
            code = int(piece[1:5], 16)
            if 0xD800 <= code < 0xE000:
                raise UnsureError
            out += (chr(code), piece[5:])
        elif piece[0] in _ESCAPES:
            out += (_ESCAPES[piece[0]], piece[1:])
        else:
            raise UnsureError
    return "".join(out)


def flow(text: str, start: int, plain: PlainScalar) -> tuple[Value, Below]:
    """What is in brackets or braces on one line; `text` is all of it, and begins at `start` of the file."""
    value, below, end = flow_at(text, 0, start, plain)
    if end != len(text):
        raise UnsureError
    return value, below


def flow_at(
    text: str, at: int, start: int, plain: PlainScalar, left: int = _NESTED
) -> tuple[Value, Below, int]:
    """What is in the bracket or brace at `at` of a text, over lines too, and where it ends in the text.

    The text begins at `start` of the file. `left` is how many collections may be within each other.
    """
    closing = _CLOSING[text[at]]
    data: dict[str, Value] = {}
    items: list[Value] = []
    below: Below = {}
    at = _filled(text, at + 1)
    while text[at : at + 1] != closing:
        first = last = at
        key: str | None = None
        if closing == "}":
            key, last, at = _key_in_braces(text, at, plain)
            if key in data:
                raise UnsureError
        value_at = at
        inner: Below | None = None
        if text[at : at + 1] in _CLOSING:
            if not left:
                raise UnsureError
            value, inner, at = flow_at(text, at, start, plain, left - 1)
        else:
            value, at = _in_brackets(text, at, plain)
        if key is None:
            below[len(items)] = (start + first, start + last, start + value_at, start + at, inner)
            items.append(value)
        else:
            below[key] = (start + first, start + last, start + value_at, start + at, inner)
            data[key] = value
        at = _filled(text, at)
        if text[at : at + 1] == closing:
            break
        if text[at : at + 1] != ",":
            raise UnsureError
        at = _filled(text, at + 1)
        if text[at : at + 1] == closing:
            break  # a comma after the last one
    if len(set(map(str.lower, data))) < len(data):
        raise UnsureError  # two spellings of one key
    return (data if closing == "}" else items), below, at + 1


def _filled(text: str, at: int) -> int:
    """Where the next character is that is neither a blank nor a line break."""
    while text[at : at + 1] in _EMPTY:
        at += 1
    return at


def _key_in_braces(text: str, at: int, plain: PlainScalar) -> tuple[str, int, int]:
    """A key, where it ends, and where its value begins: on its line."""
    colon = text.find(": ", at)
    key = keys_for(plain)[text[at:colon]] if colon > at else None
    if key is None:
        raise UnsureError
    behind = colon + 2
    while text[behind : behind + 1] == " ":
        behind += 1
    return key, colon, behind


def _in_brackets(text: str, at: int, plain: PlainScalar) -> tuple[Scalar, int]:
    """The scalar at `at`, on one line, and where it ends."""
    if text[at : at + 1] in ("'", '"'):
        end = _closing(text, at) + 1
        if "\n" in text[at:end]:
            raise UnsureError
        return _unquoted(text[at:end]), end
    found = _WORD.match(text, at)
    word = found[0].rstrip(" ") if found else ""
    if not word or word[0] in INDICATORS or not _NOT_IN_BRACKETS.isdisjoint(word):
        raise UnsureError
    return plain(word), at + len(word)


def fold(lines: list[str]) -> str:
    """A folded block scalar as one text: a line break is a blank, and blank lines are line breaks."""
    out: list[str] = []
    breaks = 0
    for line in lines:
        if line[:1] == " ":
            raise UnsureError  # indented further, which is not folded
        if not line:
            breaks += 1
            continue
        if out:
            out.append("\n" * breaks or " ")
        out.append(line)
        breaks = 0
    return "".join(out)
