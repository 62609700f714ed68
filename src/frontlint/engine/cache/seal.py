"""The seal of a kept file: only this user of this machine can make it; no file is read without it.

The checkout, a restored backup or another user of a shared folder may bring files that look like ours.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from typing import BinaryIO

from frontlint import __version__
from frontlint.base.digest import blake2b

SECRET = "secret"
"""The name of the file with the secret, in the folder for all projects."""
_BYTES = 32
_FORMAT = 1
SEAL_BYTES = 2 * _BYTES
"""So long is a seal: hexadecimal digits, in ASCII."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_SAFELY = _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFELY


def new_seal(secret: bytes, project: str, name: str) -> blake2b:
    """A running digest to which a file's bytes are to be added.

    It holds for the file `name` of one project alone, and for this version of frontlint.
    """
    made = blake2b(key=secret, digest_size=_BYTES)
    for part in (f"{_FORMAT} {__version__}".encode(), os.fsencode(project), name.encode("ascii")):
        made.update(b"%d:%b" % (len(part), part))
    return made


def read_file(path: str, limit: int) -> tuple[bytes, os.stat_result]:
    """The bytes of a regular file that is not a link, and what the system says about it.

    Raises OSError for anything else, and for a file of more than `limit` bytes. Nothing blocks, not even a
    pipe without a writer.
    """
    if not _NO_LINK and os.path.islink(path):  # noqa: PTH114 - Windows
        raise OSError("a link")
    handle = os.open(path, os.O_RDONLY | _SAFELY)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > limit:
            raise OSError("not a file of ours")
        return _all(handle, found.st_size), found
    finally:
        os.close(handle)


class Pieces:
    """A regular file that is not a link, of which pieces are read. It stays what it is if another takes its
    name.

    Raises OSError as `read_file`.
    """

    def __init__(self, path: str, limit: int) -> None:
        if not _NO_LINK and os.path.islink(path):  # noqa: PTH114 - Windows
            raise OSError("a link")
        self._stream = open(os.open(path, os.O_RDONLY | _SAFELY), "rb", buffering=0)  # noqa: PTH123, SIM115
        found = os.fstat(self._stream.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_size > limit:
            self._stream.close()
            raise OSError("not a file of ours")

    def read(self, begin: int, end: int) -> bytes:
        """The bytes from `begin` to `end`, fewer where the file is shorter."""
        self._stream.seek(begin)
        return self._stream.read(end - begin)

    def close(self) -> None:
        """Closes the file; it is closed with the last reference, too."""
        self._stream.close()


def _all(handle: int, size: int) -> bytes:
    """The first `size` bytes, fewer where the file became shorter; at once where the system gives them."""
    data = piece = os.read(handle, size)
    while piece and len(data) < size:
        piece = os.read(handle, size - len(data))
        data += piece
    return data


def write_file(folder: str, name: str, pieces: Iterable[bytes]) -> str:
    """Writes a new file for the user alone and gives its path; its name begins with `.` and `name`.

    Raises OSError, and leaves nothing then.
    """
    path = f"{folder}/.{name}.{os.urandom(8).hex()}"
    write_new(path, pieces)
    return path


def write_new(path: str, pieces: Iterable[bytes]) -> None:
    """Writes a file that is not there yet, for the user alone, whole or not at all. Raises OSError."""
    handle = os.open(path, _NEW, 0o600)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 - it is open
            stream.writelines(pieces)
    except BaseException:
        discard(path)
        raise


def nameless_file(folder: str) -> BinaryIO | None:
    """A new file in a folder to read and write, whose name is gone at once: no killed run leaves it.

    None where the system keeps the name of an open file. Raises OSError.
    """
    if os.name != "posix":
        return None
    path = f"{folder}/.{os.urandom(8).hex()}"
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _SAFELY, 0o600)
    discard(path)
    return open(handle, "w+b")  # noqa: PTH123 - it is open


def discard(path: str) -> None:
    """Takes a file away, if that is possible."""
    with suppress(OSError):
        os.unlink(path)  # noqa: PTH108 - as the calls around it


def read_secret(folder: str) -> bytes | None:
    """The secret in the folder for all projects, None where there is none that can be believed.

    One that others can read, that another user wrote or that is a link is not a secret.
    """
    try:
        data, found = read_file(f"{folder}/{SECRET}", _BYTES)
    except (OSError, ValueError):
        return None
    return data if len(data) == _BYTES and _is_private(found) else None


def _is_private(found: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):  # Windows keeps a user's folders from others
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & 0o077


def make_secret(folder: str) -> bytes | None:
    """The secret, made where there is none; None where there cannot be one.

    Of several processes that make one, all get that of the first.
    """
    try:
        make_folders(folder)
        temporary = write_file(folder, SECRET, (os.urandom(_BYTES),))
        try:
            _put(temporary, f"{folder}/{SECRET}")
        finally:
            discard(temporary)
    except OSError:
        pass
    return read_secret(folder)


def _put(temporary: str, path: str) -> None:
    """Gives a finished file its name, unless something has that name. Raises OSError."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return
    except (OSError, AttributeError):  # a disk without a second name for a file
        if not os.path.lexists(path):
            os.replace(temporary, path)  # noqa: PTH105 - as the calls around it


def make_folders(folder: str) -> None:
    """Makes a folder and those above it, for the user alone. Raises OSError.

    Root makes none in the folder of somebody else, who could not use it from then on: `sudo` keeps HOME.
    """
    missing: list[str] = []
    while not os.path.isdir(folder):  # noqa: PTH112 - as the calls around it
        missing.append(folder)
        folder = os.path.dirname(folder)  # noqa: PTH120
    if hasattr(os, "geteuid") and os.geteuid() == 0 != os.stat(folder).st_uid:  # noqa: PTH116
        raise PermissionError(folder)
    for path in reversed(missing):
        with suppress(FileExistsError):  # another run made it
            os.mkdir(path, 0o700)  # noqa: PTH102
