"""A tree is the disk but for what is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.files import ProjectFiles


@pytest.fixture
def tree(tmp_path: Path) -> ProjectFiles:
    for name in ("a.md", "in/b.md", "in/deep/c.md", "gone/d.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("disk")
    return ProjectFiles(tmp_path, {"a.md": b"new", "in/b.md": None, "gone/d.md": None, "added/e.md": b""})


def test_files_are_read_from_the_disk_or_from_what_stands_in_for_them(tree: ProjectFiles) -> None:
    assert (tree.read("in/deep/c.md"), tree.read("a.md"), tree.read("./a.md")) == (b"disk", b"new", b"new")
    for name in ("in/b.md", "never.md"):
        with pytest.raises(FileNotFoundError):
            tree.read(name)


def test_what_is_there(tree: ProjectFiles) -> None:
    names = ("a.md", "in/b.md", "in/deep/c.md", "added/e.md", "gone/d.md", "in", "never")
    assert [name for name in names if tree.is_file(name)] == ["a.md", "in/deep/c.md", "added/e.md"]
    folders = (".", "in", "in/deep", "added", "gone", "never", "a.md")
    assert [name for name in folders if tree.is_dir(name)] == [".", "in", "in/deep", "added"]


def test_the_files_below_a_folder(tree: ProjectFiles) -> None:
    assert sorted(tree.below(".")) == ["a.md", "added/e.md", "in/deep/c.md"]
    assert sorted(tree.below("in")) == ["in/deep/c.md"]
    assert list(tree.below("gone")) == list(tree.below("never")) == []
