"""`frontlint init` in real folders: what it writes, what it leaves alone, and that what it writes works.

The real pre-commit runs its hook in `test_pre_commit.py`.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from frontlint.init.tasks import LINE
from processes import frontlint
from repos import Repo, shield
from support import make_project
from workflow import BASH, scripts_in, shell

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

FILES = ["frontlint.toml", ".pre-commit-config.yaml", ".github/workflows/frontlint.yml", ".vscode/tasks.json"]
WORKFLOW = FILES[2]
COMMIT = "1" * 40
URL = "https://example.org/frontlint"
FAULT = "---\ntitle: A\ndraft: yes\n---\n"
BAD = {"content/posts/a: b.md": FAULT}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shield(monkeypatch)
    return Repo(tmp_path / "repo").root


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Says where this frontlint was installed from, as an installer would (`direct_url.json`)."""
    note = tmp_path / "packages" / "frontlint-0.1.0.dist-info"
    note.mkdir(parents=True)
    (note / "METADATA").write_text("Metadata-Version: 2.1\nName: frontlint\nVersion: 0.1.0\n")
    monkeypatch.setenv("PYTHONPATH", str(note.parent), prepend=os.pathsep)

    def from_(text: str) -> None:
        (note / "direct_url.json").write_text(text)

    from_(json.dumps({"url": URL, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}))
    return from_


def verdicts(output: str) -> dict[str, str]:
    """What became of each file: its path and the words before it."""
    words = "written|added to|already there|differs|left alone"
    rows = re.findall(rf"^({words}) +(.+)", output, re.MULTILINE)
    return {path: verdict for verdict, path in rows}


def plain(output: str) -> str:
    """The output on one line, as it would be on a wide terminal."""
    return " ".join(output.split())


def contents(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in FILES if (folder / path).exists()}


@pytest.mark.usefixtures("installed")
def test_everything_is_written_and_a_second_run_changes_nothing(repository: Path) -> None:
    make_project(repository, BAD)
    first = frontlint("init", cwd=repository)
    assert first.returncode == 0, first.stderr
    assert verdicts(first.stdout) == dict.fromkeys(FILES, "written")
    assert first.stdout.endswith("\n\nNow run:\n  pre-commit install\n  frontlint check\n")
    before = contents(repository)
    again = frontlint("init", cwd=repository)
    assert verdicts(again.stdout) == dict.fromkeys(FILES, "already there")
    assert "\n\nNothing to do: the files are there already.\n" in again.stdout
    assert "Now run" not in again.stdout
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
    result = frontlint("init", "--source", repository / "blog", cwd=repository / "docs")
    assert result.returncode == 0, result.stderr
    assert 'source = "blog"' in (repository / "frontlint.toml").read_text()
    other = frontlint("init", "--source", "docs", cwd=repository)
    assert "left alone     frontlint.toml\n               it is about the site blog\n" in other.stdout
    assert "frontlint check --source docs\n" in other.stdout


THREE = {
    "docs/hugo.yaml": "",
    "docs/content/a.md": FAULT,
    "sites/blog/hugo.toml": "",
    "sites/blog/content/a.md": FAULT,
    'the "shop"/hugo.json': "{}",
    'the "shop"/content/a.md': FAULT,
    "themes/x/hugo.toml": "",
}
LIST = (
    '[[sites]]\nsource = "docs"\n\n[[sites]]\nsource = "sites/blog"\n\n[[sites]]\nsource = "the \\"shop\\""\n'
)
windows_names = pytest.mark.skipif(os.name == "nt", reason="Windows has no quotes in names")


@windows_names
@pytest.mark.usefixtures("installed")
def test_several_sites_are_listed_and_checked_in_one_run(repository: Path) -> None:
    Repo(repository).write(THREE)
    first = frontlint("init", cwd=repository)
    assert first.returncode == 0, first.stderr
    assert verdicts(first.stdout) == dict.fromkeys(FILES, "written")
    told = "it lists the sites `docs`, `sites/blog` and `the "
    assert told in plain(first.stdout)
    assert (repository / "frontlint.toml").read_text().endswith(LIST)
    report = frontlint("check", cwd=repository)
    assert report.returncode == 1
    assert len(re.findall(r"draft-not-boolean", report.stdout)) == 3
    before = contents(repository)
    again = frontlint("init", cwd=repository)
    assert verdicts(again.stdout) == dict.fromkeys(FILES, "already there")
    assert contents(repository) == before
    below = frontlint("init", cwd=repository / "docs")
    assert verdicts(below.stdout)["../frontlint.toml"] == "already there"
    assert contents(repository) == before


