"""Files that are written as a whole or not at all: a killed run or a full disk leaves what was there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A stream in UTF-8 whose text takes the place of the file when the block ends without an error.

    Line breaks are written as they are. A link keeps pointing where it points, a file that is replaced
    keeps its permissions; what is no file, such as /dev/stdout, is written to. Raises OSError where the file
    cannot be written.
    """
    import tempfile  # brings random numbers and archives along

    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is there, or those that any new file gets."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0o077)  # it can only be asked for by setting it
        os.umask(mask)
        return 0o666 & ~mask
