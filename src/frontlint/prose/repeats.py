"""Whether a text may say something twice: quick looks, because hardly any text does.

Each is true wherever two sentences or items of `prose` are the same, and now and then where none are.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.prose.blocks import DECORATION, SILENT_ENDS

HEAD: Final = 11
"""Letters and digits that a sentence has at least, to be one that should not appear twice."""
_ENDS: Final = SILENT_ENDS + "\"'”’»)]\\"
"""What one of two sentences may have at its end, where the other one goes on."""

_MARKERS: Final = r"(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)"
_SENTENCE: Final = lazy_pattern(rf"""(?:[.!?…]["'”’»)\]*_]*\s|\n)\s*{_MARKERS}*""")
"""What precedes each sentence, and before some other pieces of a text."""
_NEXT: Final = r"[ \t]*+(?:\n[ \t]*+)?([^\s#*_`~+\d-]\S*)"
_ITEM: Final = lazy_pattern(rf"\n[ \t]*{_MARKERS}(\S+)(?:{_NEXT}(?:{_NEXT}(?:{_NEXT})?)?)?")
"""The first four words of an item. One may be on the next line, unless that begins something else; words
that could begin something else are not taken, wherever they are."""


def may_repeat_sentence(text: str) -> bool:
    """Whether two sentences that have at least `HEAD` letters and digits may be the same.

    Two that are begin alike, up to where the shorter one of their first pieces ends.

    >>> may_repeat_sentence("The oven is hot today. Bread is good. **The oven**\\nis hot today.")
    True
    >>> may_repeat_sentence("The oven is hot today. Bread is good.")
    False
    """
    if len(text) < 2 * HEAD:
        return False
    # One call for the whole text wherever there can be one: `\0` is between the pieces.
    cut = "\0".join(_SENTENCE.split(f"\n{text}")).replace("*", "").replace("_", "").replace("`", "")
    pieces = [squeezed for piece in cut.split("\0") if (squeezed := "".join(piece.split()))]
    heads = [piece[:HEAD].casefold()[:HEAD] for piece in pieces]
    for at, head in enumerate(heads):
        if len(head) < HEAD:  # a short one, or a line that was broken early
            heads[at] = "".join(pieces[at : at + HEAD])[:HEAD].casefold()[:HEAD]
    return len(set(heads)) < len(heads) and _begin_alike(heads, pieces)


def _begin_alike(heads: list[str], pieces: list[str]) -> bool:
    """Whether two pieces with one head are the same up to where one of them ends."""
    met: dict[str, list[str]] = {}
    for head, piece in zip(heads, pieces, strict=True):
        met.setdefault(head, []).append(piece.rstrip(_ENDS).casefold())
    # In order of the alphabet, what one begins with is directly before it, or so is another that begins so.
    return any(
        after.startswith(before) for alike in met.values() for before, after in pairwise(sorted(alike))
    )


def may_repeat_item(text: str) -> bool:
    """Whether two list items with letters or digits in them may be the same.

    >>> may_repeat_item("- Ovens\\n- Bread\\n- **Ovens.**"), may_repeat_item("- Ovens\\n- Bread\\n")
    (True, False)
    """
    if "\n" not in text:
        return False
    items = [tuple(filter(None, map(_bare, words))) for words in _ITEM.findall(f"\n{text}")]
    if len({words[:1] for words in items}) == len(items) and () not in items:
        return False
    # One that ends early, or goes on with a word that was not taken, may be the same as a longer one.
    begun = Counter(words[:length] for words in items for length in range(len(words) + 1))
    return any(begun[words] > 1 for words in items)


def _bare(word: str) -> str:
    return DECORATION.sub("", word).rstrip(SILENT_ENDS).casefold()
