"""Settings of a checkout read nothing outside of it, whatever way they spell the path."""

from __future__ import annotations

import json
import os
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from frontlint.base.walls import Wall, same_drive, wall_of_settings
from frontlint.cli.app import run
from support import make_project

SECRET = "hunter2-is-the-secret"
KIND = '[[extend-schemas]]\nname = "own"\nfiles = ["content/**"]\nschema = {}\n'
PAGE = "---\ntitle: A\n---\n"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository beside a file that is none of its business."""
    (tmp_path / "secret.json").write_text(json.dumps({"const": SECRET, "$defs": {"a": {"const": SECRET}}}))
    (tmp_path / "secret.jsonl").write_text(f"{SECRET}\n")
    root = tmp_path / "repo"
    make_project(root, {"content/a.md": PAGE, ".git/HEAD": "ref: refs/heads/main\n"})
    monkeypatch.chdir(root)
    return root


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said, after exit 2; nothing of the file outside is in it."""
    code = run(["check", "--no-cache", *arguments])
    out, err = capsys.readouterr()
    assert code == 2, out + err
    assert SECRET not in out + err
    return err


def spellings(outside: Path) -> dict[str, str]:
    return {
        "dots": "../secret.json",
        "inside and out": "content/../../secret.json",
        "absolute": str(outside / "secret.json"),
        "link": "link.json",
        "folder that is a link": "linked/secret.json",
        "git's own": ".git/secret.json",
        "git's own, other case": ".GIT/secret.json",
        "NUL": "a\0b",
    }


def lay_links(root: Path) -> None:
    (root / "link.json").symlink_to("../secret.json")
    (root / "linked").symlink_to("..")
    (root / ".git" / "secret.json").write_text(SECRET)


