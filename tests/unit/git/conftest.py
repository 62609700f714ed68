"""A repository for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from repos import Repo, shield


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    shield(monkeypatch)
    return Repo(tmp_path / "repo")
