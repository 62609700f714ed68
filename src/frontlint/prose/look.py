"""One look over all texts of a page: whether they may hold what a rule about texts finds.

Hardly any page does, and an expression takes tens of instructions a character, methods of bytes a few. Each
answer is true wherever the exact rule finds something, and now and then where it does not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from frontlint.base.once import once
from frontlint.base.pattern import lazy_pattern
from frontlint.prose.repeats import HEAD

_BETWEEN: Final = "\n\n/\n\n"
"""Stands around each text: ends a word, a sentence and a list, and is none itself."""
_ODD_SPACE: Final = "\v"
"""Stands for the spaces of typography: white space, but neither a blank nor the end of a line."""
_MEANT: Final = (
    *(("\u2019", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u2018", '"'), ("\u201e", '"')),
    *(("\u2013", ";"), ("\u2014", ";"), ("\u2026", "."), ("\u00a0", _ODD_SPACE)),
    *(("\u00ab", '"'), ("\u00bb", '"'), ("\u202f", _ODD_SPACE)),
)
"""Punctuation of any text, the most frequent first, with ASCII that every question takes the same way."""
_OTHER_SPACE: Final = lazy_pattern("[\x85\u1680\u2000-\u200a\u2028\u2029\u205f\u3000]")
_SPACE: Final = " \t\n\r\v\f\x1c\x1d\x1e\x1f"
_LOWER: Final = bytes(range(256)).lower()

# These part no word: a pair beside one of them is none.
_IN_WORDS: Final = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_'/@&+-")
_ACCENTED: Final = range(0xC3, 0xC9)
"""The first bytes of letters with accents, up to U+023F: they part no word either."""
_LATER: Final = bytes(range(0x80, 0xC0))
"""All bytes of a character but the first: without them one byte is one character."""
_WORDS: Final = bytes(95 if code in _ACCENTED else code if code in _IN_WORDS else 32 for code in _LOWER)
_TWINS: Final = lazy_pattern(r" ([^ ]++) ++\1 ")
_PAIR: Final = lazy_pattern(r"(?<![\wà-ɏ'/@&+-])([a-z]++)[ \t-\r]++\1(?![\wà-ɏ'/@&+-])", re.ASCII)
"""The same, with nothing but white space between the two words."""

# A piece ends wherever a sentence may end. Of the rest only letters and digits are compared.
_PIECES: Final = bytes(10 if code in b".!?)" else code for code in _LOWER)
_SILENT: Final = bytes(code for code in range(128) if not chr(code).isalnum() and code not in b".!?)\n")
_MARKER: Final = lazy_pattern(r"\n[ \t]*+(?:[-*+]|\d{1,9}[.)])[ \t]++(?=\S)")
_NOT_IN_ITEMS: Final = (_SPACE.replace("\n", "") + "*_`.,;:!?").encode()
_DOTS: Final = frozenset("\u0131\u0307")
"""What is left of the letters that count as an `i` where case does not matter, and are none when folded."""
_BREAKS_OFF: Final = frozenset("#*_`~")
"""What a line may begin with that does not go on with the item above it."""


class Look:
    """All texts of one page, as one. What a question costs is paid when it is asked."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)
        self._plain = plain = [text if text.isascii() else _plain(text) for text in self._texts]
        joined = _BETWEEN.join(["", *plain, ""])
        self._has_lines = "\n" in "".join(plain)
        self._ascii = joined.isascii()
        self._joined = joined
        self._data = _encoded(joined)
        self._text = joined if self._ascii else joined.casefold()
        self._folded = self._data if self._ascii else _encoded(self._text)

    @once
    def _pieces(self) -> bytes:
        """Letters and digits, in lower case; a line ends wherever a sentence or a line may end."""
        return self._folded.translate(_PIECES, _SILENT)

    def with_doubled_word(self) -> list[str]:
        """The texts in which a word may be there twice in a row."""
        data = self._data
        words = (data.translate(_WORDS) if self._ascii else data.translate(_WORDS, _LATER)).decode("ascii")
        if _TWINS.search(words) is None:  # as nearly always
            return []
        ends: list[int] = []
        at = 0
        for text in self._plain:
            at += len(_BETWEEN) + len(text)
            ends.append(at)
        found = sorted({bisect_right(ends, twins.start()) for twins in _TWINS.finditer(words)})
        some = [at for at in found if at < len(ends) and _PAIR.search(self._plain[at].lower())]
        return [self._texts[at] for at in some]

    def sentence_repeated(self) -> bool:
        """Whether two sentences with at least `HEAD` letters and digits may be the same.

        Two that are begin alike, up to where the first piece of the shorter one ends.
        """
        pieces = [piece for piece in self._pieces.split(b"\n") if piece]
        heads = [piece for piece in pieces if len(piece) >= HEAD]
        if len(heads) < len(pieces):  # a short one, or a line that was broken early
            short = [at for at, piece in enumerate(pieces) if len(piece) < HEAD]
            begun = [b"".join(pieces[at : at + HEAD])[:HEAD] for at in short]
            heads += [head for head in begun if len(head) == HEAD]
        return _one_begins_another(heads)

    def item_repeated(self) -> bool:
        """Whether two items of a list may be the same: they are in two lines of one text."""
        if not self._has_lines:
            return False
        items = _MARKER.split(self._text)
        if len(items) < 3:
            return False
        del items[0]
        for at in [at for at, item in enumerate(items) if "\n" in item]:
            whole = _whole_item(items[at])
            if whole is None:
                return True
            items[at] = whole
        words = _encoded("\n".join(items)).translate(_LOWER, _NOT_IN_ITEMS).split(b"\n")
        compared = [one for one in words if one]
        return len(set(compared)) < len(compared)

    def name_missing(self) -> bool:
        """Whether there may be a gap between two words, where a name is missing."""
        return b"  and" in self._data

    def says(self, phrases: tuple[str, ...]) -> bool:
        """Whether one of the phrases may be in a text; one in capitals is looked for as such."""
        small, capital = _needles(phrases)
        if not self._ascii and not _DOTS.isdisjoint(self._text):
            return True
        pieces, data = self._pieces, self._data
        for last, whole in small.items():
            if last in pieces and any(map(pieces.replace(b"\n", b"").__contains__, whole)):
                return True
        for words in capital:  # noqa: SIM110 - a third of the time of `any`
            if words[0] in data and all(word in data for word in words):
                return True
        return False


