"""Bytes to text: the only place that decodes a page."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from frontlint.text.pattern import lazy_pattern
from frontlint.text.span import LineIndex

_BOM = b"\xef\xbb\xbf"
_BUFFER = 65536
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would translate line ends
_NEWLINE = lazy_pattern(r"\r\n|\n|\r")


class BadByte(NamedTuple):
    """A byte that is not UTF-8: where it stands in the file and in the text."""

    byte: int
    byte_offset: int
    offset: int


@dataclass(frozen=True)
class SourceFile:
    """One file as text.

    `text` has no byte order mark (`bom` says that there was one) and keeps its line breaks. Every byte
    that is not UTF-8 stands in it as one U+FFFD, as Go decodes it; `bad_bytes` lists them. `data` are the
    bytes. What most pages are never asked for is made when it first is.
    """

    path: str
    text: str
    bom: bool
    data: bytes = field(default=b"", repr=False)
    bad_bytes: tuple[BadByte, ...] = ()

    @cached_property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return LineIndex(self.text)

    @cached_property
    def newline(self) -> str:
        """The first line break of the file, or a line feed."""
        found = _NEWLINE.search(self.text)
        return found.group() if found else "\n"

    @cached_property
    def digest(self) -> str:
        """A digest of the bytes: tells whether a file is still what it was."""
        return digest_of_bytes(self.data)


def digest_of_bytes(data: bytes) -> str:
    """SHA-1, against accidents and not against attacks."""
    import hashlib  # brings OpenSSL along

    return hashlib.sha1(data, usedforsecurity=False).hexdigest()


def read_bytes(path: str) -> bytes:
    """All bytes of a file. Raises OSError.

    Straight from the system, which takes half the time of `Path.read_bytes`. The buffer is small on purpose:
    one over 128 KB makes the allocator ask for fresh memory each time.
    """
    handle = os.open(path, os.O_RDONLY | _BINARY)
    try:
        data = os.read(handle, _BUFFER)
        pieces = [data]
        while len(data) == _BUFFER or (data and len(pieces) > 1):
            data = os.read(handle, _BUFFER)
            pieces.append(data)
    finally:
        os.close(handle)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def decode(path: str, data: bytes) -> SourceFile:
    """Decodes a file; never raises, whatever the bytes."""
    body = data[3:] if data.startswith(_BOM) else data
    bom = len(body) != len(data)
    bad: tuple[BadByte, ...] = ()
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text, bad = _decode_with_gaps(body, len(data) - len(body))
    return SourceFile(path, text, bom, data, bad)


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
