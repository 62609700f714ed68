"""Configuration files to `Config`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from frontlint.doc.document import Value
from frontlint.hugo import versions
from frontlint.hugo.cast import as_boolean, as_strings, as_text
from frontlint.hugo.config.foreign import adapters, foreign_content
from frontlint.hugo.config.languages import read_languages
from frontlint.hugo.config.model import Config, ConfigError
from frontlint.hugo.config.mounts import content_mounts, static_mounts, uses_old_names
from frontlint.hugo.config.raw import RawConfig, Sources, read_raw
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.gopath import lower
from frontlint.text.tree import NOTHING, Replaced, Tree

_NO_SOURCES: Mapping[str, str] = {}


def load_config(
    project: Path,
    environment: str = "production",
    hugo_version: versions.Version = versions.NEWEST,
    files: tuple[str, ...] = (),
    variables: Mapping[str, str] = _NO_SOURCES,
    replaced: Replaced = NOTHING,
) -> Config:
    """The settings of a Hugo project. Raises ConfigError with one clear sentence.

    `files` are those of `hugo --config`, `variables` the environment in which Hugo would run. What content
    adapters give is noted by `with_adapters`, when the files of the project are known. `replaced` stands in
    for files of the project.
    """
    tree = Tree(project, replaced)
    raw = read_raw(tree, Sources(environment, files, variables))
    try:
        return _with_notes(_config(tree, raw, environment, hugo_version), raw.data, tree)
    except ConfigError as error:
        from frontlint.hugo.config.where import placed  # brings the readers of all formats

        raise placed(error, tree, raw.files) from error


def _config(tree: Tree, raw: RawConfig, environment: str, hugo_version: versions.Version) -> Config:
    data = raw.data
    languages = read_languages(data, environment, hugo_version)
    return Config(
        languages=languages.built,
        default_language=languages.default,
        default_in_subdir=bool(as_boolean(data.get("defaultcontentlanguageinsubdir"))),
        disable_default_redirect=bool(as_boolean(data.get("disabledefaultlanguageredirect"))),
        disabled_languages=languages.disabled,
        ignore_files=_patterns(data, "ignorefiles"),
        refs_are_warnings=lower(as_text(data.get("reflinkserrorlevel"))) == "warning",
        unsafe_html=as_boolean(_at(data, "markup", "goldmark", "renderer", "unsafe")) is True,
        allowed_content=_allowed_content(data),
        mounts=content_mounts(data, tree, languages.built, languages.default),
        static_mounts=static_mounts(data, tree, languages.built, languages.default),
        environment=environment,
        hugo_version=hugo_version,
        files=raw.files,
    )


def _with_notes(config: Config, data: Raw, tree: Tree) -> Config:
    foreign = foreign_content(data, tree)
    notes = (*map(_foreign_note, foreign), *_notes(data, config))
    return replace(config, foreign_content=bool(foreign), notes=notes)


def with_adapters(config: Config, paths: Iterable[str]) -> Config:
    """The settings of a project with these files, from its root: content adapters among them are noted."""
    words = adapters(paths)
    if not words:
        return config
    return replace(config, foreign_content=True, notes=(_foreign_note(words), *config.notes))


def _foreign_note(words: str) -> str:
    return (
        f"frontlint does not read {words}: pages that come from there are not known, "
        "and links to pages that are not found are not reported"
    )


def _at(data: Raw, *keys: str) -> Value:
    value: Value = data
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _patterns(data: Raw, *keys: str) -> tuple[str, ...]:
    """A list of regular expressions, which Go writes much as Python does. Raises ConfigError for others."""
    found = as_strings(_at(data, *keys))
    for pattern in found:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ConfigError(f"{keys[-1]}: {pattern} is no pattern: {error}", keys=keys) from error
    return found


def _allowed_content(data: Raw) -> tuple[str, ...] | None:
    keys = ("security", "allowcontent")
    return None if _at(data, *keys) is None else _patterns(data, *keys)


def _notes(data: Raw, config: Config) -> Iterator[str]:
    """What the project uses and frontlint does not follow."""
    if data.get("roles") or data.get("versions"):
        yield "frontlint does not follow roles and versions: each page is taken to be built once"
    if uses_old_names(data) and config.hugo_version >= versions.OLD_MOUNT_KEYS_REFUSED:
        yield "Hugo's build fails over lang, includeFiles, excludeFiles in module.mounts: use sites and files"
    orders = [language.dates for language in config.languages]
    asked = {name for order in orders for name in (*order.date, *order.publishdate, *order.expirydate)}
    if {":git", ":filemodtime"} & asked:
        yield "frontlint asks neither Git nor the file system for dates: pages without their own have none"
    yield from _version_notes(config)


def _version_notes(config: Config) -> Iterator[str]:
    version = versions.show(config.hugo_version)
    if config.hugo_version < versions.OLDEST:
        oldest = versions.show(versions.OLDEST)
        yield (
            f"frontlint follows Hugo from {oldest} on: {version} is taken to be like it, but reads YAML "
            "and aliases of several languages in its own way"
        )
    if config.hugo_version[:2] > versions.NEWEST:
        yield f"frontlint knows Hugo up to {versions.show(versions.NEWEST)}: {version} is taken to be like it"
