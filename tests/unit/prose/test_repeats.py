"""The quick looks for repetition: never a no where the slow way finds one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from frontlint.prose.repeats import may_repeat_item, may_repeat_sentence
from frontlint.rules.hugo.text import repeated_item, repeated_sentence

SAID = [
    "The oven is hot today",
    "the **oven** is\nhot today",
    "Bread",
    "bread",
    "e.g. Dr. A",
    "a b c d e f g h i j",
]
ENDS = [". ", "! ", ".\n", "\n", "\n\n", "  \n", "… ", ".) ", '." ', ": ", "\\\n"]
SIGNS = ["\n- ", "\n* ", "\n  - ", "\n1. ", "\n## ", "\n**", "**", "_", "`", "\n```\n", "\n~~~\n", "2) "]
MORE = ["\u00a0", " - ", "ß", '"', "'", ")"]
TEXTS = st.lists(st.sampled_from([*SAID, *ENDS, *SIGNS, *MORE]), max_size=14).map("".join)


@given(TEXTS)
def test_a_repeated_sentence_may_be_there(text: str) -> None:
    if repeated_sentence._repeats(text):
        assert may_repeat_sentence(text)


@given(TEXTS)
def test_a_repeated_item_may_be_there(text: str) -> None:
    if list(repeated_item._repeats(text)):
        assert may_repeat_item(text)


def test_most_texts_need_no_second_look() -> None:
    text = "Use this for bread. It is baked at dawn.\n\n- Dough and yeast\n- Hot ovens\n\nNot for cakes."
    assert not may_repeat_sentence(text)
    assert not may_repeat_item(text)
