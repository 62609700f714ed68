"""Mistakes with brackets in YAML: one that never closes, one that closes nothing, a dash inside."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.phrases import shorten
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import put, syntax
from frontlint.frontmatter.yaml.line import Line, end_of_text, line_at, line_below, quoted
from frontlint.frontmatter.yaml.mistakes import ParserStop, unreadable

_SWALLOWED: Final = re.compile(r"(?<=[ \t,])(#[^\s].*)")
_CLOSER: Final = {"[": "]", "{": "}"}  # read only
_KEY: Final = re.compile(r"""[ \t]*+(?:"[^"]*+"|'[^']*+'|[^\s:#"'\[{,\-][^:,]*+):(?=[ \t]|\Z)""")
_ITEM: Final = re.compile(r"-[^,\]}\r\n]*+")
_FEW_LINES: Final = 50
"""Lines below a bracket that are looked at for the next key."""


def open_bracket(place: ParserStop) -> Problem:
    """A bracket that never closes, or a comma that is missing inside brackets."""
    line = place.line
    opener = place.text[place.since : place.since + 1]
    closer = _CLOSER.get(opener, "]")
    first = line_at(place.text, place.since, place.start, place.end)
    last, closes = _last_line(place, first, opener, closer)
    if last.start < line.start and not closes:
        return _unclosed(place, first, last, closer)
    rest = place.text[place.at : line.end]
    if (closes or closer in rest) and rest[:1] != closer and place.at > line.first:
        message = f"a comma is missing before `{shorten(rest.rstrip(' ]}'))}`"
        help_ = "put commas between the items, and quotes around text that contains quotes"
        return syntax(place.at, line.last, message, help_, put(place.at, place.at, ", "))
    return _unclosed(place, first, last, closer)


def _last_line(place: ParserStop, first: Line, opener: str, closer: str) -> tuple[Line, bool]:
    """The last line of a bracket's value, and whether it closes there: else the next one begins another key.

    That of a bracket for which neither can be told is its first line.
    """
    last, start, depth = first, place.since, 0
    for _ in range(_FEW_LINES):
        written = place.text[start : max(start, end_of_text(last))]
        depth += written.count(opener) - written.count(closer)
        if depth <= 0:
            return last, True
        below = line_below(place.text, last, place.start, place.end)
        if below is None:
            break
        is_key = below.indent <= first.indent and _KEY.match(below.text)
        if is_key and (closer == "]" or closer not in place.text[below.start : place.end]):
            return last, False  # else it may be an entry of the mapping
        last, start = below, below.start
    return first, False


def _unclosed(place: ParserStop, first: Line, last: Line, closer: str) -> Problem:
    """A bracket on the line `first` that should close at the end of the line `last`."""
    swallowed = _swallowed(first, place.since, closer)
    if swallowed is not None:
        return swallowed
    message = f"the closing `{closer}` of this {'list' if closer == ']' else 'mapping'} is missing"
    help_ = f"put `{closer}` at its end, or the value in quotes if it is text"
    found = first.value() if last is first else None
    at = found[2] if found and found[1] <= place.since else end_of_text(last)
    written = place.text[place.since : at]
    repair = put(at, at, closer) if written.count(written[:1]) > written.count(closer) else ()
    return syntax(place.since, max(first.last, place.since + 1), message, help_, repair)


def _swallowed(line: Line, since: int, closer: str) -> Problem | None:
    """A comment that takes a bracket's end with it: `[go, #rust]`."""
    match = _SWALLOWED.search(line.text, since - line.start)
    if match is None or closer not in match[1]:
        return None
    item = match[1].partition(closer)[0].partition(",")[0].rstrip()
    at = line.start + match.start(1)
    message = f"`{shorten(match[1])}` is a comment in YAML, so the closing `{closer}` is missing"
    written = line.text.strip().replace(item, f'"{item}"', 1)
    help_ = f"write `{written}`" if len(written) <= 80 else "put the text that begins with `#` in quotes"
    return syntax(at, line.last, message, help_, put(at, at + len(item), quoted(item)))


def nothing_there(place: ParserStop) -> Problem:
    """Something else is where a value should be."""
    char = place.char
    if char == ",":
        message = "there is nothing before this comma"
        return syntax(place.at, place.at + 1, message, "delete the comma", put(place.at, place.at + 1, ""))
    if char in ("]", "}"):
        message = f"this `{char}` closes nothing: there is no open bracket before it"
        found = place.line.value()
        repair = put(found[1], found[2], quoted(place.text[found[1] : found[2]])) if found else ()
        return syntax(place.at, place.at + 1, message, "put the value in quotes if it is text", repair)
    if not char:
        return _unclosed_at_end(place)
    if char == "-" and place.text[place.at + 1 : place.at + 2].isspace():
        return _dash(place)
    return unreadable(place)


def _dash(place: ParserStop) -> Problem:
    """A list item with a dash inside brackets or braces."""
    item = _ITEM.match(place.text, place.at, place.end)
    end = place.at + len(item.group().rstrip() if item else "-")
    message = f"`{shorten(place.text[place.at : end])}` has a dash, which begins a list inside the brackets"
    help_ = "delete the dash and separate the items by commas, or delete the brackets"
    return syntax(place.at, end, message, help_)


def _unclosed_at_end(place: ParserStop) -> Problem:
    first = line_at(place.text, place.since, place.start, place.end)
    if not first.text.strip():
        first = place.above(first) or first
    found = first.value()
    at = found[1] if found else first.first
    closer = _CLOSER.get(place.text[at : at + 1], "]")
    swallowed = _swallowed(first, at, closer)
    if swallowed is not None:
        return swallowed
    message = "a bracket of this value is never closed"
    help_ = "close the brackets, or put the value in quotes if it is text"
    repair = put(found[1], found[2], quoted(place.text[found[1] : found[2]])) if found else ()
    return syntax(at, max(at, first.last), message, help_, repair)
