"""Every `frontlint` command of the documentation is run, on a site for which it was written."""

from __future__ import annotations

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from frontlint.cli.app import run
from repos import Repo, shield
from support import ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/*.md"))]
BLOCKS = [
    block
    for page in PAGES
    for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
]
TYPED = sorted(
    {
        re.split(r"\s+(?:#|<) ?", line, maxsplit=1)[0].strip()
        for block in BLOCKS
        for line in block.replace("\\\n", " ").splitlines()
        if line.startswith("frontlint ")
    }
)
_PAGE = "---\ntitle: {}\ndate: 2025-01-31\n---\nText\n"
_TAG = """\
---
title: Kanban
description: A board.
ClassificationType: tags
---
Text
"""
SITE = {
    "hugo.yaml": "title: A site\nbaseURL: https://example.org/\n",
    "content/a.md": _PAGE.format("A"),
    "content/renamed.md": _PAGE.format("A page that will be renamed"),
    "content/posts/a.md": _PAGE.format("One post"),
    "content/blog/_index.md": _PAGE.format("Blog"),
    "content/blog/first.md": _PAGE.format("First"),
    "content/tags/kanban/_index.md": _TAG,
    "docs/hugo.yaml": "title: Another site\nbaseURL: https://docs.example.org/\n",
    "docs/content/b.md": _PAGE.format("B"),
    "frontlint.toml": "",
}


def words_of(line: str, folder: Path) -> list[str]:
    """The arguments of a command, as a shell gives them to the program."""
    return [word.replace("$RUNNER_TEMP", str(folder)) for word in shlex.split(line)[1:]]


@pytest.mark.parametrize("line", TYPED)
def test_it_does_what_it_is_there_for(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shield(monkeypatch)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    repo = Repo(tmp_path / "site")
    repo.commit(SITE)
    repo.git("update-ref", "refs/remotes/origin/main", "HEAD")
    monkeypatch.chdir(repo.root)
    for name in ("frontlint.toml", "baseline.jsonl"):
        (tmp_path / name).write_text("")
    if "baseline" in line and "update" not in line:
        assert run(["baseline", "update"]) == 0
    if line.startswith("frontlint mv --since"):
        repo.git("mv", "content/renamed.md", "content/moved.md")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_PAGE.format("Unsaved").encode())))
    capsys.readouterr()
    assert run(words_of(line, tmp_path)) in (0, 1), capsys.readouterr().err


def test_enough_commands_are_shown() -> None:
    assert len(TYPED) > 30
