"""Finds the configuration file: upward from the site, as far as the repository's root."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.links import real_place
from frontlint.base.opener import read_through
from frontlint.base.record import NamedTuple
from frontlint.base.roots import repository_root
from frontlint.frontmatter.route import Route

NAMES = (".frontlint.toml", "frontlint.toml", "pyproject.toml")


class ConfigFile(NamedTuple):
    """A configuration file; `table` is the route of the table in it that is ours, `()` for the whole file.

    `passed_over` are the names of others in the same folder, which do not count.
    """

    path: Path
    table: Route
    passed_over: tuple[str, ...] = ()

    @property
    def root(self) -> Path:
        """The folder that its patterns and paths start from."""
        return self.path.parent


def find_config(start: Path) -> ConfigFile | None:
    """The configuration that applies to a folder: the nearest one upward, None where there is none.

    Raises UsageError for one that is a link out of the repository, without git out of its folder.
    """
    for folder in (start, *start.parents):
        for at, name in enumerate(NAMES, 1):
            found = _as_config(folder / name)
            if found is not None:
                others = (other for other in NAMES[at:] if _as_config(folder / other))
                return found._replace(passed_over=tuple(others))
        if os.path.exists(folder / ".git"):  # noqa: PTH110 - raises nothing
            return None
    return None


def given_config(path: Path) -> ConfigFile:
    """The configuration that the user names. Raises UsageError where there is no such file."""
    if not path.is_file():
        raise UsageError("there is no such file: name another one, or leave out `--config`", str(path))
    return ConfigFile(path, _table(path))


def same_place(folder: Path, start: Path) -> Path:
    """The folder of the repository of `start` that has the place of `folder` in another checkout.

    It is `folder` itself where the two are not in two repositories. Settings that a gate takes from a
    checkout of the base are about the same folders of the checkout that is judged.
    """
    other, here = repository_root(folder.resolve()), repository_root(start.resolve())
    if other is None or here is None or other == here:
        return folder
    return here / folder.resolve().relative_to(other)


def lists_sites(file: ConfigFile) -> bool:
    """Whether a settings file may list sites, by a look at its bytes alone: most have one site."""
    try:
        data = read_through(file.path)
    except OSError:
        return False  # whoever reads the settings says why
    return b"sites" in data or b"\\" in data


def _as_config(path: Path) -> ConfigFile | None:
    if not path.is_file():
        return None
    table = _table(path)
    try:
        real_place(path, path.parent)
        if table and not _has_table(path):
            return None
    except OSError as error:
        raise UsageError(f"the configuration cannot be read: {error.strerror}", str(path)) from None
    return ConfigFile(path, table)


def _table(path: Path) -> Route:
    return ("tool", "frontlint") if path.name == "pyproject.toml" else ()


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml speaks of us; a broken one that does not mention us is not our business.

    Raises OSError.
    """
    return table_in(path.name, read_through(path)) is not None


def table_in(name: str, data: bytes) -> Mapping[str, object] | None:
    """Our settings in a file of this name with this content, held against nothing; None where it has none.

    Of a file that cannot be read it is one entry, `unread`, which is not a setting.
    """
    own, unread = not _table(Path(name)), {"unread": data}
    if not own and b"frontlint" not in data:
        return None
    from frontlint.frontmatter.toml import (
        reader as toml_reader,  # only for a pyproject.toml that speaks of us, and for older states
    )

    text = data.decode("utf-8-sig", "replace")
    reading = toml_reader.read_toml(text, 0, len(text))  # of any depth; tomllib takes the square of the time
    if any(problem.kind == "syntax" for problem in reading.problems):
        return unread if own or b"[tool.frontlint" in data else None
    table: object = reading.data
    for step in _table(Path(name)):
        table = table.get(str(step)) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None if table is None else unread
