"""Edits of YAML: each form with each change."""

from __future__ import annotations

import pytest

from frontlint.frontmatter.edit import (
    Change,
    append_item,
    insert_item,
    insert_key,
    remove_item,
    remove_key,
    rename_key,
    replace_text,
    set_value,
)
from unit.frontmatter.edit.editing import edited, yaml

SETS = [
    ("draft: yes # later\n", ("draft",), True, "draft: true # later\n"),
    ("a: old\n", ("a",), "new", "a: new\n"),
    ('a: "old"  # c\nb: 1\n', ("a",), "new", 'a: "new"  # c\nb: 1\n'),
    ("a: 'old'\n", ("a",), "it's", "a: 'it''s'\n"),
    ("a: 'old'\n", ("a",), "two\nlines", 'a: "two\\nlines"\n'),
    ('a: "old"\n', ("a",), 'say "x" \\', 'a: "say \\"x\\" \\\\"\n'),
    ("a: old\n", ("a",), "b: c", 'a: "b: c"\n'),
    ("a: old\nb: 'x'\n", ("a",), "b: c", "a: 'b: c'\nb: 'x'\n"),
    ("a: old\n", ("a",), "true", 'a: "true"\n'),
    ("a: old\n", ("a",), "yes", 'a: "yes"\n'),
    ("a: old\n", ("a",), "007", 'a: "007"\n'),
    ("a: old\n", ("a",), "", 'a: ""\n'),
    ("a: old\n", ("a",), "a\u200bb", 'a: "a\u200bb"\n'),
    ('a: "1"\n', ("a",), 1, "a: 1\n"),
    ("a: 1\n", ("a",), 2.5, "a: 2.5\n"),
    ("a: 1\n", ("a",), None, "a: null\n"),
    ("a:\nb: 1\n", ("a",), "x", "a: x\nb: 1\n"),
    ("a: # none\n", ("a",), "x", "a: x # none\n"),
    ("date: 2024-01-02\n", ("date",), "2024-01-02T03:04:05Z", "date: 2024-01-02T03:04:05Z\n"),
    ("a: one\n  two\nb: 1\n", ("a",), "new", "a: new\nb: 1\n"),
    ("a: |\n  one\n  two\n\nb: 1\n", ("a",), "new\n\ntext\n", "a: |\n  new\n\n  text\n\nb: 1\n"),
    ("a: |\n  one\nb: 1\n", ("a",), "no end", "a: |-\n  no end\nb: 1\n"),
    ("a: >-\n  one\n  two\nb: 1\n", ("a",), "new", "a: >-\n  new\nb: 1\n"),
    ("a: |\n  one\nb: 1\n", ("a",), " x", 'a: " x"\nb: 1\n'),
    ("a: [x, y]\n", ("a", 1), "b, c", 'a: [x, "b, c"]\n'),
    ("a: ['x', 'y']\n", ("a", 1), "z", "a: ['x', 'z']\n"),
    ("a: {b: x, c: 1}\n", ("a", "b"), "y: z", 'a: {b: "y: z", c: 1}\n'),
    ("a:\n- x # c\n-\n- z\n", ("a", 1), "y", "a:\n- x # c\n- y\n- z\n"),
    ("a:\n- x\n", ("a", 0), "b: c", 'a:\n- "b: c"\n'),
    # a list for a text, in the form of the page
    ("tags: Linting\n", ("tags",), ["Linting"], "tags:\n  - Linting\n"),
    ("tags: Linting\nb: [x]\n", ("tags",), ["Linting"], "tags: [Linting]\nb: [x]\n"),
    ("tags: Linting\nb:\n- x\n", ("tags",), ["Linting"], "tags:\n- Linting\nb:\n- x\n"),
    ("tags: 'Linting'\nb:\n    - x\n", ("tags",), ["a", "b"], "tags:\n    - 'a'\n    - 'b'\nb:\n    - x\n"),
    ("tags: Linting # c\n", ("tags",), ["Linting"], "tags: [Linting] # c\n"),
    ("tags: # c\n  Linting\n", ("tags",), ["Linting"], "tags: # c\n  [Linting]\n"),
    ("a: x\n", ("a",), {"b": {"c": 1}, "d": []}, "a:\n  b:\n    c: 1\n  d: []\n"),
    ("a: x\n", ("a",), [{"b": 1, "c": "d"}], "a:\n  - b: 1\n    c: d\n"),
    # only what differs
    ("a:\n  - x # 1\n  # own\n  - y # 2\n  - z # 3\n", ("a",), ["x", "z"],
     "a:\n  - x # 1\n  # own\n  - z # 3\n"),
    ("a:\n  - x # 1\n  - z # 3\n", ("a",), ["x", "y", "z"], "a:\n  - x # 1\n  - y\n  - z # 3\n"),
    ("a: [x, y]\n", ("a",), ["p", "y"], "a: [p, y]\n"),
    ("a:\n  b: 1 # c\n  d: 2\n", ("a",), {"b": 1, "e": 3}, "a:\n  b: 1 # c\n  e: 3\n"),
    ("a:\n  - x\nb: 1\n", ("a",), "x", "a: x\nb: 1\n"),
    ("a:\n  - x\n", ("a",), [], "a: []\n"),
    ("a: [x] # c\n", ("a",), "x", "a: x # c\n"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "route", "value", "after"), SETS)
