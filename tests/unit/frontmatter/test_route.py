"""Routes and JSON Pointers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from frontlint.frontmatter.route import to_pointer, to_words

STEPS = st.one_of(st.integers(0, 99), st.text(max_size=5).filter(lambda key: not key.isdigit()))


def from_pointer(pointer: str) -> tuple[str | int, ...]:
    """The route of a JSON Pointer; a step of digits is a list index."""
    return tuple(
        int(part) if part.isdigit() else part.replace("~1", "/").replace("~0", "~")
        for part in pointer.split("/")[1:]
    )


@given(st.lists(STEPS, max_size=4).map(tuple))
def test_round_trip(route: tuple[str | int, ...]) -> None:
    assert from_pointer(to_pointer(route)) == route


def test_slash_and_tilde_are_escaped() -> None:
    assert to_pointer(("a/b", "c~d", 0)) == "/a~1b/c~0d/0"


def test_words_count_from_one() -> None:
    assert to_words(("headline", "cards", 0)) == "headline.cards[1]"
