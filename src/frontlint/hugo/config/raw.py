"""All settings of a project as one mapping: its files and the environment, merged in Hugo's order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePath, PurePosixPath

from frontlint.base.files import ProjectFiles, lies_below, present
from frontlint.base.links import is_link
from frontlint.base.record import NamedTuple, dataclass, field
from frontlint.base.shown import shown_path
from frontlint.frontmatter.document import Value
from frontlint.hugo.config.find import EXTENSIONS
from frontlint.hugo.config.model import ConfigError
from frontlint.hugo.config.reading import Raw, read_file, read_settings
from frontlint.hugo.config.variables import Variable, settings_of
from frontlint.hugo.values.gopath import lower

_ROOT_NAMES = ("hugo", "config")


@dataclass(frozen=True, slots=True)
class Sources:
    """What Hugo gets besides the project: `hugo --environment`, `--config A,B`, variables as `HUGO_TITLE`.

    `files` take the place of `hugo.toml` and its kind; they are paths from the project's root.
    """

    environment: str = "production"
    files: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)


class RawConfig(NamedTuple):
    """The merged settings, and the files and variables they come from, files relative to the project."""

    data: Raw
    files: tuple[str, ...]


def read_raw(tree: ProjectFiles, sources: Sources) -> RawConfig:
    """All settings of a project (config/allconfig/load.go:loadConfigMain).

    Raises ConfigError for a file that Hugo cannot read either, and for one in `sources` that is not there.
    """
    return with_variables(read_files(tree, sources), sources)


def read_files(tree: ProjectFiles, sources: Sources) -> RawConfig:
    """The settings in the files alone. Raises ConfigError as `read_raw` does."""
    data: Raw = {}
    files: list[str] = []
    for name in _named(tree, sources.files) if sources.files else main_file(tree):
        files.append(name)
        merge(data, read_file(tree, name))
    for folder in ("config/_default", f"config/{sources.environment}"):
        for path in _files_below(tree, folder):
            files.append(str(path))
            settings, written = read_settings(tree, files[-1])
            merge(data, _nested(keys_of(path, written), settings))
    return RawConfig(data, tuple(files))


def with_variables(raw: RawConfig, sources: Sources) -> RawConfig:
    """The settings with those of the environment laid over them, in place."""
    names: list[str] = []
    for variable in settings_of(sources.variables):
        names.append(variable.name)
        _set(raw.data, variable)
    return RawConfig(raw.data, (*raw.files, *names))


def merge(into: Raw, other: Mapping[str, Value]) -> None:
    """Lays `other` over `into`: mappings are merged, everything else is replaced."""
    for key, value in other.items():
        old = into.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merge(old, value)
        else:
            into[key] = _copied(value)


def _copied(value: Value) -> Value:
    """Mappings anew, so that what is laid over the copy leaves the original as it is."""
    return {key: _copied(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def _set(data: Raw, variable: Variable) -> None:
    *above, last = variable.keys
    inner = data
    if variable.keys == ("cascade",) and isinstance(variable.value, list):
        # A list to Hugo only where there is one already, else a text, which it refuses. [bin]
        data["cascade"] = variable.value if isinstance(data.get("cascade"), list) else str(variable.name)
        return
    for key in above:
        below = inner.setdefault(key, {})
        if not isinstance(below, dict):
            return
        inner = below
    inner[last] = variable.value


def _named(tree: ProjectFiles, names: Iterable[str]) -> Iterator[str]:
    """The files of `--config`. Hugo passes over those that are missing, which can only be a mistake."""
    for name in names:
        shown = shown_path(tree.path(name), tree.project)
        found = [path for path in _candidates(PurePosixPath(shown)) if tree.is_file(str(path))]
        if not found:
            raise ConfigError("this configuration file of Hugo does not exist", name)
        yield str(found[0])


def _candidates(path: PurePosixPath) -> Iterator[PurePosixPath]:
    """A name without an extension means any of those that Hugo reads."""
    yield path
    if not path.suffix:
        yield from (path.with_name(f"{path.name}.{extension}") for extension in EXTENSIONS)


def main_file(tree: ProjectFiles) -> list[str]:
    """`hugo.toml` or another of its kind, in a list; empty without any."""
    names = (f"{name}.{extension}" for name in _ROOT_NAMES for extension in EXTENSIONS)
    return [name for name in names if tree.is_file(name)][:1]


def _files_below(tree: ProjectFiles, folder: str) -> list[PurePosixPath]:
    """The settings in a config folder and the folders in it, in the order of Go's filepath.Walk."""
    if is_link(tree.path(folder)):  # Go's filepath.Walk does not enter it
        names = [name for name in present(tree.replaced) if lies_below(name, folder)]
    else:
        names = [name for name in tree.below(folder) if tree.is_file(name)]
    found = map(PurePosixPath, names)
    return sorted(
        (path for path in found if lower(path.suffix[1:]) in EXTENSIONS), key=lambda path: path.parts
    )


def keys_of(path: PurePath, written: Collection[object]) -> tuple[str, ...]:
    """Where the settings of a file in a config folder belong: `params.fr.toml` is languages.fr.params.

    `written` are the file's keys: where its own name is all of them, as `params` in `params.toml`, Hugo takes
    what is below it. [bin]
    """
    stem = path.stem.partition(".")[0]
    name, _, language = lower(path.stem).partition(".")
    is_named = len(written) == 1 and stem in written
    if language:
        inner = {"menu": ("menus",), "menus": ("menus",), "params": ("params",)}.get(name, ())
        return ("languages", language, *(() if is_named else inner))
    return () if name in _ROOT_NAMES or is_named else (name,)


def _nested(keys: Iterable[str], data: Raw) -> Raw:
    for key in reversed(tuple(keys)):
        data = {key: data}
    return data
