"""`frontlint init` in real folders: what it writes, what it leaves alone, and that what it writes works."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from frontlint.init.tasks import LINE
from processes import frontlint
from repos import Repo, shield
from support import make_project
from workflow import BASH, scripts_in, shell

FILES = ["frontlint.toml", ".pre-commit-config.yaml", ".github/workflows/frontlint.yml", ".vscode/tasks.json"]
MOUNTS = "module:\n  mounts"
FAULT = "---\ntitle: A\ndraft: yes\n---\n"
BAD = {"content/posts/a: b.md": FAULT}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shield(monkeypatch)
    return Repo(tmp_path / "repo").root


def verdicts(output: str) -> dict[str, str]:
    """What became of each file: its path and the words before it."""
    rows = re.findall(r"^(written|added to|already there|left alone) +([^ :\n]+)", output, re.MULTILINE)
    return {path: verdict for verdict, path in rows}


def contents(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in FILES if (folder / path).exists()}


def test_everything_is_written_and_a_second_run_changes_nothing(repository: Path) -> None:
    make_project(repository, BAD)
    first = frontlint("init", cwd=repository)
    assert first.returncode == 0, first.stderr
    assert verdicts(first.stdout) == dict.fromkeys(FILES, "written")
    before = contents(repository)
    again = frontlint("init", cwd=repository)
    assert verdicts(again.stdout) == dict.fromkeys(FILES, "already there")
    assert contents(repository) == before
    assert not [path for path in repository.rglob("*") if path.name.startswith(".frontlint.toml")]


def test_the_site_below_is_named_and_found_from_the_root(repository: Path) -> None:
    make_project(repository / "the site", BAD)
    assert frontlint("init", cwd=repository).returncode == 0
    assert 'source = "the site"' in (repository / "frontlint.toml").read_text()
    assert "draft-not-boolean" in frontlint("check", cwd=repository).stdout


def test_source_chooses_the_site_and_the_root_is_that_of_its_repository(repository: Path) -> None:
    make_project(repository / "docs", BAD)
    make_project(repository / "blog", BAD)
    assert frontlint("init", cwd=repository).returncode == 2, "which of the two is the user's to say"
    result = frontlint("init", "--source", repository / "blog", cwd=repository / "docs")
    assert result.returncode == 0, result.stderr
    assert 'source = "blog"' in (repository / "frontlint.toml").read_text()
    other = frontlint("init", "--source", "docs", cwd=repository)
    assert "left alone     frontlint.toml: it is about the site blog\n" in other.stdout
    assert "frontlint check --source docs\n" in other.stdout


def test_outside_of_a_repository_there_is_no_hook_and_no_workflow(tmp_path: Path) -> None:
    make_project(tmp_path, BAD)
    result = frontlint("init", cwd=tmp_path)
    assert result.returncode == 0
    assert verdicts(result.stdout) == dict(
        zip(FILES, ["written", "left alone", "left alone", "written"], strict=True)
    )
    assert sorted(contents(tmp_path)) == sorted([FILES[0], FILES[3]])


def test_what_is_there_is_added_to_and_what_cannot_be_is_told(repository: Path) -> None:
    make_project(
        repository, {**BAD, ".pre-commit-config.yaml": "repos: [] # none\n", ".vscode/tasks.json": "{"}
    )
    result = frontlint("init", cwd=repository)
    assert result.returncode == 0
    assert ".pre-commit-config.yaml: its list repos is written in brackets" in result.stdout
    assert "- id: frontlint" in result.stdout
    assert ".vscode/tasks.json: it cannot be read as JSON (line 1)" in result.stdout
    assert '"label": "frontlint"' in result.stdout
    assert (repository / ".vscode/tasks.json").read_text() == "{"


def test_other_ways_in_that_are_there_already_are_enough(repository: Path) -> None:
    workflow = ".github/workflows/lint.yaml"
    make_project(
        repository,
        {
            **BAD,
            "pyproject.toml": "[tool.frontlint]\n",
            workflow: "jobs: {x: {steps: [run: frontlint check]}}\n",
        },
    )
    told = verdicts(frontlint("init", cwd=repository).stdout)
    assert told["pyproject.toml"] == told[workflow] == "already there"
    assert not (repository / "frontlint.toml").exists()


def test_a_file_that_is_no_utf_8_or_no_file_is_left_alone(repository: Path) -> None:
    make_project(
        repository, {**BAD, ".pre-commit-config.yaml": b"repos: # \xff\n", ".vscode/tasks.json/x": ""}
    )
    result = frontlint("init", cwd=repository)
    assert result.returncode == 0
    assert ".pre-commit-config.yaml: it is not UTF-8" in result.stdout
    assert ".vscode/tasks.json: it cannot be read" in result.stdout


def test_a_folder_that_cannot_be_made_is_the_users_to_put_right(repository: Path) -> None:
    make_project(repository, {**BAD, ".github": "a file"})
    result = frontlint("init", cwd=repository)
    assert result.returncode == 2
    assert result.stderr.startswith("frontlint: .github/workflows/frontlint.yml: it cannot be written")
    assert verdicts(result.stdout) == dict.fromkeys(FILES[:2], "written"), "what was said is done"


def test_a_link_stays_a_link_and_a_file_keeps_its_permissions(repository: Path) -> None:
    make_project(repository, {**BAD, "shared.yaml": "repos:\n"})
    (repository / "shared.yaml").chmod(0o600)
    try:
        (repository / FILES[1]).symlink_to("shared.yaml")
    except OSError:
        pytest.skip("this Windows makes no links")
    assert verdicts(frontlint("init", cwd=repository).stdout)[FILES[1]] == "added to"
    assert (repository / FILES[1]).is_symlink()
    assert "frontlint" in (repository / "shared.yaml").read_text()
    assert os.name == "nt" or (repository / "shared.yaml").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("broken", ["frontlint.toml", "hugo.toml"])
def test_settings_that_cannot_be_read_are_said_before_anything_is_written(
    repository: Path, broken: str
) -> None:
    make_project(repository, {"hugo.toml": "title = 'x'\n", broken: "title = \n"})
    result = frontlint("init", cwd=repository)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"frontlint: {broken}:1: ")
    assert sorted(contents(repository)) == [name for name in FILES if name == broken]


def test_no_site_is_said(tmp_path: Path) -> None:
    result = frontlint("init", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "no Hugo project found" in result.stderr


def test_the_task_finds_what_the_report_says(repository: Path) -> None:
    """The command of the task is run, and its matcher takes every line of the report apart."""
    make_project(repository, BAD)
    frontlint("init", cwd=repository)
    [task] = json.loads((repository / FILES[3]).read_text())["tasks"]
    assert task["command"] == "frontlint"
    report = frontlint(*task["args"], cwd=repository, env={"FORCE_COLOR": "1"}).stdout
    pattern = task["problemMatcher"]["pattern"]
    assert pattern["regexp"] == LINE
    found = [re.match(pattern["regexp"], line) for line in report.splitlines()]
    [match] = [match for match in found if match is not None]
    parts = {name: match[number] for name, number in pattern.items() if name != "regexp"}
    assert parts.pop("message").startswith("Hugo does not read draft yes")
    assert parts == {
        "file": "content/posts/a: b.md",
        "line": "3",
        "column": "8",
        "severity": "error",
        "code": "draft-not-boolean",
    }


@pytest.mark.skipif(BASH is None, reason="the steps are scripts for bash")
@pytest.mark.parametrize(("branch", "pages"), [("", {"old", "new"}), ("main", {"new"})])
def test_the_workflow_runs_what_its_steps_say(repository: Path, branch: str, pages: set[str]) -> None:
    """On a push the whole site, on a pull request what it changes; the step before needs the network."""
    repo = Repo(repository)
    base = repo.commit({"hugo.yaml": "title: x\n", "content/old.md": FAULT})
    repo.git("update-ref", "refs/remotes/origin/main", base)
    frontlint("init", cwd=repository)
    repo.commit({"content/new.md": FAULT})
    workflow = yaml.safe_load((repository / FILES[2]).read_text())
    assert workflow["permissions"] == {"contents": "read"}
    for step in workflow["jobs"]["frontlint"]["steps"]:
        assert "uses" not in step or re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
    install, check = scripts_in(workflow)
    assert re.fullmatch(r"python -m pip install 'frontlint==[\d.]+'", install)
    result = shell(check, repository, repository, {"GITHUB_BASE_REF": branch})
    assert result.returncode == 1, result.stderr
    assert set(re.findall(r"content/(old|new)\.md", result.stdout)) == pages


def test_the_hook_that_is_written_is_one_that_pre_commit_takes(repository: Path) -> None:
    make_project(repository, BAD)
    frontlint("init", cwd=repository)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", FILES[1]],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("folder", "hugo", "yes", "no"),
    [
        (".", "title: x\n", "content/a.md", "docs/content/a.md"),
        ("it's a site", "title: x\n", "it's a site/content/b/A.MD", "content/a.md"),
        ("s", "contentDir: pages\n", "s/pages/a.html", "s/content/a.md"),
        (
            "s",
            f"{MOUNTS}: [{{source: a.b, target: content}}, {{source: c, target: content/c}}]\n",
            "s/c/a.org",
            "s/axb/a.md",
        ),
    ],
)
def test_the_hook_is_for_the_folders_that_pages_come_from(
    repository: Path, folder: str, hugo: str, yes: str, no: str
) -> None:
    Repo(repository).write({f"{folder}/hugo.yaml": hugo, yes: "", "s/a.b/a.md": ""})
    result = frontlint("init", cwd=repository)
    assert result.returncode == 0, result.stderr
    [entry] = yaml.safe_load((repository / FILES[1]).read_text())["repos"]
    pattern = entry["hooks"][0]["files"]
    assert re.search(pattern, yes)
    assert not re.search(pattern, no)
    assert not re.search(pattern, yes + ".png")
