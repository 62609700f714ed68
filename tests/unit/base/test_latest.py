"""The last answer of a function that is asked one thing many times in a row."""

from __future__ import annotations

from frontlint.base.latest import latest, same


def test_it_is_asked_again_for_another_thing_even_if_that_is_equal() -> None:
    asked: list[tuple[int, ...]] = []

    @same
    def count(things: tuple[int, ...]) -> int:
        asked.append(things)
        return len(asked)

    one = (1, 2)
    other = (*one[:1], 2)
    assert [count(one), count(one), count(other), count(one)] == [1, 1, 2, 3]


def test_a_text_is_asked_about_again_at_another_place() -> None:
    asked: list[int] = []

    @latest
    def count(text: str, start: int) -> int:
        asked.append(start)
        return len(asked)

    text = "a text"
    assert [count(text, 0), count(text, 0), count(text, 1), count(text, 0)] == [1, 1, 2, 3]
