"""The pins of other people's actions: each at a commit with its version, and named when it is out of date."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from frontlint.init.origin import Origin
from frontlint.init.workflow import workflow
from repos import Repo, shield
from support import ROOT

SCRIPT = ROOT / "docs" / "pins.py"


def load() -> Any:
    """The script as a module: `docs` is no package."""
    spec = importlib.util.spec_from_file_location("pins", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def used() -> set[str]:
    """Every `uses:` of the workflows, the documentation and what `init` writes."""
    files = [*(ROOT / ".github" / "workflows").glob("*.yml"), *(ROOT / "docs").glob("*.md")]
    texts = [path.read_text(encoding="utf-8") for path in files] + [workflow(Origin())]
    return {name for text in texts for name in re.findall(r"(?m)^ *- uses: (.+)$", text)}


def test_every_action_is_at_a_commit_with_its_version_beside_it() -> None:
    names = {name for name in used() if not name.startswith("OWNER/")}
    assert len(names) >= 7
    for name in names:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", name), name


def test_an_action_has_one_commit_in_the_whole_project() -> None:
    pins = load().pins_in(ROOT)
    repositories = [pin.repository for pin in pins]
    assert sorted(repositories) == sorted(set(repositories))
    assert {name.partition("@")[2].partition(" ")[0] for name in used() if "FULL" not in name} == {
        pin.commit for pin in pins
    }, "the script knows them all"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, dict[str, str]]:
    """A project with a workflow, and a repository of an action with two versions: their commits by name."""
    shield(monkeypatch)
    action = Repo(tmp_path / "hub" / "actions" / "checkout")
    commits = {}
    for version in ("v1.9.0", "v1.10.0"):
        commits[version] = action.commit({"action.yml": version})
        action.git("tag", "--annotate", "-m", version, version)
    action.git("tag", "v1")
    action.git("tag", "v9.0.0-beta")
    return tmp_path, commits


def run(project: Path, *uses: str) -> tuple[int, str]:
    path = project / ".github" / "workflows" / "a.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"- uses: {name}\n" for name in uses))
    done = subprocess.run(
        [sys.executable, SCRIPT, "--root", project, "--from", (project / "hub").as_uri()],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr
    return done.returncode, done.stdout


def test_a_pin_at_the_newest_version_is_well(project: tuple[Path, dict[str, str]]) -> None:
    root, commits = project
    name = f"actions/checkout/sub@{commits['v1.10.0']}  # v1.10.0"
    assert run(root, name, name) == (0, "actions/checkout v1.10.0 is the newest\n")


def test_a_pin_that_is_behind_is_told_with_what_to_write_and_where(
    project: tuple[Path, dict[str, str]],
) -> None:
    root, commits = project
    newer = f"actions/checkout@{commits['v1.10.0']}  # v1.10.0"
    assert run(root, f"actions/checkout@{commits['v1.9.0']} # v1.9.0") == (
        1,
        f"actions/checkout v1.9.0 is out of date: {newer}\n  in .github/workflows/a.yml\n",
    )


@pytest.mark.parametrize(
    ("comment", "why"),
    [
        ("", "has no comment with its version"),
        ("  # v2.0.0", "has a version that is not a tag"),
        ("  # v1.9.0", "is not the commit of its version"),
    ],
)
def test_a_pin_whose_comment_does_not_fit_is_told(
    project: tuple[Path, dict[str, str]], comment: str, why: str
) -> None:
    root, commits = project
    code, text = run(root, f"actions/checkout@{commits['v1.10.0']}{comment}")
    assert (code, why in text) == (1, True)


def test_a_repository_that_cannot_be_asked_is_no_pass(project: tuple[Path, dict[str, str]]) -> None:
    code, text = run(project[0], f"actions/gone@{'1' * 40}  # v1.0.0")
    assert (code, "actions/gone v1.0.0 cannot be asked" in text) == (2, True)


def release() -> Any:
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


def test_a_release_gives_each_job_what_it_needs_and_no_more() -> None:
    document = release()
    assert document[True] == {"push": {"tags": ["v*"]}}
    assert document["permissions"] == {}
    assert {name: job["permissions"] for name, job in document["jobs"].items()} == {
        "build": {"contents": "read"},
        "attest": {"contents": "read", "id-token": "write", "attestations": "write"},
        "pypi": {"id-token": "write"},
        "github": {"contents": "write"},
    }
    assert "secrets." not in str(document)
    for name, job in document["jobs"].items():
        checks_out = any("actions/checkout" in step.get("uses", "") for step in job["steps"])
        assert checks_out is (name == "build"), "a job that may write runs no code of the repository"


def test_a_release_is_built_once_and_goes_through_every_job() -> None:
    jobs = release()["jobs"]
    assert [job.get("needs") for job in jobs.values()] == [None, "build", "attest", "pypi"]
    assert str(jobs).count("hatchling build") == 1
