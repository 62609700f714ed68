"""Reads a configuration file into settings: strict, with file and line for whatever is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from frontlint import __version__
from frontlint.doc import toml_reader
from frontlint.doc.document import Data, Document, Fence, Format, Value
from frontlint.doc.places import Places
from frontlint.doc.route import Route, to_words
from frontlint.finding import Severity
from frontlint.hugo.versions import Version, read_version
from frontlint.option import OptionError, build
from frontlint.registry import Registry
from frontlint.schema.catalog import BUILT_IN_KINDS, PageKind, When
from frontlint.schema.load import load_built_in
from frontlint.schema.validate import Checker, Violation
from frontlint.settings.find import ConfigFile
from frontlint.settings.model import Entry, Layer, Origin, Settings
from frontlint.text.source import decode
from frontlint.text.span import Span
from frontlint.text.usage import UsageError


class _File:
    """A configuration file, read and checked; knows the line of every entry."""

    def __init__(self, file: ConfigFile) -> None:
        self.shown = _shown(file.path)
        self.document = _read(file, self.shown)
        _check(self.document, self.shown)

    @property
    def data(self) -> Data:
        return self.document.data

    def origin(self, *route: str | int) -> Origin:
        """The file and line where an entry is written."""
        places = self.document.places
        nearest = places.nearest(route)
        span = places.value(nearest)
        if nearest and isinstance(nearest[-1], str):
            span = places.key(nearest)
        return Origin(self.shown, self.document.source.lines.line_column(span.start)[0])

    def error(self, message: str, *route: str | int) -> UsageError:
        """A mistake at an entry."""
        origin = self.origin(*route)
        return UsageError(message, origin.where, origin.line)


def load_settings(file: ConfigFile | None, project: Path, registry: Registry | None = None) -> Settings:
    """The settings for a Hugo project; without a file, the built-in ones.

    Raises UsageError, with file and line, for a key that does not exist or a value that does not fit.
    """
    registry = registry or Registry()
    if file is None:
        return Settings(registry=registry, root=project, project=project, kinds=BUILT_IN_KINDS)
    read = _File(file)
    _check_version(read)
    fail_on = read.data.get("fail-on", "error")
    return Settings(
        registry=registry,
        root=file.root,
        project=project,
        kinds=_kinds(read),
        layers=tuple(_layers(read)),
        exclude=tuple(_entries(read, read.data.get("exclude"), ("exclude",))),
        fail_on=None if fail_on == "never" else Severity(str(fail_on)),
        files=(read.shown,),
        options=_options(read, registry),
        options_from=dict(_options_from(read)),
        hugo_version=_hugo_version(read),
        hugo_version_from=read.origin("hugo-version"),
    )


def _hugo_version(file: _File) -> Version | None:
    """The version of Hugo that builds the website, None where nothing is said."""
    wanted = file.data.get("hugo-version")
    if wanted is None:
        return None
    version = read_version(str(wanted))
    if version is None:
        raise file.error(f"{wanted} is no version of Hugo, such as 0.166", "hugo-version")
    return version


def source_of(file: ConfigFile | None) -> str | None:
    """The Hugo project that a configuration names, as a path from its own folder."""
    if file is None:
        return None
    source = _File(file).data.get("source")
    return source if isinstance(source, str) else None


def _shown(path: Path) -> str:
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return path.as_posix()


def _read(file: ConfigFile, shown: str) -> Document:
    try:
        source = decode(shown, file.path.read_bytes())
    except OSError as error:
        raise UsageError(f"the configuration cannot be read: {error.strerror}", shown) from None
    text = source.text
    if source.bad_bytes:
        line = source.lines.line_column(source.bad_bytes[0].offset)[0]
        raise UsageError("the configuration is not UTF-8", shown, line)
    reading = toml_reader.read(text, 0, len(text))
    if reading.problems:
        problem = reading.problems[0]
        line = source.lines.line_column(problem.span.start)[0]
        raise UsageError(f"the configuration is not TOML: {problem.message}", shown, line)
    fence = Fence(Format.TOML, Span(0, 0), Span(0, len(text)), Span(len(text), len(text)), len(text))
    data, places = _table(reading.data, reading.places, file.table)
    return Document(source, Format.TOML, fence, data, places)


def _table(data: Data, places: Places, table: Route) -> tuple[Data, Places]:
    """The part of a file that is ours, with its places."""
    if not table:
        return data, places
    inner: Value = data
    for step in table:
        inner = inner[str(step)] if isinstance(inner, dict) else None
    whole = places.value(places.nearest(table))
    below = Places(whole.start, whole.end)
    rows: dict[Route, int] = {(): 0}
    for route in places:
        sub = route[len(table) :]
        if sub and route[: len(table)] == table:
            key, value = places.key(route), places.value(route)
            rows[sub] = below.add(rows.get(sub[:-1], 0), sub[-1], key.start, key.end, value.start, value.end)
    return inner if isinstance(inner, dict) else {}, below


def _check(document: Document, shown: str) -> None:
    """Holds the file against `frontlint.schema.json`; the first thing that is wrong is said."""
    checker = Checker(load_built_in("frontlint"), "configuration")
    _check_spelling(checker, document, shown)
    violations = checker.violations(document)
    serious = [violation for violation in violations if violation.severity is not Severity.INFO]
    if serious:
        first = min(serious, key=lambda violation: _start(document, violation))
        line = document.source.lines.line_column(_start(document, first))[0]
        raise UsageError(_sentence(first), shown, line)


def _check_spelling(checker: Checker, document: Document, shown: str) -> None:
    """Front matter may write keys in any case; in a configuration nothing may be passed over."""
    for route, written in checker.shape.fit(document.data).spelled.items():
        place = document.places.key((*route[:-1], written))
        line = document.source.lines.line_column(place.start)[0]
        raise UsageError(f"there is no setting {written}; did you mean {route[-1]!r}?", shown, line)


def _start(document: Document, violation: Violation) -> int:
    nearest = document.places.nearest(violation.route)
    return document.places.key(nearest).start if nearest else document.places.value(()).start


def _sentence(violation: Violation) -> str:
    message = violation.message
    if violation.rule == "unknown-field":
        message = f"there is no setting {to_words(violation.route)}"
    return f"{message}; {violation.help}" if violation.help else message


def _check_version(file: _File) -> None:
    """Stops where the configuration is for another version of frontlint."""
    wanted = file.data.get("required-version")
    if wanted is None:
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # slow to import

    try:
        fits = SpecifierSet(str(wanted)).contains(__version__, prereleases=True)
    except InvalidSpecifier:
        raise file.error(f"{wanted} is no version specifier, such as >=0.1,<1", "required-version") from None
    if not fits:
        raise file.error(
            f"the configuration is for frontlint {wanted}, and this is {__version__}", "required-version"
        )


def _options(file: _File, registry: Registry) -> Mapping[str, object]:
    """The options that the file sets, by rule. Raises UsageError for a name or a type that is none."""
    rules = file.data.get("rules")
    tables = rules.get("options") if isinstance(rules, dict) else None
    options: dict[str, object] = {}
    for name, table in tables.items() if isinstance(tables, dict) else ():
        if name not in registry.names:
            hint = registry.suggest(name)
            raise file.error(f"there is no rule called {name!r}{hint}", "rules", "options", name)
        try:
            options[name] = build(registry.load(name).options_type, table if isinstance(table, dict) else {})
        except OptionError as error:
            route = ("rules", "options", name, error.key)
            raise file.error(f"{name}: {error}", *route) from None
    return options


def _options_from(file: _File) -> Iterator[tuple[tuple[str, str], Origin]]:
    """Where each option is set."""
    rules = file.data.get("rules")
    tables = rules.get("options") if isinstance(rules, dict) else None
    for rule, table in tables.items() if isinstance(tables, dict) else ():
        for name in table if isinstance(table, dict) else ():
            yield (rule, name), file.origin("rules", "options", rule, name)


def _layers(file: _File) -> Iterator[Layer]:
    """The layer for all pages, then those for the pages that match a pattern, in the order of the file."""
    rules = file.data.get("rules")
    if not isinstance(rules, dict):
        return
    yield _layer(file, rules, ("rules",), None)
    per_path = rules.get("per-path")
    if isinstance(per_path, dict):
        for pattern, changes in per_path.items():
            if isinstance(changes, dict):
                route = ("rules", "per-path", pattern)
                yield _layer(file, changes, route, Entry(pattern, file.origin(*route)))


def _layer(file: _File, table: Mapping[str, Value], route: Route, pattern: Entry | None) -> Layer:
    severity = table.get("severity")
    return Layer(
        select=tuple(_entries(file, table["select"], (*route, "select"))) if "select" in table else None,
        extend=tuple(_entries(file, table.get("extend-select"), (*route, "extend-select"))),
        ignore=tuple(_entries(file, table.get("ignore"), (*route, "ignore"))),
        severity=tuple(
            (Entry(name, file.origin(*route, "severity", name)), Severity(str(level)))
            for name, level in (severity.items() if isinstance(severity, dict) else ())
        ),
        pattern=pattern,
    )


def _kinds(file: _File) -> tuple[PageKind, ...]:
    """The kinds in force: `kinds` replaces the built-in list, `extend-kinds` stands before it."""
    own = tuple(_page_kinds(file, "kinds"))
    extra = tuple(_page_kinds(file, "extend-kinds"))
    seen: dict[str, PageKind] = {}
    for kind in (*extra, *own):
        if kind.name in seen:
            path, _, line = kind.origin.rpartition(":")
            raise UsageError(
                f"the kind {kind.name} is defined twice, first at {seen[kind.name].origin}", path, int(line)
            )
        seen[kind.name] = kind
    return (*extra, *(own if "kinds" in file.data else BUILT_IN_KINDS))


def _page_kinds(file: _File, key: str) -> Iterator[PageKind]:
    tables = file.data.get(key)
    for index, table in enumerate(tables if isinstance(tables, list) else []):
        if isinstance(table, dict):
            yield PageKind(
                name=str(table["name"]),
                files=tuple(_texts(table["files"])),
                schema=str(table["schema"]),
                when=_when(table.get("when")),
                origin=str(file.origin(key, index, "name")),
            )


def _when(table: Value) -> When:
    if not isinstance(table, dict):
        return When()
    equals = table.get("equals")
    return When(
        has=tuple(_texts(table.get("has"))),
        any=tuple(_texts(table.get("any"))),
        lacks=tuple(_texts(table.get("lacks"))),
        equals=equals if isinstance(equals, dict) else {},
    )


def _entries(file: _File, value: Value, route: Route) -> Iterator[Entry]:
    """The texts of a list, each with its line."""
    for index, text in enumerate(_texts(value)):
        yield Entry(text, file.origin(*route, index))


def _texts(value: Value) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
