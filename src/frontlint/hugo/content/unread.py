"""What a front matter that cannot be read may name: each of it might be a term, which has a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.hugo.content.facts import ANY_NAME
from frontlint.hugo.values.gopath import normalize

_MOST: Final = 100_000
_AROUND: Final = " \t\"'-:[]{}"
_BETWEEN = lazy_pattern(r"[,\[\]{}:=\"']")


def names_in(text: str) -> tuple[str, ...]:
    """All names that any reading of a front matter may give, as a path has them; sorted, each once.

    >>> names_in('title: "B\\ntags: [Lean Work, a/b]')
    ('a/b', 'b', 'lean-work', 'lean-work,-a/b', 'tags', 'tags:-[lean-work,-a/b', 'title', 'title:-"b')
    """
    if len(text) > _MOST:
        return (ANY_NAME,)
    return tuple(sorted({normalize(name) for line in text.splitlines() for name in _names(line)} - {""}))


def _names(line: str) -> Iterator[str]:
    """A line as a whole, as key and value, and piece by piece."""
    yield line.strip(_AROUND)
    yield from (part.strip(_AROUND) for sign in ":=" for part in line.split(sign, 1))
    yield from (part.strip(_AROUND) for part in _BETWEEN.split(line))
