"""The texts that findings point into, read when somebody first asks for one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from frontlint.base.files import NOTHING, ProjectFiles, Replaced
from frontlint.base.limits import LIMITS, Limits
from frontlint.base.read_within import read_within
from frontlint.base.source import SourceFile, decode


class Sources:
    """The texts of a project's pages, read once, when somebody first points into them.

    Paths are those of findings: from the Hugo project's root, with `/`. A file that cannot be read any more
    is an empty text, so that a report is never lost over it, and so is one longer than `limits`.
    `replaced` replaces files on disk. `outside` are content folders and files outside of the repository,
    of which nothing is shown. `failures` are our own, met while a report was written that goes on without.
    """

    def __init__(
        self,
        project: Path,
        replaced: Replaced = NOTHING,
        limits: Limits = LIMITS,
        outside: Iterable[str] = (),
    ) -> None:
        self.limits = limits
        self._tree = ProjectFiles(project, replaced)
        self._read: dict[str, SourceFile] = {}
        self._outside = tuple(f"{one}/" for one in outside)
        self.failures: list[Exception] = []

    def get(self, path: str) -> SourceFile:
        """The text of one page."""
        if path not in self._read:
            try:
                data = read_within(self._tree, path, self.limits)
            except OSError:
                data = b""
            self._read[path] = decode(path, data)
        return self._read[path]

    def shows(self, path: str) -> bool:
        """Whether a report may print lines of a page: not where settings lead out of the repository."""
        return not f"{path}/".startswith(self._outside)
