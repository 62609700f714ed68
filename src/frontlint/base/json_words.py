"""What is wrong with a text that is not JSON, in our words: those of Python's reader are for programmers."""

from __future__ import annotations

from collections.abc import Mapping
from json import JSONDecodeError

from frontlint.base.record import NamedTuple

_NOT_JSON: Mapping[str, str] = {
    "Expecting value": "a value is missing, or text has no quotes",
    "Expecting property name": "a key in double quotes is missing, or there is one comma too many",
    "Expecting ',' delimiter": "a comma is missing",
    "Expecting ':' delimiter": "a colon is missing after the key",
    "Unterminated string starting at": "the closing quote of this text is missing",
    "Extra data": "there is text after the end of the JSON",
    "Unexpected UTF-8 BOM": "the file begins with a byte order mark: save it without one",
}
"""What Python's reader says of a text, and what people can make of it."""
_BLANKS = " \t\r\n"


class NotJson(NamedTuple):
    """Why a text is not JSON, and where: a line and a column, both from 1, the column in code points."""

    words: str
    line: int
    column: int


def not_json(error: JSONDecodeError) -> NotJson:
    """Why a text is not JSON, the same with every Python: since 3.13 it stops at a last comma."""
    text, offset = error.doc, error.pos
    before = text[:offset].rstrip(_BLANKS)
    if before.endswith(",") and text.startswith(("}", "]"), offset):
        offset = len(before) - 1
    elif not error.msg.startswith("Illegal trailing comma"):
        known = next((words for begin, words in _NOT_JSON.items() if error.msg.startswith(begin)), None)
        if not text[offset:].strip(_BLANKS):
            known = "its closing bracket is missing" if before else "it is empty"
        return NotJson(known or "a character is not allowed here", error.lineno, error.colno)
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return NotJson("delete the comma before the closing bracket", line, column)
