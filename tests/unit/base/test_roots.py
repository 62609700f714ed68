"""Where a repository begins: the nearest folder upward with a `.git`, whatever else looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.roots import Roots, repository_root


def test_the_nearest_folder_upward_with_a_git_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "site" / "content").mkdir(parents=True)
    assert repository_root(tmp_path / "site" / "content") == tmp_path.resolve()
    assert repository_root(tmp_path) == tmp_path.resolve()


def test_a_worktree_or_submodule_has_a_file_and_is_nearer(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "module" / "content").mkdir(parents=True)
    (tmp_path / "module" / ".git").write_text("gitdir: ../.git/modules/module\n")
    assert repository_root(tmp_path / "module" / "content") == (tmp_path / "module").resolve()


def test_a_folder_that_looks_like_a_bare_repository_is_not_one(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    site = tmp_path / "site"
    for name in ("objects", "refs"):
        (site / name).mkdir(parents=True)
    (site / "HEAD").write_text("ref: refs/heads/main\n")
    (site / "config").write_text("[core]\n\tbare = true\n")
    assert repository_root(site) == tmp_path.resolve()


def test_links_are_resolved_as_git_does(tmp_path: Path) -> None:
    real = tmp_path / "real"
    (real / ".git").mkdir(parents=True)
    (real / "site").mkdir()
    (tmp_path / "link").symlink_to(real / "site", target_is_directory=True)
    assert repository_root(tmp_path / "link") == real.resolve()


def test_a_folder_that_is_not_there_yet_is_looked_up_from_its_parents(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert repository_root(tmp_path / "new" / "folder") == tmp_path.resolve()


def test_a_relative_path_starts_at_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    assert repository_root(Path()) == tmp_path.resolve()


def test_without_git_there_is_none(tmp_path: Path) -> None:
    assert repository_root(tmp_path) is None


def test_many_folders_are_looked_up_as_each_of_them(tmp_path: Path) -> None:
    for folder in ("site/content/a/b", "site/content/inner/c", "site/content/inner/d/e", "elsewhere"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "site" / ".git").mkdir()
    (tmp_path / "site" / "content" / "inner" / ".git").write_text("gitdir: x")
    folders = [*tmp_path.rglob("*"), tmp_path / "site" / "not" / "there", tmp_path]
    roots = Roots()
    assert [roots.of(one) for one in folders] == [repository_root(one) for one in folders]
    assert roots.of(tmp_path / "site/content/inner/d/e") == (tmp_path / "site/content/inner").resolve()
    assert roots.of(tmp_path / "site/content/a") == (tmp_path / "site").resolve()
