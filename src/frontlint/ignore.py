"""Ignores: what authors write into a page so that a rule is silent there."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontlint.finding import INTERNAL, Finding
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

    def holds(self, finding: Finding, rules: Iterable[str]) -> bool:
        """Whether it silences a finding; `rules` are those that the name stands for."""
        if finding.path != self.path or finding.rule not in rules or self.reach is Reach.NOTHING:
            return False
        if finding.rule == INTERNAL:
            return False
        if self.covers is None:
            return True
        return self.covers.start <= finding.span.start <= self.covers.end


class JudgedIgnore(NamedTuple):
    """An ignore after a run: whether its name stands for a rule, whether it was on, whether it was needed.

    `hint` ends a message about an unknown name: `; did you mean "x"?`, or nothing.
    """

    ignore: Ignore
    known: bool
    on: bool
    used: bool
    hint: str = ""
