"""Writes single values of YAML, in the quotes that are asked for where they can hold the value."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Format, PlainScalar, Value
from frontlint.frontmatter.edit.changes import UnsureError
from frontlint.frontmatter.edit.values import alike
from frontlint.frontmatter.yaml.reader import read_yaml

_OTHERS_READ: Final = lazy_pattern(r"(?i:yes|no|on|off)|[-+]?[0-9][0-9_,:]*+(?:\.[0-9_]*+)?|\.\.\.|---.*")
"""Texts to Hugo that YAML 1.1 takes for something else."""
_ODD: Final = lazy_pattern(
    "[\x00-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\ufffe\uffff]"
)
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED: Final = lazy_pattern('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')


def scalar(value: Value, hint: str, quote: str, plain: PlainScalar, *, flow: bool, item: bool = False) -> str:
    """A scalar on one line. `hint` are the quotes wanted (empty: none), `quote` those for what needs some.

    `flow` is for inside brackets, `item` for after a dash. Raises UnsureError where none is read back.
    """
    for written in _ways(value, hint, quote):
        if reads_as(written, value, plain, flow=flow, item=item):
            return written
    raise UnsureError("YAML cannot hold this value, or not surely")


def _ways(value: Value, hint: str, quote: str) -> Iterator[str]:
    if isinstance(value, str):
        if not hint and not _OTHERS_READ.fullmatch(value) and not _ODD.search(value):
            yield str(value)
        single = hint == "'" or (not hint and quote == "'")
        if single and not _ODD.search(value):
            yield "'" + value.replace("'", "''") + "'"
        if not hint and not single and ('"' in value or "\\" in value) and not _ODD.search(value):
            yield "'" + value.replace("'", "''") + "'"
        yield '"' + _ESCAPED.sub(lambda match: _escape(match[0]), value) + '"'
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif value is None:
        yield "null"
    elif isinstance(value, float) and math.isinf(value):
        yield ".inf" if value > 0 else "-.inf"
    elif isinstance(value, (int, float)):
        yield repr(value)
        yield f"{value:f}"  # `1e+21` is text to Hugo


def _escape(char: str) -> str:
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"


def key(name: str, quote: str, plain: PlainScalar, *, flow: bool) -> str:
    """A key; `quote` are its quotes, empty for none."""
    if not quote and (plain(name) != name or (flow and ":" in name)):
        quote = '"'  # `true` is a name to Hugo, and not to others; `{a:b: c}` is `a` to it
    for written in _ways(name, quote, quote or '"'):
        text = "{" + written + ": x}" if flow else written + ": x"
        if _read("k: " + text if flow else text, plain) == ({"k": {name: "x"}} if flow else {name: "x"}):
            return written
    raise UnsureError("YAML cannot hold this key, or not surely")


def reads_as(written: str, value: Value, plain: PlainScalar, *, flow: bool, item: bool = False) -> bool:
    """Whether a scalar, written so, means the value in its place."""
    if flow:
        data = _read(f"k: [{written}, {{j: {written}}}, {{j: {written}, i: x}}]\n", plain)
        wanted: Value = {"k": [value, {"j": value}, {"j": value, "i": "x"}]}
    elif item:
        data, wanted = _read(f"k:\n- {written}\n- x\n", plain), {"k": [value, "x"]}
    else:
        data, wanted = _read(f"k: {written}\nj: x\n", plain), {"k": value, "j": "x"}
    return data is not None and alike(wanted, data, Format.YAML)


def _read(text: str, plain: PlainScalar) -> dict[str, Value] | None:
    reading = read_yaml(text, 0, len(text), plain)
    return None if reading.problems else reading.data


def block(value: str, header: str, indent: str, newline: str) -> str | None:
    """A text as a block scalar like the one with this header; None where it cannot be one."""
    body = value.rstrip("\n")
    keeps = len(value) - len(body)
    if not body or keeps > 1 or body[0] in " \t\n" or _ODD.search(body.replace("\n", "")):
        return None
    mark = header[0] + ("" if keeps else "-")
    if header[0] == ">":
        body = body.replace("\n", "\n\n")
    lines = [indent + line if line else "" for line in body.split("\n")]
    if any(line != line.rstrip() for line in lines):
        return None
    return newline.join([mark, *lines])
