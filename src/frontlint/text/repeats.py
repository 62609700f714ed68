"""Whether a text may say something twice: quick looks, because hardly any text does.

Each is true wherever two sentences or items of `prose` are the same, and now and then where none are.
"""

from __future__ import annotations

from typing import Final

from frontlint.text.pattern import lazy_pattern
from frontlint.text.prose import DECORATION, SILENT_ENDS

HEAD: Final = 11
"""Characters without spaces that a sentence of four words and twenty characters has: `w` words have `w - 1`
spaces between them, and at least `w` characters."""
_ENDS: Final = SILENT_ENDS + "\"'”’»)]\\"
"""What one of two sentences may have at its end, where the other one goes on."""

_MARKERS: Final = r"(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)"
_SENTENCE: Final = lazy_pattern(rf"""(?:[.!?…]["'”’»)\]*_]*\s|\n)\s*{_MARKERS}*""")
"""What stands before each sentence, and before some other pieces of a text."""
_ITEM: Final = lazy_pattern(rf"\n[ \t]*{_MARKERS}(\S+)(?:[ \t]*\n?[ \t]*([^\s#*_`~+\d-]\S*))?")
"""The first words of an item; a second one may stand in the next line, unless that begins something else."""


def may_repeat_sentence(text: str) -> bool:
    """Whether two sentences of at least four words and twenty characters may be the same.

    Two that are begin alike, up to where the shorter one of their first pieces ends.

    >>> may_repeat_sentence("The oven is hot today. Bread is good. **The oven**\\nis hot today.")
    True
    >>> may_repeat_sentence("The oven is hot today. Bread is good.")
    False
    """
    pieces = ["".join(piece.split()) for piece in _SENTENCE.split(f"\n{text}") if piece]
    if DECORATION.search(text):
        pieces = [DECORATION.sub("", piece) for piece in pieces]
    heads: dict[str, list[str]] = {}
    for at, piece in enumerate(pieces):
        head, behind = piece, at + 1
        while len(head) < HEAD and behind < len(pieces):  # a short one, or a line that was broken early
            head += pieces[behind]
            behind += 1
        begun = piece.rstrip(_ENDS).casefold()
        others = heads.setdefault(head[:HEAD].casefold(), [])
        if any(begun.startswith(other) or other.startswith(begun) for other in others):
            return True
        others.append(begun)
    return False


def may_repeat_item(text: str) -> bool:
    """Whether two list items may be the same.

    >>> may_repeat_item("- Ovens\\n- Bread\\n- **Ovens.**"), may_repeat_item("- Ovens\\n- Bread\\n")
    (True, False)
    """
    items = [_words(*words) for words in _ITEM.findall(f"\n{text}")]
    return len(set(items)) < len(items)


def _words(first: str, second: str) -> str:
    return DECORATION.sub("", f"{first} {second}").rstrip(SILENT_ENDS).casefold()
