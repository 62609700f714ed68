"""Words of a message: texts that may be too long, lists that may be too many."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from frontlint.base.common import common_ends
from frontlint.base.visible import around, cells_of, visible

_WIDE = 4
"""So many times what is shown of a text is looked at: where it is cut, half an emoji may be left."""


def clip(text: str, most: int = 40) -> str:
    """The text, with `...` for its middle where it has more than `most` code points.

    For addresses and names: their beginning and end say more than their middle. Two texts that may be alike
    go through `contrast`.

    >>> clip("/resources/signals/raise-the-bar/", 20)
    '/resource...the-bar/'
    """
    # Of a long text only its ends are made visible; no character becomes less than one.
    ends = _WIDE * most
    flat = visible(text) if len(text) <= 2 * ends else visible(text[:ends]) + visible(text[-ends:])
    if len(flat) <= most:
        return flat
    tail = (most - 3) // 2
    return flat[: most - 3 - tail] + "..." + flat[len(flat) - tail :]


def code(text: str, most: int = 40) -> str:
    """A text that somebody typed, as part of a sentence: in backticks, its middle cut away if it is long.

    >>> code("/about/"), code(""), code("a `b`")
    ('`/about/`', '`""`', '"a `b`"')
    """
    shown = clip(text, most)
    if "`" in shown:
        return f'"{shown}"'
    return f"`{shown}`" if shown.strip() else f'`"{shown}"`'


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
    start, end = common_ends(cells, others)
    return around(cells, start, end, most), around(others, start, end, most)


def shorten(text: str, most: int = 30) -> str:
    """The beginning of a text that somebody wrote: one line of at most `most` code points.

    >>> shorten("title:   some words", 10)
    'title: so…'
    """
    head = text[: 2 * _WIDE * most]
    line = " ".join(visible(head).split())
    if len(head) < len(text) and len(line) <= _WIDE * most:  # much of it may have been blanks
        line = " ".join(visible(text).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def listing(words: Sequence[str], left: int = 0, last: str = "and") -> str:
    """The words as a list, and how many more there are.

    >>> listing(["a", "b"]), listing(["a", "b"], 4), listing(["a", "b", "c"], last="or")
    ('a and b', 'a, b and 4 more', 'a, b or c')
    """
    items = [*words, f"{left} more"] if left else list(words)
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + f" {last} {items[-1]}"


def with_article(noun: str) -> str:
    """The noun with the article for one of many, by its first letter.

    >>> with_article("en dash"), with_article("tag")
    ('an en dash', 'a tag')
    """
    return f"an {noun}" if noun[:1].lower() in ("a", "e", "i", "o", "u") else f"a {noun}"


def sentence(text: str) -> str:
    """The text as a sentence: with a full stop, unless it is empty.

    >>> sentence("It is so"), sentence("Is it?"), sentence("")
    ('It is so.', 'Is it?', '')
    """
    return f"{text}." if text and text[-1] not in ".?!" else text
