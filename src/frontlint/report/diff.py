"""What differs between two texts, line by line: for `--diff`, and below a finding with a fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from frontlint.base.record import NamedTuple

_LONG = 1000
"""Lines that are compared one by one; more of them count as one change."""
_CONTEXT = 3


class LineChange(NamedTuple):
    """Lines `start` to `end` of the old text and `new_start` to `new_end` of the new one, from 0."""

    start: int
    end: int
    new_start: int
    new_end: int


def lines_of(text: str) -> list[str]:
    """The lines with their line feeds; other characters that may end a line belong to it."""
    parts = text.split("\n")
    return [*(f"{part}\n" for part in parts[:-1]), *filter(None, parts[-1:])]


def changed_lines(old: Sequence[str], new: Sequence[str]) -> list[LineChange]:
    """The changes that make the new lines of the old ones, in time linear in the length of the texts."""
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < shorter - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    ends = len(old) - tail, len(new) - tail
    if max(ends) - start > _LONG:
        return [LineChange(start, ends[0], start, ends[1])]
    codes = SequenceMatcher(None, old[start : ends[0]], new[start : ends[1]], autojunk=False).get_opcodes()
    return [LineChange(*(start + at for at in places)) for code, *places in codes if code != "equal"]


def unified(path: str, old: str, new: str) -> Iterator[str]:
    """A diff that `git apply` and `patch -p1` take, in lines with their ends."""
    before, after = lines_of(old), lines_of(new)
    yield f"--- a/{path}\n"
    yield f"+++ b/{path}\n"
    for group in _groups(changed_lines(before, after)):
        yield from _hunk(group, before, after)


def _groups(changes: Sequence[LineChange]) -> Iterator[list[LineChange]]:
    """The changes whose contexts touch, together."""
    group: list[LineChange] = []
    for change in changes:
        if group and change.start - group[-1].end > 2 * _CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _hunk(group: Sequence[LineChange], before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    first, last = group[0], group[-1]
    start, end = max(first.start - _CONTEXT, 0), min(last.end + _CONTEXT, len(before))
    new_start, new_end = first.new_start - (first.start - start), last.new_end + (end - last.end)
    yield f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@\n"
    at = start
    for change in group:
        yield from _marked(" ", before[at : change.start])
        yield from _marked("-", before[change.start : change.end])
        yield from _marked("+", after[change.new_start : change.new_end])
        at = change.end
    yield from _marked(" ", before[at:end])


def _range(start: int, end: int) -> str:
    count = end - start
    return f"{start + 1 if count else start},{count}"


def _marked(sign: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"
