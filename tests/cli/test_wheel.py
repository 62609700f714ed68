"""The built wheel, in an environment in which nothing else is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from support import ROOT, make_project

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_ships_every_schema_and_the_type_marker(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    schemas = {path.relative_to(ROOT / "schemas").as_posix() for path in (ROOT / "schemas").rglob("*.json")}
    assert {f"frontlint/_schemas/{name}" for name in schemas} <= names
    assert "frontlint/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "examples/"))]


@pytest.mark.network
def test_lints_from_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run(
        [scripts / "python", "-m", "pip", "install", "-q", str(wheel)], check=True, capture_output=True
    )
    sitemap = "sitemap: {filename: sitemap.xml, priority: 8.0}"
    page = f"---\ntitle: A\nItemKind: classification\nClassificationType: tags\n{sitemap}\n---\n"
    project = make_project(tmp_path / "site", {"content/tags/a/_index.md": page})
    result = subprocess.run(
        [scripts / "frontlint", "check", "--output-format", "concise"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1, result.stderr
    assert "error bad-value" in result.stdout, "the schemas of the wheel are found and used"
