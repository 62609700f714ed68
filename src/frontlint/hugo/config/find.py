"""Where the Hugo project is that a path belongs to."""

from __future__ import annotations

from pathlib import Path


def find_project(start: Path) -> Path:
    """The folder with Hugo's configuration: from `start` upward, else the one at most two folders below.

    Raises ConfigError where there is none, or several below.
    """
    raise NotImplementedError
