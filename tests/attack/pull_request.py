"""A repository with a branch that is judged against `main`, and the judge, in this process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from frontlint.cli.app import run
from repos import Repo, shield

Files = Mapping[str, str | bytes | None]
FAULT = "---\ntitle: A\ndraft: yes\n---\nText.\n"
RULE = "draft-not-boolean"
SITE: dict[str, str | bytes | None] = {
    "hugo.yaml": "baseURL: https://example.org/\n",
    "content/old.md": "---\ntitle: Old\ndraft: yes\n---\nAn old page with an old fault.\n",
    "content/ok.md": "---\ntitle: Fine\n---\nText.\n",
}


class Verdict(NamedTuple):
    """What a run came to: `report` is the JSON report where one was asked for."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def accepted(self) -> list[tuple[str, str, str, bool]]:
        """By what, which rule, on which page, and whether there is a finding."""
        rows = self.report["accepted"]
        assert self.report["summary"]["accepted"] == len(rows)
        return [(row["by"], row["rule"], row["path"], row["finding"] is not None) for row in rows]

    @property
    def settings(self) -> list[tuple[str, str]]:
        return [(row["path"], row["how"]) for row in self.report["settings"]]

    @property
    def rules(self) -> list[tuple[str, str]]:
        return [(row["rule"], row["path"]) for row in self.report["findings"]]


class PullRequest:
    """The repository on the branch `topic`."""

    def __init__(
        self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shield(monkeypatch)
        self._patch, self._capsys = monkeypatch, capsys
        self.repo = Repo(root)

    def base(self, *states: Files) -> None:
        """Commits the site with these files to `main`, and leaves it for the branch."""
        for files in (SITE, *states):
            self.repo.commit(files)
        self.repo.git("switch", "--quiet", "--create", "topic")

    def line(self, page: str, text: str = FAULT) -> str:
        """The line of the baseline for the fault of a page with this text."""
        folder = self.repo.root.parent / "elsewhere"
        for name, content in {**SITE, page: text}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(str(content))
        self._run("baseline", "update", page, "--no-cache", cwd=folder)
        lines = (folder / ".frontlint-baseline.jsonl").read_text()
        (folder / ".frontlint-baseline.jsonl").unlink()
        (folder / page).unlink()
        return lines

    def check(self, *arguments: str, files: Files | None = None, cwd: str = ".") -> Verdict:
        """Writes and stages the files of the change, and judges it against `main`."""
        self.repo.write(files or {})
        self.repo.git("add", "--all")
        scope = [] if any(one.startswith(("--since", "--staged")) for one in arguments) else ["--since=main"]
        return self.plain(*scope, *arguments, cwd=cwd)

    def plain(self, *arguments: str, cwd: str = ".") -> Verdict:
        """Judges the whole site, or what the arguments say."""
        form = [] if any("--output-format" in one for one in arguments) else ["--output-format=json"]
        return self._run("check", *form, *arguments, cwd=self.repo.root / cwd)

    def _run(self, *arguments: str, cwd: Path) -> Verdict:
        with self._patch.context() as patch:
            patch.chdir(cwd)
            self._capsys.readouterr()
            code = run(list(arguments))
            written = self._capsys.readouterr()
        return Verdict(code, written.out, written.err)
