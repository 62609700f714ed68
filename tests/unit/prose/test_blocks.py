"""Sentences and list items of short Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.prose.blocks import BlockKind, blocks, sentences, spoken

MARKDOWN = st.text(alphabet="ab .!*-1#`~_|é\n\t\\", max_size=80)


def said(text: str) -> list[str]:
    return [text[sentence.span.start : sentence.span.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is here. Two is there.", ["One is here.", "Two is there."]),
        ("Is it? Yes! It is…  So", ["Is it?", "Yes!", "It is…", "So"]),
        ("See (e.g. Scrum, i.e. Teams) and Dr. Who, J. Doe. End.", None),
        ("Version 1.10 is out. it goes on", ["Version 1.10 is out. it goes on"]),
        (
            "He said “stop.” Then **he left.** [We](/x) stay.",
            ["He said “stop.”", "Then **he left.**", "[We](/x) stay."],
        ),
        ("one line\nruns on. Next", ["one line\nruns on.", "Next"]),
        ("a hard break  \nends it\\\nhere too", ["a hard break", "ends it", "here too"]),
        ("## A heading. It is none.\n**Bold heading:**\n**Bold sentence.**", ["**Bold sentence.**"]),
        ("```\nCode. Code.\n```\nText.", ["Text."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str] | None) -> None:
    wanted = expected or ["See (e.g. Scrum, i.e. Teams) and Dr. Who, J. Doe.", "End."]
    assert said(text) == (wanted if text else [])


def test_scopes_tell_list_items_apart_but_not_paragraphs() -> None:
    scopes = [
        sentence.scope
        for sentence in sentences("One.\n\nTwo.\n\n- Three. Four.\n- Five.\n\n  Six.\n\nSeven.")
    ]
    assert scopes == [0, 0, 3, 3, 4, 5, 0]


def items(text: str) -> list[tuple[str, int, bool]]:
    return [
        (text[block.span.start : block.span.end], block.list_number, block.alone)
        for block in blocks(text)
        if block.kind is BlockKind.ITEM
    ]


def test_inner_lists_have_numbers_of_their_own() -> None:
    text = "1. A\n   - a\n   - b\n2. B\n   - a\n     goes on\n"
    assert items(text) == [
        ("A", 1, False),
        ("a", 2, True),
        ("b", 2, True),
        ("B", 1, False),
        ("a\n     goes on", 3, True),
    ]


def test_a_blank_line_does_not_end_a_list_but_a_paragraph_does() -> None:
    assert [number for _, number, _ in items("- a\n\n* b\n\nText.\n\n- c\n")] == [1, 1, 2]


def test_another_marker_begins_another_list() -> None:
    assert [number for _, number, _ in items("1. a\n- b\n2. c\n- b\n")] == [1, 2, 3, 4]


def test_a_further_paragraph_belongs_to_its_item() -> None:
    assert items("- a\n\n  more\n- b") == [("a", 1, False), ("b", 1, True)]


@pytest.mark.parametrize("other", ["**Bread** and salt.", "bread\n  and salt", "Bread and `salt`;"])
def test_spoken_ignores_emphasis_case_and_closing_punctuation(other: str) -> None:
    assert spoken(other) == spoken("Bread and salt")


@given(MARKDOWN)
def test_spans_lie_inside_the_text_and_in_order(text: str) -> None:
    ends = [0]
    for block in blocks(text):
        assert ends[-1] <= block.span.start <= block.span.end <= len(text)
        ends.append(block.span.end)
    done = 0
    for sentence in sentences(text):
        assert done <= sentence.span.start < sentence.span.end <= len(text)
        assert text[sentence.span.start : sentence.span.end].strip()
        done = sentence.span.end
