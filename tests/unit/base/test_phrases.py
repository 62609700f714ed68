"""Words of a message: clipped, listed, and compared."""

from __future__ import annotations

import pytest

from frontlint.base.phrases import clip, listing, shorten
from frontlint.base.suggest import ALIKE, likeness, nearest


def test_clip_keeps_both_ends_and_the_limit() -> None:
    assert clip("short") == "short"
    assert clip("abcdefghij", 7) == "ab...ij"
    assert len(clip("x" * 100, 41)) == 41


def test_clip_keeps_a_message_on_one_line() -> None:
    assert clip("a\nb\u202ec") == "a b c"


def test_shorten_keeps_the_beginning_on_one_line() -> None:
    assert shorten("a\n  b") == "a b"
    assert shorten("x" * 30) == "x" * 30
    assert shorten("x" * 31) == "x" * 29 + "…"


@pytest.mark.parametrize(
    ("words", "left", "expected"),
    [
        ([], 0, ""),
        (["a"], 0, "a"),
        (["a", "b"], 0, "a and b"),
        (["a", "b"], 3, "a, b and 3 more"),
        (["a"], 1, "a and 1 more"),
    ],
)
def test_listing(words: list[str], left: int, expected: str) -> None:
    assert listing(words, left) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("linting", "lintng"),
        ("garden-model", "garden-modle"),
        ("evidencebased", "evidence-based"),
        ("guide", "guides"),
        ("organisational-agilty", "organizational-agility"),
    ],
)
def test_slips_of_the_pen_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ai-model", "agile-model"),
        ("ai-model", "model"),
        ("plan-a", "plan-b"),
        ("scrum", "kanban"),
        ("part-2", "part-3"),
        ("lean", "learned"),
    ],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert likeness(one, other) == 0


def test_nearest_is_the_first_of_equals_or_none() -> None:
    assert nearest("linting", ["lintina", "lintinb"]) == "lintina"
    assert nearest("linting", ["gardening"]) is None
    assert nearest("linting", []) is None
