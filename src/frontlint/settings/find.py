"""Finds the configuration file: upward from the site, as far as the repository's root."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from frontlint.doc.route import Route
from frontlint.text.usage import UsageError

NAMES = (".frontlint.toml", "frontlint.toml", "pyproject.toml")


class ConfigFile(NamedTuple):
    """A configuration file; `table` is the route of the table in it that is ours, `()` for the whole file."""

    path: Path
    table: Route

    @property
    def root(self) -> Path:
        """The folder that its patterns and paths start from."""
        return self.path.parent


def find_config(start: Path) -> ConfigFile | None:
    """The configuration that applies to a folder: the nearest one upward, None where there is none."""
    last = repository_root(start)
    for folder in (start, *start.parents):
        for name in NAMES:
            found = _as_config(folder / name)
            if found is not None:
                return found
        if folder == last:
            return None
    return None


def given_config(path: Path) -> ConfigFile:
    """The configuration that the user names. Raises UsageError where there is no such file."""
    if not path.is_file():
        raise UsageError("the configuration file does not exist", str(path))
    return ConfigFile(path, _table(path))


def repository_root(start: Path) -> Path | None:
    """The nearest folder upward that holds `.git`, None outside of a repository."""
    return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), None)


def _as_config(path: Path) -> ConfigFile | None:
    if not path.is_file():
        return None
    table = _table(path)
    if table and not _has_table(path):
        return None
    return ConfigFile(path, table)


def _table(path: Path) -> Route:
    return ("tool", "frontlint") if path.name == "pyproject.toml" else ()


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml speaks of us; a broken one that does not mention us is not our business."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if "tool.frontlint" not in text and "frontlint" not in text:
        return False
    from frontlint.doc import toml_reader  # only for a pyproject.toml that speaks of us

    reading = toml_reader.read(text, 0, len(text))  # of any depth; tomllib takes the square of the time
    if any(problem.kind == "syntax" for problem in reading.problems):
        return "[tool.frontlint" in text
    tool = reading.data.get("tool", {})
    return isinstance(tool, dict) and "frontlint" in tool
