"""What a reader hands back: data, places and problems; and the words they share for problems."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from frontlint.base.edit import Edit
from frontlint.base.phrases import shorten
from frontlint.base.record import NamedTuple
from frontlint.base.span import LineIndex, Span
from frontlint.frontmatter.document import Data, Fence, Problem, ProblemKind
from frontlint.frontmatter.places import Places


class Reading(NamedTuple):
    """One front matter, read. After a syntax problem `data` is empty and `places` has only its root."""

    data: Data
    places: Places
    problems: tuple[Problem, ...] = ()


class Once(NamedTuple):
    """A page's text, read once."""

    fence: Fence
    reading: Reading


class UnreadableText(Exception):  # noqa: N818 - not an error of ours: the page is refused
    """Hugo refuses the text; carries the problem out of a reader's depth to its door."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def refused(problem: Problem, start: int, end: int) -> Reading:
    """The reading of a front matter that Hugo cannot read."""
    return Reading({}, Places(start, end), (problem,))


def syntax(start: int, end: int, message: str, help_: str = "", repair: tuple[Edit, ...] = ()) -> Problem:
    """A syntax problem at code points `start` to `end` of the file."""
    return Problem(ProblemKind.SYNTAX, Span(start, max(start, end)), message, help_, repair=repair)


def put(start: int, end: int, text: str) -> tuple[Edit, ...]:
    """The repair that puts a text in the place of `start` to `end`."""
    return (Edit(Span(start, end), text),)


def duplicate_key(text: str, name: str, key: Span, first: Span) -> Problem:
    """The same key twice in one mapping; `text` is the whole file."""
    line, _ = _lines(text).line_column(first.start)
    message = f"`{shorten(name, 24)}` is already set on line {line}, so Hugo's build fails"
    return Problem(ProblemKind.DUPLICATE_KEY, key, message, _one_of_two(text, key, line), first)


def overwritten_key(text: str, name: str, key: Span, first: Span) -> Problem:
    """The same key twice in one object of JSON; `text` is the whole file."""
    line, _ = _lines(text).line_column(first.start)
    message = f"`{shorten(name, 24)}` is already set on line {line}: Hugo uses this value and drops the first"
    return Problem(ProblemKind.OVERWRITTEN, key, message, _one_of_two(text, key, line), first)


def key_case_clash(text: str, name: str, key: Span, first: Span) -> Problem:
    """Two keys of one mapping that differ only in case; `text` is the whole file."""
    line, _ = _lines(text).line_column(first.start)
    other = shorten(text[first.start : first.end], 24)
    message = (
        f"`{shorten(name, 24)}` and `{other}` on line {line} are the same key: Hugo keeps only one of them"
    )
    return Problem(ProblemKind.KEY_CASE_CLASH, key, message, _one_of_two(text, key, line), first)


def _one_of_two(text: str, key: Span, first: int) -> str:
    """What to delete, by the numbers of the lines; on one line, one of the two keys."""
    line, _ = _lines(text).line_column(key.start)
    return "delete one of the two" if line == first else f"delete line {line} or line {first}"


@lru_cache(maxsize=1)
def _lines(text: str) -> LineIndex:
    """The index of the page at hand, which may have as many such keys as lines."""
    return LineIndex(text)


def first_by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file."""
    return tuple(sorted(problems, key=lambda problem: problem.span))
