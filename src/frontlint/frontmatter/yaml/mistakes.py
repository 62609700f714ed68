"""The usual mistakes in YAML front matter: each function explains one kind at the place libyaml stopped."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.edit import Edit
from frontlint.base.pattern import lazy_pattern
from frontlint.base.phrases import shorten
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.base.unseen import UNSEEN, named
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import put, syntax
from frontlint.frontmatter.remedies import LONGEST
from frontlint.frontmatter.yaml.after_value import after_value
from frontlint.frontmatter.yaml.line import Line, in_quotes, line_above, line_at, quoted

_WIDE_COLON: Final = re.compile(r"[ \t]*+(?:- ++)?([A-Za-z][\w-]*+)[ \t]*+(\uff1a[ \t]*+)")
_NO_SPACE: Final = re.compile(r"[ \t]*(?:- +)?([\w-]+):(?=[^\s:/])")
_ESCAPE: Final = re.compile(r"\\(?:x.{0,2}|u.{0,4}|U.{0,8}|.?)")
_ODD_SPACE: Final = re.compile(rf"[ \t]*(?:- +)?([\w-]+):([{UNSEEN}]+)")
_TIGHT_DASH: Final = re.compile(r"(?m)^[ \t]*+-(?=[^\W\d]|[\"'])")
_TOML: Final = lazy_pattern(r"[ \t]*+([A-Za-z][\w-]*+)[ \t]++(=>?|:=)[ \t]++(\S(?:.*\S)?)[ \t]*+")
_CURLY: Final = frozenset("“”„‟‘’‚‛″")


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
    message = f"Hugo cannot read `{shorten(line.text, 50)}` as YAML" if line.text.strip() else _NOTHING
    found = line.value()
    repair = put(found[1], found[2], quoted(place.text[found[1] : found[2]])) if found else ()
    help_ = in_quotes(found[0], place.text[found[1] : found[2]]) if found else "put the text in quotes"
    return syntax(
        place.at,
        max(place.at, line.last),
        message,
        help_.replace("write", "if this is a value, write", 1),
        repair,
    )


_FEW_LINES: Final = 50
"""A value without its closing quote ends at the next quote, at most this many lines below."""
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
            message = f"`{shorten(key)}` is indented, but the line above already has its value"
            help_ = column(above)
            return syntax(line.start, place.at, message, help_, indented_like(line, above))
        if ":" not in above.text:
            if (toml := _toml(above)) is not None:
                return toml
            message = f"`{shorten(above.text)}` is neither `key: value` nor part of a value above it"
            help_ = "put a colon after the key, or quotes around the text"
            return syntax(above.first, above.last, message, help_, put(above.first, above.last, ""))
    message = "a key must be on one line, directly before its colon"
    return syntax(line.first, place.at + 1, message, "write `key: value`")


def _colon_in_value(place: ParserStop, line: Line, key: str, start: int, end: int) -> Problem:
    value = place.text[start:end]
    if value[0] in "\"'":
        return _after_quote(place, line, start)
    name = f"the value of `{shorten(key)}`" if key else "this list item"
    message = f"{name} contains a colon, so it needs quotes"
    repair = () if value[0] in "[{" else put(start, end, quoted(value))
    return syntax(start, end, message, in_quotes(key, value), repair)


def column(above: Line) -> str:
    """The remedy for a line that is further in than the one above, and may not be."""
    return f"start it in column {above.indent + 1}, like the line above"


def indented_like(line: Line, above: Line) -> tuple[Edit, ...]:
    """The repair that begins a line in the column of the one above."""
    return put(line.start, line.first, above.text[: above.indent])


def after_a_value(place: ParserStop) -> Problem:
    """Something else is where the next key or list item should be."""
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
        return syntax(place.at, place.at + 1, message, "write `key: value`")
    return _wrong_indent(place, line)


def _after_quote(place: ParserStop, line: Line, start: int) -> Problem:
    if place.text[start] in "\"'" and not place.text[start + 1 : place.at].strip():
        opened = _opened_above(place, line, place.text[start])
        if opened is not None:  # what opens the value of this line closes one that was opened above
            return _open_quote(place.text, *opened)
    meant = after_value(place.text, line, start, place.at) if place.at > start >= line.start else None
    if meant is not None:
        return meant
    quote = place.text[start] if place.text[start] in "\"'" else place.text[: place.at].rstrip()[-1]
    rest = place.text[place.at : line.last]
    message = f"`{shorten(rest)}` follows the closing quote of the value"
    whole = place.text[start : line.last]
    if len(whole) > 2 and whole[0] == whole[-1] == quote:
        word = _word_at(place.text, place.at, start + 1, line.last - 1)
        message = f"the quote in `{shorten(word)}` ends the value early"
        found = line.value()
        help_ = in_quotes(found[0] if found else "", whole[1:-1])
        return syntax(place.at, line.last, message, help_, put(start, line.last, quoted(whole[1:-1])))
    help_ = f"put the whole value in quotes, or delete `{shorten(rest)}`"
    return syntax(place.at, line.last, message, help_, put(place.at, line.last, ""))


def _word_at(text: str, at: int, first: int, last: int) -> str:
    """The word at an offset, or just before it; within `first` to `last`."""
    start = len(text[:at].rstrip())
    while start > first and not text[start - 1].isspace():
        start -= 1
    return text[start:last].split(maxsplit=1)[0] if text[start:last].strip() else ""


def _opened_above(place: ParserStop, line: Line, quote: str) -> tuple[int, Line] | None:
    """Where a quote that this line closes was opened, and the line there; within a few lines."""
    above: Line | None = line
    for _ in range(_FEW_LINES):
        above = place.above(above) if above else None
        if above is None:
            return None
        if quote in above.text:
            found = above.value()
            opens = found is not None and place.text[found[1]] == quote and above.text.count(quote) % 2 == 1
            return (found[1], above) if found is not None and opens else None
    return None


def _after_bracket(place: ParserStop, line: Line, before: str) -> Problem:
    rest = place.text[place.at : line.last]
    message = f"`{shorten(rest)}` follows the closing `{before[-1]}` of the value"
    if not rest.strip("]} \t"):
        return syntax(place.at, line.last, message, f"delete `{rest}`", put(place.at, line.last, ""))
    found = line.value()
    meant = after_value(place.text, line, found[1], place.at) if found and place.at > found[1] else None
    if meant is not None:
        return meant
    if found is None:
        help_ = "delete it, or put the whole value in quotes"
        return syntax(place.at, line.last, message, help_, put(place.at, line.last, ""))
    value = place.text[found[1] : found[2]]
    repair = put(found[1], found[2], quoted(value))
    return syntax(place.at, line.last, message, in_quotes(found[0], value), repair)


def _wrong_indent(place: ParserStop, line: Line) -> Problem:
    above = place.above(line)
    words = shorten(line.text)
    if above is not None and line.indent > above.indent and place.char != "-":
        message = f"`{words}` is indented, but the value above it is complete"
        help_ = column(above)
        return syntax(line.start, line.last, message, help_, indented_like(line, above))
    tight = _missing_dash_space(place, above) if place.char == "-" and above is not None else None
    if tight is not None:
        return tight
    if place.char == "-" and above is not None and line.indent == 0:
        message = f"`{words}` is a list item, but the line above is not a key without a value"
        return syntax(line.first, line.last, message, "put the list below its key, such as `tags:`")
    if above is not None and above.text.startswith("%"):
        message = f"`{shorten(above.text)}` is a YAML directive, which front matter cannot have"
        return syntax(above.start, above.last, message, "delete this line")
    message = f"the indentation of `{words}` fits no line above it"
    help_ = "start it in the same column as the keys or items beside it"
    return syntax(line.start, line.last, message, help_)


def missing_space(line: Line) -> Problem | None:
    """`title:foo`, which is text, not a key and a value."""
    odd = _ODD_SPACE.match(line.text)
    if odd is not None:
        at, end = line.start + odd.start(2), line.start + odd.end(2)
        message = f"a {named(odd[2][0])} follows `{shorten(odd[1])}:`, where YAML needs a plain space"
        help_ = f"replace the {named(odd[2][0])} with a space"
        return syntax(at, end, message, help_, put(at, end, " "))
    wide = _WIDE_COLON.match(line.text)
    if wide is not None:
        message = (
            f"a full-width colon (U+FF1A) follows `{shorten(wide[1])}`, where YAML needs `:` and a space"
        )
        start, end = line.start + wide.start(2), line.start + wide.end(2)
        rest = line.text[wide.end() :].strip()
        help_ = f"write `{wide[1]}: {rest}`" if len(rest) <= LONGEST else "write `: ` instead"
        return syntax(start, end, message, help_, put(start, end, ": "))
    match = _NO_SPACE.match(line.text)
    if match is None:
        return None
    key = match[1]
    rest = line.text[match.end() :].strip()
    message = f"a space is missing after `{shorten(key)}:`"
    help_ = (
        f"write `{key}: {rest}`" if len(rest) <= LONGEST else f"write `{shorten(key)}:` with a space after it"
    )
    at = line.start + match.end()
    return syntax(line.start + match.end(1), at, message, help_, put(at, at, " "))


def _missing_dash_space(place: ParserStop, line: Line) -> Problem | None:
    """`-one`, which is text, not a list item."""
    match = _TIGHT_DASH.match(line.text)
    if match is None:
        return None
    rest = line.text.strip()[1:]
    message = f"a space is missing after the dash of `{shorten(line.text)}`"
    help_ = f"write `- {rest}`" if len(rest) <= LONGEST else "write a space after the dash"
    dashes = _TIGHT_DASH.finditer(place.text, place.start, place.end)
    repair = tuple(Edit(Span(dash.end(), dash.end()), " ") for dash in dashes)
    return syntax(line.first, line.last, message, help_, repair)


def no_key(place: ParserStop) -> Problem:
    """A line without a colon where a key should be."""
    line = line_at(place.text, place.since, place.start, place.end)
    space = missing_space(line) or _missing_dash_space(place, line)
    if space is not None:
        return space
    above = place.above(line)
    if above is not None and _odd_quotes(above.text):
        found = above.value()
        if found is not None and place.text[found[1]] in "\"'":
            return _open_quote(place.text, found[1], above)
    toml = _toml(line)
    if toml is not None:
        return toml
    message = f"`{shorten(line.text)}` is neither `key: value` nor part of a value above it"
    help_ = "if it continues the value above, indent it; else write `key:` before it"
    return syntax(line.first, line.last, message, help_, put(line.first, line.last, ""))


def _toml(line: Line) -> Problem | None:
    """A line that is TOML, or of a programming language: `key = value`."""
    found = _TOML.fullmatch(line.text)
    if found is None:
        return None
    key, sign_, value = found.groups()
    message = f"`{shorten(key)} {sign_}` is not YAML, which needs a colon after the key"
    written = f"{key}: {value}"
    help_ = f"write `{written}`" if len(written) <= LONGEST else f"write `{shorten(key)}: value`"
    return syntax(line.first, line.last, message, help_, put(line.first, line.last, written))


def _odd_quotes(text: str) -> bool:
    return text.count('"') % 2 == 1


def open_quote(place: ParserStop) -> Problem:
    """A quote that never closes: point at the one that opens."""
    return _open_quote(place.text, place.since, line_at(place.text, place.since, place.start, place.end))


def _open_quote(text: str, at: int, line: Line) -> Problem:
    quote = text[at : at + 1]
    if quote not in ('"', "'"):
        return syntax(
            at, line.last, "Hugo cannot read the YAML from here on", "check the quotes on this line"
        )
    last = text[line.last - 1 : line.last]
    if last in _CURLY and line.last > at + 1:
        message = f"the closing quote is a curly {last} (U+{ord(last):04X}); YAML needs a straight {quote}"
        key, value = (line.value() or ("",))[0], text[at + 1 : line.last - 1]
        repair = put(line.last - 1, line.last, quote)
        return syntax(line.last - 1, line.last, message, in_quotes(key, value), repair)
    message = f"the closing `{quote}` of this value is missing"
    repair = put(line.last, line.last, quote) if line.last > at + 1 else ()
    return syntax(at, max(line.last, at + 1), message, f"put `{quote}` at the end of the value", repair)


def escape(place: ParserStop) -> Problem:
    """A backslash in double quotes that begins no escape: a Windows path, a regular expression."""
    at = place.at
    while at > place.since and place.text[at] != "\\":
        at -= 1
    match = _ESCAPE.match(place.text, at, place.end)
    end = match.end() if match else at + 1
    written = shorten(place.text[at : at + 2])
    message = f"`{written}` inside double quotes is not an escape that Hugo knows"
    line = line_at(place.text, place.since, place.start, place.end)
    close = place.text.find('"', at, line.end)
    value = place.text[place.since + 1 : close] if close >= 0 else ""
    help_ = "use single quotes, or write `\\\\` for a backslash"
    repair: tuple[Edit, ...] = ()
    if value and '"' not in value:
        repair = put(place.since, close + 1, quoted(value))
        if len(value) <= LONGEST:
            help_ = f"use single quotes: `{quoted(value)}`"
    return syntax(at, min(end, place.end), message, help_, repair)
