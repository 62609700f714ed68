"""The titles that Hugo makes up for terms and taxonomies, in the style of AP (github.com/jdkato/prose)."""

from __future__ import annotations

import re

from frontlint.text.pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+[^\s-]*")
_SMALL_WORDS = "a an and as at but by en for if in nor of on or per the to v v. via vs vs."
_SMALL = frozenset(_SMALL_WORDS.split())


def title_case(text: str) -> str:
    """The text with its words in capitals; small words stay small unless first, last, or tied by a hyphen.

    >>> title_case("the state of the art, well-known")
    'The State of the Art, Well-Known'
    """
    return _WORD.sub(_capital, text)


def _capital(found: re.Match[str]) -> str:
    word, text = found.group(), found.string
    inside = found.start() > 0 and found.end() < len(text)
    tied = inside and (text[found.end()] == "-" or text[found.start() - 1] == "-")
    behind_colon = text[: found.start()].rstrip().endswith(":")
    if inside and word.lower() in _SMALL and not (tied or behind_colon):
        return word
    first = word[0].title() if len(word[0].title()) == 1 else word[0]
    return first + word[1:]
