"""Words of a message: clipped, listed, and compared."""

from __future__ import annotations

import pytest

from frontlint.base.phrases import clip, contrast, listing, shorten
from frontlint.base.suggest import ALIKE, likeness, nearest


def test_clip_keeps_both_ends_and_the_limit() -> None:
    assert clip("short") == "short"
    assert clip("abcdefghij", 7) == "ab...ij"
    assert len(clip("x" * 100, 41)) == 41


def test_clip_keeps_a_message_on_one_line() -> None:
    assert clip("a\nb\u202ec") == "a b[U+202E]c"


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


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("Lean\u00a0Work", "Lean Work", ("Lean[no-break space]Work", "Lean Work")),
        ("Lean\u200b", "Lean", ("Lean[zero-width space]", "Lean")),
        ("caf\u00e9", "cafe\u0301", ("caf\u00e9", "cafe[U+0301]")),
        ("a" * 40 + "x" + "b" * 40, "a" * 40 + "y" + "b" * 40, None),
        ("/a" * 30 + "/new" + "/b" * 30, "/a" * 30 + "/old" + "/b" * 30, None),
        ("x\u00a0" * 40 + "y", "x " * 40 + "y", None),
    ],
)
def test_what_differs_is_shown(one: str, other: str, shown: tuple[str, str] | None) -> None:
    found = contrast(one, other, 30)
    assert found[0] != found[1]
    assert shown is None or found == shown
    assert all(len(text) <= 50 for text in found)


def test_two_equal_texts_are_clipped_alike() -> None:
    assert contrast("same" * 20, "same" * 20, 20) == (clip("same" * 20, 20),) * 2
