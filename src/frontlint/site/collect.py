"""Document to PageFacts: keeps what other pages and the site care about, and drops the rest."""

from __future__ import annotations

from collections.abc import Iterable

from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, Format
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.content.frontspans import row_of
from frontlint.hugo.content.shortcodes import scan
from frontlint.hugo.fields import FRONT_KEYS
from frontlint.hugo.values.keys import fold
from frontlint.site.front_refs import front_refs
from frontlint.site.near_misses import near_misses


def collect(document: Document, path: str, taxonomies: Iterable[str] = ()) -> PageFacts:
    """The facts of one page; `taxonomies` are the plural names, as the configuration has them.

    A page that Hugo refuses keeps its refs, because they are checked again as soon as it is mended.
    """
    text, body = document.source.text, document.fence.body
    data = {} if document.unread else document.data
    keys = fold(data)
    plurals = frozenset(name.lower() for name in taxonomies)
    wanted = FRONT_KEYS | plurals
    front = {lower: data[key] for lower, key in keys.items() if lower in wanted}
    return PageFacts(
        path=path,
        readable=not document.unread,
        start=_start(document),
        front=front,
        spans=row_of(front, lambda lower: document.places.top(keys[lower])),
        has_body=bool(text[body:].strip()),
        refs=scan(text, body),
        front_refs=front_refs(document),
        near_misses=near_misses(document, keys, plurals),
        unread_names=_unread_names(document) if document.unread or document.guessed else (),
        repaired_at=document.problems[0].span.start if document.repaired else -1,
    )


def _unread_names(document: Document) -> tuple[str, ...]:
    from frontlint.hugo.content.unread import names_in  # few pages cannot be read

    content = document.fence.content
    return names_in(document.source.text[content.start : content.end])


def _start(document: Document) -> Span:
    """The opening delimiter, else the first line of the page."""
    if document.format is not Format.NONE and document.fence.opening.length:
        return document.fence.opening
    end = document.source.lines.line_span(1)[1]
    return Span(0, end)
