"""Finds the addresses of Markdown's links, images and link definitions, with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.hugo.content.rawhtml import RawHtml

_LINE = lazy_pattern(r"[^\n]*\n|[^\n]+")
_CONTAINER = lazy_pattern(r"(?:[ \t]{0,3}(?:>|(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]|$)))*+")
_ITEM = lazy_pattern(r"([ \t]*+)([-*+]|[0-9]{1,9}[.)])([ \t]++|$)")
_FENCE = lazy_pattern(r"[ \t]*+(`{3,}+(?=[^`\n]*+$)|~{3,}+)")
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
_TAB = 4
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
    found = [link for block in _paragraphs(shown, start) for link in _in_block(shown, block)]
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


class _Reader:
    """Takes the lines of a body in turn, and knows which are code."""

    def __init__(self) -> None:
        self._fence = ""
        self._quotes = 0  # around the fence
        self._depth = 0  # of the quotes around the line before
        self._column = 0  # at which the text of the item around the fence begins
        self._blank = True
        self._empty = False  # the line before is a list item without text
        self._code = False
        self._inside = -1  # the column at which the text of the last list item begins, -1 outside of lists

    def is_text(self, line: str) -> bool:
        """Whether a line is text that Markdown reads; blank lines and code are not."""
        inner = line[_end(_CONTAINER, line) :]
        opens, self._depth = _quotes(line) > self._depth, _quotes(line)
        if self._fence and self._is_outside(line):
            self._fence, self._blank = "", True
        if self._fence:
            if self._closes(line):
                self._fence, self._blank = "", True
            return False
        if not (self._blank or self._code) and _is_underline(line.strip()):
            self._blank = True
            return False
        if not inner.strip() and line.strip()[-1:] in ("", ">"):
            self._inside = -1 if self._empty else self._inside  # a blank line ends such an item
            self._blank, self._empty = True, False
            return False
        self._empty = not inner.strip()
        fence = _FENCE.match(inner.rstrip("\r\n"))
        if fence is not None and not self._is_indented(line):
            self._note_item(line)
            self._fence, self._quotes = fence[1], _quotes(line)
            self._column = 0 if self._quotes else max(self._inside, 0)
            return False
        if self._begins_with_code(line, opens or self._blank or self._code):
            return False
        self._code = self._is_indented(line) and (self._blank or self._code)
        self._blank = False
        if not self._code:
            self._note_item(line)
        return not self._code

    def _closes(self, line: str) -> bool:
        """Whether the line closes the fence: in the same quotes and item, hardly indented."""
        at = 0
        for _ in range(self._quotes):
            at = line.find(">", at) + 1
        at += line.startswith(" ", at) if self._quotes else self._column
        marks = line[at:].strip()
        return _indent(line[at:]) < _TAB and marks.startswith(self._fence) and not marks.strip(self._fence[0])

    def _is_outside(self, line: str) -> bool:
        """Whether the line ends the quote or the list item in which a fence is, and so the fence."""
        left = bool(line.strip()) and _indent(line) < self._column
        return left or _quotes(line) < self._quotes

    def _is_indented(self, line: str) -> bool:
        return _indent(line) >= max(self._inside, 0) + _TAB

    def _begins_with_code(self, line: str, anew: bool) -> bool:
        """Whether what is in a quote or in a new list item begins with indented code.

        In a quote, a line goes on with a paragraph unless it begins `anew`. The text of such an item begins
        one column after its marker.
        """
        end = _end(_CONTAINER, line)
        is_quote = line[:end].endswith(">")
        if not end or (is_quote and not anew):
            return False
        begin = len(line) - len(line[end:].lstrip(" \t"))
        marker, text = (len(line[:at].expandtabs(_TAB)) for at in (end, begin))
        if text - marker <= _TAB:
            return False
        self._code, self._blank = True, False
        self._inside = self._inside if is_quote else marker + 1
        return True

    def _note_item(self, line: str) -> None:
        item = _ITEM.match(line)
        if item is not None:
            self._inside = len(item.group().expandtabs(_TAB))
        elif _indent(line) == 0:
            self._inside = -1


def _is_underline(line: str) -> bool:
    """Whether a line makes the text above it a heading."""
    return bool(line) and (not line.strip("-") or not line.strip("="))


def _begins_block(line: str, quotes: int) -> bool:
    """Whether a line of text is not of the paragraph before it, which is in so many quotes."""
    around = line[: _end(_CONTAINER, line)]
    return around.count(">") > quotes or not set(around) <= {">", " ", "\t"}


def _quotes(line: str) -> int:
    return line[: _end(_CONTAINER, line)].count(">")


def _indent(line: str) -> int:
    whole = line.expandtabs(_TAB) if "\t" in line else line
    return len(whole) - len(whole.lstrip(" "))


def _end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    """Runs of lines that are text: code spans and links do not go beyond them."""
    reader, since, at, quotes = _Reader(), -1, start, 0
    for line in _LINE.finditer(text, start):
        at = line.start()
        is_text = reader.is_text(line.group())
        if is_text and since >= 0 and _begins_block(line.group(), quotes):
            yield Span(since, at)
            since = -1
        quotes = _quotes(line.group())
        if is_text and since < 0:
            since = at
        elif not is_text and since >= 0:
            yield Span(since, at)
            since = -1
        at = line.end()
    if since >= 0:
        yield Span(since, at)


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
        container = _CONTAINER.match(text, at, line_end)
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
