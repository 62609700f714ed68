"""Where a run keeps its results, and what to say about that."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from frontlint.base.record import NamedTuple
from frontlint.base.roots import repository_root
from frontlint.base.shown import shown_path
from frontlint.cli.options import SiteOptions
from frontlint.engine.cache.home import is_inside, project_folder, user_folder
from frontlint.engine.request import Request
from frontlint.report.glyphs import Glyphs

_OLD = ".frontlint_cache"
"""Where results were kept before: a folder in the project, which anybody could commit."""


class Cache(NamedTuple):
    """The folder for the results of a run, None for none; `notes` are sentences about it."""

    folder: Path | None
    notes: tuple[str, ...] = ()


def cache_for(
    request: Request, site: SiteOptions, *, use: bool, given: Path | None = None, apart: bool = False
) -> Cache:
    """The cache of a run: the folder that the user names, else the one in the user's own cache folder.

    With `apart`, each site has a folder in the one that the user names.
    One in the checkout counts as none, whoever names it: its files would come from the party that is judged.
    So does every folder if the secret would be in the checkout.
    """
    old = request.project / _OLD
    notes = [f"`{_name(old)}` is no longer used: delete it"] if os.path.lexists(old) else []
    if not use:
        return Cache(None, tuple(notes))
    checkouts = list(checkouts_of(request.project, None if site.config else request.settings.root))
    if given is not None and is_inside(str(given), checkouts):
        same = os.path.realpath(given) == os.path.realpath(old)
        return Cache(None, (*(() if same else notes), _typed_inside(given)))
    home = user_folder()
    if home is None:
        return Cache(None, tuple(notes))
    if is_inside(home, checkouts):
        return Cache(None, (*notes, inside(home)))
    real = os.path.realpath(home)
    if given is None:
        return Cache(project_folder(real, request.project), tuple(notes))
    own = os.path.realpath(given)
    return Cache(_below(own, request.project) if apart else Path(own), tuple(notes))


def _below(folder: str, project: Path) -> Path:
    """A project's own folder in one that the user names, which is made: for others only the last is."""
    with suppress(OSError):  # it is there, or nothing can be kept
        os.mkdir(folder, 0o700)  # noqa: PTH102 - as the cache makes folders
    return project_folder(folder, project)


def checkouts_of(project: Path, settings: Path | None) -> Iterator[Path]:
    """The folders that untrusted files are in: the repository, and without one what our settings cover.

    `settings` is the folder of a settings file that was found, not named by the user.
    """
    real = Path(os.path.realpath(project))
    yield real
    repository = repository_root(real)
    if repository is not None:
        yield repository
    elif settings is not None:
        yield settings


def inside(home: str) -> str:
    """What to say if the user's own cache folder is in the checkout."""
    variable = "LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME"
    return f"nothing is kept: `{_name(home)}` is in the checkout; set `{variable}` to a folder outside of it"


def _typed_inside(folder: Path) -> str:
    return f"nothing is kept: `{_name(folder)}` is in the checkout; give `--cache-dir` a folder outside of it"


def _name(path: str | Path) -> str:
    return Glyphs("utf-8").clean(shown_path(Path(path)))
