"""Chance that falls alike everywhere: of `random` only what is promised never to change.

Python promises the sequence of `Random.random()` for a seed that is a number, and no other method's. Hashes
of texts and the order of sets are never asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SURE = "GHJKMNPQRSTUVWXYZ"
_SPREAD = 0x2545F491


class Dice:
    """The chances of one page; every page has its own, so that none depends on how many there are."""

    def __init__(self, seed: int, page: int) -> None:
        self._next = Random((seed << 40) + page).random

    def below(self, end: int) -> int:
        """A whole number from 0 up to and without `end`."""
        return int(self._next() * end)

    def pick(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[int(self._next() * len(items))]


def spread(number: int, size: int) -> int:
    """Another number below `size`, a power of two; different numbers below it stay different."""
    return number * _SPREAD % size


def permanent_id(number: int, dice: Dice) -> str:
    """An id of 11 characters, another one for each number below a thousand million.

    The sixth is a capital that makes it neither a number nor words.
    """
    number = spread(number, 1 << 30)
    first = "".join(_LETTERS[number >> shift & 63] for shift in (24, 18, 12, 6, 0))
    return first + dice.pick(_SURE) + "".join(dice.pick(_LETTERS) for _ in range(5))
