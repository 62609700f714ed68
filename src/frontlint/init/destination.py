"""Where the files go: the root of the repository, or the folder of somebody who has none."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from frontlint.base.record import NamedTuple
from frontlint.base.roots import repository_root


class Destination(NamedTuple):
    """`root` is the folder that the files go to, `project` the Hugo project; both are absolute.

    `repository` tells whether `root` is that of a Git repository: only there hooks and pipelines run.
    `others` are more Hugo projects, absolute, in a repository that has several.
    """

    root: Path
    project: Path
    repository: bool
    others: tuple[Path, ...] = ()

    @property
    def source(self) -> str | None:
        """The Hugo project as a path from the root, with `/`; None where it is the root itself."""
        below = self._inside(self.project)
        return None if below == "." else below

    @property
    def sources(self) -> list[str]:
        """All Hugo projects as such paths, in order; the root itself is `.`."""
        return sorted(map(self._inside, (self.project, *self.others)))

    def _inside(self, project: Path) -> str:
        return os.path.relpath(project, self.root).replace(os.sep, "/")


def destination_of(project: Path, current: Path, others: Iterable[Path] = ()) -> Destination:
    """Where the files for a Hugo project, or for several, go, if the current folder is `current`."""
    project, current, more = project.resolve(), current.resolve(), tuple(one.resolve() for one in others)
    root = repository_root(project)
    if root is not None:
        return Destination(root, project, repository=True, others=more)
    folder = current if project.is_relative_to(current) else project
    return Destination(folder, project, repository=False, others=more)
