"""Finds the program git: in the folders of PATH, and never in the folder that is looked at."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_NAME = "git.exe" if sys.platform == "win32" else "git"


def find_git(environ: Mapping[str, str]) -> str | None:
    """The absolute path of the first git in PATH, None if there is none.

    Entries that count from the current folder (`.`, an empty one) are passed over: git runs in a checkout,
    which may hold a program of this name. Windows would look there even if PATH does not say so.
    """
    return _first(environ.get("PATH", os.defpath))


@lru_cache(maxsize=4)
def _first(path: str) -> str | None:
    # Windows allows quotes around an entry.
    folders = [Path(entry.strip('"')) for entry in path.split(os.pathsep)]
    files = (folder / _NAME for folder in folders if folder.is_absolute())
    return next((str(file) for file in files if _runs(file)), None)


def _runs(file: Path) -> bool:
    try:
        return file.is_file() and os.access(file, os.X_OK)
    except OSError:
        return False
