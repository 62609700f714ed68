"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.base.source import decode


def test_byte_order_mark_is_taken_off_and_remembered() -> None:
    source = decode("a.md", b"\xef\xbb\xbf---\r\n")
    assert (source.text, source.bom, source.newline) == ("---\r\n", True, "\r\n")


def test_only_the_first_byte_order_mark_is_one() -> None:
    assert decode("a.md", b"\xef\xbb\xbf\xef\xbb\xbfx").text == "\ufeffx"


def test_every_bad_byte_is_one_replacement_character() -> None:
    source = decode("a.md", "ä".encode() + b"\xe9\xff" + b"z")
    assert source.text == "ä\ufffd\ufffdz"
    assert [(bad.byte, bad.byte_offset, bad.offset) for bad in source.bad_bytes] == [
        (0xE9, 2, 1),
        (0xFF, 3, 2),
    ]


def test_offsets_of_bad_bytes_count_the_byte_order_mark() -> None:
    source = decode("a.md", b"\xef\xbb\xbfa\xff")
    assert [(bad.byte_offset, bad.offset) for bad in source.bad_bytes] == [(4, 1)]


@given(st.binary(max_size=40))
def test_bad_bytes_stand_where_they_say(data: bytes) -> None:
    source = decode("a.md", data)
    for bad in source.bad_bytes:
        assert data[bad.byte_offset] == bad.byte
        assert source.text[bad.offset] == "\ufffd"
    if not source.bad_bytes:
        assert source.text.encode() == (data[3:] if source.bom else data)


@pytest.mark.parametrize(
    ("text", "newline"),
    [
        ("a", "\n"),
        ("a\nb\r\n", "\n"),
        ("a\r\nb\n", "\r\n"),
        ("a\rb\n", "\r"),
        ("a\r", "\r"),
        ("\r\r\n", "\r"),
    ],
)
def test_the_first_line_break_is_that_of_the_file(text: str, newline: str) -> None:
    assert decode("a.md", text.encode()).newline == newline
