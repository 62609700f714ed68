"""Puts the peers into a folder of their own: an environment of Python and packages of Node."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from speed.measure.rounds import say

OF_PYTHON = ("python-frontmatter", "jsonschema", "mdsmith", "rumdl", "check-jsonschema", "yamllint")
OF_NODE = ("remark-cli", "remark-frontmatter", "remark-lint-frontmatter-schema")
_MOST_SECONDS = 300


def python_command(folder: Path, name: str) -> Path:
    """Where a peer that comes from PyPI is, if it is installed."""
    return folder / "python" / "bin" / name


def node_command(folder: Path, name: str) -> Path:
    """Where a peer that comes from npm is, if it is installed."""
    return folder / "node_modules" / ".bin" / name


def install(folder: Path) -> None:
    """Installs what is missing, each package by itself: one that cannot be had keeps out no other."""
    folder.mkdir(parents=True, exist_ok=True)
    python = python_command(folder, "python")
    if not python.exists():
        _run([sys.executable, "-m", "venv", str(folder / "python")])
    for name in OF_PYTHON:
        _run([str(python), "-m", "pip", "install", "--quiet", name])
    if not node_command(folder, "remark").exists():
        _run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *OF_NODE])


def _run(command: Sequence[str]) -> None:
    """A failure is said and not raised: the table says what is missing.

    The environment is the user's, in which the way to the registries is set.
    """
    say(" ".join(command))
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_MOST_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        say(f"{command[0]}: {error}")
    else:
        if done.returncode:
            say(done.stderr.strip())
