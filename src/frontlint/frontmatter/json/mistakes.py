"""The usual mistakes in JSON front matter, in plain words."""

from __future__ import annotations

import re
from typing import Final

from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.fence import shortcode_first
from frontlint.frontmatter.parsed import shorten, syntax

_WORD: Final = re.compile(r"[^\s,:\]}]+")
_BAD_IN_STRING: Final = re.compile(r'(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_LINE: Final = re.compile(r"[^\r\n]*")
_SPELLING: Final = (("True", "true"), ("False", "false"), ("None", "null"), ("yes", "true"), ("no", "false"))


def _word(text: str, at: int) -> tuple[str, int]:
    match = _WORD.match(text, at) or re.compile(r".?", re.DOTALL).match(text, at)
    assert match is not None
    return match.group(), max(match.end(), at)


def _comment(text: str, at: int) -> Problem | None:
    if not text.startswith(("//", "/*", "#"), at):
        return None
    end = _LINE.match(text, at)
    return syntax(at, end.end() if end else at, "JSON has no comments", "take the comment away, or use YAML")


def no_value(text: str, at: int) -> Problem:
    """Something that begins no value."""
    comment = _comment(text, at)
    if comment is not None:
        return comment
    word, end = _word(text, at)
    if text[at : at + 1] in ("]", "}", ",", ""):
        if text[:at].rstrip().endswith(","):
            return trailing_comma(text, at)
        return syntax(at, min(at + 1, len(text)), "a value is missing here", 'write null or "" for nothing')
    if word.startswith("'"):
        message = f"{shorten(word)} is in single quotes, and JSON knows only double quotes"
        return syntax(at, end, message, 'write "text"')
    spelling = dict(_SPELLING).get(word)
    help_ = f"write {spelling}" if spelling else f'put text in double quotes: "{shorten(word)}"'
    return syntax(at, end, f"{shorten(word)} is no JSON value", help_)


def no_key(text: str, at: int) -> Problem:
    """Something that is no key in double quotes."""
    comment = _comment(text, at)
    if comment is not None:
        return comment
    line = _LINE.match(text, text.rfind("\n", 0, at) + 1)
    begin = text[: at + 1].lstrip("\t\n\v\f\r \ufeff")
    if begin in ("{{", "{%") and line is not None:
        return shortcode_first(at - 1, text[at - 1 : line.end()])
    if text[at : at + 1] == "}":
        return trailing_comma(text, at)
    word, end = _word(text, at)
    bare = word.strip("'\"")
    message = f"{shorten(word)} is no key: in JSON a key stands in double quotes"
    return syntax(at, end, message, f'write "{shorten(bare)}": value')


def trailing_comma(text: str, at: int) -> Problem:
    """A comma with nothing behind it."""
    comma = text.rfind(",", 0, at)
    return syntax(
        comma, comma + 1, f"nothing follows this comma but {text[at : at + 1]}", "take the comma away"
    )


def no_colon(text: str, at: int, name: str) -> Problem:
    """A key without a colon."""
    _, end = _word(text, at)
    return syntax(
        at, end, f"a colon is missing behind the key {shorten(name)}", f'write "{shorten(name)}": value'
    )


def no_comma(text: str, at: int, closer: str) -> Problem:
    """Two values, or a value and a key, without a comma between them."""
    comment = _comment(text, at)
    if comment is not None:
        return comment
    word, end = _word(text, at)
    if not word:
        return syntax(at, at, f"the closing {closer} is missing", f"put {closer} at the end")
    return syntax(at, end, f"a comma is missing before {shorten(word)}", "put a comma between the two")


def bad_string(text: str, at: int) -> Problem:
    """A string that never ends, breaks its line, or has an unknown escape."""
    stop = _BAD_IN_STRING.match(text, at + 1)
    place = stop.end() if stop else at + 1
    found = text[place : place + 1]
    if found == "\\":
        message = f"{shorten(text[place : place + 2])} is no escape that JSON knows"
        return syntax(place, min(place + 2, len(text)), message, "write \\\\ for a backslash")
    if found == "\n" or found == "\r":
        message = "this text goes on in the next line, and JSON text must not"
        return syntax(at, place, message, 'close it with ", or write \\n for a line break')
    if found == "\t":
        return syntax(place, place + 1, "a tab stands inside of this text", "write \\t for it")
    if found:
        return syntax(place, place + 1, "a control character stands inside of this text", "take it away")
    return syntax(at, place, "the closing quote of this text is missing", 'put " at its end')


def behind_the_end(text: str, at: int) -> Problem:
    """More text behind the last brace."""
    _, end = _word(text, at)
    return syntax(at, end, "something stands behind the end of the JSON", "take it away")
