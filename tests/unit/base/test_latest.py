"""The last answer of a function that is asked one thing many times in a row."""

from __future__ import annotations

import itertools

import pytest

from frontlint.base.latest import _MOST, latest, same


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
    asked = itertools.count(1)
    count = latest(lambda text, start: next(asked))
    text = "a text"
    assert [count(text, 0), count(text, 0), count(text, 1), count(text, 0)] == [1, 1, 2, 3]


def test_short_texts_are_remembered_and_long_ones_push_them_out() -> None:
    asked = itertools.count(1)
    count = latest(lambda text, start: next(asked))
    one, other, long, longer = "one", "other", "x" * (_MOST - 3), "y" * (_MOST + 1)
    assert [count(text, 0) for text in (one, other, one, other)] == [1, 2, 1, 2]
    assert [count(text, 0) for text in (long, long, one)] == [3, 3, 4], "one and other went, and long for one"
    assert [count(text, 0) for text in (longer, longer, one, longer)] == [5, 5, 6, 7]
    count.forget()
    assert [count(text, 0) for text in (longer, one, other, one)] == [8, 9, 10, 9]


def test_a_question_that_fails_is_asked_again() -> None:
    @latest
    def fail(text: str, start: int) -> int:
        raise ValueError(text)

    for _ in range(3):
        with pytest.raises(ValueError, match="a text"):
            fail("a text", 0)
