"""Which of the characters that rules look for are in a front matter: one look for all of those rules."""

from __future__ import annotations

from typing import Final

from frontlint.base.source import SourceFile
from frontlint.base.span import Span
from frontlint.base.unseen import UNSEEN
from frontlint.prose.invisible import SUSPECTS

CURLY: Final = frozenset("“”„‟")
"""Double quotes that no format of front matter takes for one."""
ESCAPE: Final = "\\"
REFERENCE: Final = "&#"
_WATCHED: Final = frozenset((*CURLY, *UNSEEN, *SUSPECTS))
_WATCHED_BYTES: Final = {char.encode(): char for char in _WATCHED}
_LEADS: Final = tuple(sorted({written[:1] for written in _WATCHED_BYTES}))
_LONG: Final = b"\xe0"
"""From this one on, a first byte begins a character of three bytes; none that is watched has four."""
_ASCII: Final = bytes(range(128))
_FEW: Final = 40
"""So many characters are looked at one by one; with more of them, all others are dropped first."""


def signs(source: SourceFile, front: Span) -> frozenset[str]:
    """The watched characters of a front matter, `ESCAPE` and `REFERENCE` where it has one; perhaps of a few
    characters behind it, too.
    """
    data = _bytes_of(source, front)
    found = {sign for sign in (ESCAPE, REFERENCE) if sign.encode() in data}
    if not data.isascii():
        found |= _watched(data)
    return frozenset(found)


def _watched(data: bytes) -> set[str]:
    leads = [lead for lead in _LEADS if lead in data]
    if sum(map(data.count, leads)) > _FEW:
        others = data.translate(None, _ASCII).decode("utf-8", "ignore")
        return _WATCHED.intersection(others)
    written = [
        lead + piece[: 2 if lead >= _LONG else 1] for lead in leads for piece in data.split(lead)[1:]
    ]
    return {_WATCHED_BYTES[one] for one in written if one in _WATCHED_BYTES}


def _bytes_of(source: SourceFile, front: Span) -> bytes:
    """At least the bytes of the front matter: from its text it would take ten times as long."""
    more = len(source.utf8) - len(source.text)  # bytes that characters have beyond their first
    if 0 <= more <= front.length:
        return source.utf8[front.start : front.end + more]
    return source.text[front.start : front.end].encode("utf-8", "surrogatepass")
