"""Single scalars of YAML: where libyaml and Hugo's goccy/go-yaml read the same text differently."""

from __future__ import annotations

import math
import re
from typing import Any, Final

from yaml import ScalarNode
from yaml.error import Mark

from frontlint.base.phrases import shorten
from frontlint.base.span import Span
from frontlint.frontmatter.document import PlainScalar, Problem, Value
from frontlint.frontmatter.parsed import UnreadableText, put, syntax
from frontlint.frontmatter.yaml.line import line_at, quoted
from frontlint.frontmatter.yaml.nodes import compose

_TAG: Final = "tag:yaml.org,2002:"
_SCALAR_TAGS: Final = ("str", "int", "float", "bool", "null", "binary", "timestamp")
_TRUE: Final = frozenset({"true", "yes", "t", "1"})
_BOOLEANS: Final = _TRUE | {"false", "no", "f", "0"}
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_DIGITS: Final = re.compile(r"[+-]?[0-9]{1,18}")
_NEXT_LINE: Final = re.compile(r"(?:\r\n|\r|\n)([ \t]*+)(?=[^\s])")
_FOLDED: Final = re.compile(r"(?:(?<![ \t])[ \t]++)?[\r\n][ \t\r\n]*+")
_DASH_LINE: Final = re.compile(r"(?:\r\n|\r|\n)([ ]+)-")
_TAB_INDENT: Final = re.compile(r"[\r\n]\t")
_FLOW_COLON: Final = re.compile(r"(?<=.):(?!/)", re.DOTALL)


def text_of(node: ScalarNode, written: str, start: int) -> str:
    """The text of a scalar as goccy reads it; `written` is its source, at `start` of the file."""
    value: str = node.value
    if node.style in ('"', "'"):
        tab = _TAB_INDENT.search(written)
        if tab is not None:
            at = start + tab.end() - 1
            message = "this line is indented with a tab; YAML accepts only spaces"
            raise UnreadableText(syntax(at, at + 1, message, "indent it with spaces"))
        if "\r\n" in written:
            return _quoted_with_crlf(written)
    elif node.style in ("|", ">"):
        return _block(value, written)
    elif _DASH_LINE.search(written):
        return _raw_folded(written, start)
    elif "\t" in value:
        return value.replace("\t", "")  # goccy's `scan` drops tabs inside of plain scalars
    return value


def _raw_folded(written: str, start: int) -> str:
    """From a line with a dash on, goccy folds plain text like a block scalar (`scanRawFoldedChar`)."""
    dash = _DASH_LINE.search(written)
    assert dash is not None
    indent = len(dash[1])
    for line in _NEXT_LINE.finditer(written, dash.start()):
        if len(line[1]) < indent:
            at = start + line.end()
            message = "this line is indented less than the line with a dash above, which it continues"
            raise UnreadableText(syntax(at, start + len(written), message, "put the whole text in quotes"))
    head = _FOLDED.sub(_fold, written[: dash.start(1)] + "\0")[:-1]
    node: Any = compose("- >-\n" + " " + written[dash.start(1) :].replace("\n", "\n "))
    folded: str = node.value[0].value
    return head.replace("\t", "") + folded


def _fold(match: re.Match[str]) -> str:
    breaks = match.group().replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return " " if breaks == 1 else "\n" * (breaks - 1)


def _block(value: str, written: str) -> str:
    """goccy drops blanks at the end of a block (`bufferedSrc` in `scanner/context.go`)."""
    header = written.split("\n", 1)[0]
    if "-" in header:
        return value.rstrip("\n").rstrip(" ")
    if value[-1:] not in (" ", "\t"):
        return value
    trimmed = value.rstrip(" \t")
    return trimmed if "+" in header or not trimmed.endswith("\n") else trimmed.rstrip("\n") + "\n"


def _quoted_with_crlf(written: str) -> str:
    """goccy counts CR and LF as two line breaks inside of quotes (`scanDoubleQuote`)."""
    text = written.replace("\\\r\n", "\\\n").replace("\r\n", "\n\n")
    node: Any = compose("- " + text)
    value: str = node.value[0].value
    return value


def block_end(text: str, start: int, end: int) -> int:
    """Where the last line of a block scalar ends: libyaml's mark is after its blank lines."""
    last = start + len(text[start:end].rstrip(" \t\r\n"))
    while last < end and text[last] in " \t":
        last += 1
    return last


