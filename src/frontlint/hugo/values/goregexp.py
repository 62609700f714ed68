"""Regular expressions of Hugo's settings, matched as Go does it: RE2, in linear time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frontlint.patterns.linear import Matcher


def check(pattern: str) -> None:
    """Raises `text.foreign.PatternError` for a text that Go refuses, or that is too large for frontlint."""
    _matchers((pattern,))


def found_in(text: str, patterns: Sequence[str]) -> bool:
    """Whether one of the patterns, which have been checked, matches somewhere in the text."""
    return bool(patterns) and any(matcher.found_in(text) for matcher in _matchers(tuple(patterns)))


@lru_cache(maxsize=64)
def _matchers(patterns: tuple[str, ...]) -> tuple[Matcher, ...]:
    from frontlint.patterns.linear import Matcher
    from frontlint.patterns.nodes import Dialect  # most sites have none

    return tuple(Matcher(pattern, Dialect.GO) for pattern in patterns)
