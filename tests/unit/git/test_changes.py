"""What has changed, as git tells it, whatever the names, the settings and the state of the tree."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from frontlint.git.changes import (
    How,
    beside_commit,
    beside_the_index,
    changes_between,
    changes_in_index,
    changes_on_disk,
)
from frontlint.git.repository import Repository
from repos import Repo

LONG = "A line that is long enough for git to see that this is the same file.\n" * 5
ODD = ["a b.md", 'a "quoted".md', "umlaut-äöü.md", "tab\there.md", "line\nbreak.md", "-dash.md", "日本.md"]


def on_disk(repo: Repo, commit: str) -> list[tuple[str, str, str]]:
    found = changes_on_disk(Repository.of(repo.root), commit)
    return [(change.how.value, change.old_path, change.path) for change in found]


def staged(repo: Repo) -> list[tuple[str, str, str]]:
    found = changes_in_index(Repository.of(repo.root))
    return [(change.how.value, change.old_path, change.path) for change in found]


def test_everything_that_can_happen_to_a_file(repo: Repo) -> None:
    base = repo.commit({"same.md": "1", "edited.md": "2", "gone.md": "3", "moved.md": LONG})
    repo.write({"edited.md": "two", "gone.md": None, "untracked.md": "5"})
    repo.git("mv", "moved.md", "to.md")
    repo.write({"to.md": LONG + "And a line.\n"})
    assert on_disk(repo, base) == [
        ("changed", "edited.md", "edited.md"),
        ("deleted", "gone.md", "gone.md"),
        ("renamed", "moved.md", "to.md"),
        ("added", "untracked.md", "untracked.md"),
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_of_every_kind(repo: Repo) -> None:
    base = repo.commit(dict.fromkeys(ODD, "old"))
    repo.commit({**dict.fromkeys(ODD, "new"), "sub/" + ODD[1]: "added"})
    repo.write({"sub/" + ODD[4]: "untracked"})
    assert sorted(path for _, _, path in on_disk(repo, base)) == sorted(
        [*ODD, "sub/" + ODD[1], "sub/" + ODD[4]]
    )


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="names there are Unicode")
def test_a_name_that_is_not_utf8(repo: Repo) -> None:
    base = repo.commit({"a.md": ""})
    name = os.fsdecode(b"caf\xe9.md")
    repo.write({name: "x"})
    assert on_disk(repo, base) == [("added", name, name)]


def test_a_rename_that_git_was_not_told_of(repo: Repo) -> None:
    base = repo.commit({"old.md": LONG, "other.md": "x"})
    (repo.root / "old.md").rename(repo.root / "new name.md")
    assert on_disk(repo, base) == [("renamed", "old.md", "new name.md")]


def test_settings_of_the_user_change_nothing(repo: Repo) -> None:
    base = repo.commit({"sub/moved.md": LONG, "ä.md": "1"})
    repo.git("mv", "sub/moved.md", "sub/to.md")
    repo.write({"ä.md": "2", "new.md": "3"})
    before = on_disk(repo, base)
    assert len(before) == 3
    for key, value in {
        "diff.renames": "false",
        "diff.external": "false",
        "diff.noprefix": "true",
        "diff.relative": "true",
        "core.quotePath": "true",
        "status.showUntrackedFiles": "no",
        "color.ui": "always",
        "core.pager": "false",
        "diff.algorithm": "histogram",
    }.items():
        repo.git("config", key, value)
    assert on_disk(repo, base) == before


def test_from_a_folder_below_the_paths_count_from_the_root(repo: Repo) -> None:
    base = repo.commit({"site/a.md": "1", "other/b.md": "1"})
    repo.write({"site/a.md": "2", "other/b.md": "2", "site/new.md": ""})
    found = changes_on_disk(Repository.of(repo.root / "site"), base)
    assert [change.path for change in found] == ["other/b.md", "site/a.md", "site/new.md"]


def test_a_touched_file_is_not_a_changed_one(repo: Repo) -> None:
    base = repo.commit({"a.md": "1"})
    os.utime(repo.root / "a.md", (1, 1))
    index = (repo.root / ".git" / "index").read_bytes()
    assert on_disk(repo, base) == []
    assert (repo.root / ".git" / "index").read_bytes() == index, "a check writes nothing"


def test_ignored_files_are_no_changes(repo: Repo) -> None:
    base = repo.commit({".gitignore": "*.tmp.md\n"})
    repo.write({"a.tmp.md": "x"})
    assert on_disk(repo, base) == []


def test_the_index_and_what_lies_beside_it(repo: Repo) -> None:
    repo.commit({"a.md": "old", "b.md": "old", "gone.md": "old"})
    repo.write({"a.md": "staged", "new.md": "staged"})
    repo.git("add", "--all")
    repo.write({"a.md": "on disk", "b.md": "on disk", "untracked.md": "x"})
    repo.git("rm", "--quiet", "--cached", "gone.md")
    repository = Repository.of(repo.root)
    assert staged(repo) == [
        ("changed", "a.md", "a.md"),
        ("deleted", "gone.md", "gone.md"),
        ("added", "new.md", "new.md"),
    ]
    beside = beside_the_index(repository)
    assert {path: blob and repository.blobs([blob.id])[blob.id] for path, blob in beside.items()} == {
        "a.md": b"staged",
        "b.md": b"old",
        "gone.md": None,
        "untracked.md": None,
    }
    new = {change.path: change.new for change in changes_in_index(repository)}
    blob = new["a.md"]
    assert blob is not None
    assert repository.blobs([blob.id]) == {blob.id: b"staged"}


def test_two_commits_and_what_is_on_disk_beside_the_later_one(repo: Repo) -> None:
    old = repo.commit({"a.md": "old", "b.md": "same", "gone.md": "x", "moved.md": LONG})
    repo.git("mv", "moved.md", "to.md")
    new = repo.commit({"a.md": "new", "gone.md": None, "new.md": "new"})
    repo.git("checkout", "--quiet", "--detach", old)
    repo.write({"b.md": "on disk", "untracked.md": "x"})
    repository = Repository.of(repo.root)
    found = changes_between(repository, old, new)
    assert [(change.how.value, change.old_path, change.path) for change in found] == [
        ("changed", "a.md", "a.md"),
        ("deleted", "gone.md", "gone.md"),
        ("added", "new.md", "new.md"),
        ("renamed", "moved.md", "to.md"),
    ]
    assert changes_between(repository, new, new) == []
    beside = beside_commit(repository, new)
    assert {path: blob and repository.blobs([blob.id])[blob.id] for path, blob in beside.items()} == {
        "a.md": b"new",
        "b.md": b"same",
        "gone.md": None,
        "moved.md": None,
        "new.md": b"new",
        "to.md": LONG.encode(),
        "untracked.md": None,
    }


def test_an_intent_to_add_is_not_staged(repo: Repo) -> None:
    repo.commit({"a.md": ""})
    repo.write({"b.md": "x"})
    repo.git("add", "--intent-to-add", "b.md")
    assert staged(repo) == []
    assert beside_the_index(Repository.of(repo.root)) == {"b.md": None}


def test_before_the_first_commit_everything_is_added(repo: Repo) -> None:
    repo.write({"a.md": "x"})
    repo.git("add", "a.md")
    assert staged(repo) == [("added", "a.md", "a.md")]


@pytest.mark.skipif(os.name == "nt", reason="links take a permission there")
def test_a_link_is_no_file(repo: Repo) -> None:
    base = repo.commit({"a.md": "x", "b.md": "y"})
    (repo.root / "a.md").unlink()
    (repo.root / "a.md").symlink_to("b.md")
    assert on_disk(repo, base) == [("deleted", "a.md", "a.md")]


def test_a_conflict_is_left_to_git(repo: Repo) -> None:
    base = repo.commit({"a.md": "1\n", "b.md": "1\n"})
    repo.git("switch", "--quiet", "--create", "other")
    repo.commit({"a.md": "2\n", "b.md": "2\n"})
    repo.git("switch", "--quiet", "main")
    repo.commit({"a.md": "3\n"})
    done = subprocess.run(["git", "merge", "other"], cwd=repo.root, capture_output=True, check=False)
    assert done.returncode == 1
    assert ("changed", "a.md", "a.md") in on_disk(repo, base)
    assert [path for _, _, path in staged(repo)] == ["b.md"]


def test_files_of_a_sparse_checkout_are_not_deleted(repo: Repo) -> None:
    base = repo.commit({"in/a.md": "1", "out/b.md": "1", "out/c.md": "1"})
    repo.commit({"in/a.md": "2", "out/b.md": "2"})
    repo.git("sparse-checkout", "set", "--no-cone", "/in/")
    assert not (repo.root / "out" / "b.md").exists()
    assert on_disk(repo, base) == [("changed", "in/a.md", "in/a.md")]


def test_a_submodule_is_compared_file_by_file(repo: Repo, tmp_path: Path) -> None:
    inner = Repo(tmp_path / "inner")
    inner.commit({"a.md": "1", "b.md": "1", "moved.md": LONG})
    repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.root), "content")
    base = repo.commit({"x.md": ""})
    inside = repo.root / "content"
    (inside / "a.md").write_text("2")
    repo.git("mv", "moved.md", "to.md", cwd=inside)
    repo.git("commit", "--quiet", "--all", "--message", "inside", cwd=inside)
    (inside / "b.md").write_text("on disk")
    assert on_disk(repo, base) == [
        ("changed", "content/a.md", "content/a.md"),
        ("changed", "content/b.md", "content/b.md"),
        ("renamed", "content/moved.md", "content/to.md"),
    ]
    changes = changes_on_disk(Repository.of(repo.root), base)
    assert changes[0].how is How.CHANGED
    old = changes[0].old
    assert old is not None
    assert old.repository.blobs([old.id]) == {old.id: b"1"}
