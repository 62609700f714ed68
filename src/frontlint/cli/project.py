"""From a place and options to what is checked there: Hugo's configuration and our settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from frontlint.base.files import NOTHING, ProjectFiles, Replaced
from frontlint.base.phrases import shorten
from frontlint.base.record import replace
from frontlint.base.shown import shown_path
from frontlint.cli.options import RuleOptions, SiteOptions
from frontlint.cli.places import Place, place_of
from frontlint.engine.discover import targets
from frontlint.engine.request import Request
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import Config, ConfigError, load_config
from frontlint.hugo.config.pins import Choice
from frontlint.hugo.config.variables import environment_of
from frontlint.hugo.values.versions import Version
from frontlint.settings import Settings, load_settings
from frontlint.settings.hugo import hugo_of, with_hugo


def request_for(paths: Sequence[Path], site: SiteOptions) -> Request:
    """What to check for these paths of one site.

    Raises UsageError with one sentence when it cannot be known.
    """
    return request_at(place_of(paths, site), site)


def request_at(
    place: Place,
    site: SiteOptions,
    rules: RuleOptions | None = None,
    replaced: Replaced = NOTHING,
) -> Request:
    """The same for a place that is known; `replaced` replaces files of the project."""
    project = place.project
    settings = load_settings(place.config, project)
    settings = settings.with_layer((rules or RuleOptions()).layer())
    settings.check_names()
    choices: list[Choice] = []
    config = hugo_config(project, site, settings, replaced, choices.append)
    if place.inner:
        _check_apart(place, config)
    settings = with_hugo(settings, config, choices[0])
    return Request(project, config, settings, targets(project, place.paths), replaced=replaced)


def _check_apart(place: Place, config: Config) -> None:
    """Raises UsageError if another site is in the content of this one: its pages would be those of two."""
    mounts = config.content_mounts
    folders = {Path(os.path.normpath(place.project / mount.source)) for mount in mounts}
    for one in place.inner:
        if folders.intersection((one.folder, *one.folder.parents)):
            name, outer = shorten(one.source), shown_path(place.project)
            raise one.mistake(f"`{name}` is in the content of the site `{outer}`: delete one of the two")


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
    try:
        config = load_config(project, environment, decide, site.hugo_files, os.environ, replaced)
    except ConfigError as error:
        raise _from_here(error, ProjectFiles(project, replaced)) from None
    if site.drafts is None:
        return config
    return replace(config, build_drafts=site.drafts)


def _from_here(error: ConfigError, tree: ProjectFiles) -> ConfigError:
    """The error with the path of its file as all paths are: from the current folder."""
    if error.path is None or not tree.is_file(error.path):
        return error
    return ConfigError(error.message, shown_path(tree.path(error.path)), error.line or 0, error.keys)


def content_lines(config: Config) -> list[str]:
    """Where content comes from, in words: `docs -> content/docs (en, fr)`."""
    lines = []
    for mount in config.content_mounts:
        target = f"content/{mount.target}".rstrip("/")
        to = "" if mount.source == target else f" -> {target}"
        lines.append(f"{mount.source}{to} ({', '.join(mount.languages) or 'no language that is built'})")
    return lines
