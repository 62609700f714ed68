"""Edits of TOML and JSON: each form with each change."""

from __future__ import annotations

import pytest

from frontlint.frontmatter.document import Moment
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
from unit.frontmatter.edit.editing import edited, toml

TOML: list[tuple[str, Change, str]] = [
    ("a = 'x' # c\n", set_value(("a",), "y"), "a = 'y' # c\n"),
    ("a = 'x'\n", set_value(("a",), "it's"), 'a = "it\'s"\n'),
    ('a = "x"\n', set_value(("a",), 'q"\\'), 'a = "q\\"\\\\"\n'),
    ('a = "x"\n', set_value(("a",), True), "a = true\n"),
    ("a = 1\nb = 'x'\n", set_value(("a",), "y"), "a = 'y'\nb = 'x'\n"),
    ('a = """\nx\ny"""\n', set_value(("a",), "p\nq"), 'a = """\np\nq"""\n'),
    ("a = '''x'''\n", set_value(("a",), "y"), "a = '''y'''\n"),
    ('a = """\nx\ny"""\n', replace_text(("a",), "x", "xx"), 'a = """\nxx\ny"""\n'),
    ("a = 2024-01-02\n", set_value(("a",), "2024-01-02T03:04:05Z"), "a = 2024-01-02T03:04:05Z\n"),
    ("a = 2024-01-02\n", set_value(("a",), "soon"), 'a = "soon"\n'),
    ("a = 2024-01-02\n", insert_key(("b",), "2024-01-03"), "a = 2024-01-02\nb = 2024-01-03\n"),
    ("a = 'x'\n", insert_key(("b",), "2024-01-03"), "a = 'x'\nb = '2024-01-03'\n"),
    ("a = 'x'\n", insert_key(("b",), Moment("2024-01-03")), "a = 'x'\nb = 2024-01-03\n"),
    ('a = "Linting"\n', set_value(("a",), ["Linting"]), 'a = ["Linting"]\n'),
    # arrays
    ('a = ["x"] # c\n', append_item(("a",), "y"), 'a = ["x", "y"] # c\n'),
    ("a = []\n", append_item(("a",), "y"), 'a = ["y"]\n'),
    ("b = 'x'\n", append_item(("a",), "y"), "b = 'x'\na = ['y']\n"),
    ('a = [\n  "x", # 1\n  # own\n  "y" # 2\n]\n', append_item(("a",), "z"),
     'a = [\n  "x", # 1\n  # own\n  "y", # 2\n  "z"\n]\n'),
    ('a = [\n  "x",\n]\n', append_item(("a",), "z"), 'a = [\n  "x",\n  "z",\n]\n'),
    ('a = [\n  "x", # 1\n  # own\n  "y" # 2\n]\n', remove_item(("a", 1)), 'a = [\n  "x" # 1\n  # own\n]\n'),
    ('a = [\n  "x", # 1\n  # own\n  "y" # 2\n]\n', remove_item(("a", 0)), 'a = [\n  # own\n  "y" # 2\n]\n'),
    ('a = [\n  "x",\n]\n', insert_item(("a", 0), "w"), 'a = [\n  "w",\n  "x",\n]\n'),
    ('t = 1\na = ["x"] # c\n', remove_item(("a", 0)), "t = 1\n"),
    # tables
    ("a = { b = 1, c = 2 }\n", remove_key(("a", "b")), "a = { c = 2 }\n"),
    ("a = { b = 1 }\n", insert_key(("a", "n"), "x"), 'a = { b = 1, n = "x" }\n'),
    ("a = {}\n", insert_key(("a", "n"), 1), "a = { n = 1 }\n"),
    ("a.b = 1\nt = 2\n", insert_key(("a", "n"), 3), "a.b = 1\na.n = 3\nt = 2\n"),
    ("a.b = 1\na.c = 2\n", remove_key(("a", "b")), "a.c = 2\n"),
    ("a.b = 1\nt = 2\na.c = 2\n", remove_key(("a",)), "t = 2\n"),
    ("a.b = 1\na.c = 2\n[a.d]\nx = 1\n", rename_key(("a",), "n"), "n.b = 1\nn.c = 2\n[n.d]\nx = 1\n"),
    ("t = 1\n\n# on a\n[a]\nb = 1\n", insert_key(("n",), 2), "t = 1\nn = 2\n\n# on a\n[a]\nb = 1\n"),
    ("[a]\nb = 1\n", insert_key(("n",), 2), "n = 2\n[a]\nb = 1\n"),
    ("[a] # c\n  b = 1\n[z]\n", insert_key(("a", "n"), 2), "[a] # c\n  b = 1\n  n = 2\n[z]\n"),
    ("[a] # c\n[z]\n", insert_key(("a", "n"), 2), "[a] # c\nn = 2\n[z]\n"),
    ("a=1\n", insert_key(("n",), 2), "a=1\nn=2\n"),
    ("t = 1\n[a]\nb = 1\n[a.c]\nd = 1\n# end\n", remove_key(("a",)), "t = 1\n# end\n"),
    ("t = 1\n[a]\nb = 1\n", remove_key(("a", "b")), "t = 1\n"),
    ('t = 1\n[a]\nb = ["x"]\nc = 2\n', remove_item(("a", "b", 0)), "t = 1\n[a]\nc = 2\n"),
    ("[[r]]\na = 1\n[r.p]\nb = 1\n[[r]]\na = 2\n", remove_item(("r", 0)), "[[r]]\na = 2\n"),
    ("[[r]]\na = 1\n\n[[r]]\na = 2\n", append_item(("r",), {"a": 3}),
     "[[r]]\na = 1\n\n[[r]]\na = 2\n\n[[r]]\na = 3\n"),
    ("[[r]]\na = 1\n[[r]]\na = 2\n", set_value(("r", 1, "a"), 5), "[[r]]\na = 1\n[[r]]\na = 5\n"),
    ("[[r]]\na = 1\n[[r]]\na = 2\n", rename_key(("r",), "s t"), '[["s t"]]\na = 1\n[["s t"]]\na = 2\n'),
    ("", insert_key(("t",), "x"), 't = "x"\n'),
]  # fmt: skip


