"""The website's ids: their form, the alias that belongs to each, and telling one from a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from frontlint.base.pattern import lazy_pattern
from frontlint.hugo.content.facts import Entry, PageFacts
from frontlint.hugo.values.cast import as_strings
from frontlint.website.marks_of import Marks

_ID = lazy_pattern(r"[A-Za-z0-9_-]{11}")
_SLUG = lazy_pattern(r"[a-z]++(?:-[a-z]++)*+")
_ALIAS = lazy_pattern(r"/?resources/+([A-Za-z0-9_-]{11})(?:/+(?:index\.html)?)?\s*\Z", re.IGNORECASE)
_TURN = lazy_pattern(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Z])(?=[0-9])")
_FEWEST_TURNS = 2

ID_KEYS = ("ResourceId", "ItemId")
_WITH_ALIAS = frozenset({"resource", "classification"})


def is_id(text: str) -> bool:
    """Whether the text has the form of an id: 11 letters, digits, `-` and `_`, but not a slug of that length.

    Scripts have put slugs in the place of ids; `roof-garden` is one, and no random id in ten thousand.
    """
    return _ID.fullmatch(text) is not None and _SLUG.fullmatch(text) is None


def looks_random(text: str) -> bool:
    """Whether a text of the form of an id can hardly be words, as `Scrum-Guide` and `lean-basics` are.

    Counts the places where a small letter meets a capital, or a letter a digit: a random id has many.
    """
    return len(_TURN.findall(text)) >= _FEWEST_TURNS


def item_kind(marks: Marks) -> str:
    """The page's ItemKind in lower case; empty where it has none."""
    return marks.text("ItemKind").lower()


def own_id(marks: Marks) -> Entry[str] | None:
    """The id that wants an alias: ResourceId, or the ItemId of a resource or classification.

    None for a page without one, for one of another form, and for marketing pages and programs.
    """
    kind = item_kind(marks)
    found = marks.get("ResourceId") or (marks.get("ItemId") if kind in _WITH_ALIAS else None)
    if found is None or (kind and kind not in _WITH_ALIAS):
        return None
    return found if is_id(found.value) else None


def id_aliases(facts: PageFacts) -> Iterator[tuple[str, Entry[str]]]:
    """The aliases of the form `/resources/<id>`, each with its id; with or without slashes around."""
    for route, alias in facts.values("aliases"):
        id_ = id_of_alias(alias)
        if id_:
            yield id_, Entry(alias, route)


def foreign_ids(facts: PageFacts, marks: Marks) -> tuple[str, ...]:
    """The ids of these aliases that are not among the page's own."""
    value = facts.front.get("aliases")
    if not value:
        return ()
    if facts.plain_aliases:  # as nearly always
        aliases = cast("list[str]", value)
        only = "\n".join(aliases).lower().count("resources/") == 1
        if only and f"/resources/{marks.text('ResourceId')}" in aliases:
            return ()
    own = {marks.text(key) for key in ID_KEYS}
    return tuple([id_ for id_ in aliased_ids(facts) if id_ not in own])


def has_short_link(facts: PageFacts, id_: str) -> bool:
    """Whether one of these aliases has this id."""
    if facts.plain_aliases and f"/resources/{id_}" in cast("list[str]", facts.front["aliases"]):
        return True  # as nearly always
    return id_ in aliased_ids(facts)


def aliased_ids(facts: PageFacts) -> list[str]:
    """The ids of these aliases alone: where all is well, nobody asks where they are."""
    aliases = as_strings(facts.front.get("aliases"))
    return [id_ for alias in aliases if (id_ := id_of_alias(alias))]


def id_of_alias(alias: str) -> str:
    """The id of an alias of the form `/resources/<id>`; empty for another one."""
    if alias.isascii() and "resources/" not in alias.lower():  # a long `ſ` counts as an `s`
        return ""
    match = _ALIAS.match(alias.strip())
    return match[1] if match else ""
