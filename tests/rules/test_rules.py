"""Every fixture of every rule: what the marks ask for is found, and nothing else; fixes do what they say.

`a.fixed.md` beside `a.md` is the page with its fixes. `FRONTLINT_WRITE_FIXED=1` writes these files, for
whoever made the fix to read.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from fixing import fixed, offered
from support import copy_fixture, expected, fixtures_in, found, lint, name_of_fixture

HERE = Path(__file__).parent


def _cases(kind: str) -> list[Path]:
    return [case for folder in sorted(HERE.glob(f"*/{kind}")) for case in fixtures_in(folder)]


def _project(case: Path, folder: Path) -> Path:
    project = copy_fixture(case, folder)
    sidecar = case.with_name(case.name + ".expect")
    if case.is_file() and sidecar.exists():
        target = project / "content" / "posts" / sidecar.name
        target.write_bytes(sidecar.read_bytes())
    return project


@pytest.mark.parametrize("case", _cases("bad"), ids=name_of_fixture)
def test_bad(case: Path, tmp_path: Path) -> None:
    project = _project(case, tmp_path)
    wanted = expected(project)
    assert wanted, "a bad fixture marks what is to be found"
    assert found(lint(project, [case.parent.parent.name])) == wanted


@pytest.mark.parametrize("case", _cases("good"), ids=name_of_fixture)
def test_good(case: Path, tmp_path: Path) -> None:
    project = _project(case, tmp_path)
    assert not expected(project), "a good fixture expects nothing"
    assert found(lint(project, [case.parent.parent.name])) == []


@pytest.mark.parametrize("case", _cases("bad"), ids=name_of_fixture)
def test_fixed(case: Path, tmp_path: Path) -> None:
    """The fixes of a bad fixture make its fixed files, and nothing is left of what they fix."""
    rule = case.parent.parent.name
    project = _project(case, tmp_path)
    findings = lint(project, [rule]).findings
    assert all(one.help.startswith(one.fix.title) for one in findings if one.fix), (
        "what is said is what is done"
    )
    written = fixed(project, [rule]).pages
    root = project / "new" if (project / "new").is_dir() else project
    if os.environ.get("FRONTLINT_WRITE_FIXED"):
        _keep(case, root, written)
    assert {path: (root / path).read_bytes() for path in written} == _wanted(case)
    left = lint(project, [rule]).findings
    assert len(left) <= len(findings) - len(written), "a fix leaves its finding"
    assert not written or len(offered(left)) < len(offered(findings))


def _wanted(case: Path) -> dict[str, bytes]:
    """The fixed files of a fixture, by the paths of the pages in its project."""
    if case.is_file():
        file = _beside(case)
        return {f"content/posts/{case.name}": file.read_bytes()} if file.exists() else {}
    root = case / "new" if (case / "new").is_dir() else case
    files = [path for path in root.rglob("*") if path.is_file() and ".fixed." in path.name]
    return {
        path.relative_to(root).as_posix().replace(".fixed.", "."): path.read_bytes() for path in sorted(files)
    }


def _beside(page: Path) -> Path:
    return page.with_name(f"{page.stem}.fixed{page.suffix}")


def _keep(case: Path, root: Path, written: frozenset[str]) -> None:
    place = case / "new" if (case / "new").is_dir() else case
    for path in sorted(written):
        target = _beside(case) if case.is_file() else _beside(place / path)
        shutil.copyfile(root / path, target)
