"""The usual mistakes in YAML front matter: each function explains one kind at the place libyaml stopped."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import shorten, syntax
from frontlint.frontmatter.yaml.line import Line, in_quotes, line_above, line_at, quoted

_NO_SPACE: Final = re.compile(r"[ \t]*(?:- +)?([\w-]+):(?=[^\s:/])")
_ESCAPE: Final = re.compile(r"\\(?:x.{0,2}|u.{0,4}|U.{0,8}|.?)")
_CLOSER: Final = {"[": "]", "{": "}"}  # read only


class ParserStop(NamedTuple):
    """Where libyaml stopped (`at`), and where what it was reading began (`since`), as offsets in the file."""

    text: str
    start: int
    end: int
    at: int
    since: int

    @property
    def line(self) -> Line:
        return line_at(self.text, self.at, self.start, self.end)

    @property
    def char(self) -> str:
        return self.text[self.at : min(self.at + 1, self.end)]

    def above(self, line: Line) -> Line | None:
        return line_above(self.text, line, self.start, self.end)


def unreadable(place: ParserStop) -> Problem:
    """Nothing better is known."""
    line = place.line
    message = f"Hugo cannot read {shorten(line.text, 50)} as YAML" if line.text.strip() else _NOTHING
    return syntax(place.at, max(place.at, line.last), message, "if this is a value, put it in quotes")


_NOTHING: Final = "Hugo cannot read the YAML up to here"


def colon(place: ParserStop) -> Problem:
    """A second colon in a line, or a line that is indented below a complete value."""
    line = place.line
    found = line.value()
    if found is not None and found[1] <= place.at:
        return _colon_in_value(place, line, *found)
    above = place.above(line)
    if above is not None:
        space = missing_space(above)
        if space is not None:
            return space
        if line.indent > above.indent:
            key = line.text.strip().partition(":")[0]
            message = f"{shorten(key)} is indented further than the line above, which has its value already"
            return syntax(line.start, place.at, message, "indent it like the key it belongs beside")
        if ":" not in above.text:
            message = f"{shorten(above.text)} is not a key: value line, nor part of a value above it"
            return syntax(
                above.first, above.last, message, "put a colon behind the key, or quotes around the text"
            )
    message = "a key must stand on one line, directly before its colon"
    return syntax(line.first, place.at + 1, message, "write key: value")


def _colon_in_value(place: ParserStop, line: Line, key: str, start: int, end: int) -> Problem:
    value = place.text[start:end]
    if value[0] in "\"'":
        return _after_quote(place, line, start)
    name = f"the value of {shorten(key)}" if key else "this list item"
    message = f"{name} has a colon in it, so it needs quotes"
    return syntax(start, end, message, in_quotes(key, value))


def after_a_value(place: ParserStop) -> Problem:
    """Something stands where the next key or list item is due."""
    line = place.line
    before = place.text[line.start : place.at].rstrip()
    if before and before[-1] in "\"'":
        found = line.value()
        return _after_quote(place, line, found[1] if found else line.first)
    if before and before[-1] in "]}":
        return _after_bracket(place, line, before)
    if before:
        return unreadable(place)
    if place.char == ":":
        message = "a key is missing before this colon"
        return syntax(place.at, place.at + 1, message, "write key: value")
    return _wrong_indent(place, line)


def _after_quote(place: ParserStop, line: Line, start: int) -> Problem:
    quote = place.text[start] if place.text[start] in "\"'" else place.text[: place.at].rstrip()[-1]
    rest = place.text[place.at : line.last]
    message = f"{shorten(rest)} stands behind the closing quote of the value"
    whole = place.text[start : line.last]
    if len(whole) > 2 and whole[0] == whole[-1] == quote:
        found = line.value()
        return syntax(place.at, line.last, message, in_quotes(found[0] if found else "", whole[1:-1]))
    return syntax(place.at, line.last, message, "put the whole value in quotes, or take the text away")


def _after_bracket(place: ParserStop, line: Line, before: str) -> Problem:
    rest = place.text[place.at : line.last]
    message = f"{shorten(rest)} stands behind the closing {before[-1]} of the value"
    found = line.value()
    if found is None:
        return syntax(place.at, line.last, message, "take it away, or put the whole value in quotes")
    return syntax(place.at, line.last, message, in_quotes(found[0], place.text[found[1] : found[2]]))


def _wrong_indent(place: ParserStop, line: Line) -> Problem:
    above = place.above(line)
    words = shorten(line.text)
    if above is not None and line.indent > above.indent and place.char != "-":
        message = f"{words} is indented, but the value above it is complete"
        return syntax(line.start, line.last, message, "indent it like the key it belongs beside")
    if place.char == "-" and above is not None and line.indent == 0:
        message = f"{words} is a list item, and no key without a value stands above it"
        return syntax(line.first, line.last, message, "put the list below its key:")
    if above is not None and above.text.startswith("%"):
        message = f"{shorten(above.text)} is a YAML directive, which front matter cannot have"
        return syntax(above.start, above.last, message, "take the line away")
    message = f"{words} is not indented like the lines it belongs to"
    return syntax(
        line.start, line.last, message, "begin it in the same column as the keys or items beside it"
    )


def missing_space(line: Line) -> Problem | None:
    """`title:foo`, which is text, not a key and a value."""
    match = _NO_SPACE.match(line.text)
    if match is None:
        return None
    key = match[1]
    rest = line.text[match.end() :].strip()
    message = f"a space is missing after the colon of {shorten(key)}"
    help_ = f"write {key}: {rest}" if len(rest) <= 60 else f"write {key}: with a space behind it"
    return syntax(line.start + match.end(1), line.start + match.end(), message, help_)


def no_key(place: ParserStop) -> Problem:
    """A line without a colon where a key is due."""
    line = line_at(place.text, place.since, place.start, place.end)
    space = missing_space(line)
    if space is not None:
        return space
    above = place.above(line)
    if above is not None and _odd_quotes(above.text):
        found = above.value()
        if found is not None and place.text[found[1]] in "\"'":
            return _open_quote(place.text, found[1], above)
    message = f"{shorten(line.text)} is not a key: value line, nor part of a value above it"
    return syntax(line.first, line.last, message, "indent text that continues the value above, or add key:")


def _odd_quotes(text: str) -> bool:
    return text.count('"') % 2 == 1


def open_quote(place: ParserStop) -> Problem:
    """A quote that never closes: point at the one that opens."""
    return _open_quote(place.text, place.since, line_at(place.text, place.since, place.start, place.end))


def _open_quote(text: str, at: int, line: Line) -> Problem:
    quote = text[at : at + 1]
    if quote not in ('"', "'"):
        return syntax(
            at, line.last, "Hugo cannot read the YAML from here on", "check the quotes in this line"
        )
    message = f"the closing {quote} of this value is missing"
    return syntax(at, max(line.last, at + 1), message, f"put {quote} at the end of the value")


def escape(place: ParserStop) -> Problem:
    """A backslash in double quotes that begins no escape: a Windows path, a regular expression."""
    at = place.at
    while at > place.since and place.text[at] != "\\":
        at -= 1
    match = _ESCAPE.match(place.text, at, place.end)
    end = match.end() if match else at + 1
    written = shorten(place.text[at : at + 2])
    message = f"{written} inside of double quotes is not an escape that Hugo knows"
    line = line_at(place.text, place.since, place.start, place.end)
    close = place.text.find('"', at, line.end)
    value = place.text[place.since + 1 : close] if close >= 0 else ""
    help_ = "use single quotes, or write \\\\ for a backslash"
    if value and len(value) <= 60 and '"' not in value:
        help_ = f"use single quotes: {quoted(value)}"
    return syntax(at, min(end, place.end), message, help_)


def first_character(place: ParserStop) -> Problem:
    """A value that begins with a character YAML keeps for itself."""
    if place.char == "\t":
        return tab(place)
    line = line_at(place.text, place.since, place.start, place.end)
    found = line.value()
    at = place.since if place.since < place.at else place.at
    if found is None or not found[1] <= at <= found[2]:
        return _reserved(place, line, at)
    key, start, end = found
    value = place.text[start:end]
    char = place.text[at : at + 1]
    name = f"the value of {shorten(key)}" if key else "this list item"
    if value.startswith("- "):
        message = f"a list cannot begin behind {shorten(key)}:"
        return syntax(
            start, end, message, f"put each item on a line of its own, or write {key}: {quoted(value)}"[:110]
        )
    message = f"{name} begins with {char}, which YAML keeps for itself"
    if char and not value.startswith(char):
        message = f"{name} has a word that begins with {char}, which YAML keeps for itself"
    return syntax(start, end, message, in_quotes(key, value))


def _reserved(place: ParserStop, line: Line, at: int) -> Problem:
    char = place.text[at : at + 1].strip()
    if not char:
        return unreadable(place)
    message = f"YAML keeps {char} for itself: {shorten(line.text)} cannot begin with it"
    return syntax(at, max(at + 1, line.last), message, "put the text in quotes")


def tab(place: ParserStop) -> Problem:
    """A tab where YAML wants blanks."""
    at = place.text.find("\t", place.at, place.end)
    line = place.line if at < 0 else line_at(place.text, at, place.start, place.end)
    start = at if at >= 0 else line.start
    end = start
    while place.text[end : end + 1] == "\t":
        end += 1
    message = "this line is indented with a tab, and YAML takes only spaces"
    return syntax(start, end, message, "use spaces")


def open_bracket(place: ParserStop) -> Problem:
    """A bracket that never closes, or a comma that is missing inside of brackets."""
    line = place.line
    opener = place.text[place.since : place.since + 1]
    closer = _CLOSER.get(opener, "]")
    rest = place.text[place.at : line.end]
    if closer in rest and rest[0] != closer and place.at > line.first:
        message = f"a comma is missing before {shorten(rest.rstrip(' ]}'))}"
        return syntax(
            place.at,
            line.last,
            message,
            "put commas between the items, and quotes around text with quotes in it",
        )
    first = line_at(place.text, place.since, place.start, place.end)
    message = f"the closing {closer} of this {'list' if closer == ']' else 'mapping'} is missing"
    help_ = f"put {closer} at its end, or the value in quotes if it is text"
    return syntax(place.since, max(first.last, place.since + 1), message, help_)


def nothing_there(place: ParserStop) -> Problem:
    """A value was due, and something else stands there."""
    char = place.char
    if char == ",":
        return syntax(place.at, place.at + 1, "nothing stands before this comma", "take the comma away")
    if char in ("]", "}"):
        message = f"this {char} closes nothing: no bracket is open here"
        return syntax(place.at, place.at + 1, message, "put the value in quotes if it is text")
    if not char:
        return _unclosed_at_end(place)
    return unreadable(place)


def _unclosed_at_end(place: ParserStop) -> Problem:
    first = line_at(place.text, place.since, place.start, place.end)
    found = first.value()
    at = found[1] if found else first.first
    message = "a bracket of this value is never closed"
    return syntax(
        at, max(at, first.last), message, "close the brackets, or put the value in quotes if it is text"
    )


def unknown_alias(text: str, start: int, end: int) -> Problem:
    """`*name` without `&name` above it: most often Markdown."""
    line = line_at(text, start, 0, len(text))
    found = line.value()
    written = text[start:end]
    message = f"{shorten(written)} is an alias in YAML, and nothing above is named &{shorten(written[1:])}"
    if found is not None and found[1] <= start:
        return syntax(start, end, message, in_quotes(found[0], text[found[1] : found[2]]))
    return syntax(start, end, message, "put the text in quotes")
