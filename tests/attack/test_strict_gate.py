"""The strict gate of `docs/security.md`: a runner's shell runs it over honest and other changes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from attack.pull_request import SITE, PullRequest
from in_process import FAULT, RULE, Files
from repos import Repo
from support import ROOT
from workflow import BASH, shell

pytestmark = [
    pytest.mark.skipif(BASH is None, reason="the commands are written for bash"),
    pytest.mark.slow,
]

TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
SECTION = TEXT.partition("### A strict gate\n")[2]
WORKFLOW: dict[Any, Any] = yaml.safe_load(SECTION.partition("```yaml\n")[2].partition("```")[0])
STEPS = {step.get("name", ""): step for step in WORKFLOW["jobs"]["frontlint"]["steps"]}
SINGLE_FILES = SECTION.partition("```sh\n")[2].partition("```")[0]
BASELINE = ".frontlint-baseline.jsonl"
NEW = "content/new.md"
IGNORED = f"---\ntitle: A\ndraft: yes\n---\n<!-- frontlint-ignore {RULE} -->\n"
PLACES = {"at the root": "", "below": "site/"}


class Job:
    """A repository with a base, in which `origin/main` is what the change goes to."""

    def __init__(self, change: PullRequest, folder: str, temporary: Path) -> None:
        self.repo: Repo = change.repo
        self.folder, self._temporary = folder, temporary
        old = change.line("content/old.md", str(SITE["content/old.md"]))
        self.line = change.line(NEW)
        settings = f'source = "{folder or "."}"\nexclude = ["/{folder}content/drafts/"]\n'
        site = {f"{folder}{name}": text for name, text in SITE.items()}
        commit = self.repo.commit({**site, "frontlint.toml": settings, BASELINE: old})
        self.repo.git("update-ref", "refs/remotes/origin/main", commit)

    def brings(self, files: Files) -> None:
        self.repo.commit(
            {f"{self.folder}{name}" if "/" in name else name: text for name, text in files.items()}
        )

    def run(self, *scripts: str) -> tuple[int, str]:
        """What the scripts of the steps exit with and print."""
        env = {"RUNNER_TEMP": str(self._temporary), "GITHUB_BASE_REF": "main", "GITHUB_ACTIONS": "true"}
        done = shell("\n".join(scripts), self.repo.root, self._temporary, env)
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(params=PLACES)
def job(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Job:
    (tmp_path / "temp").mkdir()
    change = PullRequest(tmp_path / "repo", monkeypatch, capsys)
    return Job(change, PLACES[request.param], tmp_path / "temp")


def strict() -> list[str]:
    return [STEPS["Settings and baseline of the base"]["run"], STEPS["Strict gate"]["run"]]


def test_an_honest_change_passes(job: Job) -> None:
    job.brings({NEW: "---\ntitle: A\n---\n", "content/drafts/a.md": FAULT})
    code, said = job.run(*strict())
    assert code == 0, said


def attacks(job: Job) -> list[Files]:
    """Each lets a plain run pass."""
    baseline, settings = ((job.repo.root / name).read_text() for name in (BASELINE, "frontlint.toml"))
    return [
        {NEW: IGNORED},
        {NEW: FAULT, BASELINE: baseline + job.line},
        {NEW: FAULT, "frontlint.toml": settings + 'fail-on = "never"\n'},
        {NEW: FAULT, ".frontlint.toml": f'[rules]\nignore = ["{RULE}"]\n'},
        {BASELINE: baseline + job.line},
    ]


@pytest.mark.parametrize("number", range(5))
def test_a_change_that_accepts_its_own_fault_does_not(job: Job, number: int) -> None:
    job.brings(attacks(job)[number])
    code, said = job.run("frontlint check -q --source " + (job.folder or "."))
    assert code == 0, said
    code, said = job.run(*strict())
    assert code == 1, said
    assert RULE in said
    code, said = job.run(STEPS["What a maintainer lets through"]["run"])
    assert (code, "accepted by this change" in said or "edits settings" in said) == (0, True), said


def test_single_files_do_as_well(job: Job) -> None:
    if job.folder:
        pytest.skip("a source in them is not found from elsewhere, which exits with 2")
    for files in ({NEW: "---\ntitle: A\n---\n"}, {NEW: IGNORED}):
        job.brings(files)
        code, said = job.run(SINGLE_FILES)
        assert code == (1 if files[NEW] == IGNORED else 0), said


def test_the_settings_of_the_base_do_not_lead_to_the_pages_of_the_base(job: Job) -> None:
    """Its `source` is below the second checkout: what is judged is the first one."""
    job.brings({NEW: FAULT})
    (code, said) = job.run(*strict())
    assert code == 1
    assert re.search(rf"file={job.folder}{NEW},", said)


def test_the_gate_is_not_in_the_hands_of_the_pull_request() -> None:
    assert set(WORKFLOW[True]) == {"pull_request_target"}, "`on` is a boolean of YAML"
    assert WORKFLOW["permissions"] == {"contents": "read"}
    scripts = [step["run"] for step in STEPS.values() if "run" in step]
    assert not [script for script in scripts if "${{" in script]
    assert all("--no-cache" in script for script in scripts if script.startswith("frontlint check"))
    conditions = [STEPS[name]["if"] for name in ("Strict gate", "What a maintainer lets through")]
    assert conditions[0] == conditions[1].replace("${{ ", "${{ !"), "one of the two is run"
