"""Words of a message: texts that may be too long, lists that may be too many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from unicodedata import normalize

from frontlint.base.visible import cells_of, visible

ALIKE: Final = 0.8
"""Names at least this much alike may be meant for each other."""

_LETTERS_A_SLIP: Final = 4


def clip(text: str, most: int = 40) -> str:
    """The text, with `...` for its middle where it has more than `most` code points.

    The beginning and the end of a path say more than its middle. Two texts that may be alike go through
    `contrast`.

    >>> clip("/resources/signals/raise-the-bar/", 20)
    '/resource...the-bar/'
    """
    flat = visible(text)
    if len(flat) <= most:
        return flat
    tail = (most - 3) // 2
    return flat[: most - 3 - tail] + "..." + flat[len(flat) - tail :]


def contrast(one: str, other: str, most: int) -> tuple[str, str]:
    """Two texts side by side as `clip` has them, with what differs in them if that would be cut away.

    >>> contrast("a" * 40 + "x" + "b" * 40, "a" * 40 + "y" + "b" * 40, 12)
    ('...aaaxbb...', '...aaaybb...')
    """
    shown, twin = clip(one, most), clip(other, most)
    accents = one != other and normalize("NFC", one) == normalize("NFC", other)
    if (shown != twin or one == other) and not accents:
        return shown, twin
    cells, others = cells_of(one, marks=accents), cells_of(other, marks=accents)
    start = _common(word, twin)
    word, twin = word[start:], twin[start:]
    end = _common(word[::-1], twin[::-1])
    word, twin = word[: len(word) - end], twin[: len(twin) - end]
    return 1 if len(word) == 2 and word == twin[::-1] else max(len(word), len(twin))


def _common(word: str, twin: str) -> int:
    """How many letters two words begin with in common."""
    pairs = enumerate(zip(word, twin, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(word), len(twin)))


def nearest(wanted: str, names: Iterable[str]) -> str | None:
    """The name most like `wanted`, None where none is alike enough; of equals the first in order."""
    found = [(-alike, name) for name in names if (alike := likeness(wanted, name)) >= ALIKE]
    return min(found)[1] if found else None
