"""From paths and options to the Hugo projects that they are about, each with the file of its settings."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint.base.errors import UsageError
from frontlint.base.phrases import listing
from frontlint.base.record import NamedTuple
from frontlint.base.shown import shown_path
from frontlint.cli.options import SiteOptions
from frontlint.engine.discover import existing
from frontlint.hugo.config import find_below, find_upward, is_project
from frontlint.settings import ConfigFile, find_config, given_config, source_of
from frontlint.settings.find import lists_sites, same_place

if TYPE_CHECKING:
    from frontlint.settings.sites import ListedSite

_MOST = 3
"""Sites that a message names."""


class Place(NamedTuple):
    """A Hugo project that is asked about.

    `paths` are what of it is asked about, nothing for all. `config` is the file of its settings, which was
    looked for from the folders `starts` upward, one after the other. `inner` are the sites of the same list
    that are in its folder.
    """

    project: Path
    config: ConfigFile | None
    paths: tuple[Path, ...] = ()
    starts: tuple[Path, ...] = ()
    inner: tuple[ListedSite, ...] = ()


class Lost(NamedTuple):
    """A site that cannot be checked, and why."""

    folder: Path
    error: UsageError


class Places(NamedTuple):
    """The Hugo projects that are asked about, and those of `[[sites]]` that cannot be.

    `root` is the folder that the paths of all begin with, as a report on several sites has them; None where
    one site is asked about. `whole` tells that none of the list is left out.
    """

    found: tuple[Place, ...]
    lost: tuple[Lost, ...] = ()
    root: Path | None = None
    whole: bool = True


def asked(path: Path | None) -> tuple[Path, ...]:
    """The path as a list; without one nothing, which means the current folder, or all of `--source`."""
    return () if path is None else (path,)


def place_of(paths: Sequence[Path], site: SiteOptions) -> Place:
    """The one Hugo project that the paths belong to. Raises UsageError where there are several, or none."""
    return only(places_of(paths, site))


def only(places: Places) -> Place:
    """The one project that is asked about. Raises UsageError, which names them, where there are several."""
    if places.root is None:
        return places.found[0]
    folders = [*(one.project for one in places.found), *(one.folder for one in places.lost)]
    names = [f"`--source {shown_path(folder)}`" for folder in folders]
    some = listing(names[:_MOST], len(names[_MOST:]), last="or")
    raise UsageError(f"there are several sites here, and this command is about one: type {some}")


def places_of(paths: Sequence[Path], site: SiteOptions) -> Places:
    """The Hugo projects that the paths belong to, each with our configuration file.

    In order: `--source`; those of `[[sites]]` that a path is in or above; the folder of the path and upward;
    `source` in our configuration, because what is said counts more than what is guessed; the one project at
    most two folders below.
    """
    if site.source is not None:
        return Places((_typed(site.source, paths, site),))
    there = [existing(path) for path in paths or (Path(),)]
    start = _common(there)
    above = _with_files(start, site.hugo_files) or find_upward(start)
    config = _config(above or start, site)
    if config is not None and lists_sites(config):
        listed = _listed(paths, there, site, config, above)
        if listed is not None:
            return listed
    if above is not None:
        return Places((Place(above, config, tuple(paths), (above,)),))
    return Places((_below(start, paths, site, config),))


def _typed(source: Path, paths: Sequence[Path], site: SiteOptions) -> Place:
    project = existing(source)
    if not site.hugo_files:
        _check_project(project, f"--source {source}")
    return Place(project, _config(project, site), tuple(paths), (project,))


def _below(start: Path, paths: Sequence[Path], site: SiteOptions, config: ConfigFile | None) -> Place:
    source = source_of(config, start)
    if config is not None and source is not None:
        project = existing(_root(config, start, site) / source)
        _check_project(project, f"source in {shown_path(config.path)}")
    else:
        project = find_below(start)
    return Place(project, config or _config(project, site), tuple(paths), (start, project))


def _root(config: ConfigFile, start: Path, site: SiteOptions) -> Path:
    """The folder that the paths in a configuration start from: with one that is typed, where we are."""
    return config.root if site.config is None else same_place(config.root, start)


def _listed(
    paths: Sequence[Path], there: Sequence[Path], site: SiteOptions, config: ConfigFile, above: Path | None
) -> Places | None:
    """The sites that our configuration lists and that the paths are about; `there` is where these lead.

    None where it lists none, or where all paths are in the project `above`, which it does not list.
    """
    from frontlint.settings.sites import holding, inner_sites, listed_sites  # most repositories have one site

    sites = listed_sites(config, _common(there) if site.config is not None else None)
    asked_of: dict[ListedSite, list[Path]] = {}
    strangers: list[Path] = []
    for path, place in zip(paths or (Path(),), there, strict=True):
        held = list(holding(sites, place))
        if not held and not paths and above is None:  # from a folder beside them, as with `source`
            held = list(sites)
        strangers += () if held else (path,)
        for one in held:
            asked_of.setdefault(one, []).extend(paths and (path,))
    if not sites or (strangers and not asked_of and above is not None):
        return None
    if strangers:
        raise UsageError(f"{strangers[0]} is in none of the `[[sites]]` of {shown_path(config.path)}")
    found = _joined([one for one in sites if one in asked_of], asked_of, site, config)
    inside = inner_sites(sites)
    places = tuple(place._replace(inner=inside.get(place.project, ())) for place in found.found)
    return found._replace(found=places, whole=len(asked_of) == len(sites))


def _joined(
    sites: Sequence[ListedSite],
    asked_of: dict[ListedSite, list[Path]],
    site: SiteOptions,
    config: ConfigFile,
) -> Places:
    found: list[Place] = []
    lost: list[Lost] = []
    for one in sites:
        try:
            one.check(named=site.hugo_files)
            own = _config(one.folder, site) or config  # it may be in a repository in ours, a submodule
            if own.path != config.path and lists_sites(own):
                _refuse_list(own)
            found.append(Place(one.folder, own, tuple(asked_of[one]), (one.folder,)))
        except UsageError as error:
            if len(sites) == 1:
                raise
            lost.append(Lost(one.folder, error))
    if len(sites) == 1:
        return Places(tuple(found))
    folders = [one.folder for one in sites]
    return Places(
        tuple(found), tuple(lost), Path(os.path.commonpath([_root_of(config, folders[0]), *folders]))
    )


def _root_of(config: ConfigFile, folder: Path) -> Path:
    """The folder of the list, in the checkout of its sites."""
    return Path(os.path.realpath(same_place(config.root, folder)))


def _refuse_list(own: ConfigFile) -> None:
    """Raises UsageError where the settings of a listed site list sites again."""
    from frontlint.settings.sites import listed_sites

    again = listed_sites(own)
    if again:
        raise again[0].mistake("a site of `[[sites]]` cannot list others: delete this `[[sites]]`")


def _common(there: Sequence[Path]) -> Path:
    """The deepest folder that holds all of some places."""
    folders = [place if place.is_dir() else place.parent for place in there]
    return Path(os.path.commonpath(folders))


def _with_files(start: Path, files: Sequence[str]) -> Path | None:
    """The nearest folder upward that has the first of the files that `--hugo-config` names."""
    folder = start.absolute()
    return next((one for one in (folder, *folder.parents) if files and (one / files[0]).is_file()), None)


def _check_project(folder: Path, said_by: str) -> None:
    if not is_project(folder):
        raise UsageError(f"{said_by} holds no configuration of Hugo (hugo.yaml, hugo.toml, config/ ...)")


def _config(start: Path, site: SiteOptions) -> ConfigFile | None:
    if site.isolated:
        return None
    return given_config(site.config) if site.config is not None else find_config(start)
