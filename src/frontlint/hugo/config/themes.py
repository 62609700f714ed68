"""The themes and modules of a project, with those that they bring along (modules/collect.go)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from frontlint.doc.document import Value
from frontlint.hugo.cast import as_boolean, as_strings, as_text
from frontlint.hugo.config.model import ConfigError
from frontlint.hugo.config.raw import Sources, merge, read_raw
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.gopath import lower


class Theme(NamedTuple):
    """One theme or module.

    `folder` is None where it is not at hand: Hugo fetches modules from elsewhere. `settings` are its own.
    `entry` is what the project says of it under `module.imports`, empty for one named by `theme`.
    """

    name: str
    folder: Path | None
    settings: Raw
    entry: Raw


def themes_of(data: Raw, project: Path, environment: str) -> tuple[Theme, ...]:
    """All themes and modules in Hugo's order, those that are switched off left out, each once."""
    places = (project / (as_text(data.get("themesdir")) or "themes"), project / "_vendor")
    found: dict[str, Theme] = {}
    _collect(data, places, environment, found)
    return tuple(found.values())


def _collect(data: Raw, places: tuple[Path, ...], environment: str, found: dict[str, Theme]) -> None:
    for entry in _imports(data):
        name = as_text(entry.get("path"))
        if name not in found:
            folder = next((place / name for place in places if name and (place / name).is_dir()), None)
            settings = _settings(folder, environment) if folder else {}
            found[name] = Theme(name, folder, settings, entry)
            _collect(settings, places, environment, found)


def _imports(data: Raw) -> Iterator[Raw]:
    theme = data.get("theme")
    for name in as_strings([theme] if isinstance(theme, str) else theme):
        yield {"path": name}
    imports = mapping(data.get("module")).get("imports")
    for entry in imports if isinstance(imports, list) else ():
        if isinstance(entry, dict) and not as_boolean(entry.get("disable")):
            yield entry


def _settings(folder: Path, environment: str) -> Raw:
    """What a theme's own configuration says; nothing where Hugo cannot read it, and stops."""
    try:
        return read_raw(folder, Sources(environment)).data
    except ConfigError:
        return {}


def share_formats(data: Raw, themes: tuple[Theme, ...]) -> None:
    """Lays the themes' output formats and media types below the project's, as Hugo does by itself.

    A whole format is taken over, or none of it: `_merge` is `shallow` for them, unless the project says none.
    """
    for key in ("outputformats", "mediatypes"):
        own = mapping(data.get(key))
        if lower(as_text(own.get("_merge"))) != "none":
            for theme in themes:
                shared = mapping(theme.settings.get(key))
                merge(own, {name: value for name, value in shared.items() if name not in own})
            if own:
                data[key] = own


def without_merge(data: Raw) -> Raw:
    """The settings without `_merge`, which says how themes are merged and is none itself."""
    return {
        key: without_merge(value) if isinstance(value, dict) else value
        for key, value in data.items()
        if key != "_merge"
    }


def mapping(value: Value) -> Raw:
    """A mapping as it is, anything else as an empty one."""
    return value if isinstance(value, dict) else {}
