"""Document to PageFacts: keeps what other pages and the site care about, and drops the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from sys import intern

from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, Format
from frontlint.hugo.content.facts import OF_ONE_PAGE, PageFacts, packed
from frontlint.hugo.content.shortcodes import scan
from frontlint.hugo.fields import FRONT_KEYS
from frontlint.hugo.urls.aliases import are_plain
from frontlint.hugo.values.keys import fold
from frontlint.site.front_refs import front_refs
from frontlint.site.near_misses import near_misses

_LONG = 50_000
"""Code points of a front matter whose keys are not remembered."""


def collect(document: Document, path: str, taxonomies: Iterable[str] = ()) -> PageFacts:
    """The facts of one page; `taxonomies` are the plural names, as the configuration has them.

    A page that Hugo refuses keeps its refs, because they are checked again as soon as it is corrected.
    """
    text, body, content = document.source.text, document.fence.body, document.fence.content
    data = {} if document.unread else document.data
    plurals = _folded(tuple(taxonomies))
    keys, wanted = (_remembered if content.length < _LONG else _kept)(tuple(data), plurals)
    front = {
        # As `packed` does it, without a call for each text.
        lower: (value if alone else intern(value))
        if type(value := data[key]) is str
        else packed(lower, value)
        for lower, key, alone in wanted
    }
    return PageFacts(
        path=path,
        readable=not document.unread,
        front=front,
        refs=scan(text, body),
        front_refs=front_refs(document),
        near_misses=near_misses(document, keys, plurals),
        unread_names=_unread_names(document) if document.unread or document.guessed else (),
        by_lines=document.by_lines,
        plain_aliases=are_plain(front.get("aliases")),
    )


@lru_cache(maxsize=8)
def _folded(taxonomies: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.lower() for name in taxonomies)


def _kept(
    written: tuple[str, ...], plurals: frozenset[str]
) -> tuple[Mapping[str, str], Sequence[tuple[str, str, bool]]]:
    """All keys by their lower case, and those that are kept, each after its lower case.

    Last comes whether the texts of a key are those of one page.
    """
    keys = fold(dict.fromkeys(written))
    kept = [
        (intern(lower), key, lower in OF_ONE_PAGE)
        for lower, key in keys.items()
        if lower in FRONT_KEYS or lower in plurals
    ]
    return keys, kept


_remembered = lru_cache(maxsize=256)(_kept)  # a site has few sets of keys


def _unread_names(document: Document) -> tuple[str, ...]:
    from frontlint.hugo.content.unread import names_in  # few pages cannot be read

    content = document.fence.content
    return names_in(document.source.text[content.start : content.end])


def start_of(document: Document) -> Span:
    """Where to point when a page as a whole is meant: the opening delimiter, else its first line.

    For a front matter that is too long, where that is reported.
    """
    if document.too_long:
        return document.problems[0].span
    if document.format is not Format.NONE and document.fence.opening.length:
        return document.fence.opening
    end = document.source.lines.line_span(1)[1]
    return Span(0, end)
