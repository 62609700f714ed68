"""The expressions of `pattern` and `patternProperties`, matched as JSON Schema has them, in linear time."""

from __future__ import annotations

from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.opener import read_through
from frontlint.base.phrases import shorten
from frontlint.patterns.nodes import Dialect, PatternError
from frontlint.schema.library import Json, Schema


def search(pattern: str, text: str) -> bool:
    """Whether an expression that `check` has passed matches somewhere in the text.

    Raises PatternError, a ValueError, for another.
    """
    from frontlint.patterns.linear import matcher  # few schemas come here: jsonschema-rs has its own

    return matcher(pattern, Dialect.ECMA).found_in(text)


def any_matches(patterns: Json, text: str) -> bool:
    """Whether one of the expressions of a `patternProperties` matches; never if that is not an object."""
    return isinstance(patterns, dict) and any(search(pattern, text) for pattern in patterns)


def check(schema: Schema, file: Path, shown: str) -> None:
    """The expressions of one schema object must be such that no text makes them slow.

    `file` is where it is written, `shown` how messages call that. Raises UsageError with the line.
    """
    from frontlint.patterns.linear import matcher

    for keyword, pattern in _patterns(schema):
        try:
            matcher(pattern, Dialect.ECMA)
        except PatternError as error:
            line = _line_of(pattern, file)
            message = f"`{keyword}` cannot be `{shorten(pattern, 40)}`: it has {error}"
            raise UsageError(message, shown, line) from error


def _patterns(schema: Schema) -> list[tuple[str, str]]:
    found = [("pattern", schema.get("pattern"))]
    many = schema.get("patternProperties")
    found += [("patternProperties", pattern) for pattern in (many if isinstance(many, dict) else ())]
    return [(keyword, pattern) for keyword, pattern in found if isinstance(pattern, str)]


def _line_of(pattern: str, file: Path) -> int | None:
    """The line of the file that an expression is on, if it is there once as JSON usually writes it."""
    import json

    written = read_through(file).decode("utf-8", "replace")
    for ascii_only in (True, False):
        at = written.find(json.dumps(pattern, ensure_ascii=ascii_only))
        if at >= 0:
            return written.count("\n", 0, at) + 1
    return None
