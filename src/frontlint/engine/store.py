"""The folder of the cache: files in it are replaced as a whole, and a disk that refuses is no fault."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from frontlint.text.whole import whole_file

FOLDER = ".frontlint_cache"


def keep_file(folder: Path, name: str, lines: Iterable[str]) -> None:
    """Writes a file of lines into the folder, so that runs side by side and a killed run do no harm."""
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="ascii")
        with whole_file(folder / name) as stream:
            stream.writelines(f"{line}\n" for line in lines)
