"""Finds the addresses of Markdown's links, images and link definitions, with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from frontlint.author.paragraphs import CONTAINER, paragraphs
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.hugo.content.rawhtml import RawHtml

_INNER = r"(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))"
_ADDRESS = rf"(?:<(?P<angle>[^<>\n]*+)>|(?P<bare>(?!<){_INNER}++))"
_TITLE = r"""(?:\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?+"""
_TARGET = lazy_pattern(rf"\(\s*+{_ADDRESS}{_TITLE}\s*+\)", re.DOTALL)
_DEFINITION = lazy_pattern(
    rf"[ \t]{{0,3}}\[(?!\^)(?:[^\[\]\\\n]|\\.)++\]:[ \t]*+{_ADDRESS}{_TITLE}[ \t\r]*+$", re.MULTILINE
)
_BRACKET = lazy_pattern(r"\\.|[\[\]]", re.DOTALL)
_TICKS = lazy_pattern(r"`++")
_ESCAPED = lazy_pattern(r"\\([!-/:-@\[-`{-~])")
_SHORTCODE = {"{{<": ">}}", "{{%": "%}}"}
_OPENING = lazy_pattern(r"\{\{[<%]")
_HIDDEN = "\ufffc"


class Link(NamedTuple):
    """An address: `span` is where it is written, without `<` and `>`; `address` what it means.

    `angle` tells that it is in `<` and `>`, where spaces may be.
    """

    span: Span
    address: str
    angle: bool


def links(text: str, start: int) -> tuple[Link, ...]:
    """The links of a Markdown body from `start` on, with spans in code points of the whole text.

    Code, comments, raw HTML and the arguments of shortcodes are text. The time grows with the length.
    """
    if text.find("](", start) < 0 and text.find("]:", start) < 0:
        return ()
    calls = _shortcodes(text, start)
    shown = _without(text, calls)
    html = RawHtml(text, start, calls)
    found = [link for block in paragraphs(shown, start) for link in _in_block(shown, block)]
    # `<b c.md>` may look like a tag: what precedes it shows whether the link is in raw HTML.
    return tuple(link for link in found if link.span.start - 2 * link.angle not in html)


def _shortcodes(text: str, start: int) -> list[Span]:
    """All shortcodes, from `{{<` to `>}}`."""
    last = {opening: text.rfind(closing) for opening, closing in _SHORTCODE.items()}
    found: list[Span] = []
    at = start
    while opening := _OPENING.search(text, at):
        at = opening.end()
        if last[opening.group()] >= at:
            closing = _SHORTCODE[opening.group()]
            at = text.find(closing, at) + len(closing)
            found.append(Span(opening.start(), at))
    return found


def _without(text: str, spans: list[Span]) -> str:
    """The text as long as before, with nothing of Markdown's in the spans; line breaks stay."""
    parts: list[str] = []
    at = 0
    for span in spans:
        inside = text[span.start : span.end]
        parts += [text[at : span.start], "\n".join(_HIDDEN * len(line) for line in inside.split("\n"))]
        at = span.end
    return "".join([*parts, text[at:]])


def _in_block(text: str, block: Span) -> Iterator[Link]:
    code = _code_spans(text, block)
    starts = [span.start for span in code]

    def hidden(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < code[at].end

    yield from _definitions(text, block)
    images: list[bool] = []  # of each bracket that is open: whether it begins an image
    spent = 0  # so many of them are around a link, and begin no other link
    for mark in _BRACKET.finditer(text, block.start, block.end):
        if hidden(mark.start()) or mark.group()[0] == "\\":
            continue
        if mark.group() == "[":
            images.append(_begins_image(text, mark.start(), block.start))
        elif images:
            is_image = images.pop()
            is_open, spent = is_image or len(images) >= spent, min(spent, len(images))
            found = _TARGET.match(text, mark.end(), block.end) if is_open else None
            if found is not None and not hidden(mark.end()):
                yield from _link(found)
                spent = spent if is_image else len(images)


def _begins_image(text: str, at: int, start: int) -> bool:
    before = text[max(start, at - 2) : at]
    return before.endswith("!") and before != "\\!"


def _definitions(text: str, block: Span) -> Iterator[Link]:
    at = block.start
    while at < block.end:
        line_end = text.find("\n", at, block.end)
        line_end = block.end if line_end < 0 else line_end
        container = CONTAINER.match(text, at, line_end)
        found = _DEFINITION.match(text, container.end() if container else at, line_end)
        if found is not None:
            yield from _link(found)
        at = line_end + 1


def _link(found: re.Match[str]) -> Iterator[Link]:
    group = "angle" if found["angle"] is not None else "bare"
    written = found[group]
    if written and _HIDDEN not in written:
        address = _ESCAPED.sub(r"\1", written)
        address = unescape(address) if "&" in address else address
        yield Link(Span(*found.span(group)), address, group == "angle")


def _code_spans(text: str, block: Span) -> list[Span]:
    """The code spans of a block: a run of backticks, up to the next one of the same length."""
    runs = [found.span() for found in _TICKS.finditer(text, block.start, block.end)]
    by_length: dict[int, list[int]] = {}
    for at, (start, end) in enumerate(runs):
        by_length.setdefault(end - start, []).append(at)
    for same in by_length.values():
        same.reverse()
    found: list[Span] = []
    at = 0
    while at < len(runs):
        start, end = runs[at]
        start += _is_escaped(text, start, block.start)
        same = by_length.get(end - start, [])
        while same and same[-1] <= at:
            same.pop()
        if not same:
            at += 1
            continue
        other = same.pop()
        found.append(Span(start, runs[other][1]))
        at = other + 1
    return found


def _is_escaped(text: str, at: int, start: int) -> bool:
    """Whether an odd number of backslashes is before a character."""
    before = at
    while before > start and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1
