"""What a comparison fetches: the changes of one project, and the contents of no other file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from frontlint.base.errors import UsageError
from frontlint.engine.compare.changes import (
    Comparison,
    compare_range,
    compare_staged,
    compare_with,
    renamed_since,
)
from frontlint.git.repository import Repository
from repos import Repo, shield

LONG = "A line that is long enough for git to see that this is the same file.\n" * 5


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    shield(monkeypatch)
    made = Repo(tmp_path / "repo")
    made.commit(
        {
            "site/hugo.yaml": "title: A\n",
            "site/content/a.md": "old",
            "site/content/same.md": "same",
            "site/content/out.md": LONG + "out",
            "site/static/logo.png": b"\x89PNG old",
            "docs/in.md": LONG + "in",
            "docs/b.md": "old",
        }
    )
    return made


def change_everything(repo: Repo) -> None:
    repo.git("mv", "docs/in.md", "site/content/in.md")
    repo.git("mv", "site/content/out.md", "docs/out.md")
    repo.write({"site/content/a.md": "new", "docs/b.md": "new", "site/static/logo.png": b"\x89PNG new"})
    repo.git("add", "--all")


def told(comparison: Comparison) -> list[str]:
    return [str(change) for change in comparison.changes]


CHANGES = [
    "content/a.md was changed",
    "content/in.md was added",
    "content/out.md was deleted",
    "static/logo.png was changed",
]


@pytest.mark.parametrize("staged", [False, True])
def test_changes_of_the_project_alone(repo: Repo, staged: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    change_everything(repo)
    fetched: list[str] = []
    blobs = Repository.blobs

    def watched(self: Repository, ids: Iterable[str]) -> dict[str, bytes]:
        fetched.extend(ids := list(ids))
        return blobs(self, ids)

    monkeypatch.setattr(Repository, "blobs", watched)
    project = repo.root / "site"
    comparison = compare_staged(project) if staged else compare_with(project, "HEAD")
    assert sorted(told(comparison)) == CHANGES
    assert comparison.now == {}
    assert comparison.before == {
        "content/a.md": b"old",
        "content/in.md": None,
        "content/out.md": LONG.encode() + b"out",
        "static/logo.png": b"",
    }
    assert len(set(fetched)) == 2, "an image is not read, and neither is what did not change"


def test_the_index_stands_in_for_the_disk(repo: Repo) -> None:
    change_everything(repo)
    repo.write({"site/content/a.md": "on disk", "site/content/same.md": "on disk", "site/content/new.md": ""})
    comparison = compare_staged(repo.root / "site")
    assert sorted(told(comparison)) == CHANGES
    assert comparison.now == {"content/a.md": b"new", "content/same.md": b"same", "content/new.md": None}
    assert comparison.before["content/a.md"] == b"old"
    assert comparison.before["content/same.md"] == b"same"


def test_a_range_stands_in_for_the_disk_whatever_is_checked_out(repo: Repo) -> None:
    repo.git("branch", "start")
    repo.git("switch", "--quiet", "--create", "other")
    change_everything(repo)
    repo.commit({})
    repo.git("switch", "--quiet", "main")
    repo.commit({"site/content/main.md": "of main alone"})
    comparison = compare_range(repo.root / "site", "main", "other")
    assert sorted(told(comparison)) == CHANGES, "since both parted"
    assert comparison.now["content/a.md"] == b"new"
    assert comparison.now["content/main.md"] is comparison.now["content/out.md"] is None
    assert comparison.before["content/a.md"] == b"old"
    assert told(compare_range(repo.root / "site", "other", "start")) == []
    with pytest.raises(UsageError, match="called `nowhere`"):
        compare_range(repo.root / "site", "main", "nowhere")


def test_renames_since_a_file_was_committed(repo: Repo) -> None:
    project, file = repo.root / "site", repo.root / "site" / "hugo.yaml"
    repo.git("mv", "site/content/out.md", "site/content/b.md")
    repo.commit({})
    repo.git("mv", "site/content/b.md", "site/content/c.md")
    assert renamed_since(project, file) == {"content/out.md": "content/c.md"}
    repo.commit({"site/hugo.yaml": "title: B\n"})
    assert renamed_since(project, file) == {}
    assert renamed_since(project, project / "never-committed") == {}
