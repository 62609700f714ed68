"""Where a body has raw HTML, as far as Markdown's rules for it go: blocks, tags and comments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span

_LINE = lazy_pattern(r"[^\n]*\n?")
_FENCE = lazy_pattern(r" {0,3}(`{3,}|~{3,})")
_BLOCK_TAGS = (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir "
    "div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html "
    "iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary "
    "table tbody td tfoot th thead title tr track ul"
).replace(" ", "|")
_ATTRIBUTE = r"\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?"
_TAG = rf"</?[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*\s*/?>"
# A block may be in quotes and list items.
_INDENT = r"(?: {0,3}(?:>|[-*+] |[0-9]{1,9}[.)] ))*+ {0,3}+"
# CommonMark 4.6: what opens a block, and what ends it, which may be on the same line.
_BLOCKS = tuple(
    (lazy_pattern(rf"{_INDENT}{opening}", re.IGNORECASE), lazy_pattern(ending, re.IGNORECASE))
    for opening, ending in (
        (r"<(?:script|pre|style|textarea)(?:[\s>]|$)", r"</(?:script|pre|style|textarea)>"),
        (r"<!--", r"-->"),
        (r"<\?", r"\?>"),
        (r"<![A-Za-z]", r">"),
        (rf"</?(?:{_BLOCK_TAGS})(?:[\s>]|/>|$)", r"^[ \t]*$"),
        (rf"{_TAG}[ \t]*$", r"^[ \t]*$"),
    )
)
_LONE_TAG = len(_BLOCKS) - 1
_TICKS = lazy_pattern(r"`++")
_INLINE = lazy_pattern(rf"(?P<ticks>`++)|<!--|(?P<tag>{_TAG})")


class RawHtml:
    """Answers whether an offset of a text is in raw HTML; looks only when it is asked.

    Hugo puts a word in the place of each shortcode before it reads the Markdown, and so does this.
    """

    def __init__(self, text: str, start: int, shortcodes: Sequence[Span]) -> None:
        self._text = text
        self._start = start
        self._shortcodes = shortcodes

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._spans, (offset, len(self._text) + 1)) - 1
        return at >= 0 and self._spans[at][0] <= offset < self._spans[at][1]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        masked = self._masked()
        if masked.find("<", self._start) < 0:
            return []
        blocks = list(_blocks(masked, self._start))
        return sorted([*blocks, *_inline(masked, self._start, blocks)])

    def _masked(self) -> str:
        parts: list[str] = []
        at = 0
        for span in self._shortcodes:
            parts += [self._text[at : span.start], "x" * span.length]
            at = span.end
        return "".join([*parts, self._text[at:]])


def _blocks(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The HTML blocks outside of fenced code, as start and end."""
    fence, ending, opened, in_paragraph = "", None, start, False
    for line in _LINE.finditer(text, start):
        words = line.group().rstrip("\r\n")
        if fence:
            closing = _FENCE.match(words)
            fence = "" if closing and closing.group(1).startswith(fence) and not words.strip("`~ ") else fence
            continue
        if ending is None:
            found = _FENCE.match(words)
            fence = found.group(1) if found else ""
            ending = None if found else _ending_of_block(words, in_paragraph)
            opened = line.start()
            in_paragraph = bool(words.strip()) and not found
        if ending is not None and ending.search(words):
            yield opened, line.end()
            ending, in_paragraph = None, False
    if ending is not None:
        yield opened, len(text)


def _ending_of_block(line: str, in_paragraph: bool) -> re.Pattern[str] | None:
    """What ends the HTML block that a line opens; a lone tag opens none in the middle of a paragraph."""
    for number, (opening, ending) in enumerate(_BLOCKS):
        if opening.match(line) and not (number == _LONE_TAG and in_paragraph):
            return ending
    return None


def _inline(text: str, start: int, blocks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The tags and comments between the blocks, outside of code spans."""
    at = start
    for opened, end in [*blocks, (len(text), len(text))]:
        yield from _between(text, at, opened)
        at = end


def _between(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """The tags and comments of a piece; the end of a comment or code span is not searched each time."""
    last = text.rfind("-->", at, end)
    runs: dict[int, list[int]] = {}  # of backticks, by their length, the last one first
    while found := _INLINE.search(text, at, end):
        at = found.end()
        if found["ticks"]:
            runs = runs or _runs_of_backticks(text, at - len(found["ticks"]), end)
            same = runs[len(found["ticks"])]
            while same and same[-1] < at:
                same.pop()
            at = same.pop() + len(found["ticks"]) if same else at
        elif found["tag"]:
            yield found.span()
        elif at <= last:
            at = text.find("-->", at) + len("-->")
            yield found.start(), at


def _runs_of_backticks(text: str, start: int, end: int) -> dict[int, list[int]]:
    runs: dict[int, list[int]] = {}
    for found in _TICKS.finditer(text, start, end):
        runs.setdefault(len(found.group()), []).append(found.start())
    for same in runs.values():
        same.reverse()
    return runs
