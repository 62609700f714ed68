"""Bytes that are put aside until they are asked for: few in memory, many in a file without a name."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO, Final

MANY: Final = 8 * 1024 * 1024
"""So many bytes are kept in memory."""


class Spool:
    """Pieces of bytes, each read again by its place.

    `open_file` gives a new file to read and write, None where there can be none: then all is kept in memory.
    """

    def __init__(self, open_file: Callable[[], BinaryIO | None]) -> None:
        self._open_file = open_file
        self._stream: BinaryIO = io.BytesIO()
        self._size = 0
        self._moved = False
        self._at_end = True

    def add(self, piece: bytes) -> tuple[int, int]:
        """Puts a piece aside and gives its place. Raises OSError."""
        begin, end = self._size, self._size + len(piece)
        if end > MANY and not self._moved:
            self._move()
        if not self._at_end:
            self._stream.seek(begin)
        self._at_end = False  # a piece that fails, as on a full disk, is left out: the next is in its place
        self._stream.write(piece)
        self._size, self._at_end = end, True
        return begin, end

    def _move(self) -> None:
        """Goes on in a file, if there can be one."""
        self._moved = True
        file = self._open_file()
        if file is not None:
            file.write(self.read(0, MANY))
            self._stream, self._at_end = file, True

    def read(self, begin: int, end: int) -> bytes:
        """The piece at a place. Raises OSError."""
        self._stream.seek(begin)
        self._at_end = False
        return self._stream.read(end - begin)
