"""Which known name a misspelt one is meant for, and the words that ask."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from frontlint.base.common import common_ends

ALIKE: Final = 0.8
"""Names at least this much alike may be meant for each other."""

_LETTERS_A_SLIP: Final = 4
_NEAR: Final = 0.6
_LONGEST: Final = 200
"""Code points of what is compared: two long texts take as long as the one times the other."""


def did_you_mean(written: str, known: Iterable[str], otherwise: str = "") -> str:
    """What follows the message about an unknown name: with the nearest known one, else `otherwise`.

    >>> did_you_mean("Gitlub", ["github", "json"]), did_you_mean("x", ["json"], "; there is json")
    ('; did you mean `github`?', '; there is json')
    """
    found = close_to(written, known)
    return f"; did you mean `{found}`?" if found else otherwise


def close_to(written: str, known: Iterable[str], least: float = _NEAR) -> str | None:
    """The known word most like a misspelt one, in any case; None where none is `least` alike, from 0 to 1.

    For keys and options, of which there are few. `nearest` is stricter, and cheap enough for all pages.
    """
    from difflib import get_close_matches  # most runs misspell nothing

    folded = {name.lower(): name for name in known}
    near = get_close_matches(written.lower(), folded, 1, least) if len(written) <= _LONGEST else ()
    return folded[near[0]] if near else None


def likeness(one: str, other: str) -> float:
    """How much two names with hyphens are alike: 1 for equal ones, 0 where a whole word is another.

    A slip of the pen stays within its word: `garden-modle` is meant for `garden-model`, but `ai-model` is
    not meant for `agile-model`, however many letters they share, and `part-2` not for `part-3`. Cheap
    enough to ask of every page.

    >>> likeness("garden-modle", "garden-model") > ALIKE
    True
    >>> likeness("ai-operating-model", "agile-operating-model"), likeness("ai-model", "model")
    (0.0, 0.0)
    """
    longest = max(len(one), len(other), 1)
    if abs(len(one) - len(other)) > longest * (1 - ALIKE):
        return 0.0
    if one[:1] != other[:1] and one[-1:] != other[-1:]:
        return 0.0
    words, others = one.split("-"), other.split("-")
    if len(words) != len(others):  # a hyphen more or less, but no other word
        return 1 - 1 / longest if one.replace("-", "") == other.replace("-", "") else 0.0
    slips = 0
    for word, twin in zip(words, others, strict=True):
        if word != twin:
            found = _slips(word, twin)
            if found > max(len(word), len(twin)) // _LETTERS_A_SLIP:
                return 0.0
            slips += found
    return 1 - slips / longest


def _slips(word: str, twin: str) -> int:
    """The letters between a common beginning and a common end; two in the wrong order are one."""
    if not (word.isalpha() and twin.isalpha()):
        return len(word) + len(twin)
    start, end = common_ends(word, twin)
    word, twin = word[start : len(word) - end], twin[start : len(twin) - end]
    return 1 if len(word) == 2 and word == twin[::-1] else max(len(word), len(twin))


def nearest(wanted: str, names: Iterable[str]) -> str | None:
    """The name most like `wanted`, None where none is alike enough; of equals the first in order."""
    found = [(-alike, name) for name in names if (alike := likeness(wanted, name)) >= ALIKE]
    return min(found)[1] if found else None
