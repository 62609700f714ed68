"""A path as people see it: from a folder, with `/`."""

from __future__ import annotations

import os
from pathlib import Path


def shown_path(path: Path, start: Path | None = None) -> str:
    """The path from `start`, else from the current folder; `..` leads out of it.

    As it is where no path leads there: another drive of Windows.
    """
    try:
        return os.path.relpath(path, start).replace(os.sep, "/")
    except ValueError:
        return path.as_posix()
