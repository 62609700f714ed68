"""The scripts of the release workflow, run by a shell as a runner of GitHub does."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from pathlib import Path
from typing import Any

import pytest
import yaml

from repos import Repo, shield
from support import ROOT
from workflow import BASH, shell

pytestmark = pytest.mark.skipif(BASH is None, reason="the steps are scripts for bash")

WORKFLOW: dict[str, Any] = yaml.safe_load(
    (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
)
STEPS = {step["name"]: step["run"] for step in WORKFLOW["jobs"]["build"]["steps"] if "name" in step}
VERSION, BUILD, TRY = STEPS.values()
FILES = {
    "pyproject.toml": '[build-system]\nx = 1\n[project]\nname = "frontlint"\nversion = "1.2.3"\n',
    "src/frontlint/__init__.py": '"""Doc."""\n__version__ = "1.2.3"\n',
    "CHANGELOG.md": "## [Unreleased]\n\n## [1.2.3] - 2026-11-27\n",
}


@pytest.mark.parametrize(
    ("tag", "broken", "said"),
    [
        ("v1.2.3", None, ""),
        ("v1.2.4", None, "the tag is v1.2.4, and pyproject.toml says 1.2.3"),
        ("1.2.3", None, "the tag is 1.2.3"),
        ("v1.2.3", "src/frontlint/__init__.py", "has another version than 1.2.3"),
        ("v1.2.3", "CHANGELOG.md", "CHANGELOG.md has no heading [1.2.3]"),
    ],
)
def test_a_release_stops_where_the_versions_differ(
    tmp_path: Path, tag: str, broken: str | None, said: str
) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text.replace("1.2.3", "1.2.30") if name == broken else text)
    done = shell(VERSION, tmp_path, tmp_path, {"GITHUB_REF_NAME": tag})
    assert done.returncode == (1 if said else 0), done.stderr
    assert said in done.stdout


def test_the_files_of_this_project_are_those_that_the_release_reads(tmp_path: Path) -> None:
    """All but the heading, which comes with the release."""
    done = shell(VERSION, ROOT, tmp_path, {"GITHUB_REF_NAME": "v0.0.0-none"})
    assert "the tag is v0.0.0-none, and pyproject.toml says" in done.stdout


@pytest.mark.slow
@pytest.mark.network
def test_the_wheel_of_a_release_is_built_from_the_lock_file_and_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shield(monkeypatch)
    for name in ("PYTHONPATH", "VIRTUAL_ENV"):
        monkeypatch.delenv(name, raising=False)
    repo = Repo(tmp_path / "checkout")
    for name in ("src", "schemas", "examples", "docs", ".github"):
        shutil.copytree(ROOT / name, repo.root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "requirements.txt", "action.yml"):
        shutil.copyfile(ROOT / name, repo.root / name)
    repo.commit({})
    venv.create(tmp_path / "python", with_pip=True)
    env = {
        **os.environ,
        "PATH": f"{tmp_path / 'python' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
    }
    for script in (BUILD, TRY):
        done = subprocess.run(
            [str(BASH), "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
            cwd=repo.root,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert "frontlint 0." in done.stdout
    assert {path.suffix for path in (repo.root / "dist").iterdir()} == {".whl", ".gz"}
