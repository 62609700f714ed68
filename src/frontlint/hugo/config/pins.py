"""Which Hugo a site is built with, as its own files say: Hugo's settings, version managers, hosts, workflows.

All these files are somebody else's: they are looked through line by line for the few names that count, and a
file that cannot be read, is too large or holds something else does not count.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from frontlint.base.files import ProjectFiles
from frontlint.base.opener import MIB, read_checkout
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.roots import repository_root
from frontlint.base.shown import shown_path
from frontlint.frontmatter.document import Value
from frontlint.hugo.values.versions import NEWEST, Version, same

_LIMIT = MIB
_MOST_WORKFLOWS = 50
_WORKFLOWS = ".github/workflows"
_FOLDERS_UP = 12

_NUMBERS = lazy_pattern(
    r"[\s\"'^~=v]*+(?:[a-z]++[_-])?v?([0-9]{1,4})\.([0-9]{1,4})(?:\.([0-9]{1,4}))?(?=\Z|[\s\"'+_,#/})\]-])"
)
_HEADER = lazy_pattern(r"\s*+\[++([^\]\n]*+)\]")
_TOML_KEY = lazy_pattern(r"(?<![\w-])HUGO_VERSION[\"']?\s*+=(?!=)\s*+([^\n]{0,80})")
_JSON_KEY = lazy_pattern(r"\"HUGO_VERSION\"\s*+:\s*+([^\n]{0,80})")
_TOOL = lazy_pattern(r"\s*+(?:go)?hugo(?:-extended)?\s++([^\n]{0,80})")
_MISE_KEY = lazy_pattern(
    r"\s*+[\"']?(?:[a-z]++:)?(?:gohugoio/)?(?:go)?hugo(?:-extended)?[\"']?\s*+=\s*+([^\n]{0,80})"
)
_MISE_INNER = lazy_pattern(r"\s*+version\s*+=\s*+([^\n]{0,80})")
_MISE_TABLE = lazy_pattern(r"tools\.[\"']?(?:[a-z]++:)?(?:gohugoio/)?(?:go)?hugo(?:-extended)?[\"']?")
_IN_TABLE = lazy_pattern(r"\{[^}\n]*?(?<![\w-])version\s*+=\s*+([^\n]{0,80})")
_WORKFLOW_KEY = lazy_pattern(
    r"[\s{,-]*+(?:[^\n#]{0,40}[{,]\s*+)?[\"']?(?:hugo-version|HUGO_VERSION)[\"']?\s*+:\s*+([^\n]{0,80})"
)
_MISE_FILES = (
    *("mise.toml", ".mise.toml", "mise/config.toml", ".mise/config.toml"),
    *(".config/mise.toml", ".config/mise/config.toml"),
)
_OF_PACKAGES = ("hugo-extended", "hugo-bin")


class Pin(NamedTuple):
    """One place that says a version: a file from the current folder, its line from 1, 0 if not known yet.

    `floor` tells that a newer one will do; `loose` that the number is only near Hugo's own.
    """

    version: Version
    file: str
    line: int
    about: str
    floor: bool = False
    loose: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Choice(NamedTuple):
    """The version that counts; the place that says so, None for the newest; and all places, in order."""

    version: Version
    by: Pin | None
    pins: tuple[Pin, ...]

    def disagreeing(self) -> Pin | None:
        """A place that says something else than the one that counts."""
        by = self.by
        if by is None:
            return None
        return next((pin for pin in self.pins if not pin.loose and not by.loose and _differ(by, pin)), None)


def _differ(by: Pin, pin: Pin) -> bool:
    """A floor is kept by any newer version."""
    if pin.floor:
        return by.version < pin.version and not same(by.version, pin.version)
    if by.floor:
        return pin.version < by.version and not same(by.version, pin.version)
    return not same(by.version, pin.version)


def choose(given: Pin | None, of_hugo: Iterable[Pin], others: Iterable[Pin]) -> Choice:
    """The version in the order of what is asked first; Hugo's own minimum lifts what comes after it."""
    pins = (*([given] if given else []), *of_hugo, *others)
    exact = next((pin for pin in pins if not pin.floor), None)
    floor = max((pin for pin in pins if pin.floor), key=lambda pin: pin.version, default=None)
    is_given = exact is not None and exact is given
    if floor is not None and not is_given and floor.version > (exact.version if exact else NEWEST):
        return Choice(floor.version, floor, pins)
    return Choice(exact.version if exact else NEWEST, exact, pins)


