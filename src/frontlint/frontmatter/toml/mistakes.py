"""The usual mistakes in TOML front matter, in plain words."""

from __future__ import annotations

import re
from typing import Final

from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import shorten, syntax

_LINE: Final = re.compile(r"[^\r\n]*")
_COMMENT: Final = re.compile(r"(?<!\s)\s++#")
_SPELLING: Final = {  # read only
    "True": "true",
    "False": "false",
    "yes": "true",
    "no": "false",
    "null": 'an empty text: ""',
    "None": 'an empty text: ""',
}


def _line_end(text: str, at: int) -> int:
    match = _LINE.match(text, at)
    return at + len(match.group().rstrip()) if match else at


def no_key(text: str, at: int) -> Problem:
    """Something that is no key."""
    end = max(_line_end(text, at), at)
    if text.startswith("=", at):
        return syntax(at, at + 1, "a key is missing before this =", "write key = value")
    if not text[at:end]:
        return syntax(at, at, "a key is missing here", "write key = value")
    message = f"{shorten(text[at:end])} begins no key: TOML keys are letters, digits, _ and -"
    return syntax(at, end, message, "put another key in double quotes")


def no_equals(text: str, begin: int, at: int) -> Problem:
    """A key without `=`, most often YAML."""
    end = max(_line_end(text, begin), begin)
    key = shorten(text[begin:at])
    if text.startswith(":", at):
        value = text[at + 1 : end].strip()
        quoted = value if value[:1] in ('"', "'", "[", "{") or value in ("true", "false") else f'"{value}"'
        help_ = f"write {key} = {quoted}" if len(value) <= 60 else f'write {key} = "…"'
        return syntax(at, at + 1, f"{key}: is YAML, and +++ begins TOML, which writes =", help_)
    return syntax(begin, end, f"an = is missing behind the key {key}", f"write {key} = value")


def no_value(text: str, at: int) -> Problem:
    """No value where one is due."""
    if text[at : at + 1] in ("]", "}", ","):
        return syntax(at, at + 1, f"a value is missing before this {text[at]}", 'write "" for an empty text')
    at = min(at, len(text))
    return syntax(at, at, "a value is missing behind this =", 'write "" for an empty text')


def bare_word(text: str, at: int, word: str) -> Problem:
    """Text without quotes, or a number or date that TOML does not know."""
    end = max(_line_end(text, at), at + len(word))
    rest = _COMMENT.split(text[at:end], maxsplit=1)[0]
    if word in _SPELLING:
        return syntax(at, at + len(word), f"{word} is no TOML value", f"write {_SPELLING[word]}")
    if re.match(r"[+-]?[\d.]", word):
        message = f"{shorten(word)} is neither a number nor a date that TOML knows"
        return syntax(at, at + len(word), message, f'put it in quotes if it is text: "{shorten(word)}"')
    plain = '"' not in rest and "\\" not in rest and len(rest) <= 60 and not re.search(r"[\],}]", rest)
    help_ = f'write "{rest}"' if plain else "put it in quotes"
    return syntax(at, at + len(rest), f"{shorten(rest)} is text, and TOML wants quotes around text", help_)


def open_string(text: str, at: int, quote: str) -> Problem:
    """A text that never closes, or has a control character in it."""
    end = max(_line_end(text, at), at + len(quote))
    line = text[at + len(quote) : end]
    control = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text[at:] if len(quote) == 3 else text[at:end])
    if control is not None and (quote in line or len(quote) == 3):
        place = at + control.start()
        return syntax(place, place + 1, "a control character stands inside of this text", "take it away")
    return syntax(
        at, end, f"the closing {quote} of this text is missing", f"put {quote} at the end of the text"
    )


def bad_escape(text: str, start: int, end: int) -> Problem:
    """A backslash that begins no escape: a Windows path."""
    message = f"{shorten(text[start : start + 2])} inside of double quotes is not an escape that TOML knows"
    return syntax(start, end, message, "use single quotes, or write \\\\ for a backslash")


def no_comma(text: str, at: int, opener: int, closer: str) -> Problem:
    """A comma, or the closing bracket, is missing."""
    if not text[at : at + 1]:
        message = f"the closing {closer} is missing"
        return syntax(opener, max(_line_end(text, opener), opener + 1), message, f"put {closer} at the end")
    end = max(_line_end(text, at), at + 1)
    line = text.rfind("\n", 0, at) + 1
    if "=" in text[at:end] and closer == "]" and not text[line:at].strip():
        message = f"the closing {closer} of the list above is missing"
        return syntax(opener, max(_line_end(text, opener), opener + 1), message, f"put {closer} at its end")
    return syntax(
        at, end, f"a comma is missing before {shorten(text[at:end])}", "put a comma between the two"
    )


def rest_of_line(text: str, begin: int, at: int) -> Problem:
    """Something behind a value or a header."""
    end = max(_line_end(text, at), at + 1)
    rest = shorten(text[at:end])
    before = text[begin:at].rstrip()
    if before.endswith(("'", '"')):
        help_ = "take it away, or use the other kind of quotes around the whole text"
        return syntax(at, end, f"{rest} stands behind the closing quote of the value", help_)
    message = f"{rest} stands behind a complete value" if rest else "a control character stands here"
    return syntax(at, end, message, "begin a new line for the next key, or put text in quotes")


def open_header(text: str, at: int, closer: str) -> Problem:
    """`[table` without its bracket."""
    end = max(_line_end(text, at), at + 1)
    return syntax(
        at, end, f"the closing {closer} of this table header is missing", f"put {closer} at its end"
    )
