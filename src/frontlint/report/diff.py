"""A unified diff of two texts, for `--diff`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frontlint.base.line_changes import LineChange, changed_lines

_CONTEXT = 3


def lines_of(text: str) -> list[str]:
    """The lines with their line feeds; other characters that may end a line belong to it."""
    parts = text.split("\n")
    return [*(f"{part}\n" for part in parts[:-1]), *filter(None, parts[-1:])]


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
