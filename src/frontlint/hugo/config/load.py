"""Configuration files to `Config`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frontlint.doc.document import Value
from frontlint.hugo.cast import as_boolean, as_strings, as_text
from frontlint.hugo.config.languages import Languages, read_languages
from frontlint.hugo.config.model import Config
from frontlint.hugo.config.raw import Raw, read_raw
from frontlint.hugo.gopath import lower

NEWEST_HUGO = (0, 168)


def load_config(
    project: Path, environment: str = "production", hugo_version: tuple[int, int] = NEWEST_HUGO
) -> Config:
    """The settings of a Hugo project. Raises ConfigError with one clear sentence."""
    raw = read_raw(project, environment)
    data = raw.data
    path = raw.files[0] if raw.files else "the configuration"
    languages = read_languages(data, path)
    return Config(
        languages=languages.built,
        default_language=languages.default,
        default_in_subdir=bool(as_boolean(data.get("defaultcontentlanguageinsubdir"))),
        disable_default_redirect=bool(as_boolean(data.get("disabledefaultlanguageredirect"))),
        disabled_languages=languages.disabled,
        ignore_files=as_strings(data.get("ignorefiles")),
        refs_are_warnings=lower(as_text(data.get("reflinkserrorlevel"))) == "warning",
        unsafe_html=as_boolean(_at(data, "markup", "goldmark", "renderer", "unsafe")) is True,
        allowed_content=_allowed_content(data),
        static_dirs=as_strings(data.get("staticdir")) or ("static",),
        environment=environment,
        hugo_version=hugo_version,
        notes=tuple(_notes(data, languages)),
        files=raw.files,
    )


def _at(data: Raw, *keys: str) -> Value:
    value: Value = data
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _allowed_content(data: Raw) -> tuple[str, ...] | None:
    value = _at(data, "security", "allowcontent")
    return None if value is None else as_strings(value)


def _notes(data: Raw, languages: Languages) -> Iterator[str]:
    """What the project uses and frontlint does not follow."""
    if data.get("theme"):
        yield "frontlint does not read the theme: settings and content that come from it are not known"
    if _at(data, "module", "imports") or _at(data, "module", "mounts"):
        yield "frontlint does not follow module imports and mounts: content that comes from them is not known"
    if any(_at(data, "languages", language.code, "baseurl") for language in languages.built):
        yield "frontlint does not follow a baseURL for each language: they share one set of URLs here"
    if data.get("roles") or data.get("versions"):
        yield "frontlint does not follow roles and versions: each page is taken to be built once"
    orders = [language.dates for language in languages.built]
    asked = {name for order in orders for name in (*order.date, *order.publishdate, *order.expirydate)}
    if {":git", ":filemodtime"} & asked:
        yield "frontlint asks neither Git nor the file system for dates: pages without their own have none"
