"""Edits of random front matter: nothing but what a change names is another afterwards."""

from __future__ import annotations

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from frontlint.base.edit import apply_to_bytes
from frontlint.frontmatter.document import Format, Value, value_at
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
)
from frontlint.frontmatter.edit.changes import Kind
from frontlint.hugo.values.scalars import plain_scalar
from property.edit_operations import operations, read, several, wrong
from property.edit_pages import Maker

SEEDS = st.integers(0, 2**32)
NOTE = re.compile(rb"# note-\d+\.")


@given(SEEDS)
@settings(max_examples=120, deadline=None)
def test_each_change_of_a_random_page_is_judged_harmless(seed: int) -> None:
    chance = random.Random(seed)
    data = Maker(chance).page()
    document = read(data)
    assert document.problems == (), data
    every = list(operations(document, chance))
    for change in chance.sample(every, min(len(every), 6)):
        wrong(data, document, (change,))
        assert_keeps_comments(data, (change,))
    changes = several(document, chance)
    wrong(data, document, changes)
    assert_keeps_comments(data, changes)


def assert_keeps_comments(data: bytes, changes: tuple[Change, ...]) -> None:
    """Comments stay in their order; what removes nothing loses none."""
    found = edits(read(data), changes, plain_scalar)
    if isinstance(found, Declined):
        return
    before = NOTE.findall(data)
    after = NOTE.findall(apply_to_bytes(data, found))
    kept = set(after)
    assert after == [note for note in before if note in kept]
    if not any(change.kind is Kind.REMOVE or isinstance(change.value, list) for change in changes):
        assert after == before


@given(SEEDS)
@settings(max_examples=120, deadline=None)
def test_the_inverse_of_a_change_gives_the_same_bytes(seed: int) -> None:
    chance = random.Random(seed)
    data = Maker(chance).page()
    document = read(data)
    for change, back in inverses(data, chance):
        found = edits(document, (change,), plain_scalar)
        if isinstance(found, Declined):
            continue
        after = apply_to_bytes(data, found)
        undone = edits(read(after), (back,), plain_scalar)
        assert not isinstance(undone, Declined), (undone, after)
        assert apply_to_bytes(after, undone) == data, (change, after)


def inverses(data: bytes, chance: random.Random) -> list[tuple[Change, Change]]:
    """Changes that another one undoes to the byte."""
    document, out = read(data), list[tuple[Change, Change]]()
    for route in document.places:
        value: Value = value_at(document.data, route)
        new = chance.choice(("new words", True, 7, "a: b"))
        written = document.source.text[slice(*document.places.value(route))]
        if isinstance(value, list) and value and not written.startswith("[["):
            at = chance.randrange(len(value))
            if not isinstance(value[0], dict):
                out.append((append_item(route, new), remove_item((*route, len(value)))))
                out.append((insert_item((*route, at), new), remove_item((*route, at))))
        if isinstance(value, dict) and value:
            out.append((insert_key((*route, "new"), new), remove_key((*route, "new"))))
        if route and isinstance(route[-1], str) and not re.search(r"\W", route[-1].replace("-", "")):
            there = (*route[:-1], "other")
            out.append((rename_key(route, "other"), rename_key(there, route[-1])))
        if isinstance(value, str) and "alpha" in value and document.format is not Format.ORG:
            out.append((replace_text(route, "alpha", "omega"), replace_text(route, "omega", "alpha")))
    return chance.sample(out, min(len(out), 6))


@given(SEEDS)
@settings(max_examples=100, deadline=None)
def test_a_change_made_twice_is_made_once(seed: int) -> None:
    chance = random.Random(seed)
    data = Maker(chance).page()
    every = [one for one in operations(read(data), chance) if one.kind is Kind.SET]
    for change in chance.sample(every, min(len(every), 4)):
        found = edits(read(data), (change,), plain_scalar)
        if not isinstance(found, Declined):
            again = edits(read(apply_to_bytes(data, found)), (change,), plain_scalar)
            assert again == (), (change, data)
