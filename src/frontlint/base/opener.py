"""The one way to open a file of a checkout: regular files only, up to a size, never waiting for one."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final

from frontlint.base.links import LinkError, is_link, real_place, wall_of

MIB: Final = 1024 * 1024
PAGE_LIMIT: Final = 32 * MIB
"""Bytes of a page, a template and all else that Hugo reads by the thousand."""
SETTINGS_LIMIT: Final = 8 * MIB
"""Bytes of a file of settings: ours, Hugo's, a schema, a workflow."""
BASELINE_LIMIT: Final = 64 * MIB
"""Bytes of a baseline, about 300,000 lines."""

_PIECE = 65_536
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
# O_NONBLOCK: a named pipe without a writer would block forever.
_FLAGS = (
    os.O_RDONLY
    | _NO_LINK
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


class NotAFileError(OSError):
    """A named pipe, a socket or a device."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "it is not a regular file")


class TooLargeError(OSError):
    """A file of more than `limit` bytes."""

    def __init__(self, limit: int) -> None:
        size = f"{limit // MIB} MiB" if limit >= MIB and not limit % MIB else f"{limit:,} bytes"
        super().__init__(errno.EFBIG, f"it is larger than {size}")
        self.limit = limit

    def __reduce__(self) -> tuple[type[TooLargeError], tuple[int]]:
        return TooLargeError, (self.limit,)  # worker processes send their errors


def read_bytes(path: str | os.PathLike[str], limit: int = PAGE_LIMIT) -> bytes:
    """All bytes of a regular file that is not a link, at most `limit`.

    Raises OSError: LinkError, NotAFileError, TooLargeError, or what the system says.

    In pieces of 64 KB, which a page rarely fills: half the time of `Path.read_bytes` for a path that is text.
    A larger buffer would be mapped and given back for each page, at four times the cost.
    """
    file = _open(path)
    try:
        found = os.fstat(file)
        size = found.st_size
        if size > limit or not S_ISREG(found.st_mode):
            raise _refusal(found, limit)
        data = os.read(file, _PIECE)
        return data if len(data) == size else _rest(file, data, limit)
    finally:
        os.close(file)


def same_bytes(path: str, data: bytes, folder: int | None = None) -> bool:
    """Whether a path, from an open folder if one is given, is a regular file (not a link) of these bytes."""
    if not _NO_LINK and is_link(path):
        return False
    try:
        file = os.open(path, _FLAGS, dir_fd=folder)
    except OSError:
        return False
    try:
        found = os.fstat(file)
        if not S_ISREG(found.st_mode) or found.st_size != len(data):
            return False
        return _rest(file, os.read(file, _PIECE), len(data)) == data
    except OSError:
        return False
    finally:
        os.close(file)


def read_through(path: Path, limit: int = SETTINGS_LIMIT) -> bytes:
    """All bytes of the regular file that a path leads to, wherever it is. Raises OSError as `read_bytes`."""
    if "\0" in str(path):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    return read_bytes(os.path.realpath(path), limit)


def read_checkout(path: Path, home: Path | None = None, limit: int = SETTINGS_LIMIT) -> bytes:
    """All bytes of a regular file that the checkout names; links within the repository are followed.

    `home` is as in `real_place`. Raises OSError as `read_bytes`; LinkError for a link that leads out.
    """
    return read_bytes(real_place(path, home), limit)


def read_typed(path: Path, home: Path | None = None, limit: int = SETTINGS_LIMIT) -> bytes:
    """All bytes of what the user typed: a regular file, or a pipe that is not in a checkout: `<(command)`.

    `home` is as in `real_place`. Raises OSError as `read_bytes`.
    """
    if not is_stream(path, home):
        return read_through(path, limit)
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(limit)
    return data


def is_stream(path: Path, home: Path | None = None) -> bool:
    """Whether a path that the user named is a pipe or a device that is not part of a checkout.

    `home` is as in `real_place`. Raises NotAFileError for one that is.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    if S_ISREG(mode) or S_ISDIR(mode):
        return False
    real = os.path.realpath(path)
    if not real.startswith(("/dev/", "/proc/")) and wall_of(Path(real).parent, home) is not None:
        raise NotAFileError
    return True


def at_hand(path: str) -> bool:
    """Whether the system certainly has a file in memory, so that nobody waits for a disk. Raises OSError."""
    if not hasattr(os, "RWF_NOWAIT"):  # Linux alone can tell
        return False
    file = _open(path)
    try:
        os.preadv(file, [bytearray(1)], 0, os.RWF_NOWAIT)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EOPNOTSUPP, errno.EINVAL):
            return False  # it is not, or the file system cannot tell
        raise
    finally:
        os.close(file)
    return True


def ask_ahead(path: str) -> None:
    """Tells the system that a file will be read soon, so that a disk can fetch it. Raises OSError."""
    file = _open(path)
    try:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_WILLNEED)
    finally:
        os.close(file)


def _open(path: str | os.PathLike[str]) -> int:
    if not _NO_LINK and is_link(path):
        raise LinkError("it is a link, which Hugo does not follow")
    try:
        return os.open(path, _FLAGS)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EMLINK) and is_link(path):  # FreeBSD says EMLINK
            raise LinkError("it is a link, which Hugo does not follow") from None
        if error.errno == errno.ENXIO:  # a socket
            raise NotAFileError from None
        raise


def _refusal(found: os.stat_result, limit: int) -> OSError:
    if S_ISREG(found.st_mode):
        return TooLargeError(limit)
    if S_ISDIR(found.st_mode):
        return IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return NotAFileError()


def _rest(file: int, data: bytes, limit: int) -> bytes:
    """What is left of a file that is larger than a piece, or not of the size that the system says."""
    pieces, size = [data], len(data)
    while data:
        data = os.read(file, _PIECE)
        pieces.append(data)
        size += len(data)
        if size > limit:
            raise TooLargeError(limit)
    return b"".join(pieces)
