"""Ignores: what authors write into a page so that a rule is silent there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.findings.finding import INTERNAL, Finding

_MANY = 64
"""So many ignores of one finding are named. If some of more were there before the change, the finding counts
as accepted by the change anyway: what is left out makes the gate stricter, never wider."""


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

    `name` is that of a rule or a group, as written, `span` where it is. `covers` is the text that the
    ignore is about, for `Reach.LINE`: the line, and the whole value that begins on it. `cut` is what goes
    with the name: its comma, or the comment if it is the only name in it.
    """

    path: str
    name: str
    span: Span
    reach: Reach
    covers: Span | None = None
    cut: Span | None = None


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

    def about(self, finding: Finding) -> tuple[Ignore, ...]:
        """The ignores that silence a finding of this rule in this page; of very many, the first of them."""
        if finding.rule == INTERNAL:
            return ()
        start = finding.span.start
        found = self._page[:_MANY]
        at: int | None = bisect_right(self._starts, start) - 1
        while at is not None and at >= 0 and len(found) < _MANY:
            covers, ignores = self._nested[at]
            if start <= covers.end:
                found += ignores[:_MANY]
            at = self._around[at]
        if found:
            self._met.append(start)
        return tuple(found)

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
    def _nested(self) -> list[tuple[Span, list[Ignore]]]:
        """What lines cover, with the ignores of each, by their starts and the longer one first."""
        by_span: dict[Span, list[Ignore]] = {}
        for covers, ignore in self._lines:
            by_span.setdefault(covers, []).append(ignore)
        return sorted(by_span.items(), key=lambda one: (one[0].start, -one[0].end))

    @cached_property
    def _starts(self) -> list[int]:
        return [covers.start for covers, _ in self._nested]

    @cached_property
    def _around(self) -> list[int | None]:
        """For each of `_nested`, the last one before it that is still open where it begins."""
        open_: list[int] = []
        around: list[int | None] = []
        for at, (covers, _) in enumerate(self._nested):
            while open_ and self._nested[open_[-1]][0].end < covers.start:
                open_.pop()
            around.append(open_[-1] if open_ else None)
            open_.append(at)
        return around


class SilencedFinding(NamedTuple):
    """A finding that authors ignore, with all ignores that are about it, at least one."""

    finding: Finding
    ignores: tuple[Ignore, ...]


class JudgedIgnore(NamedTuple):
    """An ignore after a run: whether its name means a rule, whether it was on, whether it was needed.

    `near` is the rule or group that an unknown name may mean, empty if none is near.
    """

    ignore: Ignore
    known: bool
    on: bool
    used: bool
    near: str = ""
