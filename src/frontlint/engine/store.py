"""The folder of the cache: files in it are replaced as a whole, and a disk that refuses is no fault."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

FOLDER = ".frontlint_cache"


def keep_file(folder: Path, name: str, lines: Iterable[str]) -> None:
    """Writes a file of ASCII lines into the folder, so that runs side by side and a killed run do no harm."""
    with contextlib.suppress(OSError):
        _replace(folder, name, lines)


def _replace(folder: Path, name: str, lines: Iterable[str]) -> None:
    import tempfile  # brings random numbers and archives along

    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="ascii")
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=name)
    try:
        with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
        Path(temporary).chmod(ignore.stat().st_mode & 0o666)  # as open to others as any new file
        Path(temporary).replace(folder / name)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