def test_set_value(before: str, route: tuple[str | int, ...], value: object, after: str) -> None:
    assert yaml(before, set_value(route, value)) == after  # type: ignore[arg-type]


MEMBERS: list[tuple[str, Change, str]] = [
    # append and insert
    ("a:\n  - x # c\n  # own\nb: 1\n", append_item(("a",), "y"), "a:\n  - x # c\n  - y\n  # own\nb: 1\n"),
    ("a:\n- x\n- y\n", append_item(("a",), "z"), "a:\n- x\n- y\n- z\n"),
    ('a:\n- "x"\n', append_item(("a",), "z"), 'a:\n- "x"\n- "z"\n'),
    ("a:\n- x\n", append_item(("a",), {"k": 1, "l": [1]}), "a:\n- x\n- k: 1\n  l:\n  - 1\n"),
    ("a:\n- |\n  text\n\nb: 1\n", append_item(("a",), "z"), "a:\n- |\n  text\n- z\n\nb: 1\n"),
    ("a: []\n", append_item(("a",), "z"), "a: [z]\n"),
    ("a: [x,y]\n", append_item(("a",), "z"), "a: [x,y,z]\n"),
    ("a: [x, y,]\n", append_item(("a",), "z"), "a: [x, y, z,]\n"),
    ("a: [\n  x, # 1\n  y # 2\n ]\n", append_item(("a",), "z"), "a: [\n  x, # 1\n  y, # 2\n  z\n ]\n"),
    ("a: [\n  x,\n  y,\n ]\n", append_item(("a",), "z"), "a: [\n  x,\n  y,\n  z,\n ]\n"),
    ("a:\nb: [q]\n", append_item(("a",), "z"), "a: [z]\nb: [q]\n"),
    ("a: # c\n", append_item(("a",), "z"), "a: [z] # c\n"),
    ("t: x\n", append_item(("a",), "/z/"), "t: x\na:\n  - /z/\n"),
    ("t: 'x'\nl:\n- q\n", append_item(("a",), "/z/"), "t: 'x'\nl:\n- q\na:\n- /z/\n"),
    ("a:\n  # top\n  - x\n", insert_item(("a", 0), "w"), "a:\n  # top\n  - w\n  - x\n"),
    ("a: [x, y]\n", insert_item(("a", 1), "w"), "a: [x, w, y]\n"),
    ("a: [x, y]\n", insert_item(("a", 0), "w"), "a: [w, x, y]\n"),
    ("a: [x, y]\n", insert_item(("a", 2), "w"), "a: [x, y, w]\n"),
    # remove
    ("a:\n  - x # 1\n  # own\n  - y # 2\n", remove_item(("a", 1)), "a:\n  - x # 1\n  # own\n"),
    ("a:\n  - x # 1\n  # own\n  - y # 2\n", remove_item(("a", 0)), "a:\n  # own\n  - y # 2\n"),
    ("a: [x, y, z]\n", remove_item(("a", 0)), "a: [y, z]\n"),
    ("a: [x, y, z]\n", remove_item(("a", 1)), "a: [x, z]\n"),
    ("a: [ x, y, z ]\n", remove_item(("a", 2)), "a: [ x, y ]\n"),
    ("a: [\n  x, # 1\n  y # 2\n ]\n", remove_item(("a", 1)), "a: [\n  x # 1\n ]\n"),
    ("a: [\n  x, # 1\n  # own\n  y # 2\n ]\n", remove_item(("a", 0)), "a: [\n  # own\n  y # 2\n ]\n"),
    ("t: x\na: # c\n  - y # d\nb: 1\n", remove_item(("a", 0)), "t: x\nb: 1\n"),
    ("t: x\na: [y]\n", remove_item(("a", 0)), "t: x\n"),
    ("t: x\na:\n  b:\n    c: 1\n", remove_key(("a", "b", "c")), "t: x\n"),
    ("a:\n- [x]\n- y\n", remove_item(("a", 0, 0)), "a:\n- []\n- y\n"),
    ("# top\nt: x # c\n# own\nu: y\n", remove_key(("t",)), "# top\n# own\nu: y\n"),
    ("a: {b: 1, c: 2}\n", remove_key(("a", "b")), "a: {c: 2}\n"),
    ("a:\n- b: 1\n  c: 2\n", remove_key(("a", 0, "b")), "a:\n- c: 2\n"),
    ("a:\n- b: 1\n  c: 2\n- d\n", remove_item(("a", 0)), "a:\n- d\n"),
    ("a: |\n  # no comment\n  text\nb: 1\n", remove_key(("a",)), "b: 1\n"),
    ("t: x\n", remove_key(("t",)), ""),
    # insert a key
    ("t: x # c\n\n# end\n", insert_key(("n",), "y"), "t: x # c\nn: y\n\n# end\n"),
    ('t: "x"\nu: "z"\n', insert_key(("n",), "y", after="t"), 't: "x"\nn: "y"\nu: "z"\n'),
    ('t: "x"\n', insert_key(("date",), "2024-01-02"), 't: "x"\ndate: 2024-01-02\n'),
    ("a:\n    b: 1\nc: 2\n", insert_key(("a", "n"), True), "a:\n    b: 1\n    n: true\nc: 2\n"),
    ("a: {b: 1}\n", insert_key(("a", "n"), "x, y"), 'a: {b: 1, n: "x, y"}\n'),
    ("a: {}\n", insert_key(("a", "n"), 1), "a: {n: 1}\n"),
    ("a:\n", insert_key(("a", "n"), 1), "a:\n  n: 1\n"),
    ("", insert_key(("t",), "x"), "t: x\n"),
    ("# only\n", insert_key(("t",), "x"), "# only\nt: x\n"),
    ("t: x\n", insert_key(("a: b",), "x"), 't: x\n"a: b": x\n'),
    # rename
    ("Old: x # c\n", rename_key(("Old",), "new"), "new: x # c\n"),
    ('"Old": x\n', rename_key(("Old",), "new"), '"new": x\n'),
    ("a: {b: 1}\n", rename_key(("a", "b"), "c d"), "a: {c d: 1}\n"),
    ("old: x\n", rename_key(("old",), "true"), '"true": x\n'),
    ("title: x\n", rename_key(("title",), "Title"), "Title: x\n"),
    ("a: &x {b: 1}\nc: *x\n", rename_key(("c",), "d"), "a: &x {b: 1}\nd: *x\n"),
    # replace a text
    ("a: x//y # //\n", replace_text(("a",), "//", "/"), "a: x/y # //\n"),
    ("a: 'it''s//'\n", replace_text(("a",), "//", "/"), "a: 'it''s/'\n"),
    ("a: 'it''s'\n", replace_text(("a",), "it's", "its"), "a: 'its'\n"),
    ('a: "x\\u200by"\n', replace_text(("a",), "\u200b", ""), 'a: "xy"\n'),
    ("a: >\n  one\u200b\n  two\u200b\n", replace_text(("a",), "\u200b", ""), "a: >\n  one\n  two\n"),
    ("a: x\u00a0y\n", replace_text(("a",), "\u00a0", ": "), 'a: "x: y"\n'),
]  # fmt: skip


