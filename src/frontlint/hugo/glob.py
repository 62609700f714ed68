"""Hugo's globs: `*` stays in a segment, `**` crosses them, `?`, `[a-z]`, `{a,b}` (github.com/gobwas/glob)."""

from __future__ import annotations

import re
from functools import lru_cache


class GlobError(ValueError):
    """A pattern that is no glob."""


@lru_cache(maxsize=512)
def compile_glob(pattern: str) -> re.Pattern[str]:
    """The glob as a regular expression for the whole text. Raises GlobError."""
    out: list[str] = []
    depth = at = 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "*":
            crossing = pattern[at : at + 1] == "*"
            while pattern[at : at + 1] == "*":
                at += 1
            out.append(".*" if crossing else "[^/]*")
        elif char == "?":
            out.append("[^/]")
        elif char == "[":
            piece, at = _character_class(pattern, at)
            out.append(piece)
        elif char == "{":
            depth += 1
            out.append("(?:")
        elif char == "}" and depth:
            depth -= 1
            out.append(")")
        elif char == "," and depth:
            out.append("|")
        elif char == "\\" and at < len(pattern):
            out.append(re.escape(pattern[at]))
            at += 1
        else:
            out.append(re.escape(char))
    if depth:
        raise GlobError(f"the braces of {pattern!r} are not closed")
    return re.compile("".join(out), re.DOTALL)


def _character_class(pattern: str, at: int) -> tuple[str, int]:
    end = pattern.find("]", at + 1)
    if end < 0:
        raise GlobError(f"the bracket of {pattern!r} is not closed")
    inside = pattern[at:end].replace("\\", "\\\\").replace("[", "\\[")
    if inside.startswith("!"):
        inside = "^" + inside[1:]
    return f"[{inside}]", end + 1


def matches(pattern: str, text: str) -> bool:
    """Whether the glob takes the whole text."""
    return compile_glob(pattern).fullmatch(text) is not None
