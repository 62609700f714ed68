"""Words of a message: texts that may be too long, lists that may be too many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final

ALIKE: Final = 0.8
"""Names at least this much alike may be meant for each other."""

_WORD_ALIKE: Final = 0.6


def clip(text: str, most: int = 40) -> str:
    """The text, with `...` for its middle where it has more than `most` code points.

    The beginning and the end of a path say more than its middle.

    >>> clip("/resources/signals/raise-the-bar/", 20)
    '/resource...the-bar/'
    """
    flat = "".join(char if char.isprintable() else " " for char in text)
    if len(flat) <= most:
        return flat
    tail = (most - 3) // 2
    return flat[: most - 3 - tail] + "..." + flat[len(flat) - tail :]


def listing(words: Sequence[str], left: int = 0, last: str = "and") -> str:
    """The words as a list, and how many more there are.

    >>> listing(["a", "b"]), listing(["a", "b"], 4), listing(["a", "b", "c"], last="or")
    ('a and b', 'a, b and 4 more', 'a, b or c')
    """
    items = [*words, f"{left} more"] if left else list(words)
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + f" {last} {items[-1]}"


def likeness(one: str, other: str) -> float:
    """How much two names with hyphens are alike: 1 for equal ones, 0 where a whole word is another.

    A slip of the pen stays within its word: `garden-modle` is meant for `garden-model`, but `ai-model` is
    not meant for `agile-model`, however many letters they share.

    >>> likeness("garden-modle", "garden-model") > ALIKE
    True
    >>> likeness("ai-operating-model", "agile-operating-model"), likeness("ai-model", "model")
    (0.0, 0.0)
    """
    whole = SequenceMatcher(None, one, other, autojunk=False)
    if whole.real_quick_ratio() < ALIKE or whole.quick_ratio() < ALIKE:
        return 0.0
    words, others = one.split("-"), other.split("-")
    if len(words) != len(others):  # a hyphen more or less, but no other word
        words, others = ["".join(words)], ["".join(others)]
        if abs(len(words[0]) - len(others[0])) > 1:
            return 0.0
    pairs = (pair for pair in zip(words, others, strict=True) if pair[0] != pair[1])
    if any(SequenceMatcher(None, *pair, autojunk=False).ratio() < _WORD_ALIKE for pair in pairs):
        return 0.0
    return whole.ratio()


def nearest(wanted: str, names: Iterable[str]) -> str | None:
    """The name most like `wanted`, None where none is alike enough; of equals the first in order."""
    ranked = sorted(((-likeness(wanted, name), name) for name in names), key=lambda pair: pair)
    return ranked[0][1] if ranked and -ranked[0][0] >= ALIKE else None
