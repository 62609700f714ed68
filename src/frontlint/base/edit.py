"""Changes to a text: the only place that applies them."""

from __future__ import annotations

from collections.abc import Iterable

from frontlint.base.record import NamedTuple
from frontlint.base.span import Span


class Edit(NamedTuple):
    """Replaces the text of a span; an empty span inserts, an empty text removes."""

    span: Span
    text: str


class OverlapError(ValueError):
    """Two edits want the same code points."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; their order does not matter.

    Raises OverlapError when two edits overlap or insert at one place, IndexError for a span outside the text.
    """
    ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    parts: list[str] = []
    done = 0
    previous: Edit | None = None
    for edit in ordered:
        if edit.span.end > len(text):
            raise IndexError(f"edit at {edit.span} is outside a text of {len(text)} code points")
        if previous is not None and (edit.span.start < done or edit.span == previous.span):
            raise OverlapError(f"edits overlap: {previous.span} and {edit.span}")
        parts.append(text[done : edit.span.start] + edit.text)
        done = edit.span.end
        previous = edit
    parts.append(text[done:])
    return "".join(parts)


def apply_within(text: str, span: Span, edits: Iterable[Edit]) -> str:
    """What a part of the text becomes with edits that are in it; raises what `apply` raises."""
    start, end = span
    return apply(text[start:end], [Edit(Span(a - start, b - start), new) for (a, b), new in edits])


def apply_to_bytes(data: bytes, edits: Iterable[Edit]) -> bytes:
    """A file of UTF-8 with all edits made; its byte order mark, if it has one, stays and has no place.

    Raises UnicodeDecodeError for other bytes, and what `apply` raises.
    """
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + apply(data[len(mark) :].decode("utf-8"), edits).encode("utf-8")
