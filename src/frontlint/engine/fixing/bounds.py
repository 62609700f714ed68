"""Which pages may be written: what PATHS, `--since` and `--staged` name, regular files of this repository."""

from __future__ import annotations

import os
import stat
from functools import cached_property

from frontlint.base.files import folders_around
from frontlint.base.links import is_junction, is_link
from frontlint.base.record import dataclass
from frontlint.base.roots import Roots
from frontlint.base.walls import Wall, wall_around
from frontlint.engine.request import Request
from frontlint.engine.touched import is_page
from frontlint.findings.fix import Fix


@dataclass(frozen=True)
class Bounds:
    """Those of one run."""

    request: Request

    def why_not(self, fix: Fix) -> str | None:
        """Why a fix must not be made here, as a sentence without a full stop; None where it may."""
        reasons = (self.why_not_page(change.path) for change in fix.changes)
        return next(filter(None, reasons), None)

    def why_not_page(self, path: str) -> str | None:
        """Why a page must not be written."""
        if path not in self._known:
            self._known[path] = self._look(path)
        return self._known[path]

    @cached_property
    def _known(self) -> dict[str, str | None]:
        return {}

    def _look(self, path: str) -> str | None:
        request = self.request
        if not is_page(path, request.config):
            return f"frontlint writes pages only, and `{path}` is not a page"
        if path.rpartition(".")[2].lower() == "org":
            return f"frontlint does not write pages in Org mode, such as `{path}`"
        if not request.targets.hold(path):
            return f"it would change `{path}`, which is not among the paths that you named"
        if not request.wants(path):
            return f"it would change `{path}`, which your settings exclude"
        if request.base is not None and path not in request.base.changed:
            return f"it would change `{path}`, which is not part of this change"
        if path in request.replaced and not request.tree.path(path).exists():
            return None  # a page on stdin that is not saved yet
        if not request.tree.is_file(path) or is_link(f"{self._project}/{path}"):
            return f"`{path}` is a link, which frontlint does not write through"
        return self._outside(path)

    def _outside(self, path: str) -> str | None:
        if f"{path}/".startswith(tuple(f"{one}/" for one in self.request.config.outside)):
            return f"`{path}` is outside of this repository"
        if self._is_plain(path):
            return None
        place = self.request.project / path.rpartition("/")[0]
        # Not in a repository within that of the project either.
        if self._wall.holds(place) and self._roots.of(place) == self._roots.of(self.request.project):
            return None
        return f"`{path}` is outside of this repository"

    def _is_plain(self, path: str) -> bool:
        """Whether a page is surely in the repository of the project: no link and no other one is on its way.

        A site has thousands of folders, and each of them is looked at once.
        """
        if not self._walled or not _AWAY.isdisjoint(path.lower().split("/")):
            return False
        for folder in folders_around(path):
            if folder not in self._own:
                self._own[folder] = _is_own(f"{self._project}/{folder}")
            if not self._own[folder]:
                return False
        return True

    @cached_property
    def _own(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _walled(self) -> bool:
        return self._wall.holds(self.request.project)

    @cached_property
    def _project(self) -> str:
        return str(self.request.project)

    @cached_property
    def _wall(self) -> Wall:
        return wall_around(self.request.project)

    @cached_property
    def _roots(self) -> Roots:
        return Roots()


_AWAY = frozenset(("", ".", "..", ".git"))
"""Steps of a path, in small letters, with which it is looked at in full."""


def _is_own(folder: str) -> bool:
    """Whether this is a folder, no link, and no repository begins in it."""
    try:
        mode = os.lstat(folder).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISDIR(mode) and not is_junction(folder) and not os.path.lexists(f"{folder}/.git")
