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
_LEADS: Final = tuple({written[:1]: len(written) - 1 for written in _WATCHED_BYTES}.items())
"""The first bytes of these characters, with how many bytes follow in such a character."""
_ASCII: Final = bytes(range(128))
_FEW: Final = 40
"""So many of a kind are looked at one by one; with more of them, ASCII is dropped and the rest decoded."""


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
    found: set[bytes] = set()
    for lead, behind in _LEADS:
        _, *pieces = data.split(lead, _FEW)
        if len(pieces) == _FEW:
            return _WATCHED.intersection(data.translate(None, _ASCII).decode("utf-8", "ignore"))
        if pieces:
            found.update([lead + rest for rest in {piece[:behind] for piece in pieces}])
    return {_WATCHED_BYTES[one] for one in found if one in _WATCHED_BYTES}
