"""The texts of a page's front matter that people read: Instructions, description, headline and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.span import Span
from frontlint.frontmatter.document import Document
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.facts import Entry
from frontlint.hugo.values.keys import fold

TEXTS = ("instructions", "abstract", "description", "tldr")
"""Keys that hold one text, in lower case."""

GROUPS = ("headline", "card")
"""Keys that hold a mapping of texts."""

TEXT_KEYS = frozenset((*TEXTS, *GROUPS))
"""A page without any of these keys has no such text."""


def read_texts(document: Document) -> Iterator[Entry[str]]:
    """Each of the texts that is there, and has a place."""
    data = {} if document.unread else document.data
    keys = fold(data)
    routes: list[Route] = [(keys[name],) for name in TEXTS if name in keys]
    for name in GROUPS:
        group = data.get(keys.get(name, ""))
        if isinstance(group, dict):
            routes += [(keys[name], key) for key in group]
    for route in routes:
        value = data[str(route[0])]
        if len(route) == 2 and isinstance(value, dict):
            value = value[str(route[1])]
        if isinstance(value, str) and route in document.places:
            yield Entry(value, route)


def text_values(document: Document, keys: Mapping[str, str]) -> Iterator[str]:
    """The same texts without their places, and those that have none; `keys` are as `fold` gives them."""
    data = {} if document.unread else document.data
    for name in TEXT_KEYS.intersection(keys):
        value = data.get(keys[name])
        if name in TEXTS and isinstance(value, str):
            yield value
        elif name in GROUPS and isinstance(value, dict):
            yield from (text for text in value.values() if isinstance(text, str))


def place(document: Document, text: Entry[str], piece: Span) -> Span:
    """Where a piece of a text, in code points of its value, is in the page; at worst the whole text."""
    from frontlint.frontmatter.scalar import scalar_at  # for what is found alone

    whole = document.places.value(text.route)
    written = scalar_at(document.source.text, *whole, text.value)
    found = written.part(piece.start, piece.end)
    if found is None:
        return whole
    return Span(whole.start + found.start, whole.start + found.end)
