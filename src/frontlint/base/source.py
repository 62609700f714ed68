"""Bytes to text: the only place that decodes a page."""

from __future__ import annotations

from collections.abc import Sequence

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import LineIndex

_BOM = b"\xef\xbb\xbf"
_TOLD = 16  # bad bytes that are described: a file may be made of them
_BAD = lazy_pattern("[\udc80-\udcff]")


class BadByte(NamedTuple):
    """A byte that is not UTF-8: where it is in the file and in the text."""

    byte: int
    byte_offset: int
    offset: int


class SourceFile:
    """One file as text.

    `text` has no byte order mark (`bom` says that there was one) and keeps its line breaks. Every byte
    that is not UTF-8 is one U+FFFD in it, as Go decodes it; `bad_bytes` has the first of them,
    `bad_offsets` are the places of all of them in the text, in order.
    `newline` is the first line break of the file, or a line feed. `utf8` are the bytes of `text`, empty where
    they are not at hand: a search in bytes is much faster than one in text. `raw` is the whole file where not
    all of it is UTF-8.
    """

    __slots__ = ("_lines", "bad_bytes", "bad_offsets", "bom", "newline", "path", "raw", "text", "utf8")

    def __init__(
        self,
        path: str,
        text: str,
        bom: bool,
        newline: str,
        bad_bytes: tuple[BadByte, ...] = (),
        bad_offsets: Sequence[int] = (),
        utf8: bytes = b"",
        raw: bytes = b"",
    ) -> None:
        self.path = path
        self.text = text
        self.bom = bom
        self.newline = newline
        self.bad_bytes = bad_bytes
        self.bad_offsets = bad_offsets
        self.utf8 = utf8
        self.raw = raw
        self._lines: LineIndex | None = None

    @property
    def lines(self) -> LineIndex:
        """The line index, made when it is first asked for: most pages have no finding."""
        if self._lines is None:
            self._lines = LineIndex(self.text)
        return self._lines

    def bytes_of(self, start: int, end: int) -> bytes:
        """At least the bytes of the text between two offsets; perhaps of a few characters beside it, too.

        To encode the text would take ten times as long.
        """
        more = len(self.utf8) - len(self.text)
        if 0 <= more <= end - start:
            return self.utf8[start : end + more]
        return self.text[start:end].encode("utf-8", "surrogatepass")


def find_in(text: str, utf8: bytes, needle: str, start: int, end: int) -> int:
    """Where ASCII text begins in a text between two offsets in code points, -1 where it does not.

    `utf8` are the bytes of the text, or none. A character's byte is at its own offset at least, and further
    at most by the bytes that all characters have beyond their first: so bytes narrow the search.
    """
    if not utf8:
        return text.find(needle, start, end)
    more = len(utf8) - len(text)
    byte = utf8.find(needle.encode("ascii"), start, end + more)
    if byte < 0 or not more:
        return byte
    return text.find(needle, max(start, byte - more), end)


def decode(path: str, data: bytes) -> SourceFile:
    """Decodes a file; never raises, whatever the bytes."""
    body = data[3:] if data.startswith(_BOM) else data
    bom = len(body) != len(data)
    bad: tuple[BadByte, ...] = ()
    offsets: Sequence[int] = ()
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text, bad, offsets = _decode_with_gaps(body, len(data) - len(body))
    utf8, raw = (b"", data) if offsets else (body, b"")
    return SourceFile(path, text, bom, _first_break(text), bad, offsets, utf8, raw)


def as_utf8(data: bytes, encoding: str) -> bytes | None:
    """A file in another encoding as UTF-8, without the mark of UTF-16; None if it is not in that encoding."""
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    try:
        return data.removeprefix(marks.get(encoding, b"")).decode(encoding).encode()
    except (LookupError, UnicodeError):
        return None


def _first_break(text: str) -> str:
    feed = text.find("\n")
    carriage = text.find("\r", 0, feed if feed >= 0 else len(text))
    if carriage < 0:
        return "\n"
    return "\r\n" if feed == carriage + 1 else "\r"


def _decode_with_gaps(body: bytes, skipped: int) -> tuple[str, tuple[BadByte, ...], Sequence[int]]:
    """Decodes with one U+FFFD for each bad byte, which is how Go ranges over such a string."""
    from array import array  # only here: most sites have no such page

    text = body.decode("utf-8", "surrogateescape")  # half a pair for each bad byte, which UTF-8 never gives
    offsets = array("I", (match.start() for match in _BAD.finditer(text)))
    bad: list[BadByte] = []
    at, before = skipped, 0
    for offset in offsets[:_TOLD]:
        at += len(text[before:offset].encode("utf-8"))
        bad.append(BadByte(ord(text[offset]) - 0xDC00, at, offset))
        at += 1
        before = offset + 1
    return _BAD.sub("\ufffd", text), tuple(bad), offsets
