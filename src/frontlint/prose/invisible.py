"""Characters that one does not see, and letters that were decoded wrongly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from frontlint.base.choice import Enum
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.base.unseen import ZERO_WIDTH
from frontlint.prose.inline import without_code


class Oddity(Enum):
    """What is odd about a piece of text."""

    ZERO_WIDTH = "zero width"
    BIDI = "bidi"
    HYPHEN = "hyphen"
    ENTITY = "entity"
    MOJIBAKE = "mojibake"


class Odd(NamedTuple):
    """An odd piece: where, and the name of its character or, for mojibake, the text that was meant."""

    kind: Oddity
    span: Span
    name: str

    @property
    def is_space(self) -> bool:
        """Whether an entity means a visible space."""
        return self.kind is Oddity.ENTITY and self.name.lower().endswith(("20;", "32;"))


_NAMES: Final = {**ZERO_WIDTH, "\u061c": "Arabic letter mark"}
_ZERO_WIDTH: Final = lazy_pattern("[\u180e\u200b-\u200d\u2060\ufeff]+")
_BIDI: Final = lazy_pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_HYPHEN: Final = lazy_pattern("\u2011")
_ENTITY: Final = lazy_pattern(r"&#(?:x0*20|0*32|x0*200[bcdef]|0*820[3-7]);", re.IGNORECASE)
# What UTF-8 looks like when it is read as Windows-1252: two, three or four characters for one.
_TAIL: Final = "[\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]"
_MOJIBAKE: Final = lazy_pattern(f"(?:(?:(?<![A-ZÀ-Þ])[ÂÃ]{_TAIL}|â[€„†‚]{_TAIL}|ðŸ{_TAIL}{{2}})++|ï»¿|ï¿½)")
_SUSPECT: Final = lazy_pattern("[\u180e\u200b-\u200f\u2060\ufeff\u061c\u202a-\u202e\u2066-\u2069\u2011ÂÃâðï]")
"""A character of one of the expressions above, or the first one of a mojibake."""
SUSPECTS: Final = frozenset((*_NAMES, *"\u2011ÂÃâðï")) - {"\u00ad"}
"""The same characters, one by one."""
_PLAIN_SCRIPTS: Final = ("LATIN", "CYRILLIC", "GREEK", "DIGIT")


def is_suspect(text: str) -> bool:
    """Whether there may be anything odd in a text: one quick look, because hardly any text has."""
    return "&#" in text or (not text.isascii() and _SUSPECT.search(text) is not None)


def odd_pieces(text: str, right_to_left: bool) -> Iterator[Odd]:
    """What is odd in a text, outside its code; `right_to_left` tells that its page has such letters."""
    if not is_suspect(text):
        return
    text = without_code(text)
    for match in _ZERO_WIDTH.finditer(text):
        if _is_useless(text, match):
            yield Odd(Oddity.ZERO_WIDTH, Span(*match.span()), _named(match))
    for match in _BIDI.finditer("" if right_to_left else text):
        yield Odd(Oddity.BIDI, Span(*match.span()), _named(match))
    for match in _HYPHEN.finditer(text):
        yield Odd(Oddity.HYPHEN, Span(*match.span()), "non-breaking hyphen (U+2011)")
    for match in _ENTITY.finditer(text):
        yield Odd(Oddity.ENTITY, Span(*match.span()), match.group())
    for match in _MOJIBAKE.finditer(text):
        meant = _decoded(match.group())
        if meant:
            yield Odd(Oddity.MOJIBAKE, Span(*match.span()), meant)


def has_right_to_left(text: str) -> bool:
    """Whether the text has letters of Hebrew, Arabic or another script that runs from right to left."""
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in set(text) if char not in _NAMES)


def _named(match: re.Match[str]) -> str:
    char = match.group()[0]
    return f"{_NAMES[char]} (U+{ord(char):04X})"


def _is_useless(text: str, match: re.Match[str]) -> bool:
    """Whether neither neighbour can need it, as emoji and the letters of many scripts do."""
    start, end = match.span()
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return all(_is_plain(char) for char in (before, after))


def _is_plain(char: str) -> bool:
    if not char or char.isascii() or char.isspace():
        return True
    category = unicodedata.category(char)
    if category[0] == "P":
        return True
    return category[0] in "LN" and unicodedata.name(char, "").startswith(_PLAIN_SCRIPTS)


def _decoded(text: str) -> str:
    """The text that was meant; nothing if these are not UTF-8, or give what cannot be printed."""
    data = b"".join(_byte(char) for char in text)
    try:
        meant = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return meant if all(char.isprintable() or char in "\u00a0\ufeff" for char in meant) else ""


def _byte(char: str) -> bytes:
    """The byte for the character; Windows-1252 has holes, which programs fill as Latin-1 does."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")
