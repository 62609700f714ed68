"""What frontlint leaves out is said at run time and written in docs/hugo.md: each kind of note is in both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from frontlint.base.files import ProjectFiles
from frontlint.engine.discover import survey
from frontlint.hugo.config import Note, NoteKind, load_config
from frontlint.hugo.content.adapters import with_adapters
from frontlint.hugo.templates import template_notes
from frontlint.hugo.values import versions

DOCS = Path(__file__).parents[3] / "docs" / "hugo.md"
TEMPLATE = {"layouts/page.html": "x"}
SHARED = "languages: {en: {contentDir: c}, fr: {contentDir: c}}\n"
CASES: tuple[tuple[NoteKind, str, Mapping[str, str]], ...] = (
    (NoteKind.FOREIGN_CONTENT, "theme: far\n", {}),
    (NoteKind.FOREIGN_CONTENT, "module: {imports: [{path: x}]}\n", {"_vendor/x/content/a.md": ""}),
    (NoteKind.ADAPTER, "", {"content/s/_content.gotmpl": ""}),
    (NoteKind.OUTSIDE, "contentDir: ../notes\n", {"../notes/a.md": ""}),
    (NoteKind.OUTSIDE, "module: {mounts: [{source: ../n.md, target: content/n.md}]}\n", {"../n.md": ""}),
    (NoteKind.OTHER_FILE, "module: {mounts: [{source: ../n.txt, target: content/n.md}]}\n", {"../n.txt": ""}),
    (NoteKind.MERGE, "theme: t\npermalinks: {_merge: Deep}\n", {"themes/t/layouts/page.html": ""}),
    (NoteKind.MERGE, "theme: t\n_merge: shallow\n", {"themes/t/layouts/page.html": ""}),
    (NoteKind.SITES, "versions: {v1: {}}\n", {}),
    (NoteKind.SITES, "defaultContentRoleInSubdir: true\n", {}),
    (NoteKind.CASCADED_SITES, "cascade: {sites: {matrix: {languages: [en]}}}\n", {}),
    (NoteKind.SEGMENTS, "renderSegments: [a]\n", {}),
    (NoteKind.CONTENT_TYPES, "contentTypes: {text/markdown: {}}\n", {}),
    (NoteKind.CONTENT_TYPES, "mediaTypes: {text/markdown: {suffixes: [mkd]}}\n", {}),
    (NoteKind.MAIN_FORMAT, "defaultOutputFormat: amp\n", {}),
    (NoteKind.OTHER_DATES, "frontmatter: {date: [':git']}\n", {}),
    (NoteKind.SHARED_FOLDER, SHARED, {}),
    (NoteKind.SHARED_FOLDER, "languages: {en: {contentDir: content}, fr: {}}\n", {}),
    (NoteKind.MISSING_MOUNT, "module: {mounts: [{source: sub/site, target: static/x}]}\n", {}),
    (NoteKind.PAGERS, "", {"layouts/list.html": "{{ range .Paginator.Pages }}{{ end }}"}),
    (NoteKind.PAGERS, "theme: t\n", {"themes/t/layouts/x.html": "{{ .Paginate .Pages }}"}),
    (NoteKind.ERROR_PAGE, "", {"layouts/404.html": "x"}),
)
SILENT: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("theme: t\npermalinks: {_merge: none}\nparams: {_merge: deep}\n", {"themes/t/layouts/page.html": ""}),
    ("permalinks: {_merge: deep}\n", {}),
    ("languages: {en: {contentDir: content/en}, fr: {contentDir: content/fr}}\n", {}),
    ("languages: {en: {}, fr: {}}\n", {}),
    ("disableKinds: ['404']\n", {"layouts/404.html": "x"}),
    ("defaultOutputFormat: HTML\nmediaTypes: {text/x: {suffixes: [x]}}\n", {}),
    ("theme: t\n", {"themes/t/hugo.yaml": "uglyURLs: true\n", "themes/t/layouts/list.html": "x"}),
)


def notes_of(root: Path, text: str, files: Mapping[str, str]) -> list[Note]:
    for name, content in {"hugo.yaml": text, **TEMPLATE, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    tree = ProjectFiles(root)
    config = with_adapters(load_config(root), survey(tree, load_config(root)).files, tree)
    return [*config.notes, *template_notes(tree, config)]


@pytest.mark.parametrize(("kind", "text", "files"), CASES)
def test_what_is_not_followed_is_said_once(
    kind: NoteKind, text: str, files: Mapping[str, str], tmp_path: Path
) -> None:
    notes = notes_of(tmp_path / "site", text, files)
    assert [note.kind for note in notes] == [kind]
    assert notes[0].text.startswith(kind)
    assert not notes[0].text.endswith(".")


@pytest.mark.parametrize(("text", "files"), SILENT)
def test_what_is_followed_or_not_used_needs_no_note(
    text: str, files: Mapping[str, str], tmp_path: Path
) -> None:
    assert notes_of(tmp_path, text, files) == []


def test_a_project_without_templates(tmp_path: Path) -> None:
    (tmp_path / "hugo.yaml").write_text("")
    notes = list(template_notes(ProjectFiles(tmp_path), load_config(tmp_path)))
    assert [note.kind for note in notes] == [NoteKind.NO_TEMPLATES]


@pytest.mark.parametrize(
    ("version", "kind"), [((0, 147, 9), NoteKind.OLD_HUGO), ((0, 200), NoteKind.NEW_HUGO)]
)
def test_a_version_that_is_not_known(version: tuple[int, ...], kind: NoteKind, tmp_path: Path) -> None:
    (tmp_path / "hugo.yaml").write_text("")
    assert [note.kind for note in load_config(tmp_path, hugo_version=version).notes] == [kind]


@pytest.mark.parametrize("kind", list(NoteKind))
def test_the_page_about_hugo_has_every_note(kind: NoteKind) -> None:
    assert f"`{kind}" in DOCS.read_text(encoding="utf-8")
    others = {NoteKind.NO_TEMPLATES, NoteKind.OLD_HUGO, NoteKind.NEW_HUGO, NoteKind.UNCERTAIN}
    tested = {case[0] for case in CASES} | others
    assert kind in tested


def test_the_page_about_hugo_names_files_that_are_there() -> None:
    root, text = DOCS.parents[1], DOCS.read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w/]+\.py)`", text))
    folders = (root / "src" / "frontlint" / "hugo", root / "tests" / "conformance")
    assert {name for name in named if not any((folder / name).is_file() for folder in folders)} == set()
    assert {"urls/urls.py", "test_urls.py", "config/load.py"} <= named


def test_the_page_about_hugo_has_the_versions() -> None:
    text = DOCS.read_text(encoding="utf-8")
    numbers = {value for value in vars(versions).values() if isinstance(value, tuple)}
    assert len(numbers) > 5
    for number in numbers - {versions.OLDEST}:
        assert f"| {versions.show(number)} |" in text
