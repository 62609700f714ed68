"""The work of `frontlint cache`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.cli.cache import checkouts_of, inside
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions
from frontlint.cli.project import locate
from frontlint.cli.streams import say
from frontlint.engine.cache.home import is_inside, project_folder, user_folder
from frontlint.engine.cache.seal import SECRET, read_secret
from frontlint.engine.cache.sweep import FileCount, clean, clean_all

_UNITS = ((1_000_000, "MB"), (1_000, "KB"))


def run_dir(path: Path | None, site: SiteOptions) -> Exit:
    """Prints the folder; says so if what is in it cannot be believed."""
    home = _home()
    found = _site(path, site, needed=path is not None or site.source is not None)
    folder = home if found is None else _folder(home, *found)
    if os.path.lexists(f"{home}/{SECRET}") and read_secret(home) is None:
        say(f"note: nothing is kept: `{home}/{SECRET}` must be a file that only you can read; delete it")
    sys.stdout.write(f"{folder}\n")
    return Exit.OK


def run_clean(path: Path | None, site: SiteOptions, *, every: bool) -> Exit:
    """Deletes what is kept of one site or of all, and says how much it was."""
    home = _home()
    found = _site(path, site, needed=not every)
    folder = home if found is None else _folder(home, *found)
    if every:
        folder, gone = home, clean_all(home)
    else:
        gone = clean(folder)
    say(f"{_counted(gone)} deleted in {folder}" if gone.files else f"nothing is kept in {folder}")
    return Exit.OK


def _home() -> str:
    """The folder for all sites, without links. Raises UsageError where there is none."""
    home = user_folder()
    if home is None:
        raise UsageError("nothing is kept without a home folder: set `XDG_CACHE_HOME` to a folder")
    return os.path.realpath(home)


def _site(path: Path | None, site: SiteOptions, *, needed: bool) -> tuple[Path, Path | None] | None:
    """The project, and the folder of the settings file that was found for it; None outside of a site.

    Raises UsageError where there is none and one is needed.
    """
    try:
        project, settings = locate([path or Path()], site)
    except UsageError:
        if needed:
            raise
        return None
    return project, settings.root if settings is not None and site.config is None else None


def _folder(home: str, project: Path, settings: Path | None) -> str:
    """The folder of one site. Raises UsageError where it would be in the site's checkout."""
    if is_inside(home, checkouts_of(project, settings)):
        raise UsageError(inside(home))
    return str(project_folder(home, project))


def _counted(gone: FileCount) -> str:
    size = next((f"{gone.bytes / unit:.1f} {name}" for unit, name in _UNITS if gone.bytes >= unit), None)
    return f"{gone.files} file{'' if gone.files == 1 else 's'} ({size or f'{gone.bytes} bytes'})"
