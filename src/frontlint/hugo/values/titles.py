"""The titles that Hugo makes up for terms and taxonomies, by `titleCaseStyle` (helpers/general.go)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from frontlint.base.pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+[^\s/-]*")
_SMALL_WORDS = "a an and as at but by en for if in nor of on or per the to vs vs. via v v."
_SMALL = frozenset(_SMALL_WORDS.split())
_PREPOSITIONS = (
    "about above across after against along among around before between beyond concerning despite down "
    "during following from including into near over since through throughout towards under until upon with "
    "within without"
)
_SMALL_IN_CHICAGO = _SMALL.union(_PREPOSITIONS.split())
_PLAIN_QUOTES = {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0x2013: "-", 0x2014: "-", 0x2026: "..."}


def title_function(style: str) -> Callable[[str], str]:
    """What writes a title in a style, whose name is in lower case; an unknown one means AP.

    >>> title_function("ap")("the state of the art, well-known")
    'The State of the Art, Well-Known'
    """
    return _STYLES.get(style, _ap)


def _ap(text: str) -> str:
    return _newspaper(text, _SMALL)


def _chicago(text: str) -> str:
    return _newspaper(text, _SMALL_IN_CHICAGO)


def _newspaper(text: str, small: frozenset[str]) -> str:
    """Words in capitals; those in `small` stay small unless they come first, last or after a colon, or are
    tied by a hyphen (github.com/jdkato/prose/transform).

    It looks around in bytes, and for each word from where the last one ended, in a text with plain quotes.
    """
    plain = text.translate(_PLAIN_QUOTES).encode()
    at = 0

    def capital(found: re.Match[str]) -> str:
        nonlocal at
        word = found.group()
        written = word.encode()
        start = plain.find(written, at)
        start = at - 1 if start < 0 else start
        at = start + len(written)
        before, two_before, behind = (_at(plain, index) for index in (start - 1, start - 2, at))
        inside = start != 0 and at != len(plain) and before in b" -/"
        tied = two_before in b":-" or (behind == b"-" and before != b"-")
        return word.lower() if inside and not tied and word.lower() in small else _first(word, str.title)

    return _WORD.sub(capital, text)


def _at(text: bytes, index: int) -> bytes:
    """One byte of a text; out of it, the first one."""
    return text[index : index + 1] if 0 <= index < len(text) else text[:1]


def _first(text: str, change: Callable[[str], str]) -> str:
    """The text with its first letter changed, where that is still one letter."""
    letter = change(text[:1])
    return letter + text[1:] if len(letter) == 1 else text


def _go(text: str) -> str:
    """Go's `strings.Title`: a letter after anything but letters, digits and `_` becomes a capital."""
    return "".join(
        _first(char, str.title) if _separates(text[at - 1 : at]) else char for at, char in enumerate(text)
    )


def _separates(char: str) -> bool:
    if char.isascii():
        return not (char.isalnum() or char == "_")
    return char.isspace()


def _first_upper(text: str) -> str:
    return _first(text, str.upper)


_STYLES: Mapping[str, Callable[[str], str]] = {
    "chicago": _chicago,
    "go": _go,
    "firstupper": _first_upper,
    "none": str,
}
