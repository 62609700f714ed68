"""`.github/workflows/frontlint.yml`: the same check on every pull request."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.opener import read_checkout
from frontlint.init.destination import Destination
from frontlint.init.origin import Origin
from frontlint.init.step import Step, Verdict

NAME = ".github/workflows/frontlint.yml"
_HEAD = """\
# Lints the front matter of the site: on a pull request what it changes and breaks, else all of it.
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
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683  # v4.2.2
        with:
          fetch-depth: 0  # to compare with the branch that the pull request goes to
          persist-credentials: false
"""
_BY_PIP = """\
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065  # v5.6.0
        with:
          python-version: '3.12'
      - run: python -m pip install '{requirement}'
      - run: >-
          frontlint check --no-cache --output-format github
          ${{GITHUB_BASE_REF:+"--since=origin/$GITHUB_BASE_REF"}}
"""
_BY_ACTION = """\
      - uses: {action}
        with:
          since: ${{{{ github.base_ref && format('origin/{{0}}', github.base_ref) }}}}
"""


def workflow_step(place: Destination, origin: Origin) -> Step:
    """Writes the workflow, unless a workflow of the repository runs frontlint already."""
    path = place.root / NAME
    if not place.repository:
        why = "this is no Git repository; run init again after git init"
        return Step(path, Verdict.LEFT, why=why)
    ours = next(_runs_frontlint(place), None)
    if ours is not None:
        return Step(place.root / ours, Verdict.ALREADY)
    return Step(path, Verdict.WRITTEN, workflow(origin), why=_doubt(origin))


def workflow(origin: Origin) -> str:
    """The text of a workflow that installs the frontlint of this origin."""
    if origin.action is not None:
        return _HEAD + _BY_ACTION.format(action=origin.action)
    return _HEAD + _BY_PIP.format(requirement=origin.requirement)


def _doubt(origin: Origin) -> str:
    if not origin.local:
        return ""
    return (
        f"this frontlint was installed from a folder, so the workflow asks the package index for "
        f"{origin.requirement}: change that line if it is not there"
    )


def _runs_frontlint(place: Destination) -> Iterator[str]:
    """The workflows that speak of frontlint, as paths from the root; ours by its name alone."""
    if (place.root / NAME).exists():
        yield NAME
    folder = (place.root / NAME).parent
    for path in sorted(folder.glob("*.y*ml")):
        try:
            text = read_checkout(path, place.root).decode("utf-8", "replace")
        except OSError:
            continue
        if "frontlint" in text:
            yield path.relative_to(place.root).as_posix()
