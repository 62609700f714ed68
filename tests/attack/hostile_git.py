"""Repositories whose settings name a program for everything that git could run; the program leaves a mark."""

from __future__ import annotations

import shutil
from pathlib import Path

from repos import Repo

FAULTY = "---\ntitle: A\ndraft: yes\n---\n"
SITE = {"hugo.yaml": "baseURL: https://example.org/\n", "content/posts/a.md": "---\ntitle: A\n---\n"}
LONG = "A line that is long enough for git to see that this is the same file.\n" * 5


class Trap:
    """A program that leaves a mark when it runs."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.mark = folder / "ran"
        self.program = self.named(folder / "trap")

    def named(self, path: Path) -> Path:
        """The program once more, in another place."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'#!/bin/sh\necho "$0 $*" >> "{self.mark}"\nexit 1\n')
        path.chmod(0o755)
        return path

    @property
    def ran(self) -> str:
        """What was run, if anything."""
        return self.mark.read_text() if self.mark.exists() else ""

    def config(self, *, bare: bool = False, more: str = "") -> str:
        """Settings that name the program for all that git runs."""
        here = self.program.as_posix()
        return (
            f"[core]\n\trepositoryformatversion = 0\n\tbare = {str(bare).lower()}\n"
            f"\tfsmonitor = {here}\n\thooksPath = {here}-hooks\n\tpager = {here}\n\teditor = {here}\n"
            f"\tsshCommand = {here}\n\tgitProxy = {here}\n\taskPass = {here}\n"
            f"\talternateRefsCommand = {here}\n"
            f'[filter "trap"]\n\tclean = {here} %f\n\tsmudge = {here}\n\tprocess = {here}\n'
            "\trequired = true\n"
            f'[diff]\n\texternal = {here}\n[diff "trap"]\n\tcommand = {here}\n\ttextconv = {here}\n'
            f"[log]\n\tshowSignature = true\n[gpg]\n\tprogram = {here}\n"
            f"[credential]\n\thelper = {here}\n[status]\n\tsubmoduleSummary = true\n{more}"
        )


def bare(folder: Path, config: str, source: Repo | None = None) -> None:
    """Makes the folder a repository without a working tree, of files that anybody can commit."""
    for name in ("objects/info", "objects/pack", "refs/heads", "refs/remotes/origin"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / ".keep").write_text("")
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    if source is not None:  # its own idea of what was there before
        commit = source.git("rev-parse", "HEAD")
        (folder / "refs/heads/main").write_text(commit + "\n")
        (folder / "refs/remotes/origin/main").write_text(commit + "\n")
        shutil.copytree(source.root / ".git" / "objects", folder / "objects", dirs_exist_ok=True)
        shutil.copyfile(source.root / ".git" / "index", folder / "index")
    (folder / "config").write_text(config)


def old_git(folder: Path) -> Path:
    """A folder with a git as of 2.25: it knows neither `safe.bareRepository` nor `--show-scope`."""
    real = shutil.which("git")
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "git"
    script.write_text(
        "#!/usr/bin/env bash\nkept=()\nfor word; do\n"
        '  [ "$word" = --show-scope ] && exit 129\n'
        '  kept+=("${word/safe.bareRepository=explicit/core.abbrev=40}")\n'
        f'done\nexec "{real}" "${{kept[@]}}"\n'
    )
    script.chmod(0o755)
    return folder