def of_settings(data: Mapping[str, Value]) -> Iterator[Pin]:
    """What `module.hugoVersion` in Hugo's own settings says; where, only `config` looks up."""
    module = data.get("module")
    said = module.get("hugoversion") if isinstance(module, dict) else None
    for key in ("max", "min"):
        version = read_pin(said.get(key)) if isinstance(said, dict) else None
        if version is not None and (key == "min" or version < NEWEST):
            yield Pin(version, "module.hugoVersion", 0, key, floor=key == "min")


def pins_around(tree: ProjectFiles) -> Iterator[Pin]:
    """What the files beside a project say, and those above it in the repository, in their order.

    Never raises for what is in a file or on the disk.
    """
    folders = _folders(tree.project)
    for names, look in _KINDS:
        for up in folders:
            for name in names:
                yield from _look(tree, up + name, look)
    yield from _workflows(tree, folders[-1])


Look = Callable[[str], Iterable[tuple[int, str, Version, bool]]]
"""Line, words about the place, version, and whether it is loose, of a file's text."""


def _look(tree: ProjectFiles, name: str, look: Look) -> Iterator[Pin]:
    text = _read(tree, name)
    shown = shown_path(tree.path(name)) if text else name
    for line, about, version, loose in look(text) if text else ():
        yield Pin(version, shown, line, about, loose=loose)


def _read(tree: ProjectFiles, name: str) -> str:
    """The text; empty where there is none to read, or nothing in it is about Hugo."""
    try:
        if name.startswith("../"):
            data = read_checkout(tree.path(name), tree.project, _LIMIT)
        elif name in tree.replaced or os.path.lexists(tree.path(name)):
            data = tree.read_settings(name, _LIMIT)
        else:
            return ""
    except (OSError, ValueError):
        return ""
    return data.decode("utf-8", "replace") if b"hugo" in data or b"HUGO" in data else ""


def _folders(project: Path) -> list[str]:
    """The project, and the folders above it up to the repository's root, as `../`."""
    root = repository_root(project)
    if root is None:
        return [""]
    inside = os.path.relpath(os.path.realpath(project), root)
    depth = 0 if inside == "." else inside.count(os.sep) + 1
    return ["../" * up for up in range(min(depth, _FOLDERS_UP) + 1)]


def _workflows(tree: ProjectFiles, up: str) -> Iterator[Pin]:
    try:
        with os.scandir(tree.path(up + _WORKFLOWS)) as found:
            names = sorted(entry.name for entry in found if entry.name.endswith((".yml", ".yaml")))
    except (OSError, ValueError):
        return
    for name in names[:_MOST_WORKFLOWS]:
        yield from _look(tree, f"{up}{_WORKFLOWS}/{name}", _of_workflow)


def read_pin(value: object) -> Version | None:
    """The version in a value such as `0.99.1`, `extended_0.99.1`, `^0.99`; None where none is pinned."""
    found = _NUMBERS.match(value[:80]) if isinstance(value, str) else None
    return tuple(int(part) for part in found.groups() if part is not None) if found else None


def _of_tool_versions(text: str) -> Iterator[tuple[int, str, Version, bool]]:
    yield from _matches(text, _TOOL.match, "hugo")


