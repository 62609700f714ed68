"""Writes single values and keys of TOML, in the quotes that are asked for where they can hold the value."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Format, Moment, Value
from frontlint.frontmatter.edit.changes import UnsureError
from frontlint.frontmatter.edit.values import alike
from frontlint.frontmatter.toml.one_value import read_one

_BARE: Final = lazy_pattern(r"[A-Za-z0-9_-]+")
_ODD: Final = lazy_pattern("[\x00-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]")
_ESCAPED: Final = lazy_pattern('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def reads_as(written: str, value: Value) -> bool:
    """Whether a value, written so, means the value."""
    return value is not None and alike(value, read_one(written), Format.TOML)


def value(wanted: Value, hint: str, newline: str = "\n") -> str:
    """A value; `hint` are the quotes of its texts, one mark or three. Raises UnsureError."""
    if isinstance(wanted, list):
        return "[" + ", ".join(value(one, hint[:1]) for one in wanted) + "]"
    if isinstance(wanted, dict):
        pairs = ", ".join(f"{key(name, '')} = {value(one, hint[:1])}" for name, one in wanted.items())
        return "{ " + pairs + " }" if pairs else "{}"
    for written in _ways(wanted, hint, newline):
        if reads_as(written, wanted):
            return written
    raise UnsureError("TOML cannot hold this value, or not surely")


def _ways(wanted: Value, hint: str, newline: str) -> Iterator[str]:
    if isinstance(wanted, Moment):
        yield str(wanted)
    elif isinstance(wanted, str):
        lines = wanted.replace("\n", "")
        if len(hint) == 3 and "\n" in wanted and not _ODD.search(lines):
            body = wanted if hint[0] == "'" else wanted.replace("\\", "\\\\").replace('"""', '""\\"')
            yield hint + newline + body.replace("\n", newline) + hint
        if len(hint) == 3 and hint[0] == '"' and "\n" not in wanted:
            yield hint + _escaped(wanted) + hint
        if hint[:1] == "'" and not _ODD.search(wanted):
            if len(hint) == 3:
                yield f"{hint}{wanted}{hint}"
            yield f"'{wanted}'"
        yield f'"{_escaped(wanted)}"'
    elif isinstance(wanted, bool):
        yield "true" if wanted else "false"
    elif isinstance(wanted, float) and math.isinf(wanted):
        yield "inf" if wanted > 0 else "-inf"
    elif isinstance(wanted, (int, float)):
        yield repr(wanted)


def _escaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}", text)


def key(name: str, quote: str) -> str:
    """One part of a key; `quote` are its quotes, empty for none where none are needed."""
    if not quote and _BARE.fullmatch(name):
        return name
    if quote == "'" and "'" not in name and not _ODD.search(name):
        return f"'{name}'"
    return f'"{_escaped(name)}"'
