"""`docs/ci.md`: what it tells people to copy is read, and its commands are run."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from frontlint.init import azure, gitlab
from frontlint.init.hooks import local_hook, offered
from frontlint.init.origin import Origin
from frontlint.init.workflow import workflow
from repos import Repo, shield
from support import ROOT
from workflow import ACTION, BASH, scripts_in, shell

TEXT = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
PIPELINES: list[Any] = [yaml.safe_load(text) for language, text in BLOCKS if language == "yaml"]
SCRIPTS = [script for document in PIPELINES for script in scripts_in(document)]
CONSOLE = [text for language, text in BLOCKS if language == "console"]
SITE: dict[str, str | bytes | None] = {
    "hugo.yaml": "baseURL: https://example.org/\n",
    "content/tea.md": "---\ntitle: Tea\n---\n",
}
PIP = re.compile(r"python -m pip install '?frontlint==([\d.]+)'?")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(BASH is None, reason="pipelines are written for bash")]


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A site in the folder `site`, with a fault on a branch that is to go to `origin/main`."""
    shield(monkeypatch)
    repo = Repo(tmp_path / "repo")
    base = repo.commit({f"site/{name}": content for name, content in SITE.items()})
    repo.git("update-ref", "refs/remotes/origin/main", base)
    repo.commit({"site/content/new.md": "---\ntitle: New\ndraft: yes\n---\n"})
    return repo


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A `python` in which pip installs nothing: what it would install runs these tests."""
    folder = tmp_path / "tools"
    folder.mkdir()
    program = folder / "python"
    program.write_text(f'#!/bin/sh\n[ "$2" = pip ] && exit 0\nexec "{sys.executable}" "$@"\n')
    program.chmod(0o755)
    return folder


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_commands_of_a_pipeline_find_the_fault(script: str, repo: Repo, tools: Path) -> None:
    env = {
        "GITHUB_BASE_REF": "main",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": repo.git("rev-parse", "HEAD~"),
        "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
    }
    if "--staged" in script:
        repo.git("reset", "-q", "--soft", "HEAD~")
    done = shell(script, repo.root, tools, env)
    if PIP.fullmatch(script):
        assert done.returncode == 0
    else:
        assert done.returncode == 1, done.stderr
        assert "draft" in done.stdout


def test_a_pipeline_believes_no_earlier_run() -> None:
    pipelines = [document for document in PIPELINES if "repos" not in document]
    scripts = [script for document in pipelines for script in scripts_in(document)]
    checks = [script for script in scripts if "frontlint check" in script]
    assert len(checks) == 3
    assert all("--no-cache" in script for script in checks)
    assert "--no-cache" in workflow(Origin())
    assert "--no-cache" in str(ACTION)


def test_there_are_as_many_pipelines_as_systems() -> None:
    assert len(PIPELINES) == 6
    assert len(SCRIPTS) == 7
    assert [PIP.fullmatch(script) is not None for script in SCRIPTS].count(True) == 3


@pytest.mark.parametrize("commands", CONSOLE)
def test_the_commands_for_a_terminal_work(commands: str, repo: Repo, tools: Path) -> None:
    named = "--source docs" in commands
    done = shell(commands.replace("--source docs", "--source site"), repo.root, tools, {})
    assert done.returncode == (1 if named else 0), done.stderr


@pytest.mark.parametrize("text", [workflow(Origin()), gitlab.pipeline(Origin()), azure.pipeline(Origin())])
def test_the_pipelines_are_those_that_init_writes(text: str) -> None:
    assert ("yaml", text) in BLOCKS


@pytest.mark.parametrize(("on_a_change", "told"), [(True, {"new"}), (False, {"new", "old"})])
@pytest.mark.parametrize("pipeline", PIPELINES[1:4], ids=["GitHub", "GitLab", "Azure"])
def test_a_pipeline_reports_a_change_or_the_whole_site(
    pipeline: Any, on_a_change: bool, told: set[str], repo: Repo, tools: Path
) -> None:
    fault = "---\ntitle: Old\ndraft: yes\n---\n"
    repo.git("update-ref", "refs/remotes/origin/main", repo.commit({"site/content/old.md": fault}))
    repo.commit({"site/content/new.md": fault + "More.\n"})
    main, variables = repo.git("rev-parse", "HEAD~"), {}
    if on_a_change:
        variables = {
            "GITHUB_BASE_REF": "main",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": main,
            "SYSTEM_PULLREQUEST_TARGETBRANCH": "main",
        }
    [check] = [script for script in scripts_in(pipeline) if "frontlint check" in script]
    done = shell(check, repo.root, tools, variables)
    assert set(re.findall(r"content/(old|new)\.md", done.stdout)) == told, done.stderr


def test_the_actions_inputs_are_all_told_of() -> None:
    told = re.findall(r"^\| ((?:`[\w-]+`(?:, )?)+) \|", TEXT, re.MULTILINE)
    assert {name for row in told for name in re.findall(r"`([\w-]+)`", row)} == set(ACTION["inputs"])


def test_the_workflow_with_the_action_is_the_one_that_init_writes_where_it_is_known() -> None:
    written = yaml.safe_load(workflow(Origin("https://github.com/OWNER/frontlint", "FULL_COMMIT_SHA")))
    told = PIPELINES[0]
    assert told["jobs"] == written["jobs"]
    assert set(told["jobs"]["frontlint"]["steps"][1]["with"]) <= set(ACTION["inputs"])


def test_the_hooks_are_those_that_are_offered() -> None:
    manifest = {hook["id"]: hook for hook in yaml.safe_load(offered())}
    hooks = [hook for document in PIPELINES if "repos" in document for hook in document["repos"][0]["hooks"]]
    assert {hook["id"] for hook in hooks} <= set(manifest)
    for hook in hooks:
        assert hook.get("entry", "").startswith(manifest[hook["id"]]["entry"]) or "entry" not in hook
        for key in ("require_serial", "pass_filenames", "always_run", "language"):
            assert hook.get(key, manifest[hook["id"]][key]) == manifest[hook["id"]][key]
    assert yaml.safe_load(local_hook(Origin())) == [hook for hook in hooks if "entry" in hook]