@pytest.mark.parametrize(("before", "change", "after"), MEMBERS)
def test_members_keys_and_texts(before: str, change: Change, after: str) -> None:
    assert yaml(before, change) == after


@pytest.mark.parametrize(
    ("before", "change", "reason"),
    [
        ("a: &x [y]\nb: *x\n", append_item(("a",), "z"), "anchors, aliases"),
        ("a: &x [y]\nb: *x\n", append_item(("b",), "z"), "anchors, aliases"),
        ("a: !!str 1\n", set_value(("a",), "z"), "anchors, aliases"),
        ("a: &x\n  k: 1\nb:\n  <<: *x\n", set_value(("b", "k"), 2), "anchor or a merge"),
        ("a: &x\n  k: 1\nb:\n  <<: *x\n", remove_key(("a",)), "anchors, aliases"),
        ("a:\n  b: &x 1\nc: *x\n", remove_key(("a",)), "new problem"),
        ("a:\n  - b: 1\n    # own\n    c: 2\n  - d\n", remove_item(("a", 0)), "comment inside"),
        ("a:\n- x\n# own\n- y\n", set_value(("a",), "x"), "comment inside"),
        ("a: [x, # c\n  y]\n", remove_item(("a", 0)), "comment between"),
        ("a: x\n", append_item(("a",), "z"), "not a list"),
        ("a: x\n", set_value(("b",), "z"), "there is no `b`"),
        ("Aliases: [x]\n", insert_key(("aliases",), ["y"]), "of that name"),
        ("a: 1\nb: 2\n", rename_key(("a",), "B"), "of that name"),
        ("a: x\n", insert_key(("a",), "z"), "of that name"),
        ("a: 1\n", set_value(("a",), float("nan")), "not surely"),
        ("? a\n: b\nc: d\n", remove_key(("a",)), "does not begin its line"),
        ("a: x\na: y\n", set_value(("a",), "z"), "cannot read"),
        ("a: [\n", set_value(("a",), "z"), "cannot read"),
    ],
)
def test_what_is_not_sure_is_declined(before: str, change: Change, reason: str) -> None:
    assert reason in yaml(before, change)
    assert yaml(before, change).startswith("declined: ")


