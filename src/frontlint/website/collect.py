"""Document to WebsiteFacts, for pages with keys of the website."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from sys import intern
from typing import TypeAlias

from frontlint.frontmatter.document import Document, Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.facts import Entry
from frontlint.hugo.fields import as_strings, as_text
from frontlint.hugo.values.keys import fold, folded
from frontlint.lint.page import Page
from frontlint.website.facts import NOTHING, Generation, WebsiteFacts
from frontlint.website.marks import ARCHIVE, FACT_KEYS, MARKS, NAMES
from frontlint.website.marks_of import Marks
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
    generation, marked = known(tuple(data))
    text, body = document.source.text, document.fence.body
    has_refs = bool(page.facts.refs)
    archive = as_strings(document.data[keys[ARCHIVE]]) if ARCHIVE in keys else ()
    return WebsiteFacts(
        generation=generation,
        marks=_marks(document, marked),
        parents=_parents(document, keys.get("parent")),
        stated_parents=stated_parents(text, body) if has_refs else (),
        lists=listed_pages(text, body) if has_refs else (),
        archive=tuple(archive),
    )


def _of_keys(written: tuple[str, ...]) -> tuple[Generation, tuple[_Mark, ...]]:
    """The generation of a page with these keys, and its marks."""
    keys = fold(dict.fromkeys(written))
    there = [(name, intern(keys[lower])) for lower, name in NAMES.items() if lower in keys]
    return generation(keys), tuple((name, key, (key,)) for name, key in there)


_remembered = lru_cache(maxsize=256)(_of_keys)  # a site has few sets of keys


def generation(keys: Iterable[str]) -> Generation:
    """The generation of a page, from its top-level keys in lower case."""
    present = set(keys)
    if present & _CURRENT or ("resourceid" in present and present & _CURRENT_RESOURCE):
        return Generation.CURRENT
    return Generation.LEGACY if present & MARKS else Generation.FOREIGN


def _marks(document: Document, marked: Iterable[_Mark]) -> Marks:
    routes: list[tuple[str, Route]] = []
    values: list[str] = []
    for name, key, route in marked:
        value = document.data[key]
        text = (value if type(value) is str else as_text(value)).strip()
        if text and route in document.places:
            routes.append((name, route))
            values.append(text)
    return Marks(routes, values)


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
