"""Where this frontlint came from, by the note that installers leave."""

from __future__ import annotations

import json

import pytest

from frontlint.init.origin import Origin, origin_of
from frontlint.init.workflow import workflow

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
    assert f"python -m pip install '{origin.requirement}'" in workflow(origin)


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
        "[]",
        "not JSON",
    ],
)
def test_what_others_cannot_reach_is_named_to_nobody(text: str) -> None:
    assert origin_of(text) == Origin(local=True)
