"""What is seen of templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.files import ProjectFiles
from frontlint.hugo.config import load_config
from frontlint.hugo.rendered import Rendered, rendered_fields
from frontlint.hugo.templates import template_notes
from support import make_project

FILES = {
    "layouts/single.html": "{{ .Description | .RenderString }}{{ .Params.Lead | markdownify }}{{ .Title }}",
    "layouts/list.html": "{{ .Paginate .Pages }}",
}


def test_the_fields_that_are_rendered(tmp_path: Path) -> None:
    tree = ProjectFiles(make_project(tmp_path, FILES))
    assert rendered_fields(tree, load_config(tmp_path)).surely >= {"description", "lead"}
    assert "title" not in rendered_fields(tree, load_config(tmp_path)).surely


@pytest.mark.parametrize(
    "template",
    [
        "{{ with .Params.description }}<p>{{ . | markdownify }}</p>{{ end }}",
        "{{ with .Description }}{{ $.Page.RenderString . }}{{ end }}",
        "{{ if .Description }}{{ else with .Params.description }}{{ . | markdownify }}{{ end }}",
        "{{ $lead := .Description | default .Summary }}{{ $lead | markdownify }}",
        "{{ $a := .Description }}{{ $b := $a }}{{ markdownify $b }}",
        '{{ index .Params "description" | markdownify }}',
        '{{ .Param "description" | markdownify }}',
        '{{ $d := index .Params "description" }}{{ $d | markdownify }}',
        '{{ partial "p.html" (dict "text" .Description) }}{{ define "p" }}{{ .text | markdownify }}{{ end }}',
        '{{ partial "p.html" .Params.description }}{{ define "p" }}{{ . | markdownify }}{{ end }}',
        "{{- .Page.Params.description | markdownify | plainify -}}",
    ],
)
def test_a_field_may_be_rendered_by_another_name(template: str, tmp_path: Path) -> None:
    tree = ProjectFiles(make_project(tmp_path, {"layouts/page.html": template}))
    assert "description" in rendered_fields(tree, load_config(tmp_path)).perhaps


@pytest.mark.parametrize(
    "template",
    [
        '<meta content="{{ .Description }}">{{ .Title | markdownify }}',
        "{{ with .Description }}{{ . }}{{ end }}{{ $t := .Title }}{{ $t | markdownify }}",
        "{{ with .Description }}{{ .  | plainify }}{{ end }}",
    ],
)
def test_a_field_that_is_only_shown_is_not_rendered(template: str, tmp_path: Path) -> None:
    tree = ProjectFiles(make_project(tmp_path, {"layouts/page.html": template}))
    assert "description" not in rendered_fields(tree, load_config(tmp_path)).perhaps


def test_a_template_that_cannot_be_read_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree, config = ProjectFiles(make_project(tmp_path, FILES)), load_config(tmp_path)

    def refuse(tree: ProjectFiles, name: str) -> bytes:
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr(ProjectFiles, "read", refuse)
    assert rendered_fields(tree, config) == Rendered()
    assert list(template_notes(tree, config)) == []
