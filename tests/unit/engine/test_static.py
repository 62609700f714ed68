"""The files of the static folders: which there are, and that nobody looks unless a rule asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.files import ProjectFiles
from frontlint.engine import steps
from frontlint.engine.discover import static_files
from frontlint.hugo.config import load_config
from support import lint, make_project


def test_static_files_by_their_paths_below_the_folders(tmp_path: Path) -> None:
    files = {"hugo.yaml": "staticDir: [static, more]\n", "content/a.md": "---\ntitle: A\n---\n"}
    project = make_project(tmp_path, {**files, "static/a.css": "", "static/a/b.html": "", "more/c.png": ""})
    assert static_files(ProjectFiles(project), load_config(project)) == {"a.css", "a/b.html", "c.png"}


def test_a_project_without_a_static_folder_has_none(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: A\n---\n"})
    assert static_files(ProjectFiles(project), load_config(project)) == frozenset()


def test_nobody_looks_unless_the_rule_is_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Path] = []

    def look(*arguments: object) -> frozenset[str]:
        looks.append(project)
        return frozenset()

    monkeypatch.setattr(steps, "static_files", look)
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: A\n---\n"})
    lint(project, ["url-collision"])
    assert looks == []
    lint(project, ["static-overwritten"])
    assert looks == [project]
