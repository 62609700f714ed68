"""Finding a part of a value in the scalar that it was written as."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from frontlint.frontmatter.scalar import part

VALUE = "It's the baker's bread.\nSo \"fresh\" é \\ it is"


def found(written: str, value: str, piece: str) -> str | None:
    start = value.index(piece)
    span = part(written, value, start, start + len(piece))
    return None if span is None else written[span.start : span.end]


@pytest.mark.parametrize(
    ("written", "value", "piece", "expected"),
    [
        ("plain text here", "plain text here", "text", "text"),
        ("plain\n   folded here", "plain folded here", "plain folded", "plain\n   folded"),
        ("|-\n  one\n  two", "one\ntwo", "two", "two"),
        (">+2 # a note\n    one\n  two\n", "  one\ntwo\n", "one\ntwo", "one\n  two"),
        ("|\r  one\r  two", "one\ntwo", "two", "two"),
        ("'it''s a ''day'''", "it's a 'day'", "'day'", "''day''"),
        (
            r'"a\tb \u00e9\x41\U0001F600 \"q\" \\"',
            'a\tb éA😀 "q" \\',
            'éA😀 "q"',
            r"\u00e9\x41\U0001F600 \"q\"",
        ),
        ('"one \\\n   two"', "one two", "one two", "one \\\n   two"),
        ('"""\none\n"two""""', 'one\n"two"', '"two"', '"two"'),
        ("'''00'", "'00", "00", "00"),
        ("'''a'''", "'a'", "'a'", "''a''"),
        ("'''a \\ ''b'''", "a \\ ''b", "''b", "''b"),
    ],
)
def test_part(written: str, value: str, piece: str, expected: str) -> None:
    assert found(written, value, piece) == expected


def test_what_does_not_match_is_none() -> None:
    assert part("*anchor", "text of the anchor", 0, 4) is None
    assert part("one two", "one two three", 8, 13) is None
    assert part("one  ", "one  ", 3, 5) is None


LINES = st.lists(st.text("ab c.'\"  é", max_size=12), min_size=1, max_size=5)


@given(LINES, st.sampled_from(["|", "|-", "|+", ">", "|2", "'", "plain"]), st.integers(1, 4), st.data())
@settings(max_examples=500)
def test_the_quick_way_is_the_long_one(lines: list[str], style: str, width: int, data: st.DataObject) -> None:
    """What is written as it is, is looked up without counting characters."""
    blanks = " " * width
    written = style + "".join(f"\n{blanks}{line}" if line else "\n" for line in lines)
    if style in ("'", "plain"):
        written = lines[0] if style == "plain" else "'" + lines[0].replace("'", "''") + "'"
    try:
        value = yaml.safe_load(f"k: {written}\n")["k"]
    except yaml.YAMLError:
        return
    if not isinstance(value, str) or not value:
        return
    written = written.strip(" ") if style == "plain" else written
    start = data.draw(st.integers(0, len(value) - 1))
    end = data.draw(st.integers(start + 1, len(value)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("frontlint.frontmatter.scalar._unchanged", lambda *asked: None)
        long = part(written, value, start, end)
    assert part(written, value, start, end) == long


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.sampled_from(["'", '"', "json"]))
def test_every_visible_character_is_found_again(value: str, style: str) -> None:
    dumped = (
        json.dumps(value, ensure_ascii=False)
        if style == "json"
        else yaml.safe_dump(value, default_style=style, width=40, allow_unicode=True).rstrip("\n")
    )
    span = part(dumped, value, 0, len(value))
    assert (span is None) is (not value.strip())
    if span:
        assert 0 < span.start < span.end < len(dumped)


@given(st.text(max_size=40), st.text(max_size=40))
def test_never_raises(written: str, value: str) -> None:
    span = part(written, value, 0, len(value))
    assert span is None or span.end <= len(written)
