"""A commit with what the last run kept is told what it would be told without; the disk is looked at once."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frontlint.engine.cache import last_run
from frontlint.engine.cache.disk import changes_on_disk
from frontlint.git.command import Git
from in_process import InProcess, Told
from repos import Repo

BODY = "Text of the page.\n"
HUGO = "baseURL: https://example.org/\n"
FILES: dict[str, str | bytes | None] = {
    "hugo.yaml": HUGO,
    ".gitignore": "*.local.md\n",
    "static/x.css": "x",
    "content/posts/_index.md": "---\ntitle: Posts\n---\n",
    **{f"content/posts/p{at}.md": f"---\ntitle: {at}\n---\n{BODY}" for at in range(8)},
    "content/posts/ref.md": f'---\ntitle: R\n---\n{{{{< ref "p1" >}}}}\n{BODY}',
}
P1, P2 = "content/posts/p1.md", "content/posts/p2.md"
TITLE = f"---\ntitle: Other\ndraft: yes\n---\n{BODY}"
ALIAS = f"---\ntitle: 1\naliases: [/posts/p2/]\n---\n{BODY}"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> InProcess:
    """A repository whose site a run has looked at."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = InProcess(tmp_path / "repo", monkeypatch, capsys)
    made.repo.commit(FILES)
    age(made.repo)
    assert told(made).code == 0
    return made


def age(repo: Repo) -> None:
    """Makes all that is new a minute old."""
    moment = time.time() - 60
    for path in (repo.root, *repo.root.rglob("*")):
        if ".git" not in path.parts and path.stat().st_mtime > moment:
            os.utime(path, (moment, moment))


def told(here: InProcess, *arguments: str) -> Told:
    return here.told("check", *arguments, folder=here.repo.root)


def nothing(repo: Repo) -> None:
    pass


def unstaged(repo: Repo) -> None:
    repo.write({P1: TITLE + "More, and not staged.\n", P2: TITLE, "static/x.css": "y"})


def untracked(repo: Repo) -> None:
    """A ref of a page that is to be committed would lead to one that is not."""
    repo.write({"content/posts/new.md": ALIAS, "content/posts/new/x.md": ALIAS, "static/new.html": ""})


def ignored(repo: Repo) -> None:
    """It is on disk in every build."""
    repo.write({"content/posts/p9.local.md": "---\nurl: /posts/p2/\n---\n"})


def gone(repo: Repo) -> None:
    repo.write({P2: None, "content/posts/p3.md": None})


def more_staged(repo: Repo) -> None:
    """A page that goes, and one that is on disk as it is neither in the commit nor before."""
    repo.write({"content/posts/p4.md": None, P2: None, "content/posts/p0.md": TITLE})
    repo.git("add", "--all")
    repo.write({"content/posts/p0.md": ALIAS, "content/posts/p3.md": None})


def a_bundle_that_comes_back(repo: Repo) -> None:
    """A site that is put together whole."""
    repo.write({"content/posts/_index.md": None})
    repo.git("add", "--all")
    repo.write({"content/posts/_index.md": "---\ntitle: Again\n---\n"})


def broken_settings(repo: Repo) -> None:
    repo.write({"hugo.yaml": "baseURL: [\n"})


def other_settings(repo: Repo) -> None:
    repo.write({"hugo.yaml": HUGO + "uglyURLs: true\n"})


def a_program(repo: Repo) -> None:
    repo.write({"content/posts/_content.gotmpl": "{{ }}"})


def theirs(repo: Repo) -> None:
    Repo(repo.root / "content/theirs").commit({"page.md": ALIAS})


BESIDE = [
    nothing,
    unstaged,
    untracked,
    ignored,
    gone,
    more_staged,
    a_bundle_that_comes_back,
    broken_settings,
    other_settings,
    a_program,
    theirs,
]


@pytest.mark.parametrize("staged", [TITLE, ALIAS, None], ids=["title", "alias", "gone"])
@pytest.mark.parametrize("beside", BESIDE)
def test_a_commit_is_told_what_it_would_be_told_without_a_cache(
    here: InProcess, beside: Callable[[Repo], None], staged: str | None
) -> None:
    beside(here.repo)
    kept = {name: (here.repo.root / name).read_bytes() for name in [P1] if beside is unstaged}
    here.repo.write({P1: staged})
    here.repo.git("add", "--all", P1)
    here.repo.write(dict(kept))
    age(here.repo)
    warm, cold = (told(here, "--staged", "--output-format", "json", *more) for more in ([], ["--no-cache"]))
    assert warm.code == cold.code == 1
    assert _without_time(warm) == _without_time(cold)


def _without_time(found: Told) -> tuple[dict[str, Any], str]:
    summary = {**found.report["summary"], "seconds": 0}
    return {**found.report, "summary": summary}, re.sub(r"\([\d.]+ s\)", "", found.err)


def test_the_disk_is_looked_at_once_and_git_walks_through_no_content(
    here: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[object] = []
    calls: list[tuple[str, ...]] = []
    run = Git.run

    def looked(*arguments: Any) -> Any:
        looks.append(arguments)
        return changes_on_disk(*arguments)

    def asked(git: Git, *arguments: str, stdin: bytes = b"") -> bytes:
        calls.append(arguments)
        return run(git, *arguments, stdin=stdin)

    monkeypatch.setattr(last_run, "changes_on_disk", looked)
    monkeypatch.setattr(Git, "run", asked)
    here.repo.write({P1: TITLE})
    here.repo.git("add", P1)
    here.repo.write({P2: TITLE})
    age(here.repo)
    assert told(here, "--staged").code == 1
    assert len(looks) == 1
    walks = [call[call.index("--") + 1 :] for call in calls if "--others" in call]
    assert [sorted(walk) for walk in walks] == [[".gitignore", "hugo.yaml", "static"]]
