"""Document to WebsiteFacts, for pages with keys of the website."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from sys import intern
from typing import TypeAlias

from frontlint.frontmatter.document import Document, Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.facts import Entry
from frontlint.hugo.content.paths import locations
from frontlint.hugo.fields import as_strings, as_text
from frontlint.hugo.values.keys import fold, folded
from frontlint.hugo.values.kinds import Bundle
from frontlint.lint.page import Page
from frontlint.website.facts import NOTHING, Generation, WebsiteFacts
from frontlint.website.ids import foreign_ids
from frontlint.website.marks import ARCHIVE, FACT_KEYS, MARKS, NAMES
from frontlint.website.marks_of import Marks, Shape, shape_of
from frontlint.website.parent_statements import listed_pages, stated_parents

_MOST_KEYS = 100
"""Sets of keys with more are not remembered."""
_CURRENT = frozenset({"classificationtype", "itemkind", "itemid", "itemtype"})
_CURRENT_RESOURCE = frozenset({"tldr", "lastmod", "short_title"})


_Mark: TypeAlias = "tuple[str, str, tuple[str]]"
"""A mark, the key as written, and its route."""


def facts_of(page: Page) -> WebsiteFacts:
    """The facts of a page as a page rule asks for them; they are collected once."""
    return page.view(_collect)


def _collect(page: Page) -> WebsiteFacts:
    document = page.document
    data = {} if document.unread else document.data
    keys = folded(data)
    if FACT_KEYS.isdisjoint(keys):
        return NOTHING
    known = _remembered if len(data) <= _MOST_KEYS else _of_keys
    generation, marked, shape = known(tuple(data))
    text, body = document.source.text, document.fence.body
    speaks = bool(page.facts.refs) and _may_be_term(page)
    archive = as_strings(document.data[keys[ARCHIVE]]) if ARCHIVE in keys else ()
    marks = _marks(document, marked, shape)
    return WebsiteFacts(
        generation=generation,
        marks=marks,
        parents=_parents(document, keys.get("parent")),
        stated_parents=stated_parents(text, body) if speaks else (),
        lists=listed_pages(text, body) if speaks else (),
        archive=tuple(archive),
        foreign_ids=foreign_ids(page.facts, marks),
    )


def _may_be_term(page: Page) -> bool:
    """Whether the page may be that of a term, by its file's name: what others say counts nowhere."""
    places = locations(page.facts.path, page.config)
    # A file without a place may get one by its own `sites`, in a language that the mount does not name.
    return not places or any(place.bundle is Bundle.BRANCH for place in places)


def _of_keys(written: tuple[str, ...]) -> tuple[Generation, tuple[_Mark, ...], Shape]:
    """The generation of a page with these keys, its marks, and their shape where all of them have a text."""
    keys = fold(dict.fromkeys(written))
    there = [(name, intern(keys[lower])) for lower, name in NAMES.items() if lower in keys]
    marked = tuple((name, key, (key,)) for name, key in there)
    return generation(keys), marked, shape_of(tuple((name, route) for name, _, route in marked))


_remembered = lru_cache(maxsize=256)(_of_keys)  # a site has few sets of keys


def generation(keys: Iterable[str]) -> Generation:
    """The generation of a page, from its top-level keys in lower case."""
    present = set(keys)
    if present & _CURRENT or ("resourceid" in present and present & _CURRENT_RESOURCE):
        return Generation.CURRENT
    return Generation.LEGACY if present & MARKS else Generation.FOREIGN


def _marks(document: Document, marked: Iterable[_Mark], shape: Shape) -> Marks:
    data, places = document.data, document.places
    texts = [(value if type(value := data[key]) is str else as_text(value)).strip() for _, key, _ in marked]
    if places.complete and all(texts):  # nearly always
        return Marks.of(shape, texts)
    there = [
        (name, route, text)
        for (name, _, route), text in zip(marked, texts, strict=True)
        if text and route in places
    ]
    return Marks([(name, route) for name, route, _ in there], [text for *_, text in there])


def _parents(document: Document, key: str | None) -> tuple[Entry[str], ...]:
    """The entries of `parent`: one path or a list of paths."""
    if key is None:
        return ()
    value: Value = document.data[key]
    entries: list[tuple[Value, Route]] = [(value, (key,))]
    if isinstance(value, list):
        entries = [(item, (key, index)) for index, item in enumerate(value)]
    return tuple(
        Entry(item.strip(), route)
        for item, route in entries
        if isinstance(item, str) and item.strip() and route in document.places
    )
