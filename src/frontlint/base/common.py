"""What two sequences have in common at their ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice


def common_ends(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """How many items two sequences begin with in common, and how many of the others they end with.

    >>> common_ends("abcz", "abxyz"), common_ends("aa", "aaa"), common_ends("", "a")
    ((2, 1), (2, 0), (0, 0))
    """
    shorter = min(len(one), len(other))
    start = _same(zip(one, other, strict=False), shorter)
    return start, _same(zip(reversed(one), reversed(other), strict=False), shorter - start)


def _same(pairs: Iterable[tuple[object, object]], most: int) -> int:
    return next((at for at, (one, other) in enumerate(islice(pairs, most)) if one != other), most)
