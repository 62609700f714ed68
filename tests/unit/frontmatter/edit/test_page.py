"""Edits of whole pages: bytes that stay, pages that are left alone, and sources without routes."""

from __future__ import annotations

import pytest

from frontlint.base.source import decode
from frontlint.base.span import Span
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.edit import Declined, append_item, edits, replace_source, set_value
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar
from unit.frontmatter.edit.editing import edited


def test_the_byte_order_mark_and_a_missing_last_line_break_stay() -> None:
    assert edited("\ufeff---\r\na: x\r\n---", set_value(("a",), "y")) == "\ufeff---\r\na: y\r\n---"


def test_blank_lines_and_trailing_blanks_stay() -> None:
    before = "\n\n---   \na: x  \n\n  # c  \nb: y  \n--- text\n\n\nBody"
    assert edited(before, set_value(("a",), "z")) == before.replace("a: x", "a: z")


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"---\na: \xe9\n---\n", "not in UTF-8"),
        ("---\na: x\n---\n".encode("utf-16"), "not in UTF-8"),
        (b"#+title: x\n\nBody", "Org mode"),
        (b"Only a body", "no front matter"),
        (b"---\ra: x\r---\r", "lone carriage return"),
        (b"---\na: " + b"x" * 2_000_000 + b"\n---\n", "too long"),
    ],
)
def test_pages_that_are_never_edited(page: bytes, reason: str) -> None:
    assert reason in edited(page, set_value(("a",), "y"))


@pytest.mark.parametrize(
    ("page", "after"),
    [
        ("---\ntitle: a: b\n---\nBody", '---\ntitle: "a: b"\n---\nBody'),
        ("---\na:\n\tb: 1\n---\nBody", "---\na:\n  b: 1\n---\nBody"),
        ("---\na: x\n—--\nBody", "---\na: x\n---\nBody"),
    ],
)
def test_the_repair_of_a_page_that_cannot_be_read(page: str, after: str) -> None:
    problem: Problem = read_document(decode("a.md", page.encode()), plain_scalar).problems[0]
    changes = [replace_source(span, text) for span, text in problem.repair]
    assert changes
    assert edited(page, *changes) == after


def test_a_repair_that_does_not_help_is_declined() -> None:
    assert edited("---\ntitle: a: b\n---\n", replace_source(Span(11, 12), "c")).startswith("declined: ")


def test_sources_of_a_page_that_is_read_must_mean_the_same() -> None:
    page = "---\na: x\n---\nSee [b](old.md).\n"
    assert edited(page, replace_source(Span(7, 8), "y")).startswith("declined: ")
    assert edited(page, replace_source(Span(7, 8), "'x'")) == page.replace("a: x", "a: 'x'")


def test_the_body_and_the_front_matter_in_one_go() -> None:
    page = "---\na: [x]\n---\nSee [b](old.md).\n"
    at = page.index("old.md")
    changes = (replace_source(Span(at, at + 3), "newer"), append_item(("a",), "y"))
    assert edited(page, *changes) == "---\na: [x, y]\n---\nSee [b](newer.md).\n"


def test_the_body_cannot_be_made_front_matter() -> None:
    page = "---\na: x\n---\nBody\n"
    assert edited(page, replace_source(Span(9, 12), "- b")).startswith("declined: ")


def test_ten_thousand_changes_of_one_list() -> None:
    items = "".join(f"  - /old/{number}/ # c\n" for number in range(5000))
    document = read_document(decode("a.md", f"---\na:\n{items}---\n".encode()), plain_scalar)
    changes = [set_value(("a", number), f"x: {number}") for number in range(5000)]
    changes += [append_item(("a",), f"/n/{number}/") for number in range(5000)]
    found = edits(document, changes, plain_scalar)
    assert not isinstance(found, Declined)
    assert len(found) == 5001