def _of_mise(text: str) -> Iterator[tuple[int, str, Version, bool]]:
    for number, table, line in _toml_lines(text):
        if not table and line.lstrip().startswith("tools."):
            table, line = "tools", line.lstrip().removeprefix("tools.")
        found = None
        if table == "tools":
            found = _MISE_KEY.match(line)
        elif _MISE_TABLE.fullmatch(table):
            found = _MISE_INNER.match(line)
        if found is not None:
            inner = _IN_TABLE.match(found[1]) if found[1].startswith("{") else None
            version = read_pin((inner[1] if inner else found[1]).lstrip("[ "))
            if version is not None:
                yield number, "tools", version, False


def _of_netlify(text: str) -> Iterator[tuple[int, str, Version, bool]]:
    """All contexts, that of production first, for it is the one that readers see."""
    found = []
    for number, table, line in _toml_lines(text):
        match = _TOML_KEY.search(line)
        version = read_pin(match[1]) if match else None
        if version is not None:
            context = table.removeprefix("context.").partition(".")[0].strip("\"'")
            found.append((number, context, version, False))
    rank = {"production": 0, "build": 1}
    yield from sorted(found, key=lambda one: rank.get(one[1], 2))


def _of_vercel(text: str) -> Iterator[tuple[int, str, Version, bool]]:
    yield from _matches(text, _JSON_KEY.search, "HUGO_VERSION")


def _of_workflow(text: str) -> Iterator[tuple[int, str, Version, bool]]:
    """What an action is told comes before a variable, which nothing may read."""
    lines, variables = text.split("\n"), list[tuple[int, str, Version, bool]]()
    for line, about, version, loose in _matches(text, _WORKFLOW_KEY.match, "hugo-version"):
        if "HUGO_VERSION" in lines[line - 1]:
            variables.append((line, "HUGO_VERSION", version, loose))
        else:
            yield line, about, version, loose
    yield from variables


def _of_package(text: str) -> Iterator[tuple[int, str, Version, bool]]:
    """`hugo-bin` has a setting for Hugo's version; without it, its own number is near Hugo's, as a rule."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    if not isinstance(data, dict):
        return
    own = data.get("hugo-bin")
    version = read_pin(own["version"]) if isinstance(own, dict) and "version" in own else None
    if version is not None:
        yield _line_of(text, '"version"', '"hugo-bin"'), "hugo-bin", version, False
    for table in ("dependencies", "devDependencies", "optionalDependencies"):
        packages = data.get(table)
        for name in _OF_PACKAGES:
            version = read_pin(packages.get(name)) if isinstance(packages, dict) else None
            if version is not None:
                yield _line_of(text, f'"{name}"', f'"{table}"'), name, version, name == "hugo-bin"


def _line_of(text: str, key: str, table: str) -> int:
    """The line of a key in a table, as JSON is written by people and programs; from 1."""
    start = max(text.find(table), 0)
    return text.count("\n", 0, max(text.find(key, start + len(table)), 0)) + 1


def _matches(
    text: str, find: Callable[[str], re.Match[str] | None], about: str
) -> Iterator[tuple[int, str, Version, bool]]:
    for number, line in enumerate(text.split("\n"), 1):
        found = find(line[:400]) if not line.lstrip().startswith("#") else None
        version = read_pin(found[1]) if found else None
        if version is not None:
            yield number, about, version, False


def _toml_lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Lines of TOML with their numbers and the table that they are in; comments and headers are left out."""
    table = ""
    for number, whole in enumerate(text.split("\n"), 1):
        line = whole[:400]
        header = _HEADER.match(line)
        if header is not None and "=" not in header[1]:
            table = "".join(header[1].split())
        elif not line.lstrip().startswith("#"):
            yield number, table, line


_KINDS: tuple[tuple[tuple[str, ...], Look], ...] = (
    ((".tool-versions",), _of_tool_versions),
    (_MISE_FILES, _of_mise),
    (("netlify.toml",), _of_netlify),
    (("vercel.json",), _of_vercel),
    (("package.json",), _of_package),
)
