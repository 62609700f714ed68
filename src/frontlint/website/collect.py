"""Document to WebsiteFacts, for pages with keys of the website."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from sys import intern

from frontlint.frontmatter.document import Document, Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.facts import Entry
from frontlint.hugo.fields import as_strings, as_text
from frontlint.hugo.values.keys import fold
from frontlint.lint.page import Page
from frontlint.website.facts import NOTHING, Generation, WebsiteFacts
from frontlint.website.marks import ARCHIVE, FACT_KEYS, MARKS, NAMES
from frontlint.website.parent_statements import listed_pages, stated_parents

_CURRENT = frozenset({"classificationtype", "itemkind", "itemid", "itemtype"})
_CURRENT_RESOURCE = frozenset({"tldr", "lastmod", "short_title"})


def facts_of(page: Page) -> WebsiteFacts:
    """The facts of a page as a page rule asks for them; they are collected once."""
    return page.view(_collect)


def _collect(page: Page) -> WebsiteFacts:
    document = page.document
    keys = fold({} if document.unread else document.data)
    if FACT_KEYS.isdisjoint(keys):
        return NOTHING
    text, body = document.source.text, document.fence.body
    has_refs = bool(page.facts.refs)
    archive = as_strings(document.data[keys[ARCHIVE]]) if ARCHIVE in keys else ()
    return WebsiteFacts(
        generation=generation(keys),
        marks=_marks(document, keys),
        parents=_parents(document, keys.get("parent")),
        stated_parents=stated_parents(text, body) if has_refs else (),
        lists=listed_pages(text, body) if has_refs else (),
        archive=tuple(archive),
    )


def generation(keys: Iterable[str]) -> Generation:
    """The generation of a page, from its top-level keys in lower case."""
    present = set(keys)
    if present & _CURRENT or ("resourceid" in present and present & _CURRENT_RESOURCE):
        return Generation.CURRENT
    return Generation.LEGACY if present & MARKS else Generation.FOREIGN


def _marks(document: Document, keys: Mapping[str, str]) -> dict[str, Entry[str]]:
    marks: dict[str, Entry[str]] = {}
    for lower, name in NAMES.items():
        key = keys.get(lower)
        if key is None:
            continue
        text = as_text(document.data[key]).strip()
        if text and (key,) in document.places:
            marks[name] = Entry(intern(text), (intern(key),))
    return marks


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
