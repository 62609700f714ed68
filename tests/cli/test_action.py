"""The action for GitHub: its steps are run as a runner runs them, with what an attacker might put in."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from support import ROOT, make_project
from workflow import ACTION, BASH, STEPS, Runner

pytestmark = [
    pytest.mark.network,  # its first step installs what the lock names
    pytest.mark.skipif(BASH is None, reason="the steps are scripts for bash"),
]

BAD = {"content/posts/a.md": "---\ntitle: A\ndraft: yes\n---\n", "content/posts/b.md": "---\ntitle: B\n---\n"}
HOSTILE = [
    "$(touch owned)",
    "`touch owned`",
    "; touch owned #",
    "'; touch owned; '",
    '"; touch owned; "',
    "a\ntouch owned\n",
    "\\\ntouch owned",
    "--help",
    "* ?",
    "${IFS}$HOME",
    "::set-output name=x::y",
]
OPTIONS = {
    "source": "--source=",
    "config": "--config=",
    "since": "--since=",
    "fail-on": "--fail-on=",
    "max-warnings": "--max-warnings=",
    "max-accepted": "--max-accepted=",
    "sarif": "--output-format=sarif=",
}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    (tmp_path / "temp").mkdir()
    return Runner(make_project(tmp_path / "site", BAD), tmp_path / "temp")


@pytest.fixture
def recorder(runner: Runner, tmp_path: Path) -> Path:
    """A program in the place of frontlint; the file has the arguments of its last run, as JSON."""
    record = tmp_path / "arguments.json"
    code = f"import json, sys; open({str(record)!r}, 'w').write(json.dumps(sys.argv[1:])); sys.exit(7)"
    program = tmp_path / "frontlint"
    program.write_text(f"#!{sys.executable}\n{code}\n")
    program.chmod(0o755)
    runner.knows("install", "frontlint", str(program))
    return record


def test_no_expression_stands_in_a_script() -> None:
    """Only there it would be spliced into code; `env` and `outputs` take it as a value."""
    for name, step in STEPS.items():
        assert "${{" not in step["run"], name
        assert "uses" not in step, "nothing of a third party"
    assert {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]} < set(STEPS["check"]["env"].values())


def test_every_input_is_optional_and_described() -> None:
    for name, declared in ACTION["inputs"].items():
        assert declared["default"] == "", name
        assert declared["description"].endswith("."), name
        assert not declared.get("required")


def test_without_inputs_the_whole_site_is_checked(runner: Runner, recorder: Path) -> None:
    assert runner.run("check").returncode == 7
    assert json.loads(recorder.read_text()) == ["check", "--no-cache", "--output-format=github", "--"]
    assert runner.outputs("check") == {"exit-code": "7"}


@pytest.mark.parametrize("name", OPTIONS)
@pytest.mark.parametrize("value", HOSTILE)
def test_an_input_is_one_argument_whatever_is_in_it(
    runner: Runner, recorder: Path, name: str, value: str
) -> None:
    runner.run("check", {name: value})
    arguments = json.loads(recorder.read_text())
    assert arguments == ["check", "--no-cache", "--output-format=github", OPTIONS[name] + value, "--"]
    assert runner.outputs("check") == {"exit-code": "7"}
    assert not (runner.workspace / "owned").exists()


@pytest.mark.parametrize("value", ["true", "false", "", *HOSTILE])
def test_a_switch_is_true_or_false(runner: Runner, recorder: Path, value: str) -> None:
    done = runner.run("check", {"no-inline-ignores": value})
    if value in ("true", "false", ""):
        switch = ["--no-inline-ignores"] if value == "true" else []
        arguments = json.loads(recorder.read_text())
        assert arguments == ["check", "--no-cache", "--output-format=github", *switch, "--"]
    else:
        assert (done.returncode, recorder.exists()) == (2, False)
        assert done.stdout == "::error::no-inline-ignores takes true or false\n"
    assert not (runner.workspace / "owned").exists()


@pytest.mark.parametrize("value", HOSTILE)
def test_lists_are_one_argument_a_line(runner: Runner, recorder: Path, value: str) -> None:
    runner.run("check", {"paths": f"{value}\r\n\n  b c\n", "args": f"--ignore=x\n{value}"})
    arguments = json.loads(recorder.read_text())
    lines = [line for line in value.split("\n") if line]
    assert arguments == [
        *("check", "--no-cache", "--output-format=github", "--ignore=x"),
        *(*lines, "--", *lines, "  b c"),
    ]
    assert not (runner.workspace / "owned").exists()


def test_a_sarif_file_of_several_lines_sets_no_output(runner: Runner, recorder: Path) -> None:
    name = "a\nexit-code=0"
    (runner.workspace / name).write_text("{}")
    runner.run("check", {"sarif": name})
    assert runner.outputs("check") == {"exit-code": "7"}
    (runner.workspace / "a b.sarif").write_text("{}")
    runner.run("check", {"sarif": "a b.sarif"})
    assert runner.outputs("check")["sarif"] == "a b.sarif"


def test_a_runner_without_python_is_told_what_to_do(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(runner.workspace))
    result = runner.run("install")
    assert result.returncode == 2
    assert (
        result.stdout == "::error::frontlint needs Python 3.11 or newer: run actions/setup-python before it\n"
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the first step installs, from the action's folder and a checkout that wants to be imported."""
    checkout = tmp_path_factory.mktemp("checkout")
    for name in ("venv", "pip", "ensurepip", "frontlint", "typer"):
        (checkout / f"{name}.py").write_text("raise SystemExit('the code of a pull request was run')")
    runner = Runner(checkout, tmp_path_factory.mktemp("temp"), ROOT)
    result = runner.run("install")
    assert result.returncode == 0, result.stdout + result.stderr
    return runner.outputs("install")["frontlint"]


