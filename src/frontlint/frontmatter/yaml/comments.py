"""Text that YAML takes for a comment, where the author most likely meant it as part of a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, Format, Value, value_at
from frontlint.frontmatter.route import Route

_TIGHT: Final = lazy_pattern(r"#(?<=[ \t]#)(?=[^\W_])[^\r\n]*")  # a search is fast for its first character
_REMARK: Final = lazy_pattern(r"#(?:(?:TODO|FIXME|XXX|NOTE|HACK|todo|fixme)\b|frontlint:)")
_DAY: Final = lazy_pattern(r"\d{4}-\d\d-\d\d")


class Cut(NamedTuple):
    """A value that ends at a comment: its route and what is left of it, and the comment."""

    route: Route
    value: Value
    comment: Span


def cuts(document: Document) -> Iterator[Cut]:
    """Each text that a `#` ends, and each value of which nothing is left; only `#` with a letter after it.

    Nothing where the author writes comments in this form: after a number, a quoted text or a bracket, `#x`
    can be nothing else.
    """
    text, (start, end) = document.source.text, document.fence.content
    if document.format is not Format.YAML or text.find("#", start, end) < 0:
        return
    found = [match.span() for match in _TIGHT.finditer(text, start, end)]
    if not found:
        return
    ends = _leaves_by_end(document)
    candidates: list[Cut] = []
    for at, stop in found:
        before = _without_blanks(text, at)
        if before not in ends:
            continue
        route, value = ends[before]
        if not _is_text(text, document, route, value):
            return
        if not _REMARK.match(text, at):
            candidates.append(Cut(route, value, Span(at, at + len(text[at:stop].rstrip()))))
    yield from candidates


def _without_blanks(text: str, at: int) -> int:
    """Where the blanks before a place begin."""
    while at and text[at - 1] in " \t":
        at -= 1
    return at


def _leaves_by_end(document: Document) -> dict[int, tuple[Route, Value]]:
    """Single values by where they end; a value without text by where its colon or dash ends."""
    found: dict[int, tuple[Route, Value]] = {}
    for route in document.places:
        value = value_at(document.data, route)
        span = document.places.value(route)
        if isinstance(value, (dict, list)) and span.length and document.source.text[span.start] not in "[{":
            continue
        if value is None and not span.length and isinstance(route[-1] if route else "", int):
            found[_without_blanks(document.source.text, span.start)] = route, value  # after the dash
        elif route:
            found[span.end] = route, value
    return found


def _is_text(text: str, document: Document, route: Route, value: Value) -> bool:
    """Whether a value is text without quotes, or nothing at all."""
    span = document.places.value(route)
    if value is None:
        return not span.length
    return isinstance(value, str) and text[span.start] not in "\"'[{" and not _DAY.match(value)
