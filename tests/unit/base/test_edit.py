"""Edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.base.edit import Edit, OverlapError, apply, apply_to_bytes
from frontlint.base.span import Span


def test_edits_are_applied_whatever_their_order() -> None:
    edits = [Edit(Span(4, 5), "E"), Edit(Span(0, 1), ""), Edit(Span(2, 2), "--")]
    assert apply("abcde", edits) == apply("abcde", edits[::-1]) == "b--cdE"


def test_an_insertion_beside_a_replacement_is_no_overlap() -> None:
    assert apply("abc", [Edit(Span(1, 2), "X"), Edit(Span(2, 2), "|")]) == "aX|c"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y")],
        [Edit(Span(1, 1), "x"), Edit(Span(1, 1), "y")],
        [Edit(Span(0, 3), "x"), Edit(Span(1, 1), "y")],
    ],
)
def test_overlaps_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(OverlapError):
        apply("abc", edits)


def test_an_edit_outside_is_refused() -> None:
    with pytest.raises(IndexError):
        apply("abc", [Edit(Span(2, 4), "")])


def test_bytes_keep_their_mark_which_has_no_place() -> None:
    edit = Edit(Span(1, 2), "ü")
    assert apply_to_bytes(b"\xef\xbb\xbfab\r\n", [edit]) == b"\xef\xbb\xbfa\xc3\xbc\r\n"
    with pytest.raises(UnicodeDecodeError):
        apply_to_bytes(b"ab\xe9", [edit])


@given(st.text(max_size=20), st.lists(st.integers(0, 20), max_size=6))
def test_disjoint_edits_commute(text: str, cuts: list[int]) -> None:
    points = sorted({cut for cut in cuts if cut <= len(text)})
    edits = [Edit(Span(a, b), "#") for a, b in zip(points[::2], points[1::2], strict=False)]
    one_by_one = text
    for edit in reversed(edits):
        one_by_one = apply(one_by_one, [edit])
    assert apply(text, edits[::-1]) == one_by_one
