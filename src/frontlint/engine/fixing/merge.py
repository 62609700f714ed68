"""The fixes of a staged page, made in the page on disk, which has further changes."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from frontlint.base.record import NamedTuple

_LONG = 1000
"""Lines that are compared one by one; more of them count as one change."""


class _Hunk(NamedTuple):
    """Lines `start` to `end` of the common text, and what takes their place."""

    start: int
    end: int
    lines: Sequence[bytes]


def merged(common: bytes, fixed: bytes, other: bytes) -> bytes | None:
    """`other` with what changed from `common` to `fixed`; None where both changed lines that touch."""
    lines = common.splitlines(keepends=True)
    ours = _hunks(lines, fixed.splitlines(keepends=True))
    theirs = _hunks(lines, other.splitlines(keepends=True))
    out: list[bytes] = []
    at, before = 0, -1
    for hunk, is_ours in sorted([*((one, True) for one in ours), *((one, False) for one in theirs)]):
        touches = hunk.start <= at and before >= 0 and before != is_ours
        if hunk.start < at or touches:
            return None
        out += [*lines[at : hunk.start], *hunk.lines]
        at, before = hunk.end, is_ours
    return b"".join([*out, *lines[at:]])


def _hunks(old: Sequence[bytes], new: Sequence[bytes]) -> list[_Hunk]:
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < shorter - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    left, right = old[start : len(old) - tail], new[start : len(new) - tail]
    if max(len(left), len(right)) > _LONG:
        return [_Hunk(start, len(old) - tail, right)]
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [
        _Hunk(start + one, start + two, right[three:four])
        for code, one, two, three, four in codes
        if code != "equal"
    ]
