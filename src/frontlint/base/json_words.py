"""What is wrong with a text that is not JSON, in our words: those of Python's reader are for programmers."""

from __future__ import annotations

from collections.abc import Mapping

_NOT_JSON: Mapping[str, str] = {
    "Expecting value": "a value is missing, or text has no quotes",
    "Expecting property name": "a key in double quotes is missing, or there is one comma too many",
    "Illegal trailing comma": "delete the comma before the closing bracket",
    "Expecting ',' delimiter": "a comma is missing",
    "Expecting ':' delimiter": "a colon is missing after the key",
    "Unterminated string starting at": "the closing quote of this text is missing",
    "Extra data": "there is text after the end of the JSON",
    "Unexpected UTF-8 BOM": "the file begins with a byte order mark: save it without one",
}
"""What Python's reader says of a text, and what people can make of it."""


def not_json(message: str) -> str:
    """Why a text is not JSON; `message` is what Python's reader says."""
    known = next((words for begin, words in _NOT_JSON.items() if message.startswith(begin)), None)
    return known or "a character is not allowed here"