@pytest.mark.parametrize(("before", "change", "after"), TOML)
def test_toml(before: str, change: Change, after: str) -> None:
    assert toml(before, change) == after


@pytest.mark.parametrize(
    ("before", "change", "reason"),
    [
        ("a = 1\n", set_value(("a",), None), "not surely"),
        ("[a]\nb = 1\n", set_value(("a",), 1), "is a table"),
        ("[a.b]\nc = 1\n", insert_key(("a", "n"), 1), "no line or header"),
        ("[a]\nb = 1\n# own\nc = 1\n", remove_key(("a",)), "comment inside"),
        ("a = [1, # c\n2]\n", remove_item(("a", 0)), "comment between"),
        ("a = [\n# c\n1]\n", set_value(("a",), 1), "comment inside"),
        ("[[r]]\na = 1\n", append_item(("r",), 1), "only tables"),
        ("a = 1\na = 2\n", set_value(("a",), 1), "cannot read"),
    ],
)
def test_what_is_not_sure_in_toml_is_declined(before: str, change: Change, reason: str) -> None:
    assert toml(before, change).startswith("declined: ")
    assert reason in toml(before, change)


JSON: list[tuple[str, Change, str]] = [
    ('{"a": "x"}', set_value(("a",), 'y"'), '{"a": "y\\""}'),
    ('{"a": "x"}', set_value(("a",), [1, "é"]), '{"a": [1, "é"]}'),
    ('{"a": "x", "b": 1}', remove_key(("a",)), '{"b": 1}'),
    ('{"a": "x", "b": 1}', remove_key(("b",)), '{"a": "x"}'),
    ('{\n  "a": "x",\n  "b": 1\n}', remove_key(("b",)), '{\n  "a": "x"\n}'),
    ('{\n  "a": "x",\n  "b": 1\n}', remove_key(("a",)), '{\n  "b": 1\n}'),
    ('{\n  "a": "x"\n}', insert_key(("b",), True), '{\n  "a": "x",\n  "b": true\n}'),
    (
        '{\n  "a": "x",\n  "b": 1\n}',
        insert_key(("n",), 2, after="a"),
        '{\n  "a": "x",\n  "n": 2,\n  "b": 1\n}',
    ),
    ('{"a":"x"}', insert_key(("b",), 1), '{"a":"x", "b":1}'),
    ("{}", insert_key(("b",), 1), '{"b": 1}'),
    ('{"a": []}', append_item(("a",), "x"), '{"a": ["x"]}'),
    ('{"a": null}', append_item(("a",), "x"), '{"a": ["x"]}'),
    ('{"a": [\n  "x"\n]}', append_item(("a",), "y"), '{"a": [\n  "x",\n  "y"\n]}'),
    ('{"t": 1, "a": ["x"]}', remove_item(("a", 0)), '{"t": 1}'),
    ('{"a": [1, 2, 3]}', set_value(("a",), [1, 3]), '{"a": [1, 3]}'),
    ('{"a": 1}', rename_key(("a",), "b"), '{"b": 1}'),
    ('{"a": "x\\u200by//z"}', replace_text(("a",), "//", "/"), '{"a": "x\\u200by/z"}'),
]


@pytest.mark.parametrize(("before", "change", "after"), JSON)
def test_json(before: str, change: Change, after: str) -> None:
    assert edited(f"{before}\nBody }}{{", change) == f"{after}\nBody }}{{"


def test_a_key_that_json_has_twice_is_declined() -> None:
    assert edited('{"a": 1, "a": 2}', remove_key(("a",))).startswith("declined: ")
