"""Offsets, lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.base.span import LineIndex, Span

TEXTS = st.text(alphabet=st.sampled_from("ab \t\n\r\u0301\u4e2d\U0001f680\ufeff\x0b\u2028"), max_size=60)


@given(TEXTS, st.data())
def test_offset_and_line_column_round_trip(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    index = LineIndex(text)
    line, column = index.line_column(offset)
    start, end = index.line_span(line)
    assert start <= offset
    assert column == offset - start + 1
    if offset <= end:  # inside of a CRLF there is no column to come back from
        assert index.offset(line, column) == offset


@given(TEXTS)
def test_lines_are_those_of_an_editor(text: str) -> None:
    index = LineIndex(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [index.line_text(number + 1) for number in range(len(index))] == lines


def test_vertical_tab_and_line_separator_end_no_line() -> None:
    assert len(LineIndex("a\x0bb\u2028c")) == 1


def test_column_past_the_line_is_its_end() -> None:
    assert LineIndex("ab\ncd").offset(1, 99) == 2


@pytest.mark.parametrize(
    ("start", "end", "runs"), [(3, 2, False), (-1, 0, False), (0, 0, True), (2, 3, True)]
)
def test_a_span_runs_forward(start: int, end: int, runs: bool) -> None:
    assert Span(start, end).runs_forward is runs


def test_offset_outside_is_an_error() -> None:
    with pytest.raises(IndexError):
        LineIndex("ab").line_column(3)
