"""Lines around a place: where they begin and end, and the line break that neighbours have."""

from __future__ import annotations

from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.frontmatter.edit.changes import UnsureError

_REST: Final = lazy_pattern(r"[ \t]*+(#[^\r\n]*+)?+(?=\r\n|\n)")
_OWN_LINE: Final = lazy_pattern(r"\n[ \t]*+#")


class End(NamedTuple):
    """The end of a line: where its break begins, the break, where the next line begins."""

    at: int
    newline: str
    next: int
    comment: bool


def start_of_line(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def end_of_line(text: str, at: int) -> End:
    """The end of the line on which a value ends. Raises UnsureError where more than a comment follows it."""
    match = _REST.match(text, at)
    if match is None:
        raise UnsureError("something follows the value on its line")
    newline = "\r\n" if text.startswith("\r\n", match.end()) else "\n"
    return End(match.end(), newline, match.end() + len(newline), match[1] is not None)


def check_inside(text: str, start: int, end: int) -> None:
    """Raises UnsureError for a comment that has a line for itself between two places: it would be lost."""
    if _OWN_LINE.search(text, start, end):
        raise UnsureError("a comment inside of the value would be lost")
