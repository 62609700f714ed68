"""Merge conflicts that nobody resolved: the lines that git writes around both versions."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span
from frontlint.frontmatter.document import Fence, Format, Problem, ProblemKind

_MARK: Final = lazy_pattern(
    r"^(?:<{7}|>{7}|\|{7})(?![^ \r\n])[^\r\n]*+|^={7}(?=[ \t]*+[\r\n]|[ \t]*+\Z)", re.MULTILINE
)
_CODE: Final = lazy_pattern(r"^[ \t]{0,3}(?:```|~~~)", re.MULTILINE)
_MOST_SHOWN: Final = 20
"""Conflicts in code that are passed over before the rest of a body is taken for more of them."""
_MESSAGE: Final = "this merge conflict is not resolved: `%s` is a marker of git"
_HELP: Final = "keep the lines of one version, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"


def in_front_matter(text: str, fence: Fence) -> Problem | None:
    """The first mark in a front matter that cannot be read."""
    mark = _MARK.search(text, _line_start(text, fence.opening.start), fence.content.end)
    if mark is None:
        return None
    is_open = fence.content.end == len(text)  # then the body is looked at, too, which may show such lines
    return _problem(mark) if not is_open or _is_whole(text, mark.end()) else None


def anywhere(text: str, fence: Fence) -> Problem | None:
    """The first mark of a page with a whole conflict: `<<<<<<<`, `=======` and `>>>>>>>` in this order.

    A body shows such lines in code when it writes about git: there they are left alone.
    """
    first = _begin(text, 0)
    for _ in range(_MOST_SHOWN):
        if first is None:
            break
        inside = first.start() >= fence.body and fence.format is not Format.NONE
        if _is_whole(text, first.end()) and not (inside and _in_code(text, fence.body, first.start())):
            return _problem(first)
        first = _begin(text, first.end())
    return None


def _begin(text: str, at: int) -> re.Match[str] | None:
    """The next line that begins a conflict."""
    while True:
        at = text.find("<<<<<<<", at)
        if at < 0:
            return None
        mark = _MARK.match(text, at)
        if mark is not None:
            return mark
        at += 7


def _is_whole(text: str, at: int) -> bool:
    """Whether the other two marks follow, before another conflict begins."""
    wanted = ["=", ">"]
    for mark in _MARK.finditer(text, at):
        char = mark.group()[0]
        if char == wanted[0]:
            wanted.pop(0)
        elif char != "|":
            return False
        if not wanted:
            return True
    return False


def _in_code(text: str, start: int, at: int) -> bool:
    """Whether a place of the body is in a block of code, or anywhere where code may be."""
    before = text[start:at]
    if len(_CODE.findall(before)) % 2:
        return True
    lower = before.lower()
    opened = lower.count("<pre") + before.count("< highlight") + before.count("% highlight")
    closed = lower.count("</pre") + before.count("/highlight") + before.count("/ highlight")
    return opened > closed


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _problem(mark: re.Match[str]) -> Problem:
    start = mark.start()
    written = mark.group().rstrip()
    shown = written if len(written) <= 30 else f"{written[:29]}…"
    return Problem(
        ProblemKind.CONFLICT, Span(start, max(start + 7, start + len(written))), _MESSAGE % shown, _HELP
    )
