"""Routes and JSON Pointers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.frontmatter.route import from_pointer, to_pointer, to_words

STEPS = st.one_of(st.integers(0, 99), st.text(max_size=5).filter(lambda key: not key.isdigit()))


@given(st.lists(STEPS, max_size=4).map(tuple))
def test_round_trip(route: tuple[str | int, ...]) -> None:
    assert from_pointer(to_pointer(route)) == route


def test_slash_and_tilde_are_escaped() -> None:
    assert to_pointer(("a/b", "c~d", 0)) == "/a~1b/c~0d/0"


def test_a_text_without_slash_is_no_pointer() -> None:
    with pytest.raises(ValueError, match="not a JSON Pointer"):
        from_pointer("a")


def test_words_count_from_one() -> None:
    assert to_words(("headline", "cards", 0)) == "headline.cards[1]"
