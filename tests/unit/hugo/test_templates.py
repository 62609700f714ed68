"""What is seen of templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.files import ProjectFiles
from frontlint.hugo.config import load_config
from frontlint.hugo.templates import rendered_fields, template_notes
from support import make_project

FILES = {
    "layouts/single.html": "{{ .Description | .RenderString }}{{ .Params.Lead | markdownify }}{{ .Title }}",
    "layouts/list.html": "{{ .Paginate .Pages }}",
}


def test_the_fields_that_are_rendered(tmp_path: Path) -> None:
    tree = ProjectFiles(make_project(tmp_path, FILES))
    assert rendered_fields(tree, load_config(tmp_path)) >= {"description", "lead"}
    assert "title" not in rendered_fields(tree, load_config(tmp_path))


def test_a_template_that_cannot_be_read_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree, config = ProjectFiles(make_project(tmp_path, FILES)), load_config(tmp_path)

    def refuse(tree: ProjectFiles, name: str) -> bytes:
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr(ProjectFiles, "read", refuse)
    assert rendered_fields(tree, config) == frozenset()
    assert list(template_notes(tree, config)) == []
