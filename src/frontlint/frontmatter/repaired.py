"""Reads a page on after a syntax problem, with the repair that the problem's message proposes.

The repaired text is read like any other; all places are then taken back to the file as it is on disk.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from frontlint.base.edit import Edit, OverlapError, apply
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.document import Fence, Problem, ProblemKind
from frontlint.frontmatter.parsed import Once, Reading
from frontlint.frontmatter.places import Below, Place, Places

_MOST_REPAIRS: Final = 20
_MOST_READ: Final = 2_000_000
"""Characters that all readings of one page may come to: each repair is followed by one more of all of it."""


class Repaired(NamedTuple):
    """A page that was read on: `whole` tells whether it was read to the end of its front matter.

    `guessed` tells that something was left out on the way, so that a key or a value may be missing.
    """

    fence: Fence
    reading: Reading
    whole: bool
    guessed: bool = False


def read_on(text: str, first: Once, read: Callable[[str], Once]) -> Repaired:
    """The page with what comes after its first problem, in places of `text`.

    Where no repair helps, the problems that were met, and no data.
    """
    now, shifts, problems = text, list[Shift](), list[Problem]()
    latest, room = first, _MOST_READ
    while (problem := _refusal(latest)) is not None:
        found = _mapped(problem, shifts)._replace(repair=_repair_of(problem, text, now, shifts))
        if _is_an_echo(text, found, problems):
            return Repaired(first.fence, first.reading._replace(problems=tuple(problems)), False)
        problems.append(found)
        room -= len(now)
        shift = Shift.of(problem.repair) if len(shifts) < _MOST_REPAIRS and room > 0 else None
        if shift is None:
            return Repaired(first.fence, first.reading._replace(problems=tuple(problems)), False)
        now = apply(now, problem.repair)
        shifts.append(shift)
        latest = read(now)
    fence, (data, places, others) = latest
    rest = (_mapped(problem, shifts) for problem in others)
    ordered = sorted(problems, key=lambda problem: problem.span)
    reading = Reading(data, Places.of(_place(places.root, shifts)), (*ordered, *rest))
    return Repaired(_fence(fence, shifts), reading, True, any(shift.leaves_out for shift in shifts))


def taken_back(reading: Reading, shifts: Sequence[Shift]) -> Reading:
    """The reading of a text after some shifts, in places of the text before them."""
    problems = (
        _mapped(problem, shifts)._replace(
            repair=tuple(Edit(span_back(edit.span, shifts), edit.text) for edit in problem.repair)
        )
        for problem in reading.problems
    )
    places = Places.of(_place(reading.places.root, shifts))
    return Reading(reading.data, places, tuple(problems))


def _refusal(once: Once) -> Problem | None:
    """The problem that kept the page from being read."""
    found = once.reading.problems
    return found[0] if found and found[0].kind is not ProblemKind.DUPLICATE_KEY and _stops(found[0]) else None


def _stops(problem: Problem) -> bool:
    return problem.kind in (ProblemKind.SYNTAX, ProblemKind.TOO_LONG)


def _is_an_echo(text: str, problem: Problem, before: Sequence[Problem]) -> bool:
    """Whether a problem is where one was before, or follows it directly: then that one's repair was wrong."""
    at = problem.span.start
    return any(one.span.start <= at <= one.span.end + _blanks(text, one.span.end) for one in before)


def _blanks(text: str, at: int) -> int:
    """How many blanks there are at a place, as far as it matters."""
    piece = text[at : at + 8]
    return len(piece) - len(piece.lstrip(" "))


class Shift(NamedTuple):
    """One change of a text: how far each place of the text behind it is from where it was."""

    starts: list[int]
    """Where each edit begins in the repaired text."""
    edits: list[Edit]
    offsets: list[int]
    """By how much the text after each edit moved."""
    leaves_out: bool
    """Whether it takes away more than a few marks."""

    @classmethod
    def of(cls, edits: tuple[Edit, ...]) -> Shift | None:
        """That of some edits, None for none or for edits that overlap."""
        ordered = sorted(edits, key=lambda edit: edit.span)
        try:
            apply(" " * (ordered[-1].span.end if ordered else 0), ordered)
        except OverlapError:
            return None
        if not ordered:
            return None
        starts: list[int] = []
        offsets: list[int] = []
        moved = 0
        for edit in ordered:
            starts.append(edit.span.start + moved)
            moved += len(edit.text) - edit.span.length
            offsets.append(moved)
        return cls(starts, ordered, offsets, any(not edit.text and edit.span.length > 2 for edit in ordered))

    def back(self, at: int, *, end: bool) -> int:
        """Where a place of the repaired text was; the `end` of a span is before what was cut there."""
        number = (bisect_left if end else bisect_right)(self.starts, at) - 1
        if number < 0:
            return at
        edit, inside = self.edits[number], at - self.starts[number]
        if inside >= len(edit.text):
            return at - self.offsets[number]
        return min(edit.span.start + inside, edit.span.end)


def _back(at: int, shifts: Sequence[Shift], *, end: bool = False) -> int:
    for shift in reversed(shifts):
        at = shift.back(at, end=end)
    return at


def _ends(start: int, end: int, shifts: Sequence[Shift]) -> tuple[int, int]:
    """Start and end of a span in the file."""
    first = _back(start, shifts)
    return first, max(first, _back(end, shifts, end=True))


def span_back(span: Span, shifts: Sequence[Shift]) -> Span:
    """A span of a text after some shifts, in places of the text before them."""
    return Span(*_ends(*span, shifts))


def _mapped(problem: Problem, shifts: Sequence[Shift]) -> Problem:
    first = None if problem.first is None else span_back(problem.first, shifts)
    return problem._replace(span=span_back(problem.span, shifts), first=first)


def _repair_of(problem: Problem, text: str, now: str, shifts: Sequence[Shift]) -> tuple[Edit, ...]:
    """The repair in places of `text`; none where an earlier repair has changed what it is about."""
    found = tuple(Edit(span_back(edit.span, shifts), edit.text) for edit in problem.repair)
    same = all(
        text[slice(*mine.span)] == now[slice(*edit.span)]
        for mine, edit in zip(found, problem.repair, strict=True)
    )
    return found if same else ()


def _fence(fence: Fence, shifts: Sequence[Shift]) -> Fence:
    spans = (fence.opening, fence.content, fence.closing)
    opening, content, closing = (span_back(one, shifts) for one in spans)
    return Fence(fence.format, opening, content, closing, _back(fence.body, shifts))


def _place(place: Place, shifts: Sequence[Shift]) -> Place:
    """A place with all that is below it; readers keep 100 levels at most."""
    key_start, key_end, start, end, below = place
    inner: Below | None = None
    if below is not None:
        inner = {step: _place(one, shifts) for step, one in below.items()}
    return *_ends(key_start, key_end, shifts), *_ends(start, end, shifts), inner
