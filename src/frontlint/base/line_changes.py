"""What differs between two texts, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import AnyStr

from frontlint.base.common import common_ends
from frontlint.base.record import NamedTuple

_LONG = 1000
"""Lines that are compared one by one; more of them count as one change."""


class LineChange(NamedTuple):
    """Lines `start` to `end` of the old text and `new_start` to `new_end` of the new one, from 0."""

    start: int
    end: int
    new_start: int
    new_end: int


def changed_lines(old: Sequence[AnyStr], new: Sequence[AnyStr]) -> list[LineChange]:
    """The changes that make the new lines of the old ones, in time linear in the length of the texts."""
    start, tail = common_ends(old, new)
    ends = len(old) - tail, len(new) - tail
    if max(ends) - start > _LONG:
        return [LineChange(start, ends[0], start, ends[1])]
    codes = SequenceMatcher(None, old[start : ends[0]], new[start : ends[1]], autojunk=False).get_opcodes()
    return [LineChange(*(start + at for at in places)) for code, *places in codes if code != "equal"]
