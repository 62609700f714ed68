"""Fixes of what is staged, made in a page with further changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from frontlint.engine.fixing.merge import merged

COMMON = b"a\nb\nc\nd\ne\n"


def test_changes_of_other_lines_go_together() -> None:
    assert merged(COMMON, b"a\nB\nc\nd\ne\n", b"a\nb\nc\nd\nE\nf\n") == b"a\nB\nc\nd\nE\nf\n"
    assert merged(COMMON, b"a\nc\nd\ne\n", b"a\nb\nc\nd\ne") == b"a\nc\nd\ne"
    assert merged(b"a\r\nb\r\nc", b"A\r\nb\r\nc", b"a\r\nb\r\nC") == b"A\r\nb\r\nC"


def test_changes_that_touch_do_not() -> None:
    assert merged(COMMON, b"a\nB\nc\nd\ne\n", b"a\nX\nc\nd\ne\n") is None
    assert merged(COMMON, b"a\nB\nc\nd\ne\n", b"a\nb\nX\nd\ne\n") is None
    assert merged(COMMON, b"a\nc\nd\ne\n", b"a\nb\nnew\nc\nd\ne\n") is None
    assert merged(COMMON, b"new\n" + COMMON, b"other\n" + COMMON) is None


LINES = st.lists(st.sampled_from([b"a\n", b"b\n", b"c\r\n", b"\n"]), max_size=8).map(b"".join)


@given(LINES, LINES)
def test_one_side_alone_is_that_side(common: bytes, other: bytes) -> None:
    assert merged(common, other, common) == other
    assert merged(common, common, other) == other


@given(LINES, LINES, LINES)
def test_both_sides_are_alike(common: bytes, one: bytes, other: bytes) -> None:
    assert merged(common, one, other) == merged(common, other, one)
