"""A repository with a branch that is judged against `main`, and the judge, in this process."""

from __future__ import annotations

import in_process
from in_process import FAULT, Files, InProcess

SITE: dict[str, str | bytes | None] = {
    "hugo.yaml": "baseURL: https://example.org/\n",
    "content/old.md": "---\ntitle: Old\ndraft: yes\n---\nAn old page with an old fault.\n",
    "content/ok.md": "---\ntitle: Fine\n---\nText.\n",
}


class Verdict(in_process.Told):
    """What a run came to: `report` is the JSON report where one was asked for."""

    __slots__ = ()

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


class PullRequest(InProcess):
    """The repository on the branch `topic`."""

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
        self.told("baseline", "update", page, "--no-cache", folder=folder)
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
        return Verdict(*self.told("check", *form, *arguments, folder=self.repo.root / cwd))
