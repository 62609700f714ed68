"""Bytes to text: the only place that decodes a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from frontlint.text.span import LineIndex

_BOM = b"\xef\xbb\xbf"


class BadByte(NamedTuple):
    """A byte that is not UTF-8: where it stands in the file and in the text."""

    byte: int
    byte_offset: int
    offset: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as text.

    `text` has no byte order mark (`bom` says that there was one) and keeps its line breaks. Every byte
    that is not UTF-8 stands in it as one U+FFFD, as Go decodes it; `bad_bytes` lists them.
    `newline` is the first line break of the file, or a line feed.
    """

    path: str
    text: str
    bom: bool
    newline: str
    bad_bytes: tuple[BadByte, ...] = ()
    _lines: list[LineIndex] = field(default_factory=list, repr=False, compare=False)

    @property
    def lines(self) -> LineIndex:
        """The line index, made when it is first asked for: most pages have no finding."""
        if not self._lines:
            self._lines.append(LineIndex(self.text))
        return self._lines[0]


def decode(path: str, data: bytes) -> SourceFile:
    """Decodes a file; never raises, whatever the bytes."""
    body = data[3:] if data.startswith(_BOM) else data
    bom = len(body) != len(data)
    bad: tuple[BadByte, ...] = ()
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text, bad = _decode_with_gaps(body, len(data) - len(body))
    return SourceFile(path, text, bom, _first_break(text), bad)


def _first_break(text: str) -> str:
    feed = text.find("\n")
    carriage = text.find("\r", 0, feed if feed >= 0 else len(text))
    if carriage < 0:
        return "\n"
    return "\r\n" if feed == carriage + 1 else "\r"


def _decode_with_gaps(body: bytes, skipped: int) -> tuple[str, tuple[BadByte, ...]]:
    """Decodes with one U+FFFD for each bad byte, which is how Go ranges over such a string."""
    parts: list[str] = []
    bad: list[BadByte] = []
    at = offset = 0
    while at < len(body):
        try:
            parts.append(body[at:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            good = body[at : at + error.start].decode("utf-8")
            parts.append(good + "\ufffd")
            at += error.start
            offset += len(good)
            bad.append(BadByte(body[at], at + skipped, offset))
            at += 1
            offset += 1
    return "".join(parts), tuple(bad)
