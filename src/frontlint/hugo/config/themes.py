"""The themes and modules of a project, with those that they bring along (modules/collect.go)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.base.files import ProjectFiles
from frontlint.base.phrases import clip
from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Value
from frontlint.hugo.config.model import ConfigError
from frontlint.hugo.config.mounts import from_project
from frontlint.hugo.config.raw import Sources, merge, read_raw
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.config.shapes import Misfit
from frontlint.hugo.values.cast import as_boolean, as_strings, as_text
from frontlint.hugo.values.gopath import lower


class Theme(NamedTuple):
    """One theme or module.

    `folder` is where it is, from the project's root, and `tree` its files; empty and None where it is not
    at hand: Hugo fetches modules from elsewhere. `settings` are its own. `entry` is what the project says of
    it under `module.imports`, nothing but its name for one named by `theme`.
    """

    name: str
    folder: str
    tree: ProjectFiles | None
    settings: Raw
    entry: Raw


def themes_of(data: Raw, tree: ProjectFiles, environment: str) -> tuple[Theme, ...]:
    """All themes and modules in Hugo's order, those that are switched off left out, each once."""
    places = (from_project(as_text(data.get("themesdir")) or "themes", tree), "_vendor")
    found: dict[str, Theme] = {}
    waiting = [*_imports(data)]
    while waiting:
        entry = waiting.pop(0)
        name = as_text(entry.get("path"))
        if name not in found:
            folder = next((f"{one}/{name}" for one in places if name and tree.is_dir(f"{one}/{name}")), "")
            own = _inside(tree, folder) if folder else None
            settings = _settings(own, environment) if own else {}
            found[name] = Theme(name, folder, own, settings, entry)
            waiting[:0] = _imports(settings)
    return tuple(found.values())


def _inside(tree: ProjectFiles, folder: str) -> ProjectFiles:
    """The files of a folder as a separate project."""
    begin = f"{folder}/"
    replaced = {path[len(begin) :]: data for path, data in tree.replaced.items() if path.startswith(begin)}
    # A theme may be a link to another repository: then links in it must not lead out of that one.
    return ProjectFiles(tree.path(folder).resolve(), replaced)


def _imports(data: Raw) -> Iterator[Raw]:
    theme = data.get("theme")
    for name in as_strings([theme] if isinstance(theme, str) else theme):
        yield {"path": name}
    imports = mapping(data.get("module")).get("imports")
    imports = [imports] if isinstance(imports, dict) else imports
    for entry in imports if isinstance(imports, list) else ():
        if isinstance(entry, dict) and not as_boolean(entry.get("disable")):
            yield entry


def _settings(tree: ProjectFiles, environment: str) -> Raw:
    """What a theme's own configuration says; nothing where Hugo cannot read it, and stops."""
    try:
        return read_raw(tree, Sources(environment)).data
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


def clashing_cascade(data: Raw, themes: Iterable[Theme]) -> Misfit | None:
    """A list of cascades beside a mapping in a theme: Hugo panics, unless it merges nothing. [bin]"""
    if not isinstance(data.get("cascade"), list) or lower(as_text(data.get("_merge"))) == "none":
        return None
    theme = next((one for one in themes if isinstance(one.settings.get("cascade"), dict)), None)
    if theme is None:
        return None
    words = f"Hugo does not start: `cascade` is a list here and a mapping in the theme `{clip(theme.name)}`"
    return Misfit(("cascade",), words)


def share_cascade(data: Raw, themes: Iterable[Theme]) -> tuple[Theme, ...]:
    """Lays the themes' cascades below the project's, where its `_merge` says so; the themes that have one.

    `_merge` counts in `cascade` before that of the whole settings. What is there is kept; `deep` goes on into
    mappings that both have. [bin]
    """
    found: list[Theme] = []
    for theme in themes:
        own, shared = data.get("cascade"), theme.settings.get("cascade")
        block = own if isinstance(own, dict) and "_merge" in own else data
        strategy = lower(as_text(block.get("_merge")))
        if strategy not in ("deep", "shallow") or not shared:
            continue
        if isinstance(shared, dict) and (own is None or isinstance(own, dict)):
            data["cascade"] = _below(mapping(own), shared, deep=strategy == "deep")
        elif own is None:
            data["cascade"] = shared
        else:
            continue
        found.append(theme)
    return tuple(found)


def _below(own: Raw, shared: Raw, *, deep: bool) -> Raw:
    """Both mappings as one, in which the first counts more."""
    whole: Raw = {**{key: value for key, value in shared.items() if key != "_merge"}, **own}
    for key, value in own.items():
        below = shared.get(key)
        if deep and isinstance(value, dict) and isinstance(below, dict):
            whole[key] = _below(value, below, deep=True)
    return whole


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
