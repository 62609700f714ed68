"""The edits of many fixes of one page: each by itself, and the page is read once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from frontlint.base.edit import apply
from frontlint.base.source import decode
from frontlint.base.span import Span
from frontlint.frontmatter.document import Document
from frontlint.frontmatter.edit import (
    Change,
    Declined,
    append_item,
    edits,
    remove_item,
    rename_key,
    replace_piece,
    resolve,
    set_value,
)
from frontlint.frontmatter.edit.each import edits_of_each
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar
from support import counted

Fixes = list[list[Change]]


def document(text: str) -> Document:
    return read_document(decode("a.md", text.encode()), plain_scalar)


def block(count: int) -> tuple[str, Fixes]:
    items = "".join(f"  - t{n}\n  - t{n}\n" for n in range(count))
    return f"---\ntags:\n{items}---\n", [[remove_item(("tags", 2 * n + 1))] for n in range(count)]


def flow(count: int) -> tuple[str, Fixes]:
    items = ", ".join(f'"t{n}", "t{n}"' for n in range(count))
    return f"+++\ntags = [{items}]\n+++\n", [[remove_item(("tags", 2 * n + 1))] for n in range(count)]


def keys(count: int) -> tuple[str, Fixes]:
    lines = ",\n".join(f'  "k{n}": "x"' for n in range(count))
    return "{\n" + lines + "\n}\n", [[rename_key((f"k{n}",), f"m{n}")] for n in range(count)]


def pieces(count: int) -> tuple[str, Fixes]:
    text = "ab\u200bc " * count
    fixes = [[replace_piece(("d",), Span(5 * n + 2, 5 * n + 3), "\u200b", "")] for n in range(count)]
    return f'---\nd: "{text}"\n---\n', fixes


MANY = [block, flow, keys, pieces]


@pytest.mark.parametrize("make", MANY)
def test_each_is_as_it_is_alone(make: Callable[[int], tuple[str, Fixes]]) -> None:
    text, fixes = make(12)
    page = document(text)
    found = edits_of_each(page, fixes, plain_scalar)
    assert found == [edits(page, fix, plain_scalar) for fix in fixes]
    assert not any(isinstance(one, Declined) for one in found)


@pytest.mark.parametrize("make", MANY)
@pytest.mark.parametrize("count", [1, 1500])
def test_the_page_is_read_once(
    make: Callable[[int], tuple[str, Fixes]], count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, fixes = make(count)
    page, times = document(text), counted(monkeypatch, resolve, "_reread")
    found = edits_of_each(page, fixes, plain_scalar)
    assert sum(not isinstance(one, Declined) for one in found) == count
    assert len(times) == 1


def test_those_that_do_not_go_together() -> None:
    page = document("---\ntags: []\ntitle: T\nslug: a\n---\n")
    fixes: Fixes = [
        [append_item(("tags",), "a")],
        [append_item(("tags",), "b")],
        [set_value(("title",), "U")],
        [set_value(("title",), "V")],
        [rename_key(("slug",), "title")],
        [set_value(("none",), 1)],
        [set_value(("title",), "U")],
    ]
    found = edits_of_each(page, fixes, plain_scalar)
    assert [isinstance(one, Declined) for one in found] == [False] * 4 + [True, True, False]
    texts = [None if isinstance(one, Declined) else apply(page.source.text, one) for one in found]
    assert texts[1] == "---\ntags: [b]\ntitle: T\nslug: a\n---\n"
    assert texts[2] == texts[6] == "---\ntags: []\ntitle: U\nslug: a\n---\n"


def test_time_has_a_bound_where_no_two_go_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that wants a thousand titles is read so often at most."""
    page, times = document("---\ntitle: T\n---\n"), counted(monkeypatch, resolve, "_reread")
    fixes: Sequence[list[Change]] = [[set_value(("title",), f"T{n}")] for n in range(1000)]
    found = edits_of_each(page, fixes, plain_scalar)
    assert len(times) <= 64
    assert any(isinstance(one, Declined) for one in found)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("d: a\u200bb\u200bc # n", "ab\u200bc"),
        ("d: 'it''s a\u200bb'", "it's ab"),
        ('d: "q\\" a\u200bb"', 'q" ab'),
        ("d: >-\n  one\n  tw\u200bo", "one two"),
        ("d: |\n  one\n  tw\u200bo", "one\ntwo\n"),
        ("d: one\n  tw\u200bo", "one two"),
        ('d: "a\\u200bb"', "ab"),
    ],
)
def test_a_piece_of_a_text(source: str, value: str) -> None:
    page = document(f"---\n{source}\ne: 1\n---\n")
    now = str(page.data["d"])
    at = now.index("\u200b")
    found = edits(page, [replace_piece(("d",), Span(at, at + 1), "\u200b", "")], plain_scalar)
    assert not isinstance(found, Declined)
    after = document(apply(page.source.text, found))
    assert after.data == {"d": value, "e": 1}
    assert isinstance(edits(page, [replace_piece(("d",), Span(0, 1), "z", "")], plain_scalar), Declined)
