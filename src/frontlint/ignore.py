"""Ignores: what authors write into a page so that a rule is silent there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from frontlint.finding import Finding
from frontlint.text.span import Span


class Reach(StrEnum):
    """How much of a page an ignore is about."""

    PAGE = "page"
    """A comment at the start of the body: `<!-- frontlint-ignore alias-relative: reason -->`."""
    LINE = "line"
    """A comment in YAML or TOML: `# frontlint: ignore[alias-relative] reason`."""
    NOTHING = "nothing"
    """A comment further down in the body, where it does not count."""


class Ignore(NamedTuple):
    """One name in one ignore of one page.

    `name` is that of a rule or a group, as written, `span` where it stands. `covers` is the text that the
    ignore is about, for `Reach.LINE`: the line, and the whole value that begins on it.
    """

    path: str
    name: str
    span: Span
    reach: Reach
    covers: Span | None = None


class Reaches:
    """How far the ignores of one rule in one page reach together, however many there are."""

    def __init__(self) -> None:
        self._page: list[Ignore] = []
        self._lines: list[tuple[Span, Ignore]] = []
        self._met: list[int] = []

    def add(self, ignore: Ignore) -> None:
        """One more ignore; only before the first question."""
        if ignore.covers is not None:
            self._lines.append((ignore.covers, ignore))
        elif ignore.reach is not Reach.NOTHING:
            self._page.append(ignore)

    def hold(self, finding: Finding) -> bool:
        """Whether one of them silences a finding of this rule in this page."""
        start = finding.span.start
        at = bisect_right(self._starts, start)
        held = bool(self._page) or (at > 0 and start <= self._furthest[at - 1])
        if held:
            self._met.append(start)
        return held

    def used(self) -> Iterator[Ignore]:
        """The ignores that silenced something."""
        if self._met:
            yield from self._page
        met = sorted(self._met)
        for covers, ignore in self._lines:
            at = bisect_left(met, covers.start)
            if at < len(met) and met[at] <= covers.end:
                yield ignore

    @cached_property
    def _starts(self) -> list[int]:
        self._lines.sort(key=lambda line: line[0])
        return [covers.start for covers, _ in self._lines]

    @cached_property
    def _furthest(self) -> list[int]:
        """How far the lines reach of which the start comes first."""
        return list(accumulate((covers.end for covers, _ in self._lines), max))


class JudgedIgnore(NamedTuple):
    """An ignore after a run: whether its name stands for a rule, whether it was on, whether it was needed.

    `hint` ends a message about an unknown name: `; did you mean "x"?`, or nothing.
    """

    ignore: Ignore
    known: bool
    on: bool
    used: bool
    hint: str = ""
