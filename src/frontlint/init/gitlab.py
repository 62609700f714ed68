"""`.gitlab-ci.yml`: a job that checks every merge request, with a report of code quality."""

from __future__ import annotations

from frontlint.base.edit import Edit, apply
from frontlint.init.blocks import indented, insertion, load, same
from frontlint.init.destination import Destination
from frontlint.init.hook_file import NO_REPOSITORY
from frontlint.init.origin import BLANK_COMMIT, Origin
from frontlint.init.step import LeaveAloneError, PendingError, Step, Verdict, add_to

NAME = ".gitlab-ci.yml"
FILL_IN = "the job `frontlint` fails until you fill in what `pip install` needs"
_JOB = "frontlint"
_STAGE = "test"
"""The stage of a job that names none; GitLab has it where a pipeline lists no stages."""
_COMMENT = "# Checks the front matter; in a merge request, what it changes and breaks.\n"
_TEXT = """\
frontlint:
{stage}\
  image: python:3.12
  variables:
    GIT_DEPTH: '0'  # to compare with the branch of the merge request
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
{install}\
    - >-
      frontlint check --no-cache --output-format concise
      --output-format gitlab=frontlint.json
      ${{CI_MERGE_REQUEST_DIFF_BASE_SHA:+"--since=$CI_MERGE_REQUEST_DIFF_BASE_SHA"}}
  artifacts:
    when: always
    reports:
      codequality: frontlint.json
"""
_INSTALL = """\
- >-
  python -m pip install
  '{requirement}'
"""
NOT_YET = """\
# frontlint was installed from a folder, and no public remote has its
# commit. Write a repository that has it and a full commit, then remove
# each `# ` below:
"""


def gitlab_step(place: Destination, origin: Origin) -> Step:
    """Writes the pipeline, or adds the job to it."""
    path = place.root / NAME
    if not place.repository:
        return Step(path, Verdict.LEFT, why=NO_REPOSITORY)
    step = add_to(path, pipeline(origin), pipeline(origin), lambda text: merge(text, origin))
    return step._replace(why=FILL_IN) if origin.local and step.writes else step


def pipeline(origin: Origin, stage: str = _STAGE) -> str:
    """The job, with a comment before it; `stage` is the one that it runs in."""
    lines = _INSTALL.format(requirement=origin.requirement)
    if origin.local:
        lines = NOT_YET + "".join(f"# {line}\n" for line in lines.splitlines())
    named = "" if stage == _STAGE else f"  stage: {stage}\n"
    return _COMMENT + _TEXT.format(stage=named, install=indented(lines, 4))


def merge(text: str, origin: Origin) -> tuple[Edit, ...]:
    """What to insert so that the pipeline ends with our job; nothing where it runs frontlint already.

    Raises LeaveAloneError for a text in which the place is not plain to see: the new one must be the old one
    and one more key.
    """
    old = load(text)
    if "frontlint" in text:
        if BLANK_COMMIT in text:
            raise PendingError(FILL_IN)
        return ()
    if old is not None and not isinstance(old, dict):
        raise LeaveAloneError("it is not a mapping of jobs")
    before = dict(old or {})
    piece = pipeline(origin, _stage(before))
    edit = insertion(text, len(text), ("\n" if before else "") + piece)
    if not same({**before, **load(piece)}, _read(apply(text, [edit]))):
        raise LeaveAloneError("frontlint cannot tell where it ends")
    return (edit,)


def _read(text: str) -> object:
    try:
        return load(text)
    except LeaveAloneError:
        return None


def _stage(pipeline: dict[str, object]) -> str:
    """The stage to run in: `test`, or the first one of a pipeline that lists others."""
    stages = pipeline.get("stages")
    names = [stage for stage in stages if isinstance(stage, str)] if isinstance(stages, list) else []
    plain = [name for name in names if name.replace("-", "").replace("_", "").isalnum()]
    return _STAGE if _STAGE in names or not plain else plain[0]
