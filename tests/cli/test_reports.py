"""`--output-format` as a user types it: several in one run, files, and a run under GitHub Actions."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cli.test_processes import BAD
from frontlint.report import formats
from processes import frontlint
from report.runner import commands
from repos import Repo, shield
from support import make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

HOSTILE = {
    "content/posts/a.md": "---\ntitle: A\naliases: ['/::error::x ##[group]y/']\n---\n",
    "content/posts/b.md": "---\ntitle: B\naliases: ['/::error::x ##[group]y']\n---\n",
}


def test_the_help_names_every_format() -> None:
    text = " ".join(frontlint("check", "--help", env={"COLUMNS": "200", "TERM": "dumb"}).stdout.split())
    named = re.search(r"for people: (.*?) for tools: (.*?) default:", text)
    assert named is not None
    assert tuple(sorted([*named[1].split(", "), *named[2].split(", ")])) == formats.names()


def test_every_format_into_a_file_in_one_run(tmp_path: Path) -> None:
    project = make_project(tmp_path, BAD)
    wishes = [part for name in formats.names() for part in ("--output-format", f"{name}=out/{name}.txt")]
    (project / "out").mkdir()
    result = frontlint("check", *wishes, cwd=project)
    assert (result.returncode, result.stdout) == (1, "")
    assert "1 error on 1 of 2 pages" in result.stderr
    texts = {name: (project / "out" / f"{name}.txt").read_text(encoding="utf-8") for name in formats.names()}
    assert all("alias-collision" in text for text in texts.values())
    for name in formats.names():
        alone = frontlint("check", "--output-format", name, cwd=project)
        without_time = [re.sub(r"\d+\.\d+", "0.0", text) for text in (alone.stdout, texts[name])]
        assert without_time[0] == without_time[1]


def test_text_and_a_document_in_one_run(tmp_path: Path) -> None:
    project = make_project(tmp_path, BAD)
    result = frontlint(
        "check", "--output-format", "concise", "--output-format", "sarif=out.sarif", cwd=project
    )
    assert result.stdout.count("alias-collision") == 1
    assert len(json.loads((project / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 1


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        (["json", "sarif"], "json is one document and cannot share stdout"),
        (["concise", "junit"], "junit is one document and cannot share stdout: give it a file"),
        (["json=a.txt", "sarif=./a.txt"], "two reports cannot go to one file: name another file"),
        (["saarif"], "did you mean `sarif`?"),
        (["sarif=no/such/folder/a.sarif"], "the report cannot be written"),
    ],
)
def test_reports_that_cannot_be_written_exit_with_2(tmp_path: Path, wishes: list[str], words: str) -> None:
    project = make_project(tmp_path, BAD)
    options = [part for wish in wishes for part in ("--output-format", wish)]
    result = frontlint("check", *options, cwd=project)
    assert (result.returncode, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (project / "a.txt").exists()


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_githubs_runner_reads_no_command_in_text(tmp_path: Path, name: str) -> None:
    project = make_project(tmp_path, HOSTILE)
    logs = [
        frontlint("check", "--output-format", name, cwd=project, env={"GITHUB_ACTIONS": "true"})
        for _ in range(2)
    ]
    assert all("##[group]y" in log.stdout for log in logs)
    assert [commands(log.stdout) + commands(log.stderr) for log in logs] == [[], []]
    tokens = {log.stdout.partition("\n")[0] for log in logs}
    assert len(tokens) == 2
    assert all(re.fullmatch(r"::stop-commands::[0-9a-f]{32}", token) for token in tokens)


def test_a_path_that_is_a_command_is_none_in_the_verdict(tmp_path: Path) -> None:
    pages = {name.replace("posts", "x##[group]"): text for name, text in BAD.items()}
    pages["content/x##[group]/a.md"] += '{{< ref "nowhere" >}}\n'
    result = frontlint("check", cwd=make_project(tmp_path, pages), env={"GITHUB_ACTIONS": "true"})
    assert "Start with content/x##[group]/a.md" in result.stderr
    assert commands(result.stderr) == []


def test_annotations_and_text_stand_side_by_side(tmp_path: Path) -> None:
    project = make_project(tmp_path, HOSTILE)
    summary = tmp_path / "summary.md"
    environ = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    result = frontlint(
        "check", "--output-format", "github", "--output-format", "full", cwd=project, env=environ
    )
    assert result.returncode == 1
    annotated = [command.properties["file"] for command in commands(result.stdout)]
    assert list(dict.fromkeys(annotated)) == [*HOSTILE]
    assert summary.read_text(encoding="utf-8").count("\n| error | ") == sum(
        command.name == "error" for command in commands(result.stdout)
    )


def test_a_summary_that_cannot_be_written_exits_with_2(tmp_path: Path) -> None:
    project = make_project(tmp_path, BAD)
    environ = {"GITHUB_STEP_SUMMARY": str(tmp_path / "no" / "summary.md")}
    result = frontlint("check", "--output-format", "github", cwd=project, env=environ)
    assert result.returncode == 2
    assert "the job summary cannot be written" in result.stderr


def test_nothing_is_fenced_where_nothing_is_printed(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: A\n---\n"})
    result = frontlint("check", "--output-format", "concise", cwd=project, env={"GITHUB_ACTIONS": "true"})
    assert (result.returncode, result.stdout) == (0, "")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_documents_pass_through_a_narrow_pipe(tmp_path: Path, encoding: str) -> None:
    pages = {name: text.replace("/old", "/日本") for name, text in BAD.items()}
    project = make_project(tmp_path, pages)
    result = frontlint("check", "--output-format", "junit", cwd=project, env={"PYTHONIOENCODING": encoding})
    messages = [
        failure.get("message", "") for failure in ElementTree.fromstring(result.stdout).iter("failure")
    ]
    assert any("/日本" in message for message in messages)


def test_annotations_begin_with_the_pages_of_the_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shield(monkeypatch)
    repo = Repo(tmp_path / "repo")
    old = "---\ntitle: Old\ndraft: yes\n---\n"
    repo.commit({"site/hugo.yaml": "baseURL: https://example.org/\n", "site/content/a.md": old})
    repo.git("switch", "--quiet", "--create", "topic")
    link = '---\ntitle: Link\n---\n[x]({{< ref "/b" >}})\n'
    repo.commit({"site/content/a.md": old + link[link.index("[") :], "site/content/c.md": link})
    result = frontlint("check", "site", "--since=main", "--output-format", "github", cwd=repo.root)
    files = [command.properties["file"] for command in commands(result.stdout)]
    assert files[:2] == ["site/content/a.md", "site/content/a.md"]
    assert "site/content/c.md" in files
