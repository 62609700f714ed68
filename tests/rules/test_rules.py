"""Every fixture of every rule: what the marks ask for is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import copy_fixture, expected, found, lint

HERE = Path(__file__).parent


def _cases(kind: str) -> list[Path]:
    cases: list[Path] = []
    for folder in sorted(HERE.glob(f"*/{kind}")):
        cases += [
            case
            for case in sorted(folder.iterdir())
            if case.is_dir() or case.suffix not in {".expect", ".py"}
        ]
    return cases


def _name(case: Path) -> str:
    return f"{case.parent.parent.name}-{case.name}"


def _project(case: Path, folder: Path) -> Path:
    project = copy_fixture(case, folder)
    sidecar = case.with_name(case.name + ".expect")
    if case.is_file() and sidecar.exists():
        target = project / "content" / "posts" / sidecar.name
        target.write_bytes(sidecar.read_bytes())
    return project


@pytest.mark.parametrize("case", _cases("bad"), ids=_name)
def test_bad(case: Path, tmp_path: Path) -> None:
    project = _project(case, tmp_path)
    wanted = expected(project)
    assert wanted, "a bad fixture marks what is to be found"
    assert found(lint(project, [case.parent.parent.name])) == wanted


@pytest.mark.parametrize("case", _cases("good"), ids=_name)
def test_good(case: Path, tmp_path: Path) -> None:
    project = _project(case, tmp_path)
    assert not expected(project), "a good fixture expects nothing"
    assert found(lint(project, [case.parent.parent.name])) == []
