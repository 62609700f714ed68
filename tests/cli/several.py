"""A repository with three sites, one of them broken if asked for, and frontlint in this process."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from frontlint.cli.app import run
from repos import Repo, shield

Files = Mapping[str, str | bytes | None]

SETTINGS = """\
[[sites]]
source = "docs"

[[sites]]
source = "blog"

[[sites]]
source = "shop"
"""
FAULT = "---\ntitle: A\ndraft: yes\n---\nText.\n"
FINE = "---\ntitle: Fine\n---\nText.\n"
RULE = "draft-not-boolean"
SITES: Files = {
    "frontlint.toml": SETTINGS,
    "docs/hugo.yaml": "baseURL: https://docs.example.org/\n",
    "docs/content/posts/tea.md": FAULT,
    "docs/content/posts/cup.md": FINE,
    "blog/hugo.toml": 'baseURL = "https://blog.example.org/"\n',
    "blog/content/posts/hello.md": FINE,
    "shop/hugo.json": '{"baseURL": "https://shop.example.org/"}\n',
    "shop/content/bag.md": FAULT,
}
BROKEN: Files = {"shop/hugo.json": '{"baseURL": "https://shop.example.org/\n'}


class Told(NamedTuple):
    """What a run came to: its exit code and its streams."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def found(self) -> list[tuple[str, str, str | None]]:
        """Path, rule and site of each finding, infos left out."""
        rows = [row for row in self.report["findings"] if row["severity"] != "info"]
        return [(row["path"], row["rule"], row.get("site")) for row in rows]

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


def settle(root: Path) -> None:
    """Makes all files old enough to be believed by what runs keep of them."""
    for path in (root, *root.rglob("*")):
        os.utime(path, (10**9, 10**9))


class Several:
    """The repository; without a commit until somebody makes one."""

    def __init__(
        self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shield(monkeypatch)
        self._patch, self._capsys = monkeypatch, capsys
        self.repo = Repo(root)
        self.root = root
        self.repo.write(SITES)

    def run(self, *arguments: str | Path, cwd: str | Path = ".", stdin: str = "") -> Told:
        """A command, in a folder of the repository."""
        with self._patch.context() as patch:
            patch.chdir(self.root / cwd)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
            self._capsys.readouterr()
            code = run(list(map(str, arguments)))
            written = self._capsys.readouterr()
        return Told(code, written.out, written.err)

    def check(self, *arguments: str | Path, cwd: str | Path = ".", stdin: str = "") -> Told:
        """`check` with a report in JSON and no cache."""
        form = ("check", "--no-cache", "--output-format=json")
        return self.run(*form, *arguments, cwd=cwd, stdin=stdin)
