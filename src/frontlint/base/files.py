"""Where the bytes of a project's files come from: the disk, with some files replaced or taken away.

The unsaved page of an editor, the index that a commit is made of and the site at an older commit are all of
this kind: what is the same in them is read where it is always read.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import normpath
from typing import Final

from frontlint.base.links import is_junction
from frontlint.base.opener import PAGE_LIMIT, SETTINGS_LIMIT, read_bytes, read_checkout
from frontlint.base.record import NamedTuple

Replaced = Mapping[str, bytes | None]
"""What replaces files, by their paths from the project's root, with `/`; None: there is no such file."""
NOTHING: Final[Replaced] = {}


class ProjectFiles(NamedTuple):
    """The files of one project. Names are paths from its root, with `/`; `.` is the root itself."""

    project: Path
    replaced: Replaced = NOTHING

    def path(self, name: str) -> Path:
        """Where a file would be on disk."""
        return self.project / name

    def read(self, name: str, limit: int = PAGE_LIMIT) -> bytes:
        """The bytes of a page, or of another file that Hugo does not read through a link.

        Raises OSError as `opener.read_bytes`; TooLargeError for more than `limit` bytes.
        """
        if self.replaced:
            data = self._replacement(name)
            if data is not None:
                return data
        return read_bytes(f"{self.project}/{name}", limit)

    def read_settings(self, name: str, limit: int = SETTINGS_LIMIT) -> bytes:
        """The bytes of a file that may be a link, as long as it stays in the repository.

        Raises OSError as `opener.read_checkout`.
        """
        data = self._replacement(name)
        return read_checkout(self.path(name), self.project, limit) if data is None else data

    def _replacement(self, name: str) -> bytes | None:
        """What replaces a file, None if nothing does. Raises FileNotFoundError if it is taken away."""
        known = normpath(name)
        if known not in self.replaced:
            return None
        data = self.replaced[known]
        if data is None:
            raise FileNotFoundError(2, "No such file or directory")
        return data

    def is_file(self, name: str) -> bool:
        """Whether there is a file of this name."""
        known = normpath(name)
        if known in self.replaced:
            return self.replaced[known] is not None
        # Path.is_file raises for names that are too long; a Path for each page costs as much as the look.
        return os.path.isfile(os.path.join(self.project, name))  # noqa: PTH113, PTH118

    def is_own_file(self, name: str) -> bool:
        """Whether there is a file of this name, and not a link to one."""
        return self.is_file(name) and (normpath(name) in self.replaced or not self.path(name).is_symlink())

    def is_dir(self, name: str) -> bool:
        """Whether there is a folder of this name; one whose files are all taken away is none."""
        below = [data for path, data in self.replaced.items() if lies_below(path, normpath(name))]
        if any(data is not None for data in below):
            return True
        return os.path.isdir(self.path(name)) and (  # noqa: PTH112 - the same
            not below or any(True for _ in self.below(name))
        )

    def below(self, name: str) -> Iterator[str]:
        """The files below a folder, links to files among them, in no order."""
        top = normpath(name)
        for folder, files in _folders(str(self.path(top))):
            begin = "" if top == "." and Path(folder) == self.project else self._shown(folder) + "/"
            for file in files:
                if begin + file not in self.replaced:
                    yield begin + file
        yield from (path for path in present(self.replaced) if lies_below(path, top))

    def _shown(self, folder: str) -> str:
        return os.path.relpath(folder, self.project).replace(os.sep, "/")


def _folders(top: str) -> Iterator[tuple[str, list[str]]]:
    """Folders and the names in them that are not folders; those that cannot be read are passed over.

    Not `os.walk`, which recurses in Python 3.11: folders may nest a thousand levels deep.
    """
    left = [top]
    while left:
        folder = left.pop()
        try:
            with os.scandir(folder) as entries:
                found = [(one.name, one.is_dir(), _leads_away(one)) for one in entries]
        except OSError:
            continue
        yield folder, [name for name, is_folder, _ in found if not is_folder]
        left += (f"{folder}/{name}" for name, is_folder, is_link in found if is_folder and not is_link)


def _leads_away(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() or is_junction(entry.path)


def present(replaced: Replaced) -> Iterable[str]:
    """The names of the files that replace others, or are new."""
    return (name for name, data in replaced.items() if data is not None)


def lies_below(path: str, folder: str) -> bool:
    """Whether a path is in a folder or deeper; all are below `.`."""
    return folder == "." or path.startswith(folder + "/")


def sorted_below(paths: Sequence[str], folder: str) -> Sequence[str]:
    """Those of some sorted paths that are in a folder or deeper."""
    return paths[bisect_left(paths, f"{folder}/") : bisect_left(paths, f"{folder}0")]


def folders_around(path: str) -> Iterator[str]:
    """The folders that contain a file, without the root: the innermost first.

    >>> list(folders_around("content/posts/a.md")), list(folders_around("/a/index.html"))
    (['content/posts', 'content'], ['/a'])
    """
    at = path.rfind("/")
    while at > 0:
        yield path[:at]
        at = path.rfind("/", 0, at)
