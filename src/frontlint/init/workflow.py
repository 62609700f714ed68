"""`.github/workflows/frontlint.yml`: the same check on every pull request."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.opener import read_checkout
from frontlint.init.destination import Destination
from frontlint.init.hook_file import NO_REPOSITORY
from frontlint.init.origin import BLANK, BLANK_COMMIT, Origin
from frontlint.init.pins import CHECKOUT, SETUP_PYTHON, UPLOAD_SARIF
from frontlint.init.step import Step, Verdict

NAME = ".github/workflows/frontlint.yml"
FILL_IN = "its frontlint step is commented out, and the job fails until it is filled in"
_HEAD = """\
# Checks the front matter of the site: on a pull request what it changes and
# breaks, else all of it.
name: frontlint
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  frontlint:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write  # for the SARIF report
      actions: read  # code scanning of a private repository asks for it
    steps:
      - uses: {checkout}
        with:
          fetch-depth: 0  # to compare with the branch of the pull request
          persist-credentials: false
"""
_BY_PIP = """\
      - uses: {setup_python}
        with:
          python-version: '3.12'
      - run: >-
          python -m pip install
          '{requirement}'
      - run: >-
          frontlint check --no-cache --output-format github
          --output-format sarif=frontlint.sarif
          ${{GITHUB_BASE_REF:+"--since=origin/$GITHUB_BASE_REF"}}
"""
_BY_ACTION = """\
      - uses: {action}
        with:
          since: ${{{{ github.base_ref && format('origin/{{0}}', github.base_ref) }}}}
          sarif: frontlint.sarif
"""
_NOT_YET = """\
      # frontlint was installed from a folder, and no public remote has its
      # commit. Write a repository that has it and a full commit, remove each
      # `# ` below, and delete the step `Not set up yet`.
{step}      - name: Not set up yet
        run: |
          echo '::error file={name}::Fill in the frontlint step'
          exit 1
"""
_UPLOAD = """\
      - uses: {upload_sarif}
        if: always() && hashFiles('frontlint.sarif') != ''
        continue-on-error: true  # where code scanning is off, and for forks
        with:
          sarif_file: frontlint.sarif
"""


def workflow_step(place: Destination, origin: Origin) -> Step:
    """Writes the workflow, unless a workflow of the repository runs frontlint already."""
    path = place.root / NAME
    if not place.repository:
        return Step(path, Verdict.LEFT, why=NO_REPOSITORY)
    for name, text in _workflows(place):
        if name == NAME and BLANK_COMMIT in text:
            return Step(path, Verdict.LEFT, why=FILL_IN)
        if name == NAME or "frontlint" in text:
            return Step(place.root / name, Verdict.ALREADY)
    return Step(path, Verdict.WRITTEN, workflow(origin), why=FILL_IN if origin.local else "")


def workflow(origin: Origin) -> str:
    """The text of a workflow that runs the frontlint of this origin."""
    return _HEAD.format(checkout=CHECKOUT) + _check(origin) + _UPLOAD.format(upload_sarif=UPLOAD_SARIF)


def _check(origin: Origin) -> str:
    if origin.local:
        step = _BY_ACTION.format(action=f"{BLANK.removeprefix('https://github.com/')}@{BLANK_COMMIT}")
        lines = "".join(f"      # {line[6:]}\n" for line in step.splitlines())
        return _NOT_YET.format(step=lines, name=NAME)
    if origin.action is not None:
        return _BY_ACTION.format(action=origin.action)
    return _BY_PIP.format(setup_python=SETUP_PYTHON, requirement=origin.requirement)


def _workflows(place: Destination) -> Iterator[tuple[str, str]]:
    """The workflows of the repository, ours first: paths from its root, and texts as far as they are read."""
    ours = place.root / NAME
    others = (path for path in sorted(ours.parent.glob("*.y*ml")) if path != ours)
    for path in (*([ours] if ours.exists() else []), *others):
        try:
            text = read_checkout(path, place.root).decode("utf-8", "replace")
        except OSError:
            text = ""
        yield path.relative_to(place.root).as_posix(), text
