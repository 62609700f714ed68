"""The kept files of one project: sealed, replaced as a whole, and a disk that refuses is not a fault."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from frontlint.engine.cache.home import user_folder
from frontlint.engine.cache.names import DAY, IGNORE, IGNORE_ALL, KEPT, SWEPT
from frontlint.engine.cache.seal import (
    SEAL_BYTES,
    Pieces,
    discard,
    make_secret,
    nameless_file,
    new_seal,
    read_file,
    read_secret,
    write_file,
    write_new,
)

LIMIT = 256 * 1024 * 1024
"""So many bytes a kept file may have: about 100,000 pages."""
_FOLLOW = os.utime not in os.supports_follow_symlinks


class Store:
    """The files that are kept of a project in a folder, which is made when something is to be kept."""

    def __init__(self, folder: Path, project: Path) -> None:
        self._folder = str(folder)
        self._project = os.path.realpath(project)
        self._home = user_folder()
        self._secret = read_secret(self._home) if self._home else None

    def read(self, name: str) -> memoryview | None:
        """What was kept under this name; None for what this user of this machine did not keep here.

        Nothing of a file is looked at before its seal is known to be ours.
        """
        if self._secret is None:
            return None
        try:
            data, found = read_file(f"{self._folder}/{name}", LIMIT)
        except (OSError, ValueError):
            return None
        body = memoryview(data)[:-SEAL_BYTES]
        seal = new_seal(self._secret, self._project, name)
        seal.update(body)
        if seal.hexdigest().encode("ascii") != data[-SEAL_BYTES:]:
            return None
        if time.time() - found.st_mtime > DAY:
            self._touch()
        return body

    def pieces(self, name: str) -> Pieces:
        """A file that was kept under this name, to be read in pieces, whose seal is not checked.

        What is in it is to be held against digests from a file that was sealed. Raises OSError.
        """
        return Pieces(f"{self._folder}/{name}", LIMIT)

    def keep(self, name: str, pieces: Iterable[bytes]) -> None:
        """Keeps a file of these pieces, so that runs side by side and a killed run do no harm."""
        secret = self._own_secret()
        if secret is None:
            return
        with suppress(OSError, ValueError):
            new = self._make_folder()
            temporary = write_file(self._folder, name, self._sealed(secret, name, pieces))
            try:
                os.replace(temporary, f"{self._folder}/{name}")  # noqa: PTH105 - as the calls around it
            except BaseException:
                discard(temporary)
                raise
            self._tidy(new)

    def scratch(self) -> BinaryIO | None:
        """A new file to read and write that nobody else sees and that goes with the run; None where there can
        be none.
        """
        if self._own_secret() is None:
            return None
        with suppress(OSError):
            self._make_folder()
            return nameless_file(self._folder)
        return None

    def _own_secret(self) -> bytes | None:
        """The secret, made where there is none; None where nothing can be kept."""
        if self._secret is None and self._home:
            self._secret = make_secret(self._home)
        return self._secret

    def _sealed(self, secret: bytes, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        seal = new_seal(secret, self._project, name)
        for piece in pieces:
            seal.update(piece)
            yield piece
        yield seal.hexdigest().encode("ascii")

    def _make_folder(self) -> bool:
        """Makes the folder, where the one above it is there; whether there was none. Raises OSError."""
        new = not os.path.isdir(self._folder)  # noqa: PTH112 - as the calls around it
        if new:
            with suppress(FileExistsError):  # another run made it
                os.mkdir(self._folder, 0o700)  # noqa: PTH102
        with suppress(FileExistsError):
            write_new(f"{self._folder}/{IGNORE}", (IGNORE_ALL,))
        return new

    def _tidy(self, new: bool) -> None:
        """Looks for old files of all projects: when one more is kept, and once a day."""
        if self._home and (new or _is_due(f"{self._home}/{SWEPT}")):
            from frontlint.engine.cache.sweep import sweep

            sweep(self._home, time.time())

    def _touch(self) -> None:
        """Says that the files are in use, at most once a day: what is not used for a month goes."""
        for name in KEPT:
            with suppress(OSError):
                os.utime(f"{self._folder}/{name}", follow_symlinks=_FOLLOW)


def _is_due(mark: str) -> bool:
    try:
        return time.time() - os.lstat(mark).st_mtime > DAY
    except OSError:
        return True