def test_the_installed_frontlint_is_the_one_of_the_actions_folder(runner: Runner, installed: str) -> None:
    runner.knows("install", "frontlint", installed)
    (runner.workspace / "typer.py").write_text("raise SystemExit('the code of a pull request was run')")
    result = runner.run("check", {"args": "--version"})
    assert result.returncode == 2, "no option of check"
    assert "there is no option" in result.stderr


def test_a_fault_is_annotated_summed_up_and_reported(runner: Runner, installed: str) -> None:
    runner.knows("install", "frontlint", installed)
    result = runner.run("check", {"sarif": "out.sarif"})
    assert result.returncode == 1, result.stderr
    assert re.search(r"^::error .*file=content/posts/a\.md,line=3", result.stdout, re.MULTILINE)
    assert "draft-not-boolean" in runner.summary.read_text(encoding="utf-8")
    report = json.loads((runner.workspace / "out.sarif").read_text(encoding="utf-8"))
    assert [found["ruleId"] for found in report["runs"][0]["results"]] == ["draft-not-boolean"]
    assert runner.outputs("check") == {"exit-code": "1", "sarif": "out.sarif"}
    assert not (runner.workspace / ".frontlint_cache").exists()


def test_several_sites_are_one_run(runner: Runner, installed: str) -> None:
    runner.knows("install", "frontlint", installed)
    for name in ("docs", "blog"):
        make_project(runner.workspace / name, BAD)
    (runner.workspace / "broken").mkdir()
    (runner.workspace / "broken" / "hugo.toml").write_text("x =\n")
    names = ("docs", "blog", "broken")
    settings = "".join(f'[[sites]]\nsource = "{name}"\n' for name in names)
    (runner.workspace / "frontlint.toml").write_text(settings)
    result = runner.run("check", {"sarif": "out.sarif"})
    assert result.returncode == 2, result.stderr
    files = re.findall(r"^::error (?:.*,)?file=([^,]*)", result.stdout, re.MULTILINE)
    assert files == ["broken/hugo.toml", "blog/content/posts/a.md", "docs/content/posts/a.md"]
    summary = runner.summary.read_text(encoding="utf-8")
    assert "The site broken was not checked" in summary
    report = json.loads((runner.workspace / "out.sarif").read_text(encoding="utf-8"))
    (run,) = report["runs"]
    assert not run["invocations"][0]["executionSuccessful"]
    assert len(run["results"]) == 2
    assert runner.run("check", {"source": "docs"}).returncode == 1
    assert runner.run("check", {"paths": "blog\ndocs/content/posts/b.md"}).returncode == 1


def test_the_gate_is_that_of_the_inputs(runner: Runner, installed: str) -> None:
    runner.knows("install", "frontlint", installed)
    assert runner.run("check", {"fail-on": "never"}).returncode == 0
    assert runner.run("check", {"paths": "content/posts/b.md"}).returncode == 0
    assert runner.run("check", {"paths": "content/posts/b.md\ncontent/posts/a.md"}).returncode == 1
    assert runner.run("check", {"args": "--ignore\ndraft-not-boolean"}).returncode == 0
    assert runner.run("check", {"source": "nowhere"}).returncode == 2
    assert runner.outputs("check") == {"exit-code": "2"}
    assert sorted(path.name for path in runner.workspace.iterdir()) == ["content", "hugo.yaml"]


def test_a_mistake_is_told_in_words_and_commands_the_runner_to_do_nothing(
    runner: Runner, installed: str
) -> None:
    runner.knows("install", "frontlint", installed)
    result = runner.run("check", {"source": "##[add-path]/evil"})
    assert result.returncode == 2
    stopped, sentence, resumed = result.stderr.splitlines()
    assert "##[add-path]/evil" in sentence
    assert stopped == f"::stop-commands::{resumed.strip(':')}"
