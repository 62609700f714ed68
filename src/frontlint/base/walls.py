"""What files of a checkout may name: nothing outside of the folder that they belong to."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from frontlint.base.links import is_inside
from frontlint.base.record import NamedTuple
from frontlint.base.roots import repository_root


class Wall(NamedTuple):
    """The folder that must not be left. `root` is absolute, with links resolved."""

    root: Path

    def holds(self, path: str | os.PathLike[str]) -> bool:
        """Whether a path, with `..` and links resolved, is inside; git's own files are not.

        Never raises, whatever the path, and opens nothing. On Windows another drive or a share is not even
        looked at: a look would send the user's name there.
        """
        if not same_drive(self.root, PurePath(path)):
            return False
        try:
            real = Path(os.path.realpath(self.root / path))
        except (OSError, ValueError):  # a NUL, a name of Windows that cannot be one
            return False
        return is_inside(real, self.root)


def same_drive(root: PurePath, path: PurePath) -> bool:
    """Whether a path can be on the drive of `root`, by its spelling alone; one without a drive can."""
    return not path.drive or path.drive.casefold() == root.drive.casefold()


def wall_at(folder: Path) -> Wall:
    """The folder itself, whatever it belongs to."""
    return Wall(Path(os.path.realpath(folder)))


def wall_around(folder: Path) -> Wall:
    """The repository that a folder belongs to, else the folder itself."""
    return Wall(root) if (root := repository_root(folder)) else wall_at(folder)


def wall_of_settings(file: Path, site: Path) -> Wall:
    """What a settings file may name: the site's repository, if the file is in it, else its own folder.

    A file elsewhere is one that the user typed, whose folder is as trusted as it is.
    """
    folder = Path(os.path.realpath(file.parent))
    root = repository_root(site)
    return Wall(root if root is not None and folder.is_relative_to(root) else folder)
