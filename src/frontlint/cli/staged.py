"""`--fix --staged`: the fixes of what is staged, in the index and the work tree; the rest stays unstaged."""

from __future__ import annotations

import os
from collections.abc import Mapping

from frontlint.base.files import ProjectFiles
from frontlint.base.read_within import read_within
from frontlint.engine.fixing.merge import merged
from frontlint.engine.fixing.rounds import Page
from frontlint.engine.fixing.write import ElsewhereError, Written
from frontlint.engine.request import Request
from frontlint.git.repository import Repository
from frontlint.git.stage import NewContent, stage

_CONFLICT = "it has unstaged changes in the same lines; stage or undo them first"
_GONE = "it is staged, but not on disk any more"


class Staged:
    """Writes staged pages; without `writes_index` to the work tree alone, as hooks of pre-commit do."""

    def __init__(self, request: Request, *, writes_index: bool) -> None:
        self._request = request
        self._writes_index = writes_index

    def aim(self, path: str, page: Page) -> Page:
        """The page on disk with the fixes. Raises ElsewhereError where unstaged changes are in their way."""
        if path not in self._request.replaced:
            return page
        try:
            disk = read_within(ProjectFiles(self._request.project), path, self._request.settings.limits)
        except OSError:
            raise ElsewhereError(_GONE) from None
        after = merged(page.before, page.after, disk)
        if after is None or b"\0" in after:
            raise ElsewhereError(_CONFLICT)
        return Page(disk, after)

    def finish(self, written: Written, pages: Mapping[str, Page]) -> Written:
        """Stages what was written. Raises UsageError where git refuses."""
        if not self._writes_index or not written.paths or self._request.base is None:
            return written
        repository = Repository.of(self._request.project.resolve())
        top = os.path.relpath(self._request.project.resolve(), repository.root.resolve())
        names = {os.path.normpath(f"{top}/{path}").replace(os.sep, "/"): path for path in written.paths}
        contents = {
            name: NewContent(*pages[path], on_disk=path not in self._request.replaced)
            for name, path in names.items()
        }
        failed = {
            names[name]: f"it is fixed on disk, not staged: {why}"
            for name, why in stage(repository, contents).items()
        }
        kept = tuple(path for path in written.paths if path not in failed)
        return Written(kept, {**written.failed, **failed})
