"""Where this frontlint came from, by the note that installers leave."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from frontlint.init.origin import Origin, origin_of
from frontlint.init.workflow import workflow
from repos import Repo, shield

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def note(url: str, commit: str = COMMIT, vcs: str = "git") -> str:
    return json.dumps({"url": url, "vcs_info": {"vcs": vcs, "commit_id": commit}})


def test_from_an_index_it_is_this_version() -> None:
    origin = origin_of(None)
    assert origin == Origin()
    assert origin.requirement.startswith("frontlint==0.")
    assert origin.action is None


def test_from_a_repository_it_is_this_commit() -> None:
    origin = origin_of(note("https://example.org/tools/frontlint.git"))
    assert origin.requirement == f"frontlint @ git+https://example.org/tools/frontlint.git@{COMMIT}"
    assert origin.action is None
    steps = yaml.safe_load(workflow(origin))["jobs"]["frontlint"]["steps"]
    assert steps[2] == {"run": f"python -m pip install '{origin.requirement}'"}


def test_from_github_the_workflow_uses_the_action() -> None:
    origin = origin_of(note("https://github.com/someone/frontlint.git"))
    assert origin.action == f"someone/frontlint@{COMMIT}"
    assert f"- uses: someone/frontlint@{COMMIT}\n" in workflow(origin)


@pytest.mark.parametrize(
    "text",
    [
        '{"url": "file:///home/me/frontlint", "dir_info": {"editable": true}}',
        note("https://me:secret@example.org/frontlint"),
        note("ssh://git@example.org/frontlint"),
        note("https://example.org/x'; touch y; '"),
        note("https://example.org/frontlint\nrun: x"),
        note("https://example.org/frontlint", commit="main"),
        note("https://example.org/frontlint", vcs="hg"),
        note("https://example.org/frontlint").replace(f'"{COMMIT}"', "7"),
        note("https://example.org/tools").replace('"url"', '"subdirectory": "frontlint", "url"'),
        '{"url": "https://me:secret@example.org/frontlint.whl", "archive_info": {}}',
        '{"url": "https://example.org/frontlint.whl"}',
        '{"url": "file:///home/me/frontlint-0.1.0-py3-none-any.whl", "archive_info": {}}',
        '{"url": "file://server/share/frontlint", "dir_info": {}}',
        '{"url": 7, "dir_info": {}}',
        "[]",
        "not JSON",
    ],
)
def test_what_others_cannot_reach_is_named_to_nobody(text: str) -> None:
    assert origin_of(text) == Origin(local=True)


def test_from_an_archive_that_all_can_reach_it_is_that_archive() -> None:
    url = "https://example.org/frontlint-0.1.0-py3-none-any.whl"
    assert origin_of(json.dumps({"url": url, "archive_info": {}})).requirement == f"frontlint @ {url}"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A clone of frontlint whose commit is on its remote."""
    shield(monkeypatch)
    theirs = Repo(tmp_path / "theirs")
    theirs.commit({"pyproject.toml": ""})
    theirs.git("clone", "-q", str(theirs.root), str(tmp_path / "a clone"))
    repo = Repo(tmp_path / "a clone")
    repo.git("remote", "set-url", "origin", "git@github.com:someone/frontlint.git")
    return repo


def of(folder: Path) -> Origin:
    return origin_of(json.dumps({"url": folder.as_uri(), "dir_info": {"editable": True}}))


def test_a_folder_is_where_its_remote_is_if_the_remote_has_the_commit(checkout: Repo) -> None:
    commit = checkout.git("rev-parse", "HEAD")
    assert of(checkout.root) == Origin("https://github.com/someone/frontlint.git", commit)
    assert of(checkout.root).action == f"someone/frontlint@{commit}"
    checkout.commit({"new.py": ""})
    assert of(checkout.root) == Origin(local=True), "nobody has pushed it"
    installed = {"vcs": "git", "commit_id": commit}
    text = json.dumps({"url": checkout.root.as_uri(), "vcs_info": installed})
    assert origin_of(text).revision == commit, "it was installed before the new commit"


def test_the_first_remote_that_has_the_commit_and_that_others_can_read(checkout: Repo) -> None:
    checkout.git("remote", "set-url", "origin", "ssh://me@git.example.org/frontlint")
    assert of(checkout.root) == Origin(local=True)
    checkout.git("remote", "add", "mirror", "https://git.example.org/frontlint")
    assert of(checkout.root) == Origin(local=True), "it was never fetched"
    checkout.git("update-ref", "refs/remotes/mirror/main", "HEAD")
    assert of(checkout.root).repository == "https://git.example.org/frontlint"
    checkout.git("remote", "set-url", "mirror", "https://me:secret@git.example.org/frontlint")
    assert of(checkout.root) == Origin(local=True), "a password goes into no file"


def test_a_part_of_somebodys_repository_and_a_folder_that_is_gone_are_nowhere(checkout: Repo) -> None:
    inner = checkout.root / "vendor" / "frontlint"
    inner.mkdir(parents=True)
    assert of(inner) == Origin(local=True)
    shutil.rmtree(checkout.root)
    assert of(checkout.root) == Origin(local=True)
