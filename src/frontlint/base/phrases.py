"""Words of a message: texts that may be too long, lists that may be too many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import normalize

from frontlint.base.visible import around, cells_of, common, visible

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
    start = common(cells, others)
    end = min(common(cells[::-1], others[::-1]), min(len(cells), len(others)) - start)
    return around(cells, start, end, most), around(others, start, end, most)


def listing(words: Sequence[str], left: int = 0, last: str = "and") -> str:
    """The words as a list, and how many more there are.

    >>> listing(["a", "b"]), listing(["a", "b"], 4), listing(["a", "b", "c"], last="or")
    ('a and b', 'a, b and 4 more', 'a, b or c')
    """
    items = [*words, f"{left} more"] if left else list(words)
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + f" {last} {items[-1]}"


def sentence(text: str) -> str:
    """The text as a sentence: with a full stop, unless it is empty.

    >>> sentence("It is so"), sentence("Is it?"), sentence("")
    ('It is so.', 'Is it?', '')
    """
    return f"{text}." if text and text[-1] not in ".?!" else text


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
    """The letters that stand between a common beginning and a common end; two in the wrong order are one."""
    if not (word.isalpha() and twin.isalpha()):
        return len(word) + len(twin)
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
