"""A value, or a part of one, that begins with a character that YAML reserves; an alias without an anchor."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.phrases import shorten
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import put, syntax
from frontlint.frontmatter.remedies import LONGEST
from frontlint.frontmatter.yaml.line import Line, in_quotes, line_at, quoted, sign
from frontlint.frontmatter.yaml.mistakes import ParserStop, unreadable
from frontlint.frontmatter.yaml.tab_indents import tab

_ITEM: Final = re.compile(r"[^,\]}\r\n]*+")
_END_OF_KEY: Final = re.compile(r":(?=[ \t]|\Z)")
_HEADER: Final = re.compile(r"([|>][-+0-9]{0,2})[ \t]++(?=[^\s#])")


def first_character(place: ParserStop) -> Problem:
    """A value that begins with a character that YAML reserves."""
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
    name = f"the value of `{shorten(key)}`" if key else "this list item"
    if value.startswith("- "):
        message = f"a list cannot begin on the line of `{shorten(key)}:`"
        help_ = f"put each item on its own line, or {in_quotes(key, value)}"
        return syntax(start, end, message, help_, put(start, end, f"[{quoted(value[1:].strip())}]"))
    header = _HEADER.match(value)
    if header is not None:
        message = f"`{header[1]}` must be the last on its line"
        repair = put(start + header.end(1), start + header.end(), f"\n{line.text[: line.indent]}  ")
        return syntax(start, end, message, "begin the text on the next line, indented", repair)
    if at > start:
        inside = _inside(place.text, start, at, end, name)
        if inside is not None:
            return inside
    message = f"{name} begins with {sign(char)}, which YAML reserves"
    if char and not value.startswith(char):
        message = f"{name} has a word that begins with {sign(char)}, which YAML reserves"
    return syntax(start, end, message, in_quotes(key, value), put(start, end, quoted(value)))


def _inside(text: str, start: int, at: int, end: int, name: str) -> Problem | None:
    """A part of a value in brackets that begins with such a character, or something behind the value."""
    opens, before = text[start], text[start:at].rstrip()
    closer = {"[": "]", "{": "}"}.get(opens, opens)
    if opens not in "[{\"'":
        return None
    if before.endswith(closer) and len(before) > 1 and before.count(opens) <= before.count(closer):
        rest = sign(shorten(text[at:end]))
        what = "quote" if opens in "\"'" else f"`{closer}`"
        message = f"{rest} follows the closing {what} of the value"
        return syntax(at, end, message, "delete it, or put the whole value in quotes", put(at, end, ""))
    if opens in "\"'":
        return None
    stop, item = _item(text, at, end)
    message = f"{name} has {_kind(text, start, at)} that begins with {sign(text[at])}, which YAML reserves"
    return syntax(at, stop, message, f"write `{shorten(quoted(item), LONGEST)}`", put(at, stop, quoted(item)))


def _item(text: str, at: int, end: int) -> tuple[int, str]:
    """Where a part of a value in brackets ends, and what it is: an item, a key or the value of a key."""
    found = _ITEM.match(text, at, end)
    item = found.group() if found else ""
    key = _END_OF_KEY.search(item)
    item = (item[: key.start()] if key else item).rstrip()
    return at + len(item), item


def _kind(text: str, start: int, at: int) -> str:
    """What a part of a value in brackets is."""
    before = text[start:at].rstrip()
    if before.endswith(":"):
        return "an inner value"
    return "an item" if before.rfind("[") > before.rfind("{") else "a key"


def _reserved(place: ParserStop, line: Line, at: int) -> Problem:
    char = place.text[at : at + 1].strip()
    if not char:
        return unreadable(place)
    message = f"`{shorten(line.text)}` cannot begin with {sign(char)}, which YAML reserves"
    text, start = place.text, place.start
    if any(text.rfind(opens, start, at) > text.rfind(closes, start, at) for opens, closes in ("[]", "{}")):
        stop, item = _item(text, at, line.last)
        help_ = f"write `{shorten(quoted(item), LONGEST)}`"
        return syntax(at, stop, message, help_, put(at, stop, quoted(item)))
    repair = put(at, line.last, "") if at == line.first else ()
    return syntax(at, max(at + 1, line.last), message, "put the text in quotes", repair)


def unknown_alias(text: str, start: int, end: int) -> Problem:
    """`*name` without `&name` above it: most often Markdown."""
    line = line_at(text, start, 0, len(text))
    found = line.value()
    written = text[start:end]
    message = (
        f"`{shorten(written)}` is an alias in YAML, but nothing above is named `&{shorten(written[1:])}`"
    )
    if found is not None and found[1] <= start:
        value = text[found[1] : found[2]]
        if value[0] in "[{" and start > found[1]:
            stop, item = _item(text, start, found[2])
            return syntax(
                start, end, message, f"put quotes around `{shorten(item)}`", put(start, stop, quoted(item))
            )
        repair = put(found[1], found[2], quoted(value))
        return syntax(start, end, message, in_quotes(found[0], value), repair)
    return syntax(start, end, message, "put the text in quotes", put(start, end, quoted(written)))
