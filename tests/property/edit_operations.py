"""Changes of every kind for any page, and what must be true of what they make of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

from frontlint.base.edit import Edit, apply_to_bytes
from frontlint.base.source import decode
from frontlint.frontmatter.document import Document, Format, Moment, Value, value_at
from frontlint.frontmatter.edit import (
    Change,
    Declined,
    append_item,
    edits,
    insert_item,
    insert_key,
    remove_item,
    remove_key,
    rename_key,
    replace_text,
    set_value,
)
from frontlint.frontmatter.edit.changes import Kind
from frontlint.frontmatter.proof import judge
from frontlint.frontmatter.reader import read_document
from frontlint.frontmatter.route import Route
from frontlint.hugo.values.scalars import plain_scalar

TEXTS = (
    "plain words", "true", "007", "a: b", "a #b", "it's", 'say "so"', "- x", "", " x ", "two\nlines\n",
    "back\\slash", "[x]", "2024-01-02", "null", "é😀", "tab\there", "@x", "{{ x }}", "a, b", "*star", "yes",
    "1e3", "trailing:", "zero\u200bwidth", "---", "# x", "'''", '"""', "a\n\n  b\n c", "~", "|", "%x", "0x1F",
    "!tag", "&a", "? x", "x\r\ny",
)  # fmt: skip
SCALARS: tuple[Value, ...] = (*TEXTS, True, False, 0, -7, 2.5, 1e21)
VALUES: tuple[Value, ...] = (*SCALARS, ["a", "b: c"], [], {"k": "v", "l": ["x"]}, {}, [{"n": 1, "m": "y"}])
NAMES = ("renamed", "Über key", "a.b", "true", "x:y", "12", "with space", "it's")


class Unjudged(Exception):  # noqa: N818 - nothing is wrong
    """The independent reader does not understand the page as it is: no fix of it is written."""


def read(data: bytes) -> Document:
    """The page of these bytes."""
    return read_document(decode("a.md", data), plain_scalar)


def operations(document: Document, chance: random.Random) -> Iterator[Change]:
    """For each route one change of each kind that there is for it, with values by chance."""
    for route in document.places:
        value = value_at(document.data, route)
        if isinstance(value, list):
            yield append_item(route, chance.choice(VALUES))
            if value:
                yield insert_item((*route, chance.randrange(len(value))), chance.choice(SCALARS))
                yield set_value(route, chance.sample(value, chance.randrange(1, len(value) + 1)))
        if isinstance(value, dict):
            after = chance.choice([None, *value]) if value else None
            yield insert_key((*route, f"new{len(route)}"), chance.choice(VALUES), after)
            yield append_item((*route, f"fresh{len(route)}"), chance.choice(SCALARS))
        if not route:
            continue
        yield set_value(route, chance.choice(SCALARS))
        yield set_value(route, chance.choice(VALUES))
        yield remove_item(route) if isinstance(route[-1], int) else remove_key(route)
        if isinstance(route[-1], str):
            yield rename_key(route, chance.choice(NAMES))
        if isinstance(value, str) and value and not isinstance(value, Moment):
            at = chance.randrange(len(value))
            yield replace_text(
                route, value[at : at + chance.randrange(1, 4)], chance.choice(("", "x", "/", "'"))
            )


def several(document: Document, chance: random.Random, most: int = 4) -> tuple[Change, ...]:
    """A few changes of one page."""
    all_ = list(operations(document, chance))
    return tuple(chance.sample(all_, min(len(all_), chance.randrange(2, most + 1))))


def wrong(data: bytes, document: Document, changes: tuple[Change, ...]) -> str | None:
    """Fails for edits that do more than `changes` say. None for right ones, else why there are none."""
    found = edits(document, changes, plain_scalar)
    if isinstance(found, Declined):
        return found.reason
    after = apply_to_bytes(data, found)
    why = judge(data, after, changes, plain_scalar)
    if why is not None and "does not understand" in why:
        raise Unjudged(why)
    assert why is None, f"{why}\n{changes}\n--- before\n{_front(data)}\n--- after\n{_front(after)}"
    body = document.body.encode()
    assert after.endswith(body)
    if len(changes) == 1 and document.format is not Format.TOML:
        assert_near(document, changes[0], found)
    return None


def assert_near(document: Document, change: Change, found: tuple[Edit, ...]) -> None:
    """No edit is outside of the lines of the value, nor, of a change of members, of the list or mapping."""
    route: Route = change.route
    places, text = document.places, document.source.text
    if change.kind not in (Kind.SET, Kind.RENAME, Kind.REPLACE_TEXT):
        route = route[:-1] if change.kind is not Kind.APPEND else route
        while route and (route not in places or len(places.below(route)) < 2):
            route = route[:-1]  # what is emptied goes, too
    if not route:
        start, end = document.fence.content
    else:
        start, end = min(places.key(route).start, places.value(route).start), places.value(route).end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    for edit in found:
        assert first <= edit.span.start
        assert edit.span.end <= (len(text) if last < 0 else last + 1)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def _front(data: bytes) -> str:
    document = read(data)
    return repr(data.decode("utf-8", "replace")[: document.fence.body + 20][:3000])
