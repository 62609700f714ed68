"""Which of the characters that rules look for are in a front matter: one look for all of those rules."""

from __future__ import annotations

from typing import Final

from frontlint.base.source import SourceFile
from frontlint.base.span import Span
from frontlint.base.unseen import UNSEEN
from frontlint.prose.invisible import SUSPECTS

CURLY: Final = frozenset("“”„‟")
"""Double quotes that no format of front matter takes for one."""
SINGLE: Final = "\u2018"
"""What opens single curly quotes; what closes them is an apostrophe in most texts."""
ESCAPE: Final = "\\"
REFERENCE: Final = "&#"
_WATCHED: Final = frozenset((*CURLY, SINGLE, *UNSEEN, *SUSPECTS))
_WATCHED_BYTES: Final = {char.encode(): char for char in _WATCHED}
_LEADS: Final = tuple({written[:1]: len(written) for written in _WATCHED_BYTES}.items())
"""The first bytes of these characters, with how many bytes such a character has."""
_ASCII: Final = bytes(range(128))
_FEW: Final = 40
"""So many characters are looked at one by one; with more of them, ASCII is dropped and the rest decoded."""


def signs(source: SourceFile, front: Span) -> frozenset[str]:
    """The watched characters of a front matter, `ESCAPE` and `REFERENCE` where it has one; perhaps of a few
    characters after it, too.
    """
    data = source.bytes_of(*front)
    found = set() if len(source.utf8) == len(source.text) else set(_watched(data))
    if b"\\" in data:
        found.add(ESCAPE)
    if b"&" in data and b"&#" in data:
        found.add(REFERENCE)
    return frozenset(found)


def _watched(data: bytes) -> frozenset[str] | set[str]:
    find, left = data.find, _FEW
    found: set[bytes] = set()
    for lead, length in _LEADS:
        at = find(lead)
        while at >= 0 and left:
            found.add(data[at : at + length])
            at = find(lead, at + length)
            left -= 1
    if not left:
        return _WATCHED.intersection(data.translate(None, _ASCII).decode("utf-8", "ignore"))
    return {_WATCHED_BYTES[one] for one in found if one in _WATCHED_BYTES}