@lru_cache(maxsize=8)  # a site has one set of phrases, or a few
def _needles(phrases: tuple[str, ...]) -> tuple[dict[bytes, list[bytes]], list[list[bytes]]]:
    """The phrases as in the pieces of a text, by their last words; the words of those in capitals."""
    small: dict[bytes, list[bytes]] = {}
    capital = [[_encoded(word) for word in _plain(phrase).split()] for phrase in phrases if phrase.isupper()]
    for phrase in phrases:
        if phrase.strip() and not phrase.isupper():
            words = [_squeezed(word) for word in phrase.split()]
            small.setdefault(words[-1], []).append(b"".join(words))
    return small, capital


def _squeezed(word: str) -> bytes:
    return _encoded(_plain(word).casefold()).translate(_PIECES, _SILENT).replace(b"\n", b"")


def _one_begins_another(texts: list[bytes]) -> bool:
    """Whether a text begins with another one: in order, that one, or one more that does, is before it."""
    texts.sort()
    behind = texts[1:]
    return list(map(bytes.removeprefix, behind, texts)) != behind


def _whole_item(item: str) -> str | None:
    """An item's lines as one, up to a blank line; None where a line may not belong to it."""
    first, *more = item.split("\n")
    lines = [first]
    for line in more:
        bare = line.strip()
        if not bare:
            break
        if bare[0] in _BREAKS_OFF:
            return None
        lines.append(bare)
    return "".join(lines)


def _plain(text: str) -> str:
    """The text with ASCII for the punctuation and the spaces of typography."""
    for char, meant in _MEANT:
        text = text.replace(char, meant)
        if text.isascii():
            return text
    return _OTHER_SPACE.sub(_ODD_SPACE, text)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
