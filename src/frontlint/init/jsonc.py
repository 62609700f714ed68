"""JSON with comments and trailing commas, as VS Code writes it: read in place, and added to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from frontlint.base.edit import Edit
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.json import reader as json_reader
from frontlint.frontmatter.places import Places
from frontlint.frontmatter.route import Route
from frontlint.init.step import LeaveAloneError

# A text or comment that never ends is taken as it is: there is no second try inside it.
_STRING_OR_COMMENT = lazy_pattern(
    r'"(?:[^"\\\r\n]++|\\.)*+"?|//[^\r\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?', re.DOTALL
)
_STRING_OR_LAST_COMMA = lazy_pattern(r'"(?:[^"\\\r\n]++|\\.)*+"?|,(?=\s*[}\]])')
_NOT_A_BREAK = lazy_pattern(r"[^\r\n]")
BLANKS = " \t\r\n"
"""What JSON takes for blank, and nothing else."""
_INDENT = lazy_pattern(r"^[ \t]+(?=\S)", re.MULTILINE)


class Jsonc(NamedTuple):
    """A text of JSON with comments.

    `bare` is the same text with blanks in the place of comments, `data` what it says, `places` where.
    """

    text: str
    bare: str
    data: dict[str, Any]
    places: Places

    def append(self, route: Route, key: str | None, value: object) -> Iterator[Edit]:
        """The insertions that put a value after the last one of the list or object at `route`.

        `key` is for an object. Comments stay with the value that they are beside.
        """
        outer = self.places.value(route)
        inner = [self.places.value(below).end for below in self.places if below[:-1] == route and below]
        close = outer.end - 1
        last = max(inner, default=outer.start + 1)
        at = len(self.text[:close].rstrip(BLANKS))
        comma = "," if inner and "," not in self.bare[last:close] else ""
        unit = self._unit()
        around = self._indent_at(outer.start)
        piece = "\n" + _laid_out(key, value, unit, around + unit)
        if "\n" not in self.text[at:close]:
            piece += "\n" + around
        if at == last:
            yield Edit(Span(at, at), comma + piece)
        else:
            if comma:
                yield Edit(Span(last, last), comma)
            yield Edit(Span(at, at), piece)

    def _unit(self) -> str:
        """One step of indentation, as the file has it."""
        first = _INDENT.search(self.text)
        return first.group() if first else "  "

    def _indent_at(self, offset: int) -> str:
        """The blanks at the start of the line that a code point is on."""
        line = self.text[:offset].splitlines(keepends=True)[-1] if offset else ""
        return line[: len(line) - len(line.lstrip())] if line.strip() else line


def read_jsonc(text: str) -> Jsonc:
    """Reads a text. Raises LeaveAloneError if it is not a JSON object."""
    bare = _STRING_OR_COMMENT.sub(lambda found: _blank(found.group(), '"'), text)
    plain = _STRING_OR_LAST_COMMA.sub(lambda found: _blank(found.group(), '"'), bare)
    try:
        data = json.loads(plain)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise LeaveAloneError(f"it cannot be read as JSON{where}") from None
    if not isinstance(data, dict):
        raise LeaveAloneError("it is not a JSON object")
    reading = json_reader.read_json(plain, len(plain) - len(plain.lstrip(BLANKS)), len(plain))
    if bool(reading.data) != bool(data):  # NaN, which Python's reader takes and ours does not
        raise LeaveAloneError("it cannot be read as JSON")
    return Jsonc(text, bare, data, reading.places)


def _blank(piece: str, kept: str) -> str:
    endless = piece.startswith("/*") and not (len(piece) >= 4 and piece.endswith("*/"))
    return piece if piece.startswith(kept) or endless else _NOT_A_BREAK.sub(" ", piece)


def _laid_out(key: str | None, value: object, unit: str, indent: str) -> str:
    text = json.dumps(value, indent=unit, ensure_ascii=False)
    head = "" if key is None else f"{json.dumps(key)}: "
    return "\n".join(indent + line for line in (head + text).split("\n"))
