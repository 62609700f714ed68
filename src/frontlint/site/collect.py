"""Document to PageFacts: keeps what other pages and the site care about, and drops the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, Format, Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.facts import Generation, Located, PageFacts
from frontlint.hugo.content.frontspans import row_of
from frontlint.hugo.content.shortcodes import scan
from frontlint.hugo.fields import FRONT_KEYS, as_text
from frontlint.hugo.values.keys import fold
from frontlint.site.front_refs import front_refs
from frontlint.website.parent_statements import listed_pages, stated_parents

MARKS: Mapping[str, str] = {
    name.lower(): name
    for name in (
        "ResourceId",
        "ResourceType",
        "ItemId",
        "ItemType",
        "ItemKind",
        "ClassificationType",
    )
}
"""The website's own keys that rules compare, by their folded spelling."""

ARCHIVE = "aliasesarchive"
"""The website's list of retired aliases, out of which its table of redirects is made; in lower case."""

_CURRENT = frozenset({"classificationtype", "itemkind", "itemid", "itemtype"})
_CURRENT_RESOURCE = frozenset({"tldr", "lastmod", "short_title"})
_LEGACY = frozenset({"resourceid", "resourcetype", "resourceimport", "instructions"})


def collect(document: Document, path: str, taxonomies: Iterable[str] = ()) -> PageFacts:
    """The facts of one page; `taxonomies` are the plural names, as the configuration has them.

    A page that Hugo refuses keeps its refs, because they are checked again as soon as it is mended.
    """
    text, body = document.source.text, document.fence.body
    refs = scan(text, body)
    data = {} if document.unread else document.data
    keys = fold(data)
    wanted = FRONT_KEYS | {ARCHIVE} | {name.lower() for name in taxonomies}
    front = {lower: data[key] for lower, key in keys.items() if lower in wanted}
    return PageFacts(
        path=path,
        readable=not document.unread,
        start=_start(document),
        front=front,
        spans=row_of(front, lambda lower: document.places.top(keys[lower])),
        marks=_marks(document, keys),
        generation=generation(keys),
        has_body=bool(text[body:].strip()),
        refs=refs,
        parents=_parents(document, keys.get("parent")),
        stated_parents=stated_parents(text, body, refs),
        lists=listed_pages(text, body, refs),
        front_refs=front_refs(document),
        unread_names=_unread_names(document) if document.unread else (),
    )


def _unread_names(document: Document) -> tuple[str, ...]:
    from frontlint.hugo.content.unread import names_in  # few pages cannot be read

    content = document.fence.content
    return names_in(document.source.text[content.start : content.end])


def generation(keys: Iterable[str]) -> Generation:
    """The generation of a page, from its top-level keys in lower case."""
    present = set(keys)
    if present & _CURRENT or ("resourceid" in present and present & _CURRENT_RESOURCE):
        return Generation.CURRENT
    return Generation.LEGACY if present & _LEGACY else Generation.FOREIGN


def _start(document: Document) -> Span:
    """The opening delimiter, else the first line of the page."""
    if document.format is not Format.NONE and document.fence.opening.length:
        return document.fence.opening
    end = document.source.lines.line_span(1)[1]
    return Span(0, end)


def _marks(document: Document, keys: Mapping[str, str]) -> dict[str, Located[str]]:
    marks: dict[str, Located[str]] = {}
    for lower, name in MARKS.items():
        key = keys.get(lower)
        if key is None:
            continue
        text, span = as_text(document.data[key]).strip(), document.places.find((key,))
        if text and span is not None:
            marks[name] = Located(text, span, (key,))
    return marks


def _parents(document: Document, key: str | None) -> tuple[Located[str], ...]:
    """The entries of `parent`: one path or a list of paths."""
    if key is None:
        return ()
    value: Value = document.data[key]
    entries: list[tuple[Value, Route]] = [(value, (key,))]
    if isinstance(value, list):
        entries = [(item, (key, index)) for index, item in enumerate(value)]
    return tuple(
        Located(item.strip(), document.places.value(route), route)
        for item, route in entries
        if isinstance(item, str) and item.strip() and route in document.places
    )
