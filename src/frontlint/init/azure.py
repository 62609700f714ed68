"""`azure-pipelines.yml`: the same check in Azure Pipelines, each page with a problem a failed test."""

from __future__ import annotations

from frontlint.base.edit import Edit
from frontlint.init.blocks import indented, load
from frontlint.init.destination import Destination
from frontlint.init.gitlab import NOT_YET
from frontlint.init.hook_file import NO_REPOSITORY
from frontlint.init.origin import BLANK_COMMIT, Origin
from frontlint.init.step import LeaveAloneError, PendingError, Step, Verdict, add_to

NAME = "azure-pipelines.yml"
FILL_IN = "the pipeline fails until you fill in what `pip install` needs"
_HEAD = """\
# Checks the front matter of the site: for a pull request what it changes and
# breaks, else all of it. For pull requests in Azure Repos, add a build policy.
trigger:
  branches:
    include: [main, master]
pr:
  branches:
    include: ['*']
pool:
  vmImage: ubuntu-latest
"""
_CHECKOUT = """\
- checkout: self
  fetchDepth: 0  # to compare with the branch of the pull request
- task: UsePythonVersion@0
  inputs:
    versionSpec: '3.12'
"""
_INSTALL = """\
- script: >-
    python -m pip install
    '{requirement}'
"""
_CHECK = """\
- script: |
    base="${SYSTEM_PULLREQUEST_TARGETBRANCH#refs/heads/}"
    frontlint check --no-cache --output-format concise \\
      --output-format junit=frontlint.xml ${base:+"--since=origin/$base"}
- task: PublishTestResults@2
  condition: succeededOrFailed()
  inputs:
    testResultsFormat: JUnit
    testResultsFiles: frontlint.xml
"""


def azure_step(place: Destination, origin: Origin) -> Step:
    """Writes the pipeline; in one that is there, only its owner knows where the steps belong."""
    path = place.root / NAME
    if not place.repository:
        return Step(path, Verdict.LEFT, why=NO_REPOSITORY)
    step = add_to(path, pipeline(origin), _steps(origin), merge)
    return step._replace(why=FILL_IN) if origin.local and step.writes else step


def pipeline(origin: Origin) -> str:
    """The text of the whole pipeline."""
    return _HEAD + "steps:\n" + indented(_steps(origin), 2)


def merge(text: str) -> tuple[Edit, ...]:
    """Nothing where the pipeline runs frontlint. Raises LeaveAloneError for another one."""
    load(text)
    if "frontlint" not in text:
        raise LeaveAloneError("it runs something else, so you decide where these steps go")
    if BLANK_COMMIT in text:
        raise PendingError(FILL_IN)
    return ()


def _steps(origin: Origin) -> str:
    lines = _INSTALL.format(requirement=origin.requirement)
    if origin.local:
        lines = NOT_YET + "".join(f"# {line}\n" for line in lines.splitlines())
    return _CHECKOUT + lines + _CHECK