@windows_names
@pytest.mark.parametrize(
    ("name", "text", "added"),
    [
        ("frontlint.toml", 'fail-on = "warning"\n[rules]\nignore = []', f"\n\n{LIST}"),
        ("frontlint.toml", "", f"\n{LIST}"),
        (
            "pyproject.toml",
            "[tool.frontlint]\n[tool.other]\n",
            "\n" + LIST.replace("[[sites]]", "[[tool.frontlint.sites]]"),
        ),
    ],
)
def test_the_list_is_added_to_settings_that_are_there(
    repository: Path, name: str, text: str, added: str
) -> None:
    Repo(repository).write({**THREE, name: text})
    result = frontlint("init", cwd=repository)
    assert result.returncode == 0, result.stderr
    assert verdicts(result.stdout)[name] == "added to"
    assert (repository / name).read_text() == text + added
    assert frontlint("check", cwd=repository).stdout.count("draft-not-boolean") == 3


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('baseline = "b.jsonl"\n', "its `baseline` is about one site"),
        ("sites = [  # later\n", None),
        ('[[rules.x]]\n"""', None),
    ],
)
def test_a_list_that_settings_have_no_room_for_is_shown(repository: Path, text: str, why: str | None) -> None:
    Repo(repository).write({"docs/hugo.yaml": "", "blog/hugo.yaml": "", "frontlint.toml": text})
    result = frontlint("init", cwd=repository)
    assert (repository / "frontlint.toml").read_text() == text
    if why is None:
        assert (result.returncode, result.stdout) == (2, "")
    else:
        assert result.returncode == 0, result.stderr
        assert why in plain(result.stdout)
        assert 'add by hand: [[sites]] source = "blog" [[sites]] source = "docs"' in plain(result.stdout)


def test_settings_of_one_of_several_sites_stay_about_it(repository: Path) -> None:
    Repo(repository).write({**THREE, "frontlint.toml": 'source = "docs"\n'})
    result = frontlint("init", cwd=repository)
    assert verdicts(result.stdout)["frontlint.toml"] == "already there"
    assert (repository / "frontlint.toml").read_text() == 'source = "docs"\n'


def test_a_broken_site_is_listed_and_said(repository: Path) -> None:
    Repo(repository).write({"docs/hugo.yaml": "", "blog/hugo.yaml": "title: [\n"})
    result = frontlint("init", cwd=repository)
    assert result.returncode == 0
    assert result.stderr.startswith("note: frontlint cannot check all of the sites yet: blog/hugo.yaml:")
    assert 'source = "blog"' in (repository / "frontlint.toml").read_text()
    Repo(repository).write({"docs/hugo.yaml": "title: [\n", "frontlint.toml": None})
    result = frontlint("init", cwd=repository)
    assert (result.returncode, (repository / "frontlint.toml").exists()) == (2, False)


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
    assert ".pre-commit-config.yaml its list `repos` is written in brackets" in plain(result.stdout)
    assert "- id: frontlint" in result.stdout
    assert ".vscode/tasks.json it cannot be read as JSON (line 1)" in plain(result.stdout)
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
    assert ".pre-commit-config.yaml it is not UTF-8" in plain(result.stdout)
    assert ".vscode/tasks.json it cannot be read" in plain(result.stdout)


def test_a_folder_that_cannot_be_made_is_the_users_to_put_right(repository: Path) -> None:
    make_project(repository, {**BAD, ".github": "a file"})
    result = frontlint("init", cwd=repository)
    assert result.returncode == 2
    assert result.stderr.startswith("frontlint: .github/workflows/frontlint.yml: it cannot be written")
    assert verdicts(result.stdout) == dict.fromkeys(FILES[:2], "written"), "what was said is done"


@pytest.mark.usefixtures("installed")
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
    assert "there is no Hugo site in" in result.stderr


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
    assert parts.pop("message").startswith("`draft: yes` does not keep this page back")
    assert parts == {
        "file": "content/posts/a: b.md",
        "line": "3",
        "column": "8",
        "severity": "error",
        "code": "draft-not-boolean",
    }


@pytest.mark.usefixtures("installed")
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
        assert "uses" not in step or re.fullmatch(r"(actions|github)/[a-z/-]+@[0-9a-f]{40}", step["uses"])
    install, check = scripts_in(workflow)
    assert install == f"python -m pip install 'frontlint @ git+{URL}@{COMMIT}'"
    result = shell(check, repository, repository, {"GITHUB_BASE_REF": branch})
    assert result.returncode == 1, result.stderr
    assert set(re.findall(r"content/(old|new)\.md", result.stdout)) == pages
    report = json.loads((repository / "frontlint.sarif").read_text(encoding="utf-8"))
    assert len(report["runs"][0]["results"]) == len(pages)


