"""Files that are written as a whole or not at all: a killed run or a full disk leaves what was there.

Nothing is written through a link that leads out of a repository: whoever may commit could choose the file.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TextIO

from frontlint.base.links import real_place
from frontlint.base.opener import is_stream, same_bytes
from frontlint.base.record import NamedTuple

_NEW = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_BEGIN = 99
_RANDOM = 6


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A stream in UTF-8 whose text takes the place of the file when the block ends without an error.

    For files of our own: a link or a pipe with this name is replaced, never written through. Line breaks are
    written as they are, a file that is replaced keeps its permissions. Raises OSError where the file cannot
    be written; LinkError where a folder on the way is a link that leads out of its repository.
    """
    with _replacing(real_place(path.parent) / path.name) as stream:
        yield stream


@contextmanager
def named_file(path: Path, home: Path | None = None) -> Iterator[TextIO]:
    """As `whole_file`, for a file that the user or a setting names, or that others write, too.

    A link that stays in its repository keeps pointing where it points, and so does the user's own outside of
    one; LinkError for a link that leads out. `home` is the folder that counts as the repository where there
    is none. A pipe or device outside of a repository, such as /dev/stdout, is written to.
    """
    place = real_place(path, home)
    if is_stream(path, home):
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    with _replacing(place) as stream:
        yield stream


def sweep(folder: Path, names: Collection[str], seconds: float = 0) -> None:
    """Deletes what killed runs left of files with these `names`, if it is that old. Never raises."""
    limit, begins = time.time() - seconds, {name[:_BEGIN] for name in names}
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - names alone
            begin, _, rest = name[1:].rpartition(".")
            if name[:1] != "." or len(rest) != 2 * _RANDOM or not set(rest) <= set("0123456789abcdef"):
                continue
            left = folder / name
            if begin in begins and left.lstat().st_mtime <= limit:
                left.unlink()


class ChangedError(OSError):
    """A file that is not what it was, or is gone."""

    def __init__(self) -> None:
        super().__init__(errno.ESTALE, "it has changed meanwhile")


def swap_file(path: Path, old: bytes, new: bytes, home: Path | None = None) -> None:
    """Replaces a regular file that has the bytes `old` by UTF-8; its permissions stay.

    Raises ChangedError where it has others by now, or is a link; LinkError as `whole_file`, `home` as there;
    OSError where it cannot be written. A file that has `new` already is not touched.
    """
    place = real_place(path.parent, home) / path.name

    def check(folder: _Folder, target: str) -> None:
        if not same_bytes(target, old, folder.file):
            raise ChangedError

    if old == new:
        return
    with _replacing(place, check) as stream:
        stream.write(new.decode("utf-8"))


class _Folder(NamedTuple):
    """An open folder: names in it are looked up in this very folder, whatever becomes of its path.

    Where the platform cannot do that, `file` is None and names are whole paths.
    """

    path: Path
    file: int | None

    def name(self, name: str) -> str:
        return name if self.file is not None else str(self.path / name)


@contextmanager
def _replacing(
    place: Path, check: Callable[[_Folder, str], object] = lambda folder, target: None
) -> Iterator[TextIO]:
    """The stream for a place without links; a link that has come since then is an error, or replaced.

    `check` is asked first and last, and raises where the file must stay.
    """
    with _opened(place.parent) as folder:
        target = folder.name(place.name)
        check(folder, target)
        mode = _mode(folder, target)
        temporary = folder.name(f".{place.name[:_BEGIN]}.{os.urandom(_RANDOM).hex()}")
        handle = os.open(temporary, _NEW, 0o600, dir_fd=folder.file)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
                yield stream
                stream.flush()
                _permit(stream.fileno(), temporary, mode)
            check(folder, target)
            os.replace(temporary, target, src_dir_fd=folder.file, dst_dir_fd=folder.file)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary, dir_fd=folder.file)
            raise


@contextmanager
def _opened(folder: Path) -> Iterator[_Folder]:
    if not {os.open, os.rename, os.unlink, os.stat} <= os.supports_dir_fd:
        yield _Folder(folder, None)  # Windows
        return
    file = _open_folder(folder)
    try:
        yield _Folder(folder, file)
    finally:
        os.close(file)


def _open_folder(folder: Path) -> int:
    """Opens a folder on whose path there was no link, and follows none that has come. Raises OSError."""
    flags = os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
    by_step = getattr(os, "O_PATH", 0)  # Linux: may look up names in a folder that it may not list
    if not by_step:
        return os.open(folder, os.O_RDONLY | flags | getattr(os, "O_NOFOLLOW_ANY", 0))
    file = os.open(folder.anchor, by_step | flags)
    for part in folder.parts[1:]:
        try:
            inner = os.open(part, by_step | flags, dir_fd=file)
        finally:
            os.close(file)
        file = inner
    return file


def _permit(file: int, path: str, mode: int) -> None:
    if hasattr(os, "fchmod"):
        os.fchmod(file, mode)
    else:
        Path(path).chmod(mode)


def _mode(folder: _Folder, target: str) -> int:
    """The permissions of the file that is there, or of a new one. Raises OSError for a folder."""
    try:
        found = os.stat(target, dir_fd=folder.file, follow_symlinks=False).st_mode
    except OSError:
        found = 0
    if S_ISDIR(found):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), target)
    if S_ISREG(found):
        return found & 0o777
    mask = os.umask(0o077)  # it can only be asked for by setting it
    os.umask(mask)
    return 0o666 & ~mask
