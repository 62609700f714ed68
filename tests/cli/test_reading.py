"""Two readers of a command line: what the fast one accepts, Typer reads the same way."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from frontlint.base.choice import Enum
from frontlint.cli.commands import COMMANDS, Command
from frontlint.cli.parameters import Parameter
from frontlint.cli.reading import read
from frontlint.cli.through_typer import app_of
from support import make_project

_taken: list[tuple[Command, Mapping[str, Any]]] = []


def _take(command: Command, values: Mapping[str, Any]) -> int:
    _taken.append((command, values))
    return 0


_TYPER = typer.main.get_command(app_of(COMMANDS, _take))


def _by_typer(words: list[str]) -> tuple[Command, Mapping[str, Any]] | None:
    """What Typer makes of it; None for help, a version and a mistake."""
    _taken.clear()
    with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
        _TYPER.main(words, standalone_mode=False, prog_name="frontlint")
    return _taken[0] if _taken else None


def _named(command: Command) -> list[str]:
    return [command.group, command.name] if command.group else [command.name]


_ODD = st.sampled_from(
    [
        "",
        "-",
        "--",
        "-x",
        "--nope",
        "a b",
        "ä",
        "=",
        "=x",
        "--help",
        "-h",
        "-qv",
        "-vj",
        "0",
        "-1",
        "007",
        "1_0",
        "9" * 12,
    ]
)
_TEXT = st.one_of(
    st.sampled_from(["x", "content/a.md", "seo=error", "json=out.json", "5", "1", "warning", "never", "dot"]),
    _ODD,
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=4),
)


@st.composite
def _written(draw: st.DrawFn, one: Parameter) -> list[str]:
    """One parameter as somebody may type it, rightly or not."""
    if not one.flags:
        return [draw(_TEXT)]
    flag = draw(st.sampled_from([flag for flag in (*one.flags, one.off) if flag]))
    if one.kind is bool:
        return [draw(st.sampled_from([flag, flag, flag, flag + "=1", flag[:-1]]))]
    value = draw(_value(one))
    return draw(st.sampled_from([[flag, value], [f"{flag}={value}"], [flag + value], [flag, value]]))


def _value(one: Parameter) -> st.SearchStrategy[str]:
    if issubclass(one.kind, Enum):
        return st.one_of(st.sampled_from([str(member.value) for member in one.kind]), _TEXT)
    if one.kind is int:
        return st.one_of(st.integers(-1, 300).map(str), _TEXT)
    return _TEXT


@st.composite
def _lines(draw: st.DrawFn) -> list[str]:
    command = draw(st.sampled_from(COMMANDS))
    of_others = draw(st.sampled_from(COMMANDS)).parameters
    pool = st.sampled_from([*command.parameters] * 5 + [*of_others])
    parts = draw(st.lists(pool.flatmap(_written) | _ODD.map(lambda word: [word]), max_size=6))
    return [*_named(command), *(word for part in parts for word in part)]


@settings(max_examples=1500, deadline=None)
@given(_lines())
def test_what_the_fast_reader_accepts_typer_reads_the_same_way(words: list[str]) -> None:
    asked = read(words, {})
    if asked is not None:
        assert (asked.command, asked.values) == _by_typer(words)


def _plain(one: Parameter) -> list[list[str]]:
    """The usual ways to give a parameter."""
    if one.kind is bool:
        return [[flag] for flag in (*one.flags, one.off) if flag]
    value = {int: "3", str: "x", Path: "content"}.get(one.kind) or str(list(one.kind)[-1].value)  # type: ignore[call-overload]
    if not one.flags:
        return [[value], ["--", value]]
    short = [[flag + value] for flag in one.flags if not flag.startswith("--")]
    long = [[f"{flag}={value}"] for flag in one.flags if flag.startswith("--")]
    return [*([flag, value] for flag in one.flags), *short, *long]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: "-".join(_named(command)))
def test_the_usual_ways_are_read_without_typer(command: Command) -> None:
    lines = [way for one in command.parameters for way in _plain(one)]
    for line in [[], *lines, [word for one in command.parameters if one.flags for word in _plain(one)[0]]]:
        words = [*_named(command), *line]
        asked = read(words, {})
        assert asked is not None, words
        assert (asked.command, asked.values) == _by_typer(words)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "--help",
        "-h",
        "--version",
        "chek",
        "baseline",
        "baseline nope",
        "check --help",
        "check -h",
        "check --nope",
        "check --jobs 0",
        "check --jobs x",
        "check --jobs",
        "check --show heavy",
        "check --statistics=yes",
        "check --select --ignore",
        "check -qv",
        "explain a b",
        "init site",
        "cache clean --every",
    ],
)
def test_help_and_mistakes_are_for_typer(line: str) -> None:
    assert read(line.split(), {}) is None


def test_completion_is_for_typer() -> None:
    assert read(["check"], {"_FRONTLINT_COMPLETE": "complete_bash"}) is None


def test_windows_expands_words_through_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert read(["check", "content/*.md"], {}) is None
    assert read(["check", "content/a.md"], {}) is not None


def test_a_path_that_cannot_be_read_is_for_typer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert read(["check", str(tmp_path)], {}) is None
    assert read(["check", str(tmp_path / "new.md")], {}) is not None


@pytest.mark.parametrize(
    "line",
    [
        "check -q --no-cache",
        "rules --format=json",
        "urls",
        "tree",
        "config",
        "baseline stats --no-cache",
    ],
)
def test_no_command_imports_typer(line: str, tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: A\n---\n"})
    code = (
        "import sys; from frontlint.cli.app import run\n"
        f"assert run({line.split()!r}) == 0\n"
        "print('modules:', *({'typer', 'click', 'rich', 'inspect', 'dataclasses'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=project, check=False
    )
    assert run.stdout.rpartition("modules:")[2].split() == [], run.stderr