@pytest.mark.parametrize("how", spellings(Path()))
@pytest.mark.parametrize("key", ["schema", "baseline", "source"])
def test_a_path_in_the_settings_does_not_leave_the_repository(
    repo: Path, how: str, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if how == "git's own, other case" and not Path(".GIT").exists():
        (repo / ".GIT").mkdir()
    lay_links(repo)
    if key == "source":  # is asked for only where no project is above
        (repo / "hugo.yaml").unlink()
    path = json.dumps(spellings(repo.parent)[how])
    (repo / "frontlint.toml").write_text(f"{key} = {path}\n" if key != "schema" else KIND.format(path))
    line = 4 if key == "schema" else 1
    assert refused(capsys).startswith(
        f"frontlint: frontlint.toml:{line}: `{key}` leads out of the repository"
    )


@pytest.mark.parametrize("table", ["schemas", "extend-schemas"])
def test_pyproject_and_the_list_of_kinds(repo: Path, table: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ["[tool.frontlint]", f"[[tool.frontlint.{table}]]", 'name = "x"', 'files = ["**"]']
    text = "\n".join([*rows, 'schema = "../secret.json"', ""])
    (repo / "pyproject.toml").write_text(text)
    assert refused(capsys).startswith("frontlint: pyproject.toml:5: `schema` leads out of the repository")


def test_without_git_the_folder_of_the_settings_is_the_wall(
    repo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repo / ".git").rename(repo / "git")
    (repo / "frontlint.toml").write_text(KIND.format('"../secret.json"'))
    assert "frontlint.toml:4: `schema` leads out" in refused(capsys)


def test_settings_below_the_root_may_name_what_is_above_them(
    repo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_project(repo / "site", {"content/a.md": PAGE})
    (repo / "own.json").write_text('{"properties": {"title": {"type": "integer"}}}')
    (repo / "site" / "frontlint.toml").write_text(KIND.format('"../own.json"'))
    assert run(["check", "--no-cache", "site"]) == 1
    assert "wrong-type" in capsys.readouterr().out


REFS = {
    "dots": {"$ref": "../secret.json"},
    "dots and a part": {"$ref": "../secret.json#/$defs/a"},
    "percent": {"$ref": "%2e%2e/secret.json"},
    "percent, all of it": {"$ref": "%2E%2E%2Fsecret.json"},
    "file": {"$ref": "file://{outside}/secret.json"},
    "file, a host": {"$ref": "file://localhost{outside}/secret.json"},
    "file, percent": {"$ref": "file://{outside}/%73ecret.json"},
    "absolute": {"$ref": "{outside}/secret.json"},
    "link": {"$ref": "link.json"},
    "folder that is a link": {"$ref": "linked/secret.json"},
    "git's own": {"$ref": ".git/secret.json"},
    "dynamic": {"$dynamicRef": "../secret.json#a"},
    "an id moves the base": {"$id": "file://{outside}/", "$ref": "secret.json"},
    "an id of the root": {"$ref": "https://x.example/a/..%2f..%2fsecret.json"},
    "in the built-in schemas": {"$ref": "https://frontlint.dev/schemas/..%2f..%2fsecret.json"},
    "NUL": {"$ref": "a%00b"},
}


def ref_schema(how: str, outside: Path) -> str:
    inner = json.dumps(REFS[how], indent=1).replace("{outside}", outside.as_posix())
    return '{"$id": "https://x.example/a/own.json",\n"properties": {"title":\n' + inner + "}}"


@pytest.mark.parametrize("how", REFS)
def test_a_reference_does_not_leave_the_repository(
    repo: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_links(repo)
    (repo / "own.json").write_text(ref_schema(how, repo.parent))
    (repo / "frontlint.toml").write_text(KIND.format('"own.json"'))
    said = refused(capsys)
    assert said.startswith("frontlint: own.json:"), said
    assert "leads out of the repository" in said or "in the built-in" in how, said


def test_a_reference_of_a_schema_that_is_referred_to(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repo / "own.json").write_text('{"$ref": "inner/next.json"}')
    (repo / "inner").mkdir()
    (repo / "inner" / "next.json").write_text('{\n\n"$ref": "../../secret.json"}')
    (repo / "frontlint.toml").write_text(KIND.format('"own.json"'))
    assert refused(capsys).startswith("frontlint: next.json:3: this `$ref` leads out of the repository")


@pytest.mark.parametrize("keyword", ["$schema", "$recursiveRef"])
def test_keywords_that_frontlint_does_not_follow_open_nothing(
    repo: Path, keyword: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    (repo / "own.json").write_text(json.dumps({keyword: (repo.parent / "secret.json").as_uri()}))
    (repo / "frontlint.toml").write_text(KIND.format('"own.json"'))
    plain = os.open

    def noted(path: str, *rest: Any, **more: Any) -> int:
        opened.append(str(path))
        return plain(path, *rest, **more)

    monkeypatch.setattr(os, "open", noted)
    run(["check", "--no-cache"])
    out, err = capsys.readouterr()
    assert SECRET not in out + err
    assert not [path for path in opened if path.endswith("secret.json")]


@pytest.mark.parametrize("ref", ["http://[/x", "http://[::1/x", "//[x"])
@pytest.mark.parametrize("keyword", ["$ref", "$id", "$dynamicRef"])
def test_what_is_not_an_address(
    repo: Path, ref: str, keyword: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (repo / "own.json").write_text(
        '{\n"properties": {"title": {' + json.dumps(keyword) + f':\n"{ref}"' + "}}}"
    )
    (repo / "frontlint.toml").write_text(KIND.format('"own.json"'))
    assert refused(capsys) == f"frontlint: own.json:3: `{keyword}` is not an address: {ref}\n"


def test_typed_files_are_trusted(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And a settings file outside may name what is beside it."""
    other = repo.parent / "other"
    other.mkdir()
    (other / "own.json").write_text('{"properties": {"title": {"type": "integer"}}}')
    (other / "mine.toml").write_text(KIND.format('"own.json"'))
    assert run(["check", "--no-cache", "--config", "../other/mine.toml"]) == 1
    assert "wrong-type" in capsys.readouterr().out
    (other / "mine.toml").write_text(KIND.format('"../secret.json"'))
    assert "mine.toml:4: `schema` leads out" in refused(capsys, "--config", "../other/mine.toml")
    (repo.parent / "b.jsonl").write_text("")
    assert run(["check", "--no-cache", "--isolated", "--baseline", "../b.jsonl"]) == 0
    make_project(repo.parent / "site", {"content/a.md": PAGE})
    assert run(["check", "--no-cache", "--isolated", "--source", "../site"]) == 0


def test_other_commands_hold_the_wall(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repo / "frontlint.toml").write_text(KIND.format('"../secret.json"'))
    for command in (["config", "content/a.md"], ["urls"], ["tree"], ["rules"], ["baseline", "update"]):
        assert run(command) == 2, command
        assert SECRET not in "".join(capsys.readouterr())


def test_drives_and_shares_of_windows_are_not_looked_at() -> None:
    root = PureWindowsPath("C:/work/repo")
    for path in ("D:/x.json", r"\\server\share\x.json", "//server/share/x", r"\\?\C:\x", r"\\.\pipe\x"):
        assert not same_drive(root, PureWindowsPath(path)), path
    for path in ("x.json", r"..\x", "c:/work/repo/x.json", r"\x"):
        assert same_drive(root, PureWindowsPath(path)), path
    assert same_drive(PurePosixPath("/work"), PurePosixPath("C:/x"))


def test_the_wall(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    (root / "a").mkdir(parents=True)
    wall = Wall(root.resolve())
    assert wall.holds("a/../b")
    assert wall.holds(root / "new" / "file")
    assert wall.holds(root)
    assert not wall.holds(tmp_path)
    assert not wall.holds(f"{root}2/x")
    (root / "ring").symlink_to("ring")
    assert wall.holds("ring")
    (root / ".git").mkdir()
    assert wall_of_settings(root / "a" / "frontlint.toml", root / "a") == wall
    assert wall_of_settings(tmp_path / "frontlint.toml", root).root == tmp_path.resolve()


OUTSIDE = {
    "mount, dots": "module: {{mounts: [{{source: ../notes, target: content}}]}}\n",
    "mount, absolute": "module: {{mounts: [{{source: '{outside}/notes', target: content}}]}}\n",
    "mount, one file": "module: {{mounts: [{{source: ../notes/n.md, target: content/x.md}}]}}\n",
    "contentDir": "contentDir: ../notes\n",
    "contentDir, absolute": "contentDir: '{outside}/notes'\n",
    "contentDir of a language": "languages: {{en: {{contentDir: ../notes}}}}\n",
    "contentDir, a link": "contentDir: linked\n",
}
LEAK = "---\ntitle: A\ndraft: yes # hunter2-is-the-secret\n---\n"


@pytest.mark.parametrize("how", OUTSIDE)
@pytest.mark.parametrize(
    "form", ["full", "concise", "json", "sarif", "markdown", "rdjson", "junit", "github"]
)
def test_content_outside_is_judged_and_not_shown(
    repo: Path, how: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = repo.parent / "notes"
    notes.mkdir()
    (notes / "n.md").write_text(LEAK)
    (repo / "linked").symlink_to("../notes")
    (repo / "hugo.yaml").write_text(OUTSIDE[how].format(outside=repo.parent.as_posix()))
    code = run(["check", "--no-cache", "--output-format", form])
    out, err = capsys.readouterr()
    assert code == 1, out + err
    assert "draft-not-boolean" in out
    assert SECRET not in out + err
    assert "note: frontlint shows no lines of content outside the repository:" in err


def test_content_inside_is_shown(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repo / "content" / "a.md").write_text(LEAK)
    assert run(["check", "--no-cache", "--output-format", "full"]) == 1
    out, err = capsys.readouterr()
    assert SECRET in out
    assert "note:" not in err


def test_a_file_outside_that_is_not_content_is_not_read(
    repo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repo.parent / "key").write_text(f"---\n{SECRET}\n---\n")
    mount = "{source: ../key, target: content/key.md}"
    (repo / "hugo.yaml").write_text(f"module: {{mounts: [{{source: content, target: content}}, {mount}]}}\n")
    assert run(["check", "--no-cache", "--select", "all", "--ignore", "missing-field"]) == 0
    out, err = capsys.readouterr()
    assert SECRET not in out + err
    assert "frontlint does not read this file outside the repository: ../key" in err


@pytest.mark.parametrize("folder", ["/", "~"])
def test_the_home_folder_is_not_content(repo: Path, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(folder).expanduser().as_posix()
    (repo / "hugo.yaml").write_text(f"contentDir: '{path}'\n")
    assert "contains your home folder" in refused(capsys)
