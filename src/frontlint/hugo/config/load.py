"""Configuration files to `Config`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from frontlint.base.files import NOTHING, ProjectFiles, Replaced
from frontlint.base.record import replace
from frontlint.frontmatter.document import Value
from frontlint.hugo.config.expressions import first_unusable
from frontlint.hugo.config.foreign import foreign_content, missing_content
from frontlint.hugo.config.judged import with_judged
from frontlint.hugo.config.languages import read_languages
from frontlint.hugo.config.model import Config, ConfigError
from frontlint.hugo.config.mounts import content_mounts, from_project, mounted_layouts, static_mounts
from frontlint.hugo.config.names import first_unknown
from frontlint.hugo.config.notes import settings_notes
from frontlint.hugo.config.outside import fenced, with_content_folders
from frontlint.hugo.config.raw import RawConfig, Sources, read_files, with_variables
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.config.removed import first_removed, removed_settings
from frontlint.hugo.config.shapes import Misfit, first_misfit
from frontlint.hugo.config.themes import (
    clashing_cascade,
    share_cascade,
    share_formats,
    themes_of,
    without_merge,
)
from frontlint.hugo.values import versions
from frontlint.hugo.values.cast import as_boolean, as_terms, as_text
from frontlint.hugo.values.gopath import lower

Decide = Callable[[Mapping[str, Value]], versions.Version]
"""Says which Hugo builds a site with these settings."""
_NO_SOURCES: Mapping[str, str] = {}


def load_config(
    project: Path,
    environment: str = "production",
    hugo_version: versions.Version | Decide = versions.NEWEST,
    files: tuple[str, ...] = (),
    variables: Mapping[str, str] = _NO_SOURCES,
    replaced: Replaced = NOTHING,
) -> Config:
    """The settings of a Hugo project. Raises ConfigError with one clear sentence.

    `files` are those of `hugo --config`, `variables` the environment in which Hugo would run. What content
    adapters give is noted by `content.adapters`, when the files of the project are known. `replaced` counts
    in place of files of the project. `hugo_version` may hang on the settings.
    """
    tree = ProjectFiles(project, replaced)
    sources = Sources(environment, files, variables)
    raw = read_files(tree, sources)
    _refuse(first_misfit(raw.data) or first_unusable(raw.data), raw, tree)
    version = hugo_version(raw.data) if callable(hugo_version) else hugo_version
    _refuse(first_removed(raw.data, version), raw, tree)
    raw = with_variables(raw, sources)
    themes = themes_of(raw.data, tree, environment)
    share_formats(raw.data, themes)
    _refuse(clashing_cascade(raw.data, themes), raw, tree)
    cascading = share_cascade(raw.data, themes)
    far = any(theme.tree is None for theme in themes)
    old = version < versions.OLDEST
    _refuse(first_unknown(raw.data, foreign=far, old_caches=old), raw, tree)
    try:
        config = _config(tree, raw, environment, version, foreign_formats=far)
    except ConfigError as error:
        from frontlint.hugo.config.where import placed  # brings the readers of all formats

        raise placed(error, tree, raw.files) from error
    elsewhere = [*foreign_content(themes), *missing_content(raw.data, tree)]
    notes = (*(note for note, _ in elsewhere), *settings_notes(raw.data, config))
    foreign = frozenset[str]().union(*(roots for _, roots in elsewhere))
    layouts = (*_layouts(raw.data, tree), *(f"{one.folder}/layouts" for one in themes if one.tree))
    config = replace(config, removed=tuple(removed_settings(raw.data, themes, version)))
    config = with_judged(config, tree, raw, sources, cascading)
    return fenced(replace(config, foreign_content=foreign, notes=notes, layouts=layouts), tree)


def _refuse(misfit: Misfit | None, raw: RawConfig, tree: ProjectFiles) -> None:
    """Raises ConfigError for a setting that Hugo refuses."""
    if misfit is not None:
        from frontlint.hugo.config.where import placed  # brings the readers of all formats

        raise placed(ConfigError(misfit.message, keys=misfit.keys), tree, raw.files)


def _layouts(data: Raw, tree: ProjectFiles) -> tuple[str, ...]:
    """The project's folders with templates: mounts, else `layoutDir`."""
    own = from_project(as_text(data.get("layoutdir")) or "layouts", tree)
    return tuple(mounted_layouts(data, tree)) or (own,)


def _config(
    tree: ProjectFiles,
    raw: RawConfig,
    environment: str,
    hugo_version: versions.Version,
    *,
    foreign_formats: bool,
) -> Config:
    data = with_content_folders(_with_indexes(without_merge(raw.data)), tree)
    languages = read_languages(data, environment, hugo_version, foreign_formats=foreign_formats)
    return Config(
        languages=languages.built,
        default_language=languages.default,
        disable_default_redirect=bool(as_boolean(data.get("disabledefaultlanguageredirect"))),
        disabled_languages=languages.disabled,
        ignore_files=_patterns(data, "ignorefiles"),
        refs_are_warnings=lower(as_text(data.get("reflinkserrorlevel"))) == "warning",
        unsafe_html=as_boolean(_at(data, "markup", "goldmark", "renderer", "unsafe")) is True,
        allowed_content=_allowed_content(data),
        ignored_logs=frozenset(map(lower, as_terms(data.get("ignorelogs")))),
        mounts=content_mounts(data, tree, languages.built, languages.default),
        static_mounts=static_mounts(data, tree, languages.built, languages.default),
        environment=environment,
        hugo_version=hugo_version,
        foreign_formats=foreign_formats,
        files=raw.files,
    )


def _with_indexes(data: Raw) -> Raw:
    """`indexes` is the old name of `taxonomies`, and counts for more where both are set. [bin]"""
    old, new = data.get("indexes"), data.get("taxonomies")
    if not isinstance(old, dict):
        return data
    return {**data, "taxonomies": {**(new if isinstance(new, dict) else {}), **old}}


def _at(data: Raw, *keys: str) -> Value:
    value: Value = data
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _patterns(data: Raw, *keys: str) -> tuple[str, ...]:
    """A list of regular expressions, as Go reads them. Raises ConfigError for others."""
    found = as_terms(_at(data, *keys))
    if not found:
        return ()
    from frontlint.hugo.values.goregexp import check  # most sites have none
    from frontlint.patterns.nodes import PatternError

    name = {"ignorefiles": "ignoreFiles", "allowcontent": "security.allowContent"}[keys[-1]]
    for pattern in found:
        try:
            check(pattern)
        except PatternError as error:
            raise ConfigError(f"{name}: `{pattern}` cannot be used: it has {error}", keys=keys) from error
    return found


def _allowed_content(data: Raw) -> tuple[str, ...] | None:
    keys = ("security", "allowcontent")
    return None if _at(data, *keys) is None else _patterns(data, *keys)
