"""Patterns of gitignore over the paths of files, in time that grows with pattern and path, never faster.

After `dir.c` and `wildmatch.c` of git, and after pathspec where patterns for a file and for its folder meet.
The patterns of pathspec are backtracking expressions: one with many stars never came to an end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import takewhile
from typing import Final

from frontlint.base.record import NamedTuple
from frontlint.patterns.wildcards import Line, Step, anything, line, literal, one, one_of, row, star

_CLASSES: Final[dict[str, Callable[[str], bool]]] = {
    "alnum": lambda char: char.isascii() and char.isalnum(),
    "alpha": lambda char: char.isascii() and char.isalpha(),
    "blank": lambda char: char in " \t",
    "cntrl": lambda char: char < " " or char == "\x7f",
    "digit": lambda char: "0" <= char <= "9",
    "graph": lambda char: "!" <= char <= "~",
    "lower": lambda char: "a" <= char <= "z",
    "print": lambda char: " " <= char <= "~",
    "punct": lambda char: "!" <= char <= "~" and not char.isalnum(),
    "space": lambda char: char in " \t\n\v\f\r",
    "upper": lambda char: "A" <= char <= "Z",
    "xdigit": lambda char: char in "0123456789abcdefABCDEF",
}


class _Pattern(NamedTuple):
    """One line: whether it takes files out again, and what it matches.

    `start` is what a path must begin with, and `step` leads on from there. `below` is what it counts if only
    what is below a folder is meant, as in `dir/` (1) and `dir/**` (2), else 0.
    """

    includes: bool
    start: str
    step: Step
    below: int = 0

    def strength(self, path: str) -> int:
        """0 where it does not match, 1 where it is about a folder above the file, 2 where about the file."""
        if not path.startswith(self.start):
            return 0
        on = line(path)
        ends = self.step(on, 1 << len(self.start))
        if ends & on.end and not self.below:
            return 2
        return (self.below or 1) if ends & on.at("/") else 0


class GitIgnore:
    """Patterns in their order. Paths are relative and have `/`.

    A line that git takes for a comment, or drops, matches nothing.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(lines)

    @cached_property
    def _latest_first(self) -> list[_Pattern]:
        return [pattern for text in reversed(self._lines) if (pattern := _read(text)) is not None]

    def match_file(self, path: str) -> bool:
        """Whether the patterns hold a file: the last decides, one for the file before one for a folder."""
        found: bool | None = None
        for pattern in self._latest_first:
            strength = pattern.strength(path)
            if strength == 2:
                return pattern.includes
            if strength and found is None:
                found = pattern.includes
        return bool(found)

    def last_match(self, path: str) -> bool:
        """Whether the last pattern that matches at all includes the file."""
        latest = (pattern.includes for pattern in self._latest_first if pattern.strength(path))
        return next(latest, False)


def _read(text: str) -> _Pattern | None:
    """One line of a gitignore file; None for one that matches nothing."""
    text = text if text.endswith("\\ ") else text.rstrip()
    if not text or text[0] == "#":
        return None
    includes = text[0] != "!"
    segments = (text if includes else text[1:]).split("/")
    folder = segments[-1] == ""
    if not any(segments):
        return None
    if segments[0] == "":
        del segments[0]
    elif len(segments) - folder == 1:
        segments.insert(0, "**")  # in any folder
    if folder:
        segments[-1] = "**"
        if segments[-2:-1] == ["**"] and len(segments) > 2:
            segments[-2] = "*"  # `a/**/` is each folder below `a`, and not a file directly in it
    segments = [seg for at, seg in enumerate(segments) if not at or (seg, segments[at - 1]) != ("**", "**")]
    if segments == ["**"]:
        return _Pattern(includes, "", anything, int(folder))
    steps = _steps(segments)
    if steps is None:
        return None
    below = 0 if segments[-1] != "**" else 1 if folder else 2
    start = "".join(takewhile(lambda step: isinstance(step, str), steps))  # type: ignore[arg-type]
    rest = [literal(step) if isinstance(step, str) else step for step in steps[len(start) :]]
    return _Pattern(includes, start, row(rest) if rest else _stay, below)


def _steps(segments: list[str]) -> list[Step | str] | None:
    """The steps of a pattern, a character for itself; None for one that git drops."""
    steps: list[Step | str] = []
    last = len(segments) - 1
    slash = False
    for at, segment in enumerate(segments):
        if segment == "**":
            if at < last or not at:
                steps.append(_folders_first if not at else _folders)
            slash = at > 0
            continue
        glob = _segment(segment)
        if glob is None:
            return None
        steps += [*("/" * slash), *glob]
        slash = True
    return steps


def _stay(_: Line, ends: int) -> int:
    return ends


def _folders_first(on: Line, ends: int) -> int:
    """`**/` at the start: any folders, or none."""
    return ((on.at("/") & ~ends) << 1) | ends


def _folders(on: Line, ends: int) -> int:
    """`/**` before `/`: any folders, or none."""
    return anything(on, (ends & on.at("/")) << 2) | ends


def _name(on: Line, ends: int) -> int:
    """`*` alone between slashes: a name, which is never empty."""
    return star(on, one(on, ends))


def _segment(text: str) -> list[Step | str] | None:
    """What is between slashes."""
    if text == "*":
        return [_name]
    steps: list[Step | str] = []
    at = 0
    while at < len(text):
        char = text[at]
        at += 1
        if char == "*":
            steps.append(star)
        elif char == "?":
            steps.append(one)
        elif char == "[":
            found = _class(text, at)
            if found is None:
                return None
            steps.append(found[0])
            at = found[1]
        elif char == "\\":
            if at == len(text):
                return None
            steps.append(text[at])
            at += 1
        else:
            steps.append(char)
    return steps


def _class(text: str, at: int) -> tuple[Step, int] | None:
    """What is between brackets, and where it ends; None where it does not."""
    negated = text[at : at + 1] in ("!", "^") and at < len(text)
    at += negated
    begun = at
    allowed: list[Callable[[str], bool]] = []
    while at < len(text) and (text[at] != "]" or at == begun):
        name, colon, _ = text[at + 2 :].partition(":]") if text.startswith("[:", at) else ("", "", "")
        if colon:
            if name not in _CLASSES:
                return None
            allowed.append(_CLASSES[name])
            at += len(name) + 4
            continue
        first, at = _member(text, at)
        last = first
        if text[at : at + 1] == "-" and text[at + 1 : at + 2] not in ("", "]"):
            last, at = _member(text, at + 1)
        allowed.append(_between(first, last))
    if at >= len(text):
        return None
    return one_of(lambda char: char != "/" and any(test(char) for test in allowed) is not negated), at + 1


def _member(text: str, at: int) -> tuple[str, int]:
    """A character of a class, which a backslash may precede; and where the next one is."""
    at += text[at] == "\\" and at + 1 < len(text)
    return text[at], at + 1


def _between(first: str, last: str) -> Callable[[str], bool]:
    return lambda char: char == first or first <= char <= last  # git takes the first of `[b-a]`, too
