"""Anchors, aliases and tags that libyaml takes and Hugo's YAML library does not, or otherwise."""

from __future__ import annotations

import re
from typing import Any, Final

from yaml import ScalarNode

from frontlint.base.pattern import lazy_pattern
from frontlint.base.phrases import shorten
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import syntax
from frontlint.frontmatter.yaml.line import sign
from frontlint.frontmatter.yaml.nodes import AliasNode

_COMMENTS: Final = lazy_pattern(r"(?:[ \t\r\n]++|(?<=[ \t\r\n])#[^\r\n]*+)*+")
_ANCHORED: Final = re.compile(r"&[^\s,\[\]{}]+[ \t]+(?=[^\s*&!])")
_TAGGED: Final = re.compile(r"!\S*+[ \t]++(?=[^\s*&!])")
_RESERVED: Final = "*&!@`%|>#"


def without_value(text: str, start: int, end: int, stop: int) -> Problem | None:
    """Why Hugo refuses an anchor or a tag that no value follows; None where it takes it.

    It is at `start` to `end`, and the front matter ends at `stop`. An anchor takes the next line for its
    value, if there is one; a tag such as `!!str` wants a value before the next key; brackets want it too.
    """
    written = text[start:end]
    found = _COMMENTS.match(text, end, stop)
    after = found.end() if found else end
    in_brackets = text[after : after + 1] in (",", "]", "}") and after < stop
    if "&" in written:
        refused = in_brackets or after == stop
    elif written.startswith("!!"):
        refused = not in_brackets and after < stop
    else:
        refused = in_brackets
    if not refused:
        return None
    kind = "an anchor" if written.startswith("&") else "a tag"
    message = f"`{shorten(written)}` is {kind} in YAML, but no value follows it"
    return syntax(start, end, message, f'if this is the value, write `"{shorten(written)}"`')


def alias_as_key(text: str, start: int, end: int) -> Problem | None:
    """`*x: b`: the colon is a part of the name for Hugo."""
    if text[end : end + 1] != ":":
        return None
    name = shorten(text[start:end])
    message = f"Hugo reads the colon as part of the alias `{name}`"
    return syntax(start, end + 1, message, f"write `{name} :` with a space before the colon")


def key_without_name(text: str, start: int, end: int, *, in_braces: bool) -> Problem | None:
    """`&b : c` and `!b : c`, where an anchor or a tag is all that there is of a key."""
    if text[start : start + 1] not in ("&", "!") or (in_braces and text[end : end + 1] == ":"):
        return None
    message = f"`{shorten(text[start:end])}` is an anchor or a tag in YAML, but no key follows it"
    return syntax(start, end, message, f'if this is the key, write `"{shorten(text[start:end])}"`')


def value_in_braces(key: Any, value: ScalarNode, text: str, begin: int) -> ScalarNode | AliasNode | Problem:
    """What is written after the colon in `{k:*b}`; libyaml takes all of it for a key, text and nothing else.

    `value` is what is written there as a scalar; the front matter begins at `begin` of the file's text.
    """
    written: str = value.value
    first = written[:1]
    end = value.end_mark.index + begin
    if first == "*" and getattr(key, "target", None) is not None and text[end : end + 1] != ":":
        return AliasNode(key.target, value.start_mark, value.end_mark)
    if len(written) > 1 and first in "\"'" and written.find(first, 1) == len(written) - 1:
        if first == "'" or "\\" not in written:
            return _scalar(value, written[1:-1], False)
    elif first in _RESERVED:
        for pattern, tag in ((_ANCHORED, True), (_TAGGED, False)):
            property_ = pattern.match(written)
            if property_ is not None:
                return _scalar(value, written[property_.end() :], tag)
        return _refused(written, value.start_mark.index + begin)
    return value


def _scalar(value: ScalarNode, text: str, tag: object) -> ScalarNode:
    return ScalarNode(tag, text, value.start_mark, value.end_mark, "")  # type: ignore[arg-type]


def _refused(written: str, start: int) -> Problem:
    message = f"`{shorten(written)}` begins with {sign(written[0])}, which YAML reserves"
    return syntax(start, start + len(written), message, f'write `"{shorten(written)}"`')
