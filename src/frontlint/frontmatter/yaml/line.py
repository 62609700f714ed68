"""One line of YAML as an author sees it: its key, its value, and how it would be written right."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple

# Of many dashes, all but the last are dashes for certain; the last one may be the value, or begin the key.
_DASHES: Final = r"(?:-[ \t]++(?=-[ \t]))"
_KEY_AND_VALUE: Final = lazy_pattern(
    rf"""[ \t]*+{_DASHES}*+(?:-[ \t]++)?"""
    r"""(?P<key>"[^"]*+"|'[^']*+'|[^\s:#"'\[{](?:[^:\r\n \t]++|[ \t]++(?!:))*+)"""
    r"""[ \t]*+:[ \t]++(?P<value>\S.*)"""
)
_ITEM: Final = lazy_pattern(rf"[ \t]*+(?:{_DASHES}++(?:-[ \t]++)?|-[ \t]++)(?P<value>\S.*)")
_COMMENT: Final = re.compile(r"(?<![ \t])[ \t]++#.*")
_BREAK: Final = re.compile(r"[\r\n]")


class Line(NamedTuple):
    """A line without its break: `start` and `end` in code points of the file."""

    start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        """The number of blanks (and tabs) it begins with."""
        return len(self.text) - len(self.text.lstrip(" \t"))

    @property
    def first(self) -> int:
        """Where its first visible character is."""
        return self.start + self.indent

    @property
    def last(self) -> int:
        """Behind its last visible character."""
        return max(self.first, self.start + len(self.text.rstrip()))

    @property
    def says_something(self) -> bool:
        """Whether it is neither blank nor a comment."""
        return self.text.lstrip()[:1] not in ("", "#")

    def value(self) -> tuple[str, int, int] | None:
        """The key (empty for a list item), and start and end of the value after it on this line."""
        match = _KEY_AND_VALUE.fullmatch(self.text) or _ITEM.fullmatch(self.text)
        if match is None:
            return None
        value = match["value"]
        if value[0] not in "\"'":
            value = _COMMENT.sub("", value, count=1)
        start = self.start + match.start("value")
        return match.groupdict().get("key") or "", start, start + len(value.rstrip())


def line_at(text: str, at: int, start: int, end: int) -> Line:
    """The line of the offset `at`, within `start` to `end` of the file."""
    at = min(max(at, start), end)
    first = max(text.rfind("\n", start, at), text.rfind("\r", start, at)) + 1 or start
    last = _BREAK.search(text, max(at, first), end)
    stop = last.start() if last else end
    return Line(first, stop, text[first:stop])


def line_above(text: str, line: Line, start: int, end: int) -> Line | None:
    """The nearest line above that is neither blank nor a comment."""
    while line.start > start:
        line = line_at(text, line.start - 1, start, end)
        if line.says_something:
            return line
    return None


def line_below(text: str, line: Line, start: int, end: int) -> Line | None:
    """The nearest line below that is neither blank nor a comment."""
    while line.end < end:
        line = line_at(text, line.end + (2 if text.startswith("\r\n", line.end) else 1), start, end)
        if line.says_something:
            return line
    return None


def end_of_text(line: Line) -> int:
    """Behind the last visible character that is in no comment, as far as quotes do not matter."""
    return line.start + len(_COMMENT.sub("", line.text, count=1).rstrip())


def quoted(value: str) -> str:
    """A value as the author would quote it."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def sign(char: str) -> str:
    """A character in a message."""
    return "a backtick" if char == "`" else f"`{char}`"


def in_quotes(key: str, value: str) -> str:
    """The help for a value that needs quotes: the corrected line, if it is not too long for that."""
    if len(value) > 60:
        return "put the whole value in quotes"
    lead = f"{key}: " if key else "- "
    return f"write `{lead}{quoted(value)}`"