@pytest.mark.parametrize("source", [URL, "file:///nowhere"])
def test_the_hook_that_is_written_is_one_that_pre_commit_takes(
    repository: Path, source: str, installed: Callable[[str], None]
) -> None:
    make_project(repository, BAD)
    installed(json.dumps({"url": source, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}))
    frontlint("init", cwd=repository)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", FILES[1]],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_without_a_source_what_must_be_filled_in_is_said_and_said_again(
    repository: Path, installed: Callable[[str], None]
) -> None:
    make_project(repository, BAD)
    installed('{"url": "file:///home/me/frontlint", "dir_info": {"editable": true}}')
    first = frontlint("init", cwd=repository)
    assert verdicts(first.stdout) == dict.fromkeys(FILES, "written")
    assert yaml.safe_load((repository / FILES[1]).read_text()) == {"repos": []}
    before = contents(repository)
    again = frontlint("init", cwd=repository)
    assert list(verdicts(again.stdout).values()) == [
        "already there",
        "left alone",
        "left alone",
        "already there",
    ]
    for run in (first, again):
        assert plain(run.stdout).count("commented out") == 2
        assert "First fill in `.pre-commit-config.yaml` and `.github/workflows/frontlint.yml`" in run.stdout
        assert run.stdout.endswith("Now run:\n  pre-commit install\n  frontlint check\n")
    assert contents(repository) == before
    installed(json.dumps({"url": URL, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}))
    assert f"rev: '{COMMIT}'" in frontlint("init", cwd=repository).stdout, "now it can be told"


@pytest.mark.usefixtures("installed")
def test_an_older_hook_is_shown_as_a_diff_and_not_doubled(repository: Path) -> None:
    old = f"repos:\n  - repo: {URL}\n    rev: v0.0.9\n    hooks:\n      - id: frontlint\n"
    make_project(repository, {**BAD, FILES[1]: old})
    result = frontlint("init", cwd=repository)
    assert verdicts(result.stdout)[FILES[1]] == "differs"
    assert (repository / FILES[1]).read_text() == old
    [diff] = re.findall(r"(?m)^ +(?:---|\+\+\+|@@|[-+ ]) .*(?:\n +(?:\+\+\+|@@|[-+ ]) ?.*)*", result.stdout)
    patch = "".join(line.removeprefix(" " * 17) + "\n" for line in diff.splitlines())
    Repo(repository).git("apply", "--recount", str(write(repository / "patch", patch)))
    assert (repository / FILES[1]).read_text() == old.replace("v0.0.9", f"'{COMMIT}'")
    assert verdicts(frontlint("init", cwd=repository).stdout)[FILES[1]] == "already there"


def write(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("remote", "name"),
    [
        ("git@gitlab.com:me/site.git", ".gitlab-ci.yml"),
        ("https://me@dev.azure.com/me/site/_git/site", "azure-pipelines.yml"),
        ("https://github.com/me/site", WORKFLOW),
    ],
)
def test_each_service_gets_its_pipeline_and_no_other(repository: Path, remote: str, name: str) -> None:
    make_project(repository, BAD)
    Repo(repository).git("remote", "add", "origin", remote)
    for verdict in ("written", "already there"):
        told = verdicts(frontlint("init", cwd=repository).stdout)
        assert told == {**dict.fromkeys((FILES[0], FILES[1], name, FILES[3]), verdict)}
    assert (repository / WORKFLOW).exists() is (name == WORKFLOW)
    assert f"git+{URL}@{COMMIT}" in (repository / name).read_text()


@pytest.mark.usefixtures("installed")
def test_a_pipeline_of_azure_that_is_there_is_left_alone_with_what_to_add(repository: Path) -> None:
    make_project(repository, {**BAD, "azure-pipelines.yml": "steps:\n- script: make\n"})
    Repo(repository).git("remote", "add", "origin", "https://dev.azure.com/me/site/_git/site")
    result = frontlint("init", cwd=repository)
    assert verdicts(result.stdout)["azure-pipelines.yml"] == "left alone"
    assert "frontlint check --no-cache" in result.stdout
    assert (repository / "azure-pipelines.yml").read_text() == "steps:\n- script: make\n"


@pytest.mark.usefixtures("installed")
def test_what_it_says_fits_eighty_columns(repository: Path, tmp_path: Path) -> None:
    make_project(
        repository,
        {**BAD, FILES[1]: "a: 1\n...\n", FILES[3]: '{"tasks": {}}', "azure-pipelines.yml": "pool: x\n"},
    )
    make_project(tmp_path / "alone", BAD)
    for folder in (repository, tmp_path / "alone"):
        lines = frontlint("init", cwd=folder).stdout.splitlines()
        code = [line for line in lines if line.startswith(" " * 17)]  # to be copied: it is never broken
        assert max(len(line) for line in lines if line not in code) <= 80


def test_outside_of_a_repository_the_commands_that_are_left_are_others(tmp_path: Path) -> None:
    make_project(tmp_path, BAD)
    end = frontlint("init", cwd=tmp_path).stdout.partition("Now run:\n")[2]
    assert end == "  git init, then frontlint init again\n  frontlint check\n"
