"""What git neither tracks nor ignores, found without a walk through folders that are known."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from frontlint.git.command import Git
from frontlint.git.repository import Repository
from frontlint.git.untracked import Known, untracked
from repos import Repo

FILES: dict[str, str | bytes | None] = {
    "content/a.md": "a",
    "content/posts/b/index.md": "b",
    "content/posts/b/image.png": "x",
    "docs/c.md": "c",
    "static/x.css": "x",
    ".gitignore": "*.local.md\n/out\n",
    "hugo.yaml": "",
}


def _new_files(repo: Repo) -> None:
    repo.write(
        {"content/new.md": "", "content/posts/b/more.md": "", "docs/new.md": "", "new.txt": "", "out/x": ""}
    )


def _ignored(repo: Repo) -> None:
    repo.write({"content/a.local.md": "", "docs/a.local.md": "", "content/.gitignore": "kept.md\n"})
    repo.write({"content/kept.md": "", "content/posts/kept.md": ""})


def _nested(repo: Repo) -> None:
    for name in ("content/theirs", "theirs"):
        Repo(repo.root / name).commit({"n.md": "", "below/o.md": ""})


def _submodule(repo: Repo) -> None:
    for name in ("content/sub", "sub"):
        commit = Repo(repo.root / name).commit({"n.md": "", "below/o.md": ""})
        repo.write({f"{name}/new.md": ""})
        repo.git("update-index", "--add", "--cacheinfo", f"160000,{commit},{name}")


def _staged(repo: Repo) -> None:
    repo.write({"content/new.md": "", "content/later.md": ""})
    repo.git("add", "content/new.md")
    repo.git("add", "--intent-to-add", "content/later.md")
    repo.git("rm", "--quiet", "--cached", "content/a.md")


def _gone(repo: Repo) -> None:
    repo.write({"content/a.md": None, "docs/c.md": None})


def _links(repo: Repo) -> None:
    (repo.root / "content/link.md").symlink_to("a.md")
    (repo.root / "content/folder").symlink_to("posts")
    (repo.root / "elsewhere").symlink_to("content")


def _odd(repo: Repo) -> None:
    for name in ("a b.md", "umlaut-ä.md", "-dash.md", ":(top).md", "*.md", "new\nline.md"):
        repo.write({f"content/{name}": "", name: ""})


FOLDERS = [("content",), ("content/posts",), ("content", "docs"), ("content/posts", "docs")]
WORLDS = [_new_files, _ignored, _nested, _submodule, _staged, _gone, _links, _odd]


def asked(repo: Repo, monkeypatch: pytest.MonkeyPatch, known: Known) -> tuple[list[str], list[list[str]]]:
    """What is found, and what git was asked for."""
    calls: list[list[str]] = []
    run = Git.run

    def noted(git: Git, *arguments: str, stdin: bytes = b"") -> bytes:
        calls.append(list(arguments))
        return run(git, *arguments, stdin=stdin)

    repository = Repository.of(repo.root)
    monkeypatch.setattr(Git, "run", noted)
    found = untracked(repository, known)
    monkeypatch.setattr(Git, "run", run)
    return sorted(found), [call for call in calls if "--others" in call]


def pages(root: Path, *folders: str) -> list[str]:
    """All Markdown files there, whatever git says of them, and one that has gone."""
    found = [path for folder in folders for path in (root / folder).rglob("*.md")]
    return [*(path.relative_to(root).as_posix() for path in found), f"{folders[0]}/gone.md"]


@pytest.mark.skipif(os.name == "nt", reason="names and links that Windows does not have")
@pytest.mark.parametrize(
    "folders", [("content",), ("content/posts",), ("content", "docs"), ("content/posts", "docs")]
)
@pytest.mark.parametrize("world", WORLDS)
def test_it_is_what_a_walk_finds(
    repo: Repo, world: Callable[[Repo], None], folders: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit(FILES)
    world(repo)
    files = pages(repo.root, *folders)
    inside = tuple(f"{folder}/" for folder in folders)
    whole, walks = asked(repo, monkeypatch, Known())
    assert walks[0][-1] == "--"
    found, calls = asked(repo, monkeypatch, Known(folders, files))
    assert found == [path for path in whole if not path.startswith(inside) or path in files]
    assert calls
    assert not {*folders, "."}.intersection(calls[0])


def test_a_project_in_a_folder_of_its_repository(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({"site/content/a.md": "", "site/static/x": "", "other/y": ""})
    repo.write({"site/content/b.md": "", "site/static/z": "", "other/w": "", "v": ""})
    known = Known(("site/content",), ("site/content/a.md", "site/content/b.md"))
    found, calls = asked(repo, monkeypatch, known)
    assert found == ["other/w", "site/content/b.md", "site/static/z", "v"]
    assert sorted(calls[0][calls[0].index("--") + 1 :]) == ["other", "site/content/b.md", "site/static", "v"]


def test_where_there_is_nothing_but_what_is_known_git_does_not_walk(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit({"content/a.md": ""})
    assert asked(repo, monkeypatch, Known(("content",), ("content/a.md",))) == ([], [])


@pytest.mark.parametrize("kind", ["a repository within", "in a repository within", "a link", "behind a link"])
def test_where_a_folder_is_not_what_it_seems_git_walks(
    repo: Repo, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit({"real/below/a.md": "", "x": ""})
    if kind.endswith("within"):
        Repo(repo.root / "content").commit({"a.md": "", "below/b.md": ""})
    else:
        (repo.root / "content").symlink_to("real")
    folder = "content/below" if kind.startswith(("in", "behind")) else "content"
    repo.write({"y": ""})
    whole, _ = asked(repo, monkeypatch, Known())
    found, calls = asked(repo, monkeypatch, Known((folder,), (f"{folder}/a.md", f"{folder}/b.md")))
    assert found == whole
    assert calls[0][-1] == "--"


def test_git_walks_where_the_paths_are_too_long_for_a_command(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"content/{number}-{'x' * 200}.md" for number in range(200)]
    repo.commit({"a": ""})
    repo.write(dict.fromkeys(names, ""))
    found, calls = asked(repo, monkeypatch, Known(("content",), names))
    assert found == sorted(names)
    assert calls[0][-1] == "--"
