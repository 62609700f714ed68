"""Where a setting is written: file and line, looked up only when there is something to say about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from frontlint.base.files import ProjectFiles
from frontlint.base.source import SourceFile, decode
from frontlint.frontmatter.json import reader as json_reader
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.route import Route
from frontlint.frontmatter.toml import reader as toml_reader
from frontlint.frontmatter.yaml import reader as yaml_reader
from frontlint.hugo.config.model import ConfigError
from frontlint.hugo.config.raw import keys_of
from frontlint.hugo.config.variables import settings_of
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.scalars import plain_scalar


def placed(error: ConfigError, tree: ProjectFiles, files: Iterable[str]) -> ConfigError:
    """The error with the file and line of the setting at its `keys`, as far down as they are written.

    `files` are those that were read, from the project's root, the last one being the strongest.
    """
    if error.path or not error.keys:
        return error
    found = [
        (len(route), order, place)
        for order, name in enumerate(files)
        for route, place in _routes(tree, name, error.keys)
    ]
    name, line = max(found)[2] if found else ("the configuration", 0)
    return ConfigError(error.message, name, line)


def _routes(tree: ProjectFiles, name: str, keys: Route) -> Iterator[tuple[Route, tuple[str, int]]]:
    """The parts of `keys` that a file writes, each with the file's name and a line."""
    if not tree.is_file(name):
        yield from _of_variable(name, keys)
        return
    source = decode(name, tree.read_settings(name))
    reading = read_places(source)
    above, places = above_of(PurePosixPath(name), reading.data), reading.places
    for route in places:
        written = (*above, *(lower(step) if isinstance(step, str) else step for step in route))
        if route and written == keys[: len(written)]:
            yield written, (name, source.lines.line_column(places.key(route).start)[0])


def _of_variable(name: str, keys: Route) -> Iterator[tuple[Route, tuple[str, int]]]:
    """The same for a variable of the environment, which has no lines."""
    for variable in settings_of({name: ""}):
        if variable.keys == keys[: len(variable.keys)]:
            yield keys, (name, 0)


def above_of(path: PurePosixPath, written: Collection[object]) -> Route:
    """The keys that the settings of a file are below: `languages` for `config/_default/languages.toml`.

    `written` are its keys.
    """
    folder, *inside = path.parts
    return keys_of(path, written) if folder == "config" and len(inside) > 1 else ()


def read_places(source: SourceFile) -> Reading:
    """A settings file with the places of what is in it."""
    text, extension = source.text, lower(PurePosixPath(source.path).suffix[1:])
    if extension == "toml":
        return toml_reader.read_toml(text, 0, len(text))
    if extension == "json":
        return json_reader.read_json(text, len(text) - len(text.lstrip()), len(text))
    return yaml_reader.read_yaml(text, 0, len(text), plain_scalar)
