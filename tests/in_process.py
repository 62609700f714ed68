"""Commands in this process, in a repository: their exit code and what they print."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from frontlint.cli.app import run
from repos import Repo, shield

Files = Mapping[str, str | bytes | None]
FAULT = "---\ntitle: A\ndraft: yes\n---\nText.\n"
RULE = "draft-not-boolean"


class Told(NamedTuple):
    """What a run came to: its exit code and its streams."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """The JSON report, if one was asked for."""
        found: dict[str, Any] = json.loads(self.out)
        return found


class InProcess:
    """A repository without a commit, and frontlint in it."""

    def __init__(
        self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shield(monkeypatch)
        self._patch, self._capsys = monkeypatch, capsys
        self.repo = Repo(root)

    def told(self, *arguments: str | Path, folder: Path, stdin: str = "") -> Told:
        """A command, in a folder."""
        with self._patch.context() as patch:
            patch.chdir(folder)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
            self._capsys.readouterr()
            code = run(list(map(str, arguments)))
            written = self._capsys.readouterr()
        return Told(code, written.out, written.err)
