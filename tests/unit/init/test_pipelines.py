"""The pipelines that `init` writes: pinned, whole, and added to what is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from frontlint.base.edit import apply
from frontlint.init import azure, gitlab
from frontlint.init.destination import Destination
from frontlint.init.origin import Origin
from frontlint.init.step import LeaveAloneError, PendingError, Verdict
from frontlint.init.workflow import NAME, workflow, workflow_step

COMMIT = "1" * 40
ORIGINS = {
    "action": Origin("https://github.com/someone/frontlint.git", COMMIT),
    "git": Origin("https://example.org/frontlint", COMMIT),
    "index": Origin(),
    "archive": Origin(archive="https://example.org/frontlint.whl"),
    "nowhere": Origin(local=True),
}
TEXTS = {
    **{f"GitHub, {name}": workflow(origin) for name, origin in ORIGINS.items()},
    **{f"GitLab, {name}": gitlab.pipeline(origin) for name, origin in ORIGINS.items()},
    **{f"Azure, {name}": azure.pipeline(origin) for name, origin in ORIGINS.items()},
}


def steps(origin: Origin) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(workflow(origin))["jobs"]["frontlint"]["steps"]
    return found


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_every_pipeline_believes_no_earlier_run_and_fits_a_terminal(text: str) -> None:
    assert "--no-cache" in text or "uses: someone/frontlint@" in text or "uses: OWNER/frontlint@" in text
    prose = [line for line in text.splitlines() if re.match(r" *# [^- ]", line)]
    assert max(map(len, prose)) <= 80


@pytest.mark.parametrize("origin", ORIGINS.values(), ids=list(ORIGINS))
def test_every_action_is_at_a_commit_and_the_report_is_uploaded(origin: Origin) -> None:
    found = steps(origin)
    for step in found:
        assert "uses" not in step or re.search(r"@[0-9a-f]{40}$", step["uses"])
    assert found[-1]["with"] == {"sarif_file": "frontlint.sarif"}
    assert "upload-sarif@" in found[-1]["uses"]
    assert "sarif=frontlint.sarif" in workflow(origin) or "sarif: frontlint.sarif" in workflow(origin)


def test_on_github_it_is_the_action() -> None:
    assert steps(ORIGINS["action"])[1]["uses"] == f"someone/frontlint@{COMMIT}"


def test_without_a_source_the_step_is_a_comment_and_the_job_does_not_pass() -> None:
    text = workflow(ORIGINS["nowhere"])
    assert "exit 1" in steps(ORIGINS["nowhere"])[1]["run"]
    filled = re.sub(r"(?m)^      # (?=- uses: OWNER|  )", "      ", text)
    [step] = [step for step in yaml.safe_load(filled)["jobs"]["frontlint"]["steps"] if "OWNER" in str(step)]
    assert step == {
        "uses": "OWNER/frontlint@FULL_COMMIT_SHA",
        "with": steps(ORIGINS["action"])[1]["with"],
    }


def test_a_workflow_that_waits_for_its_owner_is_told_again(tmp_path: Path) -> None:
    place = Destination(tmp_path, tmp_path, repository=True)
    for expected in (Verdict.WRITTEN, Verdict.LEFT):
        step = workflow_step(place, ORIGINS["nowhere"])
        assert (step.verdict, "commented out" in step.why) == (expected, True)
        step.do()
    path = tmp_path / NAME
    path.write_text(path.read_text().replace("FULL_COMMIT_SHA", COMMIT))
    assert workflow_step(place, ORIGINS["nowhere"]).verdict is Verdict.ALREADY


def job(text: str) -> Any:
    return yaml.safe_load(text)["frontlint"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# mine",
        "image: x\n\nbuild:\n  script: [make]  # so\n",
        "build:\n  script:\n    - make",
        "build:\r\n  script: [make]\r\n",
    ],
)
def test_a_job_is_added_to_the_pipeline_of_gitlab(text: str) -> None:
    new = apply(text, gitlab.merge(text, ORIGINS["git"]))
    assert new.startswith(text)
    assert yaml.safe_load(new) == {**(yaml.safe_load(text) or {}), "frontlint": job(new)}
    assert job(new) == job(gitlab.pipeline(ORIGINS["git"]))
    assert gitlab.merge(new, ORIGINS["git"]) == ()


def test_tags_of_gitlab_stay_as_they_are() -> None:
    text = "a:\n  script: !reference [.x, script]\n"
    assert apply(text, gitlab.merge(text, ORIGINS["git"])).startswith(text)


@pytest.mark.parametrize(
    ("stages", "stage"),
    [("[build, test]", None), ("[lint, deploy]", "lint"), ("[]", None), ("['a: b']", None), ("x", None)],
)
def test_the_job_runs_in_a_stage_that_there_is(stages: str, stage: str | None) -> None:
    text = f"stages: {stages}\n"
    assert job(apply(text, gitlab.merge(text, ORIGINS["git"]))).get("stage") == stage


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- a\n", "not a mapping of jobs"),
        ("a: [\n", "cannot be read as YAML"),
        ("{a: {script: x}}\n", "frontlint cannot tell where it ends"),
        ("a: 1\n...\n", "frontlint cannot tell where it ends"),
        ("a: |\n  x\n    ", "frontlint cannot tell where it ends"),
    ],
)
def test_another_pipeline_of_gitlab_is_left_alone(text: str, why: str) -> None:
    with pytest.raises(LeaveAloneError, match=why):
        gitlab.merge(text, ORIGINS["git"])


@pytest.mark.parametrize("merge", [lambda text: gitlab.merge(text, ORIGINS["nowhere"]), azure.merge])
@pytest.mark.parametrize("written", [gitlab.pipeline, azure.pipeline])
def test_a_pipeline_that_waits_for_its_owner_is_told_again(merge: Any, written: Any) -> None:
    with pytest.raises(PendingError, match="fill in"):
        merge(written(ORIGINS["nowhere"]))
    assert merge(written(ORIGINS["git"])) == ()


def test_a_pipeline_of_azure_is_its_owners() -> None:
    with pytest.raises(LeaveAloneError, match="where these steps go"):
        azure.merge("jobs: [{job: a, steps: [{script: make}]}]\n")


@pytest.mark.parametrize("name", ["GitLab", "Azure"])
def test_without_a_source_only_the_installation_is_a_comment(name: str) -> None:
    text = TEXTS[f"{name}, nowhere"]
    known = TEXTS[f"{name}, git"]
    filled = re.sub(r"(?m)^( *)# (?=- |  )", r"\1", text)
    filled = filled.replace(
        "https://github.com/OWNER/frontlint@FULL_COMMIT_SHA", f"https://example.org/frontlint@{COMMIT}"
    )
    assert "pip install" not in str(yaml.safe_load(text))
    assert yaml.safe_load(filled) == yaml.safe_load(known)