def test_several_changes_have_the_routes_of_the_page_as_it_is() -> None:
    before = "a:\n  - p # 1\n  - q # 2\n  - r # 3\nt: x\n"
    changes = [
        remove_item(("a", 0)),
        set_value(("a", 1), "Q"),
        replace_text(("a", 2), "r", "R"),
        append_item(("a",), "s"),
        rename_key(("t",), "u"),
        insert_key(("v",), 1),
    ]
    after = "a:\n  - Q # 2\n  - R # 3\n  - s\nu: x\nv: 1\n"
    assert yaml(before, *changes) == yaml(before, *changes[::-1]) == after


def test_lines_that_go_to_one_place_are_put_there_from_inside_out() -> None:
    before = "a:\n  b:\n    - x\n"
    after = "a:\n  b:\n    - x\n    - y\n  c: 1\nd: 2\n"
    assert (
        yaml(before, insert_key(("d",), 2), insert_key(("a", "c"), 1), append_item(("a", "b"), "y")) == after
    )


def test_the_same_change_twice_is_one() -> None:
    assert yaml("a: [x]\n", append_item(("a",), "y"), append_item(("a",), "y")) == "a: [x, y]\n"
    assert yaml("t: x\n", append_item(("a",), "y"), append_item(("a",), "z")) == "t: x\na:\n  - y\n  - z\n"


@pytest.mark.parametrize(
    "changes",
    [
        (set_value(("a",), 1), set_value(("a",), 2)),
        (remove_key(("a",)), append_item(("a",), "z")),
        (remove_key(("a",)), rename_key(("a",), "b")),
        (remove_item(("a", 0)), replace_text(("a", 0), "x", "y")),
        (insert_key(("n",), 1), insert_key(("N",), 2)),
        (remove_item(("a", 0)), remove_item(("a", 1)), append_item(("a",), "z")),
    ],
)
def test_changes_that_contradict_each_other_are_declined(changes: tuple[Change, ...]) -> None:
    assert yaml("a: [x, y]\n", *changes).startswith("declined: ")


def test_no_edit_where_the_page_has_it_already() -> None:
    assert yaml("a: 'x'\n", set_value(("a",), "x")) == "a: 'x'\n"


def test_line_breaks_are_those_of_the_neighbours() -> None:
    before = "---\r\na:\r\n- x\r\nb: 1\nc: 2\n---\r\nBody\r\n"
    after = "---\r\na:\r\n- x\r\n- y\r\nb: 1\nd: 3\nc: 2\n---\r\nBody\r\n"
    assert edited(before, append_item(("a",), "y"), insert_key(("d",), 3, after="b")) == after
