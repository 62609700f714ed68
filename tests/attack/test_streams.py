"""Closed, full and abandoned streams change no verdict, and page text printed to one gives no command."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from processes import frontlint
from report.runner import commands
from support import make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

posix = pytest.mark.skipif(os.name == "nt", reason="redirections of a POSIX shell")
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
FAULT = "---\ntitle: A\ndraft: yes\n---\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("site"), {"content/a.md": FAULT})


def shell(site: Path, command: str, redirections: str) -> subprocess.CompletedProcess[str]:
    """What a command comes to whose streams are redirected."""
    return subprocess.run(
        ["sh", "-c", f'exec "{sys.executable}" -m frontlint {command} {redirections}'],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


CHECK = "check --no-cache"
COMMANDS = [CHECK, "urls", "rules", "--version"]


@posix
@pytest.mark.parametrize("command", [*COMMANDS, "--help"])
def test_a_closed_stdout_is_exit_2_and_one_sentence(site: Path, command: str) -> None:
    done = shell(site, command, ">&-")
    assert done.returncode == 2
    assert done.stderr == "frontlint: stdout is closed, and what is found could not be written\n"


@posix
@needs_full
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_stdout_is_exit_2_and_one_sentence(site: Path, command: str) -> None:
    done = shell(site, command, ">/dev/full")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    if command != "--version":
        last = done.stderr.splitlines()[-1]
        assert last == "frontlint: the output cannot be written: No space left on device"


@posix
@pytest.mark.parametrize(
    "redirections",
    [
        "2>&-",
        pytest.param("2>/dev/full", marks=needs_full),
        "<&- 2>&-",
        "<&-",
    ],
)
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (f"{CHECK} -v", 1),
        ("urls", 0),
        ("check --nonsense", 2),
    ],
)
def test_a_lost_stderr_changes_no_verdict(site: Path, redirections: str, command: str, code: int) -> None:
    done = shell(site, command, redirections)
    assert done.returncode == code
    assert ("content/a.md" in done.stdout) == (code < 2)


@posix
@pytest.mark.parametrize("redirections", [">&- 2>&-", ">&- 2>&- <&-"])
def test_without_any_stream_the_exit_code_tells(site: Path, redirections: str) -> None:
    assert shell(site, CHECK, redirections).returncode == 2


@posix
def test_a_page_on_a_closed_stdin_is_a_mistake(site: Path) -> None:
    done = shell(site, f"{CHECK} - --stdin-filename content/a.md", "<&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "frontlint: stdin is closed, but the page comes from there\n"


@posix
def test_a_file_that_is_opened_does_not_become_stdout(site: Path, tmp_path: Path) -> None:
    """The number of a closed stream is the next one that is given away."""
    report = tmp_path / "report.json"
    done = shell(site, f"{CHECK} --output-format json={report} -v", "2>&- <&-")
    assert done.returncode == 1
    assert report.read_text(encoding="utf-8").startswith("{")


FORMATS = ["concise", "full", "github", "gitlab", "grouped", "json", "junit", "markdown", "rdjson", "sarif"]


def abandoned(site: Path, *arguments: str) -> tuple[int, str]:
    """The exit code and the messages of a run whose reader is gone before it writes."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "frontlint", *arguments],
        cwd=site,
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=60,
    )
    os.close(write)
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        *((["check", "--no-cache", "--output-format", name], 1) for name in FORMATS),
        (["check", "--no-cache", "--fail-on", "never"], 0),
        (["check", "--no-cache", "--statistics"], 1),
        (["check", "--no-cache", "--show-files"], 0),
        (["urls"], 0),
        (["urls", "--format", "json"], 0),
        (["tree"], 0),
        (["config"], 0),
        (["rules"], 0),
        (["explain", "draft-not-boolean"], 0),
        (["--version"], 0),
        (["--help"], 0),
    ],
)
def test_a_reader_that_goes_away_keeps_the_verdict(site: Path, arguments: list[str], code: int) -> None:
    found, errors = abandoned(site, *arguments)
    assert found == code, errors
    assert "Traceback" not in errors
    assert "roken" not in errors


def test_what_else_was_asked_for_is_written_all_the_same(site: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    formats = ["--output-format", "concise", "--output-format", f"json={report}"]
    assert abandoned(site, "check", "--no-cache", *formats)[0] == 1
    assert '"draft-not-boolean"' in report.read_text(encoding="utf-8")


@posix
def test_a_stream_that_does_not_block_gets_everything(tmp_path: Path) -> None:
    """A program that reads along may have made the pipe non-blocking, and is slow."""
    pages = {f"content/p{number}.md": FAULT for number in range(900)}
    project = make_project(tmp_path, pages)
    read, write = os.pipe()
    os.set_blocking(write, False)
    process = subprocess.Popen(
        [sys.executable, "-m", "frontlint", "check", "--no-cache", "-q"], cwd=project, stdout=write
    )
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as stream:
        lines = stream.read().splitlines()
    assert process.wait(60) == 1
    assert len(lines) == len(pages)


RUNNER = {"GITHUB_ACTIONS": "true"}
COMMAND = "##[error]told"
NASTY = {
    "content/tags/_index.md": "---\ntitle: T\n---\n",
    "content/tags/a/_index.md": (
        f'---\ntitle: "{COMMAND}"\nItemKind: tag\nClassificationType: tags\nweight: 100\n---\n'
    ),
    "content/tags/b/_index.md": (
        '---\ntitle: "::error::told"\nItemKind: tag\nClassificationType: tags\nweight: 200\nparent: a\n---\n'
    ),
    f"content/{COMMAND}.md": f'---\ntitle: A\naliases: ["/{COMMAND}/"]\n---\n',
    "hugo.yaml": "baseURL: https://example.org/\n",
    "frontlint.toml": f'exclude = ["{COMMAND}"]\n',
    ".frontlint-baseline.jsonl": (
        f'{{"path": "a.md", "rule": "{COMMAND}", "field": null, "fingerprint": "0123456789abcdef"}}\n'
    ),
}


@pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")
@pytest.mark.parametrize(
    "arguments",
    [
        ["urls"],
        ["tree"],
        ["config"],
        ["config", f"content/{COMMAND}.md"],
        ["rules"],
        ["explain"],
        ["explain", "draft-not-boolean"],
        ["check", "--no-cache", "--show-files"],
        ["check", "--no-cache", f"--{COMMAND}"],
        ["baseline", "stats", "--no-cache"],
        ["init"],
    ],
)
def test_text_for_people_gives_the_runner_no_command(tmp_path: Path, arguments: list[str]) -> None:
    done = frontlint(*arguments, cwd=make_project(tmp_path, NASTY), env=RUNNER)
    for text in (done.stdout, done.stderr):
        told = [command.name for command in commands(text)]
        assert set(told) <= {"stop-commands"}, text
        assert "##[" not in re.sub(r"(?ms)^::stop-commands::(\w+)$.*?^::\1::$", "", text)
    shown = frontlint(*arguments, cwd=tmp_path).stdout
    if shown and arguments != ["init"]:
        assert done.stdout.startswith("::stop-commands::")
        assert "::stop-commands::" not in shown


@pytest.mark.parametrize("arguments", [["urls", "--format", "json"], ["tree", "--format", "dot"]])
def test_documents_for_programs_are_left_as_they_are(site: Path, arguments: list[str]) -> None:
    done = frontlint(*arguments, cwd=site, env=RUNNER)
    assert done.returncode == 0
    assert "::" not in done.stdout
