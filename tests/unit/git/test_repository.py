"""Which repository a folder belongs to, its commits, and what is said where git has no answer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from frontlint.base.errors import UsageError
from frontlint.git.changes import changes_in_index, changes_on_disk
from frontlint.git.repository import Repository
from repos import Repo


def test_the_root_from_anywhere_below(repo: Repo) -> None:
    repo.commit({"a/b/c.md": ""})
    assert Repository.of(repo.root / "a" / "b").root == repo.root.resolve()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="is not in a Git repository"):
        Repository.of(tmp_path)


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="this needs Git"):
        Repository.of(tmp_path)


@pytest.mark.parametrize("name", ["nowhere", "--help", "main:a.md", "", "main..main"])
def test_a_commit_that_git_does_not_know(repo: Repo, name: str) -> None:
    repo.commit({"a.md": ""})
    with pytest.raises(UsageError, match=r"no commit, branch or tag"):
        Repository.of(repo.root).merge_base(name)


def test_the_merge_base_is_where_the_branches_part(repo: Repo) -> None:
    parting = repo.commit({"a.md": "1"})
    repo.git("switch", "--quiet", "--create", "topic")
    repo.commit({"b.md": ""})
    repo.git("switch", "--quiet", "main")
    repo.commit({"c.md": ""})
    repo.git("switch", "--quiet", "topic")
    repo.git("tag", "--annotate", "v1", "--message", "x", "main")
    repository = Repository.of(repo.root)
    assert {repository.merge_base(name) for name in ("main", "v1", parting, parting[:10])} == {parting}


def test_unrelated_histories_have_no_merge_base(repo: Repo) -> None:
    repo.commit({"a.md": ""})
    repo.git("switch", "--quiet", "--orphan", "other")
    repo.commit({"b.md": ""})
    with pytest.raises(UsageError, match=r"no commit in common.*fetch-depth: 0"):
        Repository.of(repo.root).merge_base("main")


def test_a_shallow_clone_says_what_to_do(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"a.md": "1"})
    repo.git("branch", "old")
    repo.commit({"a.md": "2"})
    repo.git("switch", "--quiet", "old")
    repo.commit({"b.md": "1"})
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth=1", "--no-single-branch", repo.root.as_uri(), str(clone))
    repository = Repository.of(clone)
    assert repository.is_shallow()
    with pytest.raises(UsageError, match=r"no commit in common.*shallow.*fetch-depth: 0"):
        repository.merge_base("origin/main")
    with pytest.raises(UsageError, match=r"no commit, branch or tag.*fetch-depth: 0"):
        repository.merge_base("origin/release")


def test_nothing_committed_yet(repo: Repo) -> None:
    assert not Repository.of(repo.root).has_commits()
    with pytest.raises(UsageError, match=r"no commit, branch or tag"):
        Repository.of(repo.root).merge_base("main")


def test_a_linked_worktree_is_a_tree_of_its_own(repo: Repo, tmp_path: Path) -> None:
    base = repo.commit({"a.md": "1"})
    repo.git("worktree", "add", "--quiet", str(tmp_path / "tree"), "-b", "topic")
    (tmp_path / "tree" / "a.md").write_text("2")
    repository = Repository.of(tmp_path / "tree")
    assert repository.root == (tmp_path / "tree").resolve()
    assert [change.path for change in changes_on_disk(repository, base)] == ["a.md"]
    assert changes_on_disk(Repository.of(repo.root), base) == []


def test_the_variables_of_another_repositorys_hook(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = repo.commit({"a.md": "1"})
    repo.write({"a.md": "2"})
    other = Repo(tmp_path / "other")
    other.commit({"x.md": ""})
    monkeypatch.chdir(other.root)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    repository = Repository.of(repo.root)
    assert repository.root == repo.root.resolve()
    assert [change.path for change in changes_on_disk(repository, base)] == ["a.md"]


def test_a_commit_of_some_files_has_an_index_of_its_own(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """`git commit FILE` and `git commit --all` tell their hook of another index than the usual one."""
    repo.commit({"a.md": "1", "b.md": "1"})
    repo.write({"a.md": "2", "b.md": "2"})
    repo.git("add", "b.md")
    monkeypatch.setenv("GIT_INDEX_FILE", str(repo.root / ".git" / "other"))
    repo.git("read-tree", "HEAD")
    repo.git("add", "a.md")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other")
    monkeypatch.setenv("GIT_DIR", ".git")
    (repo.root / "sub").mkdir()
    for folder in (repo.root, repo.root / "sub"):
        monkeypatch.chdir(folder)
        assert [change.path for change in changes_in_index(Repository.of(repo.root))] == ["a.md"]


def test_a_tree_whose_repository_lies_elsewhere(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home folders are kept in a repository like this one."""
    repo.commit({"a.md": "1"})
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("GIT_DIR", str(repo.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(home))
    repository = Repository.of(home)
    assert repository.root == home.resolve()
    assert [change.how.value for change in changes_on_disk(repository, "HEAD")] == ["deleted"]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_DIR", "repo/.git")
    monkeypatch.setenv("GIT_WORK_TREE", "home")
    assert Repository.of(home).root == home.resolve()


def test_blobs_of_every_kind(repo: Repo) -> None:
    contents = [b"", b"\n", b"a\0b\n", b"x" * 100_000, "ä\r\n".encode()]
    repo.commit({f"{number}.md": content for number, content in enumerate(contents)})
    ids = [repo.git("rev-parse", f"HEAD:{number}.md") for number in range(len(contents))]
    found = Repository.of(repo.root).blobs(ids)
    assert [found[one] for one in ids] == contents
    with pytest.raises(UsageError, match="is missing"):
        Repository.of(repo.root).blobs(["0" * 39 + "1"])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions mean nothing here")
def test_a_read_only_checkout(repo: Repo) -> None:
    base = repo.commit({"a.md": "1"})
    (repo.root / "a.md").write_text("2")
    (repo.root / ".git").chmod(0o500)
    try:
        assert [change.path for change in changes_on_disk(Repository.of(repo.root), base)] == ["a.md"]
    finally:
        (repo.root / ".git").chmod(0o700)


def test_the_last_commit_of_a_branch(repo: Repo) -> None:
    repository = Repository.of(repo.root)
    assert repository.head() is None
    first = repo.commit({"a.md": ""})
    assert repository.head() == first
    second = repo.commit({"a.md": "x"})
    assert repository.head() == second
    repo.git("checkout", "--quiet", "--orphan", "other")
    assert repository.head() is None


def test_a_head_that_leads_to_no_commit_is_told(repo: Repo) -> None:
    """Nothing is compared with nothing as if there had been no commit."""
    repo.commit({"a.md": ""})
    tree = repo.git("rev-parse", "HEAD^{tree}")
    (repo.root / ".git" / "refs" / "heads" / "main").write_text(f"{tree}\n")
    with pytest.raises(UsageError):
        Repository.of(repo.root).head()
