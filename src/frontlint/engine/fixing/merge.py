"""The fixes of a staged page, made in the page on disk, which has further changes."""

from __future__ import annotations

from frontlint.base.line_changes import changed_lines


def merged(common: bytes, fixed: bytes, other: bytes) -> bytes | None:
    """`other` with what changed from `common` to `fixed`; None where both changed lines that touch."""
    lines = common.splitlines(keepends=True)
    texts = (fixed.splitlines(keepends=True), other.splitlines(keepends=True))
    changes = [(one, which) for which in (0, 1) for one in changed_lines(lines, texts[which])]
    out: list[bytes] = []
    at, before = 0, -1
    for change, which in sorted(changes):
        touches = change.start <= at and before >= 0 and before != which
        if change.start < at or touches:
            return None
        out += [*lines[at : change.start], *texts[which][change.new_start : change.new_end]]
        at, before = change.end, which
    return b"".join([*out, *lines[at:]])
