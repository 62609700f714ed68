"""Puts new contents of files into the index, as `git add` does, and leaves all else in it as it is."""

from __future__ import annotations

import os
from collections.abc import Mapping

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.git.command import GitError
from frontlint.git.index import tracked
from frontlint.git.repository import Repository


class NewContent(NamedTuple):
    """A file's content `before`, as the index has it, and `after`.

    With `on_disk` both are as they are in a work tree, where line ends may be others than in the index.
    """

    before: bytes
    after: bytes
    on_disk: bool


def stage(repository: Repository, files: Mapping[str, NewContent]) -> dict[str, str]:
    """Stages the files, by their paths from the repository's root; those that cannot be, and why.

    A file whose entry is not `before` any more is left alone. All others are staged at once. Raises
    UsageError where git refuses.
    """
    entries = tracked(repository, files)
    failed: dict[str, str] = {}
    rows: list[str] = []
    try:
        for path, content in files.items():
            entry = entries.get(path)
            if entry is None or _id(repository, path, content.before, content) != entry.id:
                failed[path] = "git's index has another version of the file"
                continue
            rows.append(f"{entry.mode} {_id(repository, path, content.after, content, '-w')}\t{path}\0")
        if rows:
            repository.git.run("update-index", "-z", "--index-info", stdin=os.fsencode("".join(rows)))
    except GitError as error:
        raise UsageError(f"the fixes are on disk, but git cannot stage them: {error}") from None
    return failed


def _id(repository: Repository, path: str, data: bytes, content: NewContent, *options: str) -> str:
    how = (f"--path={path}",) if content.on_disk else ("--no-filters",)
    return os.fsdecode(repository.git.run("hash-object", *options, "--stdin", *how, stdin=data)).strip()
