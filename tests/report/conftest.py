"""Snapshots: plain text files that hold what a reporter writes, to be read as prose."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

SNAPSHOTS = Path(__file__).parent / "snapshots"
REWRITE = "FRONTLINT_REWRITE_SNAPSHOTS"

Snapshot = Callable[[str, str], None]


@pytest.fixture
def snapshot() -> Snapshot:
    """Compares a text with `snapshots/<name>.txt`; with FRONTLINT_REWRITE_SNAPSHOTS=1 it writes the file."""

    def compare(name: str, text: str) -> None:
        file = SNAPSHOTS / f"{name}.txt"
        if os.environ.get(REWRITE):
            file.write_bytes(text.encode())
        assert text == file.read_bytes().decode(), f"differs from {file.name}; {REWRITE}=1 accepts it"

    return compare
