"""Where the files go."""

from __future__ import annotations

from pathlib import Path

from frontlint.init.destination import destination_of


def test_in_a_repository_they_go_to_its_root(tmp_path: Path) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    project = tmp_path / "repo" / "a" / "site"
    project.mkdir(parents=True)
    place = destination_of(project, tmp_path)
    assert (place.root, place.source, place.repository) == (tmp_path / "repo", "a/site", True)


def test_a_worktree_or_submodule_is_a_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: elsewhere")
    assert destination_of(tmp_path, tmp_path).repository
    assert destination_of(tmp_path, tmp_path).source is None


def test_elsewhere_they_go_to_the_current_folder_if_the_site_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "other").mkdir()
    assert destination_of(tmp_path / "site", tmp_path).root == tmp_path
    assert destination_of(tmp_path / "site", tmp_path / "other").root == tmp_path / "site"


def test_several_projects_are_named_from_the_root_in_order(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    names = ["docs", "blog/site", "."]
    for name in names:
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    first, *others = (tmp_path / name for name in names)
    assert destination_of(first, tmp_path, others).sources == [".", "blog/site", "docs"]
