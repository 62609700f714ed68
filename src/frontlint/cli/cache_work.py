"""The work of `frontlint cache`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.cli.cache import checkouts_of, inside
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions
from frontlint.cli.places import places_of
from frontlint.cli.streams import say
from frontlint.engine.cache.home import is_inside, project_folder, user_folder
from frontlint.engine.cache.seal import SECRET, read_secret
from frontlint.engine.cache.sweep import FileCount, clean, clean_all

_UNITS = ((1_000_000, "MB"), (1_000, "KB"))


def run_dir(path: Path | None, site: SiteOptions) -> Exit:
    """Prints the folder, or those of several sites; says so if what is in it cannot be believed."""
    home = _home()
    folders = _folders(home, path, site, needed=path is not None or site.source is not None)
    if os.path.lexists(f"{home}/{SECRET}") and read_secret(home) is None:
        say(f"note: nothing is kept: `{home}/{SECRET}` must be a file that only you can read; delete it")
    sys.stdout.write("".join(f"{folder}\n" for folder in folders or [home]))
    return Exit.OK


def run_clean(path: Path | None, site: SiteOptions, *, every: bool) -> Exit:
    """Deletes what is kept of one site, of several or of all, and says how much it was."""
    home = _home()
    folders = _folders(home, path, site, needed=not every)
    for folder in [home] if every else folders:
        gone = clean_all(home) if every else clean(folder)
        say(f"{_counted(gone)} deleted in {folder}" if gone.files else f"nothing is kept in {folder}")
    return Exit.OK


def _home() -> str:
    """The folder for all sites, without links. Raises UsageError where there is none."""
    home = user_folder()
    if home is None:
        raise UsageError("nothing is kept without a home folder: set `XDG_CACHE_HOME` to a folder")
    return os.path.realpath(home)


def _folders(home: str, path: Path | None, site: SiteOptions, *, needed: bool) -> list[str]:
    """The folders of the sites at hand; none outside of a site.

    Raises UsageError where there is none and one is needed, and for a folder in the site's checkout.
    """
    try:
        found = places_of([path or Path()], site).found
    except UsageError:
        if needed:
            raise
        return []
    typed = site.config is not None
    return [
        _folder(home, one.project, one.config.root if one.config and not typed else None) for one in found
    ]


def _folder(home: str, project: Path, settings: Path | None) -> str:
    """The folder of one site. Raises UsageError where it would be in the site's checkout."""
    if is_inside(home, checkouts_of(project, settings)):
        raise UsageError(inside(home))
    return str(project_folder(home, project))


def _counted(gone: FileCount) -> str:
    size = next((f"{gone.bytes / unit:.1f} {name}" for unit, name in _UNITS if gone.bytes >= unit), None)
    return f"{gone.files} file{'' if gone.files == 1 else 's'} ({size or f'{gone.bytes} bytes'})"