def item_after_nothing(text: str, start: int, stop: int) -> Problem | None:
    """The list item or comment after an empty block scalar and a blank line, which Hugo refuses. [bin]

    The block scalar begins at `start` and has no text; the front matter ends at `stop`.
    """
    at, blank, commented = text.find("\n", start, stop) + 1, False, False
    while 0 < at < stop:
        end = text.find("\n", at, stop)
        line = text[at : end if end >= 0 else stop]
        content = line.lstrip(" ").rstrip(" \t\r")
        dash = at + len(line) - len(line.lstrip(" "))
        if content.startswith("#"):
            if blank and not commented:
                message = "Hugo cannot read a comment after an empty text and a blank line"
                return syntax(dash, dash + 1, message, 'write `""` in place of the empty text')
            commented = True
        elif content:
            if not blank or dash == at or not (content == "-" or content.startswith("- ")):
                return None
            message = "Hugo cannot read a list item after an empty text and a blank line"
            return syntax(dash, dash + 1, message, 'write `""` in place of the empty text')
        blank = blank or not content
        at = end + 1
    return None


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


def tagged(node: ScalarNode, value: str, plain: PlainScalar, span: Span) -> Value:
    """A scalar with a tag, as goccy's `nodeToValue` has it: `!foo 010` is text, `!!str 010` is "8"."""
    is_plain = node.style in ("", None)
    meant = plain(value) if is_plain else value
    if not value and is_plain:
        return None
    kind = node.tag.removeprefix(_TAG)
    match kind:
        case "null":
            return None
        case "str":
            return "" if meant is None else key_text(meant)
        case "int":
            return _whole(meant, is_plain)
        case "float":
            return _float(meant)
        case "bool":
            return _boolean(value, span)
        case "timestamp":
            return f"{value}T00:00:00Z" if _DAY.fullmatch(value) else value
    return value


def _whole(value: Value, is_plain: bool) -> int:
    if isinstance(value, float) and math.isfinite(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and not is_plain and _DIGITS.fullmatch(value) else 0


def _float(value: Value) -> float:
    try:
        return float(value) if isinstance(value, (int, float, str)) else 0.0
    except ValueError:
        return 0.0


def _boolean(value: str, span: Span) -> bool:
    lower = value.lower()
    if lower not in _BOOLEANS:
        message = f"`!!bool` needs true or false, and `{shorten(value)}` is neither"
        raise UnreadableText(syntax(span.start, span.end, message, "delete `!!bool`"))
    return lower in _TRUE


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


def flow_value_with_colon(text: str, at: int, value: Any, start: int) -> Any:
    """What Hugo reads in `{a:b: c}`: the key `a`, and all that follows as text; or why it refuses it.

    The value begins at `at` behind the first colon; `value` is what libyaml has behind the second one.
    """
    end = value.end_mark.index + start
    if not isinstance(value, ScalarNode):
        return syntax(
            at, end, "Hugo takes the first colon here for the end of the key", "put a space after it"
        )
    if value.start_mark.index == value.end_mark.index:
        end = text.find(":", at, end + 1) + 1 or end
    rest = text[at:end]
    begin = at + len(rest) - len(rest.lstrip()) - start
    mark = value.end_mark
    first, last = (Mark(mark.name, index, mark.line, 0, None, 0) for index in (begin, end - start))
    return ScalarNode(True, rest.strip(), first, last, "")  # type: ignore[arg-type]


def wrong_tag(node: Any, allowed: tuple[str, ...], span: Span) -> Problem | None:
    """`!!str [a]` and the like, which Hugo refuses."""
    kind = node.tag.removeprefix(_TAG)
    known = (*_SCALAR_TAGS, "map", "set", "seq", "omap")
    if kind == node.tag or kind not in known or kind in allowed:
        return None
    return syntax(
        span.start,
        span.start + len(kind) + 2,
        f"`!!{kind}` does not fit the value after it",
        f"delete `!!{kind}`",
    )


def not_a_key(text: str, start: int, end: int) -> Problem:
    """A list or a mapping where a key should be, as in `a: {{ x }}`."""
    written = shorten(text[start:end])
    message = f"`{written}` cannot be a key: Hugo accepts only text there"
    found = line_at(text, start, 0, len(text)).value()
    inside = found is not None and found[1] <= start and end <= found[2]
    repair = put(found[1], found[2], quoted(text[found[1] : found[2]])) if found and inside else ()
    return syntax(start, end, message, "if it is a value, put it in quotes", repair)


def over_lines(text: str, span: Span, delimiter: int) -> Problem | None:
    """Plain text in brackets that goes on at or left of the column `delimiter`: Hugo wants a comma."""
    for line in _NEXT_LINE.finditer(text, span.start, span.end):
        if len(line[1]) <= delimiter:
            message = "Hugo does not join lines inside brackets: a comma is missing before this line"
            help_ = "put a comma between the items, or quotes around all of the text"
            return syntax(line.end(), span.end, message, help_)
    return None
