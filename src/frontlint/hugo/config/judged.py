"""The settings in which rules may find something, as they are written: texts of files, and variables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from frontlint.base.files import ProjectFiles
from frontlint.base.record import replace
from frontlint.base.source import decode
from frontlint.frontmatter.document import Value
from frontlint.hugo.config.model import Config
from frontlint.hugo.config.permalinks import first_folder
from frontlint.hugo.config.raw import RawConfig, Sources, main_file
from frontlint.hugo.config.themes import Theme
from frontlint.hugo.config.variables import Variable, settings_of

_KEYS: Final = ("cascade", "permalinks", "mounts", "segments")


def with_judged(
    config: Config, tree: ProjectFiles, raw: RawConfig, sources: Sources, themes: Iterable[Theme]
) -> Config:
    """The configuration with what the findings in it need; most sites have nothing of that.

    `themes` are those whose cascades are merged into it.
    """
    judged = config.removed or any(language.cascade for language in config.languages)
    if not judged and not begins_with_language(config):
        return config
    variables = tuple(
        (one.name, _as_text(one)) for one in settings_of(sources.variables) if set(_KEYS) & set(one.keys)
    )
    files = (*_of_themes(themes), *_texts(tree, raw, with_first=bool(variables)))
    return replace(config, judged_files=files, judged_variables=variables)


def begins_with_language(config: Config) -> bool:
    """Whether a permalink begins with the folder of a language, which Hugo adds itself."""
    codes = {language.code for language in config.languages if language.prefix}
    return bool(codes) and any(
        first_folder(permalink.pattern) in codes
        for language in config.languages
        for permalink in language.permalinks
    )


def _texts(tree: ProjectFiles, raw: RawConfig, *, with_first: bool) -> Iterator[tuple[str, str]]:
    """The files that name such a key; the first one also represents variables."""
    for at, name in enumerate(raw.files):
        if tree.is_file(name):
            text = decode(name, tree.read_settings(name)).text
            names = (name + text).lower()
            if any(key in names for key in _KEYS) or (with_first and at == 0):
                yield name, text


def _of_themes(themes: Iterable[Theme]) -> Iterator[tuple[str, str]]:
    """The main settings of these themes, which count less than the project; the first counts most."""
    for theme in reversed(tuple(themes)):
        if theme.tree is not None:
            for name in main_file(theme.tree):
                path = f"{theme.folder}/{name}"
                yield path, decode(path, theme.tree.read_settings(name)).text


def _as_text(variable: Variable) -> str:
    """The setting of a variable as a file would have it: JSON, which is YAML, too."""
    data: Value = variable.value
    for key in reversed(variable.keys):
        data = {key: data}
    return json.dumps(data, default=str)
