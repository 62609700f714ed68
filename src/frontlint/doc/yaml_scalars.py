"""Single scalars of YAML: where libyaml and Hugo's goccy/go-yaml read the same text differently."""

from __future__ import annotations

import math
import re
from typing import Any, Final

from yaml import ScalarNode
from yaml.error import Mark

from frontlint.doc.document import PlainScalar, Problem, Value
from frontlint.doc.parsed import shorten, syntax
from frontlint.doc.yaml_nodes import compose
from frontlint.text.span import Span

_TAG: Final = "tag:yaml.org,2002:"
_SCALAR_TAGS: Final = ("str", "int", "float", "bool", "null", "binary", "timestamp")
_FLOW_COLON: Final = re.compile(r"(?<=.):(?!/)", re.DOTALL)


def text_of(node: ScalarNode, written: str) -> str:
    """The text of a scalar as goccy reads it; `written` is its source."""
    value: str = node.value
    if node.style in ('"', "'"):
        if "\r\n" in written:
            return _quoted_with_crlf(written)
    elif node.style not in ("|", ">") and "\t" in value:
        return value.replace("\t", "")  # goccy's `scan` drops tabs inside of plain scalars
    return value


def _quoted_with_crlf(written: str) -> str:
    """goccy counts CR and LF as two line breaks inside of quotes (`scanDoubleQuote`)."""
    text = written.replace("\\\r\n", "\\\n").replace("\r\n", "\n\n")
    node: Any = compose("- " + text)
    value: str = node.value[0].value
    return value


def block_end(text: str, start: int, end: int) -> int:
    """Where the last line of a block scalar ends: libyaml's mark lies behind its blank lines."""
    last = start + len(text[start:end].rstrip())
    while last < end and text[last] in " \t":
        last += 1
    return last


def key_text(value: Value) -> str:
    """A key that is not text, as Hugo's string: `010` is "8", `~` is "null"."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _go_float(value) if isinstance(value, float) else str(value)


def _go_float(value: float) -> str:
    """As Go's `%v` writes a float."""
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    if math.isnan(value):
        return "NaN"
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    return repr(value)


def tagged(node: ScalarNode, value: str, plain: PlainScalar) -> Value:
    """A scalar with a tag in front. Tags that goccy does not know change nothing."""
    if not value and node.style in ("", None):
        return None
    kind = node.tag.removeprefix(_TAG)
    if kind == "null":
        return None
    if kind in ("str", "binary", "timestamp"):
        return value
    if kind in ("int", "float", "bool"):
        return _cast(kind, plain(value))
    return plain(value) if node.style in ("", None) else value


def _cast(kind: str, value: Value) -> Value:
    if kind == "bool":
        return (
            value if isinstance(value, bool) else str(value).lower() in ("yes", "on", "y", "t", "1", "true")
        )
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return 0
    return float(value) if kind == "float" else int(value) if value == value // 1 else 0


def split_flow_key(written: str) -> int | None:
    """Where `a:1` inside of braces falls apart: the first colon that no slash follows."""
    colon = _FLOW_COLON.search(written)
    return colon.start() if colon else None


def flow_value(key: ScalarNode, colon: int) -> ScalarNode:
    """The value that libyaml left in a key such as `a:1`."""
    rest = key.value[colon + 1 :]
    start = key.end_mark.index - len(rest.lstrip())
    mark = key.end_mark
    return ScalarNode(True, rest.strip(), Mark(mark.name, start, mark.line, 0, None, 0), mark, "")  # type: ignore[arg-type]


def wrong_tag(node: Any, allowed: tuple[str, ...], span: Span) -> Problem | None:
    """`!!str [a]` and the like, which Hugo refuses."""
    kind = node.tag.removeprefix(_TAG)
    known = (*_SCALAR_TAGS, "map", "set", "seq", "omap")
    if kind == node.tag or kind not in known or kind in allowed:
        return None
    return syntax(
        span.start,
        span.start + len(kind) + 2,
        f"!!{kind} does not fit the value behind it",
        "leave the tag out",
    )


def not_a_key(text: str, start: int, end: int) -> Problem:
    """A list or a mapping where a key is due, as in `a: {{ x }}`."""
    written = shorten(text[start:end])
    message = f"{written} cannot be a key: Hugo takes only text there"
    return syntax(start, end, message, "if it is a value, put it in quotes")


def item_over_lines(text: str, span: Span) -> Problem:
    """A plain item in brackets that goes on in the next line."""
    lines = text[span.start : span.end]
    second = span.start + len(lines) - len(lines.split("\n")[-1].lstrip())
    message = "a comma is missing before this line: in brackets Hugo does not join lines"
    return syntax(
        second, span.end, message, "put a comma between the items, or quotes around an item of several lines"
    )
