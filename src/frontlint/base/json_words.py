"""What is wrong with a text that is not JSON, in our words: those of Python's reader are for programmers."""

from __future__ import annotations

from collections.abc import Mapping
from json import JSONDecodeError

from frontlint.base.record import NamedTuple

_LAST_COMMA = "Illegal trailing comma"
_NOT_JSON: Mapping[str, str] = {
    "Expecting value": "a value is missing, or text has no quotes",
    "Expecting property name": "a key in double quotes is missing, or there is one comma too many",
    _LAST_COMMA: "delete the comma before the closing bracket",
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
    """Why a text is not JSON, the same with every Python: since 3.13 they stop at a last comma."""
    before = error.doc[: error.pos].rstrip(_BLANKS)
    if before.endswith(",") and error.doc.startswith(("}", "]"), error.pos):  # as an older one does
        error = JSONDecodeError(_LAST_COMMA, error.doc, len(before) - 1)
    words = next((words for begin, words in _NOT_JSON.items() if error.msg.startswith(begin)), None)
    if not error.doc[error.pos :].strip(_BLANKS):
        words = "its closing bracket is missing" if before else "it is empty"
    return NotJson(words or "a character is not allowed here", error.lineno, error.colno)
