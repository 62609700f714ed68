"""From paths and options to the project, its configuration and ours."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.files import NOTHING, ProjectFiles, Replaced
from frontlint.base.record import replace
from frontlint.base.shown import shown_path
from frontlint.cli.options import RuleOptions, SiteOptions
from frontlint.engine.discover import existing, targets
from frontlint.engine.request import Request
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import Config, find_below, find_upward, is_project, load_config
from frontlint.hugo.config.pins import Choice
from frontlint.hugo.config.variables import environment_of
from frontlint.hugo.values.versions import Version
from frontlint.settings import ConfigFile, Settings, find_config, given_config, load_settings, source_of
from frontlint.settings.find import same_place
from frontlint.settings.hugo import hugo_of, with_hugo


def request_for(
    paths: Sequence[Path],
    site: SiteOptions,
    rules: RuleOptions | None = None,
    look: Callable[[Path], Replaced] = lambda project: NOTHING,
) -> Request:
    """What to check for these paths; `look` gives what replaces files of the project.

    Raises UsageError with one sentence when it cannot be known.
    """
    project, config_file = locate(paths, site)
    settings = load_settings(config_file, project)
    settings = settings.with_layer((rules or RuleOptions()).layer())
    settings.check_names()
    replaced = look(project)
    choices: list[Choice] = []
    config = hugo_config(project, site, settings, replaced, choices.append)
    settings = with_hugo(settings, config, choices[0])
    return Request(project, config, settings, targets(project, paths), replaced=replaced)


def asked(path: Path | None) -> tuple[Path, ...]:
    """The path as a list; without one nothing, which means the current folder, or all of `--source`."""
    return () if path is None else (path,)


def locate(paths: Sequence[Path], site: SiteOptions) -> tuple[Path, ConfigFile | None]:
    """The Hugo project that the paths belong to, and our configuration file.

    In order: `--source`; the folder of the path and upward; `source` in our configuration, because what is
    said counts more than what is guessed; the one project at most two folders below.
    """
    start = _common(paths)
    if site.source is not None:
        project = existing(site.source)
        if not site.hugo_files:
            _project(project, f"--source {site.source}")
        return project, _config(project, site)
    above = _with_files(start, site.hugo_files) or find_upward(start)
    if above is not None:
        return above, _config(above, site)
    config_file = _config(start, site)
    source = source_of(config_file, start)
    if config_file is not None and source is not None:
        root = config_file.root if site.config is None else same_place(config_file.root, start)
        folder = existing(root / source)
        return _project(folder, f"source in {shown_path(config_file.path)}"), config_file
    below = find_below(start)
    return below, config_file or _config(below, site)


def settings_starts(paths: Sequence[Path], site: SiteOptions, project: Path) -> tuple[Path, ...]:
    """The folders from which `locate` looks for our configuration, one after the other."""
    if site.source is not None:
        return (project,)
    start = _common(paths)
    above = _with_files(start, site.hugo_files) or find_upward(start)
    return (start, project) if above is None else (above,)


def hugo_config(
    project: Path,
    site: SiteOptions,
    settings: Settings,
    replaced: Replaced = NOTHING,
    report: Callable[[Choice], object] = lambda choice: None,
) -> Config:
    """The settings of the Hugo project, with what the command line and our settings change of them.

    `report` hears which version of Hugo builds it, and who says so.
    """

    def decide(data: Mapping[str, Value]) -> Version:
        choice = hugo_of(ProjectFiles(project, replaced), settings, data)
        report(choice)
        return choice.version

    environment = site.environment or environment_of(os.environ)
    config = load_config(project, environment, decide, site.hugo_files, os.environ, replaced)
    if site.drafts is None:
        return config
    return replace(config, build_drafts=site.drafts)


def content_lines(config: Config) -> list[str]:
    """Where content comes from, in words: `docs -> content/docs (en, fr)`."""
    lines = []
    for mount in config.content_mounts:
        target = f"content/{mount.target}".rstrip("/")
        to = "" if mount.source == target else f" -> {target}"
        lines.append(f"{mount.source}{to} ({', '.join(mount.languages) or 'no language that is built'})")
    return lines


def _common(paths: Sequence[Path]) -> Path:
    """The deepest folder that holds all paths."""
    folders = [path if path.is_dir() else path.parent for path in map(existing, paths or [Path()])]
    return Path(os.path.commonpath(folders))


def _with_files(start: Path, files: Sequence[str]) -> Path | None:
    """The nearest folder upward that has the first of the files that `--hugo-config` names."""
    folder = start.absolute()
    return next((one for one in (folder, *folder.parents) if files and (one / files[0]).is_file()), None)


def _project(folder: Path, said_by: str) -> Path:
    if not is_project(folder):
        raise UsageError(f"{said_by} holds no configuration of Hugo (hugo.yaml, hugo.toml, config/ ...)")
    return folder


def _config(start: Path, site: SiteOptions) -> ConfigFile | None:
    if site.isolated:
        return None
    return given_config(site.config) if site.config is not None else find_config(start)
