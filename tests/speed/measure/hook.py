"""The rows that authors wait for: a commit with its hook, a range of commits, a keystroke of an editor."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

from speed.measure.bench import Bench, age
from speed.measure.rounds import Job
from speed.measure.samples import Measure

_TITLES = 10
_MINUTE = 60
_TITLE, _ALIASES = b"\ntitle: ", b"\naliases:\n"
_SENTENCE = b"\nOne more sentence.\n"
_AUTHOR = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")


class _Repository:
    """A site in a repository of its own, whose cache knows it as it is committed."""

    def __init__(self, bench: Bench) -> None:
        self.folder = bench.scratch / f"repository-{bench.pages}"
        self.cache = bench.scratch / "cache-of-repository"
        self.typed = bench.scratch / "typed.md"
        if not self.folder.exists():
            shutil.copytree(bench.site(bench.pages), self.folder)
            self._git("init", "--quiet")
            self._git("config", "gc.auto", "0")
            self._git("config", "maintenance.auto", "false")
            self._commit()
        pages = sorted((self.folder / "content").rglob("*.md"))
        of_resources = [path for path in pages if "resources" in path.parts and path.name != "_index.md"]
        self.page = of_resources[len(of_resources) // 2]
        self.others = of_resources[:: max(len(of_resources) // _TITLES, 1)][:_TITLES]

    def clean(self) -> None:
        """The site as it was committed first, its files old enough to be believed."""
        first = subprocess.run(
            ["git", "-C", str(self.folder), "rev-list", "--max-parents=0", "HEAD"],
            capture_output=True,
            text=True,
            check=True,
        )
        self._git("reset", "--quiet", "--hard", first.stdout.strip())
        self._git("clean", "--quiet", "--force")
        self._settle()

    def stage_other(self) -> None:
        """Stages a file that is nothing to Hugo."""
        self.clean()
        (self.folder / "notes.txt").write_bytes(os.urandom(8).hex().encode())
        self._stage()

    def stage_title(self) -> None:
        """Stages another title of one page."""
        self.clean()
        _edit(self.page, _TITLE, b"\ntitle: Once more, ")
        self._stage()

    def stage_text(self) -> None:
        """Stages one more sentence of one page."""
        self.clean()
        self.page.write_bytes(self.page.read_bytes() + _SENTENCE)
        self._stage()

    def type_text(self) -> None:
        """One more sentence in an editor, which is not on disk yet."""
        self.clean()
        self.typed.write_bytes(self.page.read_bytes() + _SENTENCE)

    def stage_alias(self) -> None:
        """Stages another alias of one page."""
        self.clean()
        _edit(self.page, _ALIASES, b"\naliases:\n  - /before/that-page\n")
        self._stage()

    def commit_titles(self) -> None:
        """Commits other titles of some pages."""
        self.clean()
        for path in self.others:
            _edit(path, _TITLE, b"\ntitle: Once more, ")
        self._commit()

    def check(self, bench: Bench, name: str, *options: str) -> Job:
        """A run over the site with its cache."""
        return bench.tools.check(name, self.folder, *options, cache=self.cache)

    def _stage(self) -> None:
        self._git("add", "--all")
        self._settle()

    def _commit(self) -> None:
        self._git("add", "--all")
        self._git(*_AUTHOR, "commit", "--quiet", "-m", "x")
        self._settle()

    def _settle(self) -> None:
        young = time.time() - _MINUTE  # what git left alone keeps its time, as on an author's disk
        tops = [path for path in self.folder.iterdir() if path.name != ".git"]
        below = (path for top in tops for path in top.rglob("*"))
        age(path for path in (self.folder, *tops, *below) if path.stat().st_mtime > young)
        self._git("update-index", "-q", "--refresh")

    def _git(self, *arguments: str) -> None:
        subprocess.run(["git", "-C", str(self.folder), *arguments], check=True, stdout=subprocess.DEVNULL)


def _edit(path: Path, old: bytes, new: bytes) -> None:
    path.write_bytes(path.read_bytes().replace(old, new, 1))


def hook(bench: Bench) -> None:
    """What a commit, a range of commits and an editor cost, the site known from the last run."""
    here, pages = _Repository(bench), f"{bench.pages:,} pages"
    here.clean()
    warm = here.check(bench, f"frontlint, the whole repository, {pages}")
    bench.run([warm], 1)
    read = f"read, {pages}, beside hooks"
    staged = {
        f"--staged, nothing relevant, {pages}": (here.stage_other, 1.0, 0.3),
        f"--staged, one text, {pages}": (here.stage_text, 2.0, 1.0),
        f"--staged, one title, {pages}": (here.stage_title, 2.0, 1.0),
        f"--staged, one alias, {pages}": (here.stage_alias, 3.0, 2.0),
    }
    jobs = [bench.tools.read(read, here.folder)]
    jobs += [
        replace(here.check(bench, name, "--staged"), before=before) for name, (before, _, _) in staged.items()
    ]
    since = f"--since a commit that changed {_TITLES} titles, {pages}"
    jobs.append(replace(here.check(bench, since, "--since", "HEAD~1"), before=here.commit_titles))
    stdin = f"stdin, one page of {pages}"
    jobs.append(replace(_typed(bench, here, stdin), before=here.type_text))
    bench.run(jobs)
    for name, (_, must, goal) in staged.items():
        bench.compare(f"{name}, against read", name, read, Measure.CPU, must, goal)
    bench.compare(f"{since}, against read", since, read, Measure.CPU, 3.0, 2.0)
    bench.compare(f"{stdin}, against read", stdin, read, Measure.CPU, 1.0, 0.3)


def _typed(bench: Bench, here: _Repository, name: str) -> Job:
    """An editor's run: the page comes on stdin."""
    job = here.check(bench, name, "--stdin-filename", str(here.page))
    command = tuple("-" if part == str(here.folder) else part for part in job.command)
    return replace(job, command=(*command, "--source", str(here.folder)), given=str(here.typed))
