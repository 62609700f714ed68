"""A repository with three sites, one of them broken if asked for, and frontlint in this process."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import in_process
from in_process import FAULT, Files, InProcess

SETTINGS = """\
[[sites]]
source = "docs"

[[sites]]
source = "blog"

[[sites]]
source = "shop"
"""
FINE = "---\ntitle: Fine\n---\nText.\n"
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


class Told(in_process.Told):
    """What a run over several sites came to."""

    __slots__ = ()

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


class Several(InProcess):
    """The repository; without a commit until somebody makes one."""

    def __init__(
        self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        super().__init__(root, monkeypatch, capsys)
        self.root = root
        self.repo.write(SITES)

    def run(self, *arguments: str | Path, cwd: str | Path = ".", stdin: str = "") -> Told:
        """A command, in a folder of the repository."""
        return Told(*self.told(*arguments, folder=self.root / cwd, stdin=stdin))

    def check(self, *arguments: str | Path, cwd: str | Path = ".", stdin: str = "") -> Told:
        """`check` with a report in JSON and no cache."""
        form = ("check", "--no-cache", "--output-format=json")
        return self.run(*form, *arguments, cwd=cwd, stdin=stdin)
