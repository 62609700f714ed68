"""Files that are written as a whole or not at all, whatever stops a run: a full disk, Ctrl-C, another run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A stream, UTF-8 with line feeds, whose text takes the file's place when all of it is written.

    Raises OSError where the folder or the disk does not allow it; then the file is what it was.
    """
    import tempfile  # brings random numbers and archives along

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        temporary.chmod(0o666 & ~_umask())  # as open to others as any new file
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The permissions that new files do not get; it can only be asked for by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
