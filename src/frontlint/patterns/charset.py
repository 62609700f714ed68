"""Sets of characters of a foreign expression: ranges, categories of Unicode, and both cases of a letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from frontlint.base.record import NamedTuple

Range = tuple[int, int]
Test = Callable[[str], bool]

LAST: Final = 0x10FFFF
DIGIT: Final[tuple[Range, ...]] = ((48, 57),)
WORD: Final[tuple[Range, ...]] = ((48, 57), (65, 90), (95, 95), (97, 122))
GO_SPACE: Final[tuple[Range, ...]] = ((9, 10), (12, 13), (32, 32))
ECMA_SPACE: Final[tuple[Range, ...]] = (
    *((9, 13), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029)),
    *((0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF)),
)
POSIX: Final[dict[str, tuple[Range, ...]]] = {  # read only
    "alnum": ((48, 57), (65, 90), (97, 122)),
    "alpha": ((65, 90), (97, 122)),
    "ascii": ((0, 127),),
    "blank": ((9, 9), (32, 32)),
    "cntrl": ((0, 31), (127, 127)),
    "digit": DIGIT,
    "graph": ((33, 126),),
    "lower": ((97, 122),),
    "print": ((32, 126),),
    "punct": ((33, 47), (58, 64), (91, 96), (123, 126)),
    "space": ((9, 13), (32, 32)),
    "upper": ((65, 90),),
    "word": WORD,
    "xdigit": ((48, 57), (65, 70), (97, 102)),
}
# Letters that no other letter's `upper` or `lower` leads to, by one that has the same two cases.
_ODD_CASES: Final = {"k": "\u212a", "s": "\u017f", "å": "\u212b", "ω": "\u2126", "μ": "\u00b5", "σ": "ς"}


class CharSet(NamedTuple):
    """Characters: those in one of the ranges or for which a test holds; all others, if `negated`.

    `folded` takes a letter in any case for all of its cases.
    """

    ranges: tuple[Range, ...] = ()
    tests: tuple[Test, ...] = ()
    negated: bool = False
    folded: bool = False

    def holds(self, char: str) -> bool:
        """Whether a character is one of them."""
        variants = cases(char) if self.folded else (char,)
        return any(map(self._has, variants)) is not self.negated

    def _has(self, char: str) -> bool:
        code = ord(char)
        return any(low <= code <= high for low, high in self.ranges) or any(test(char) for test in self.tests)


def single(char: str, folded: bool = False) -> CharSet:
    """One character, or all of its cases."""
    chars = cases(char) if folded else (char,)
    return CharSet(tuple((ord(one), ord(one)) for one in chars), folded=folded)


def outside(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """All characters that are in none of the ranges."""
    out: list[Range] = []
    at = 0
    for low, high in sorted(ranges):
        if low > at:
            out.append((at, low - 1))
        at = max(at, high + 1)
    return (*out, (at, LAST)) if at <= LAST else tuple(out)


@lru_cache(maxsize=1024)
def cases(char: str) -> tuple[str, ...]:
    """A character and its other cases, of one character each."""
    found = {char, char.lower(), char.upper(), char.lower().upper(), char.upper().lower()}
    found.update(_ODD_CASES[one] for one in tuple(found) if one in _ODD_CASES)
    return tuple(sorted(one for one in found if len(one) == 1))


def unicode_class(name: str) -> Test | None:
    r"""What `\p{name}` holds: a category, `Any`, a script (by the names of characters); None for others."""
    name = name.partition("=")[2] or name
    if name in ("Any", "any"):
        return lambda _: True
    if name in _CATEGORIES:
        return lambda char: unicodedata.category(char).startswith(name)
    if name in _LONG_CATEGORIES:
        short = _LONG_CATEGORIES[name]
        return lambda char: unicodedata.category(char).startswith(short)
    if name in _SCRIPTS:
        start = "CJK UNIFIED" if name == "Han" else name.upper() + " "
        return lambda char: unicodedata.name(char, "").startswith(start)
    return None


_CATEGORY_NAMES: Final = (
    "C Cc Cf Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs"
)
_CATEGORIES: Final = frozenset(_CATEGORY_NAMES.split())
_LONG_CATEGORIES: Final = {  # read only
    "Letter": "L",
    "Lowercase_Letter": "Ll",
    "Uppercase_Letter": "Lu",
    "Mark": "M",
    "Number": "N",
    "Decimal_Number": "Nd",
    "Punctuation": "P",
    "Symbol": "S",
    "Separator": "Z",
    "Space_Separator": "Zs",
}
_SCRIPT_NAMES: Final = (
    "Arabic Armenian Bengali Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Han Hangul Hebrew "
    "Hiragana Kannada Katakana Khmer Lao Latin Malayalam Mongolian Myanmar Oriya Sinhala Tamil Telugu Thai "
    "Tibetan"
)
_SCRIPTS: Final = frozenset(_SCRIPT_NAMES.split())
