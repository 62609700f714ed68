"""A plan as a diff in git's form: `git apply` takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff

from frontlint.author.plan import Page, Plan

_CONTEXT = 3
_LONG = 2000  # lines between the first and the last change: more are shown as one hunk


def diff_lines(plan: Plan, named: Callable[[str], str] = str, *, in_place: bool = False) -> Iterator[str]:
    """The lines of the diff of a plan, without their line breaks; `in_place` as for `carry_out`.

    `named` makes the name of a file in the diff of its path in the project.
    """
    pages = {page.path: page for page in plan.pages}
    moved = {} if in_place else {new: old for old, new in plan.moves.files.items() if old != new}
    for path in sorted({*pages, *moved}):
        page = pages.get(path)
        if page is None:
            yield from _head(named(moved[path]), named(path), "100%")
        else:
            yield from _page(page, named(page.old), named(page.path))


def _head(old: str, new: str, alike: str) -> Iterator[str]:
    yield f"diff --git a/{old} b/{new}"
    if old != new:
        yield f"similarity index {alike}"
        yield f"rename from {old}"
        yield f"rename to {new}"


def _page(page: Page, old: str, new: str) -> Iterator[str]:
    before, after = _lines(page.before or b""), _lines(page.after)
    yield from _head(old, new, f"{_percent(before, after)}%")
    if page.before is None:
        yield "new file mode 100644"
    source = "/dev/null" if page.before is None else f"a/{old}"
    for line in _hunks(before, after, source, f"b/{new}"):
        if line.endswith("\n"):
            yield line[:-1]
        else:
            yield line
            yield "\\ No newline at end of file"


def _lines(data: bytes) -> list[str]:
    """Lines with their line feeds: a carriage return is part of its line."""
    parts = data.decode("utf-8", "replace").split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _hunks(before: list[str], after: list[str], old: str, new: str) -> Iterator[str]:
    """Long pages are compared only between their first and last change: the time stays linear."""
    start, end = _same_ends(before, after)
    if max(len(before), len(after)) - start - end <= _LONG:
        head = max(start - _CONTEXT, 0)
        tail = max(end - _CONTEXT, 0)
        inner = unified_diff(
            before[head : len(before) - tail], after[head : len(after) - tail], old, new, n=_CONTEXT
        )
        for line in inner:
            yield _shifted(line, head) if line.startswith("@@") else line
        return
    yield f"--- {old}\n"
    yield f"+++ {new}\n"
    removed, added = before[start : len(before) - end], after[start : len(after) - end]
    yield f"@@ -{start + 1},{len(removed)} +{start + 1},{len(added)} @@\n"
    yield from (f"-{line}" for line in removed)
    yield from (f"+{line}" for line in added)


def _same_ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    end = 0
    while end < shorter - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end


def _shifted(line: str, by: int) -> str:
    """The head of a hunk, `@@ -1,7 +1,8 @@`, of a text that begins `by` lines later."""
    parts = line.split(" ")
    for at in (1, 2):
        sign, rest = parts[at][0], parts[at][1:]
        first, comma, count = rest.partition(",")
        parts[at] = f"{sign}{int(first) + by}{comma}{count}"
    return " ".join(parts)


def _percent(before: list[str], after: list[str]) -> int:
    start, end = _same_ends(before, after)
    whole = max(len(before), len(after), 1)
    return (start + end) * 100 // whole
