"""Where the files go: the root of the repository, or the folder of somebody who has none."""

from __future__ import annotations

import os
from pathlib import Path

from frontlint.base.record import NamedTuple
from frontlint.base.roots import repository_root


class Destination(NamedTuple):
    """`root` is the folder that the files go to, `project` the Hugo project; both are absolute.

    `repository` tells whether `root` is that of a Git repository: only there hooks and pipelines run.
    """

    root: Path
    project: Path
    repository: bool

    @property
    def source(self) -> str | None:
        """The Hugo project as a path from the root, with `/`; None where it is the root itself."""
        below = os.path.relpath(self.project, self.root).replace(os.sep, "/")
        return None if below == "." else below


def destination_of(project: Path, current: Path) -> Destination:
    """Where the files for a Hugo project go, for somebody whose current folder is `current`."""
    project, current = project.resolve(), current.resolve()
    root = repository_root(project)
    if root is not None:
        return Destination(root, project, repository=True)
    return Destination(current if project.is_relative_to(current) else project, project, repository=False)
