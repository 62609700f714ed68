"""Changes name keys as facts have them, and edit those of the page."""

from __future__ import annotations

import pytest

from frontlint.base.edit import apply_to_bytes
from frontlint.frontmatter.edit import (
    Change,
    Declined,
    append_item,
    edits,
    insert_key,
    remove_item,
    rename_key,
    set_value,
)
from frontlint.frontmatter.proof import judge
from frontlint.hugo.values.scalars import plain_scalar
from property.edit_operations import read


@pytest.mark.parametrize(
    ("front", "change", "after"),
    [
        ("Aliases: [x]\n", append_item(("aliases",), "y"), "Aliases: [x, y]\n"),
        ("ALIASES:\n- x\n- y\n", remove_item(("aliases", 0)), "ALIASES:\n- y\n"),
        ("Draft: yes\n", set_value(("draft",), True), "Draft: true\n"),
        ("SiteMap: {Priority: 1}\n", set_value(("sitemap", "priority"), 0.5), "SiteMap: {Priority: 0.5}\n"),
        ("Params:\n  X: 1\n", insert_key(("params", "y"), 2, after="x"), "Params:\n  X: 1\n  y: 2\n"),
        ("Shorttitle: x\n", rename_key(("shorttitle",), "short_title"), "short_title: x\n"),
    ],
)
def test_the_key_of_the_page_is_found(front: str, change: Change, after: str) -> None:
    page = f"---\n{front}---\n".encode()
    found = edits(read(page), (change,), plain_scalar)
    assert not isinstance(found, Declined)
    assert apply_to_bytes(page, found) == f"---\n{after}---\n".encode()
    assert judge(page, apply_to_bytes(page, found), (change,), plain_scalar) is None


def test_of_two_keys_that_differ_in_case_none_is_guessed() -> None:
    page = b"---\ndraft: a\nDraft: b\n---\n"
    assert isinstance(edits(read(page), (set_value(("DRAFT",), True),), plain_scalar), Declined)
