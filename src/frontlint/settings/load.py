"""Reads a configuration file into settings: strict, with file and line for whatever is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint import __version__
from frontlint.base.errors import UsageError
from frontlint.base.phrases import shorten
from frontlint.base.suggest import did_you_mean
from frontlint.base.walls import Wall, wall_around, wall_of_settings
from frontlint.findings.finding import Severity
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.values.versions import Version, read_version
from frontlint.lint.registry import Registry
from frontlint.schema.kinds import BUILT_IN_KINDS, PageKind, When
from frontlint.schema.locate import built_in_names
from frontlint.settings.find import ConfigFile
from frontlint.settings.model import Entry, Layer, Origin, Settings

if TYPE_CHECKING:
    from frontlint.settings.file import SettingsFile

_OUTSIDE = "`{}` leads out of the repository, where settings read nothing"


def load_settings(file: ConfigFile | None, project: Path, registry: Registry | None = None) -> Settings:
    """The settings for a Hugo project; without a file, the built-in ones.

    Raises UsageError, with file and line, for a key that does not exist or a value that does not fit.
    """
    registry = registry or Registry()
    if file is None:
        return Settings(
            registry=registry, root=project, project=project, kinds=BUILT_IN_KINDS, wall=wall_around(project)
        )
    read = _read(file)
    _check_version(read)
    if "sites" in read.data:
        from frontlint.settings.sites import check_list  # most settings are about one site

        check_list(read)
    wall = wall_of_settings(file.path, project)
    _check_reach(read, file, wall)
    fail_on = read.data.get("fail-on", "error")
    return Settings(
        registry=registry,
        root=file.root,
        project=project,
        kinds=_kinds(read),
        wall=wall,
        layers=tuple(_layers(read)),
        exclude=tuple(_entries(read, read.data.get("exclude"), ("exclude",))),
        baseline=_baseline(read),
        docs_url=_docs_url(read),
        fail_on=None if fail_on == "never" else Severity(str(fail_on)),
        files=(read.shown,),
        options=_options(read, registry),
        options_from=dict(_options_from(read)),
        hugo_version=_hugo_version(read),
        hugo_version_from=read.origin("hugo-version"),
        notes=tuple(f"{read.shown} counts, and {name} beside it does not" for name in file.passed_over),
        several="sites" in read.data,
    )


def _baseline(file: SettingsFile) -> Entry | None:
    name = file.data.get("baseline")
    return Entry(name, file.origin("baseline")) if isinstance(name, str) else None


def _docs_url(file: SettingsFile) -> str | None:
    """Where the pages of the rules are published. Raises UsageError for what no report may link to."""
    url = file.data.get("docs-url")
    if not isinstance(url, str):
        return None
    if not url.startswith(("https://", "http://")) or not url.isprintable() or set(url) & set(' "<>\\^`{|}'):
        line = 'write `docs-url = "https://docs.example.org/frontlint"`'
        raise file.error(f"`docs-url` must be a web address: {line}", "docs-url")
    return url.rstrip("/")


def _hugo_version(file: SettingsFile) -> Version | None:
    """The version of Hugo that builds the website, None where nothing is said."""
    wanted = file.data.get("hugo-version")
    if wanted is None:
        return None
    version = read_version(str(wanted))
    if version is None:
        raise file.error('`hugo-version` must be a version: write `hugo-version = "0.166"`', "hugo-version")
    return version


def source_of(file: ConfigFile | None, site: Path | None = None) -> str | None:
    """The Hugo project that a configuration names, as a path from its own folder.

    `site` is what the user asks about; without one it is that folder.

    Raises UsageError for one outside of the repository: only the command line may lead there.
    """
    if file is None:
        return None
    read = _read(file)
    source = read.data.get("source")
    if not isinstance(source, str):
        return None
    if not wall_of_settings(file.path, site or file.root).holds((file.root / source).absolute()):
        raise read.error(f"{_OUTSIDE.format('source')}; type `--source` with that folder", "source")
    return source


def _check_reach(read: SettingsFile, file: ConfigFile, wall: Wall) -> None:
    """Holds every file that the settings name against the wall. Raises UsageError, and opens none of them."""
    for key in ("extend-schemas", "schemas"):
        tables = read.data.get(key)
        for index, table in enumerate(tables if isinstance(tables, list) else ()):
            schema = str(table["schema"]) if isinstance(table, dict) else ""
            if schema in built_in_names() or not isinstance(table, dict):
                continue
            place = (file.root / schema).absolute()
            if not wall.holds(place):
                message = f"{_OUTSIDE.format('schema')}; copy the schema into the repository"
                raise read.error(message, key, index, "schema")
            if not os.path.exists(place):  # noqa: PTH110 - raises nothing
                hint = did_you_mean(schema, built_in_names(), "; write a built-in name, such as `page`")
                message = f"there is no schema and no file `{shorten(schema)}`{hint}"
                raise read.error(message, key, index, "schema")
    baseline = read.data.get("baseline")
    if isinstance(baseline, str) and not wall.holds((file.root / baseline).absolute()):
        message = f"{_OUTSIDE.format('baseline')}; type `--baseline` with that file"
        raise read.error(message, "baseline")


def _read(file: ConfigFile) -> SettingsFile:
    from frontlint.settings.file import SettingsFile  # brings all that reads schemas

    return SettingsFile(file)


def _check_version(file: SettingsFile) -> None:
    """Stops where the configuration is for another version of frontlint."""
    wanted = file.data.get("required-version")
    if wanted is None:
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # slow to import

    try:
        fits = SpecifierSet(str(wanted)).contains(__version__, prereleases=True)
    except InvalidSpecifier:
        line = 'write `required-version = ">=0.1,<1"`'
        raise file.error(
            f"`required-version` must be a range of versions: {line}", "required-version"
        ) from None
    if not fits:
        wants = f"these settings are for frontlint {shorten(str(wanted))}, and this is {__version__}"
        raise file.error(f"{wants}: install another version, or change this line", "required-version")


def _options(file: SettingsFile, registry: Registry) -> Mapping[str, object]:
    """The options that the file sets, by rule. Raises UsageError for a name or a type that is none."""
    from frontlint.lint.option import OptionError, build

    rules = file.data.get("rules")
    tables = rules.get("options") if isinstance(rules, dict) else None
    options: dict[str, object] = {}
    for name, table in tables.items() if isinstance(tables, dict) else ():
        if name not in registry.names:
            hint = registry.suggest(name)
            raise file.error(f"there is no rule called `{shorten(name)}`{hint}", "rules", "options", name)
        rule = registry.load(name)
        try:
            options[name] = build(rule.options_type, table if isinstance(table, dict) else {})
        except OptionError as error:
            from frontlint.settings.known import about_option  # most options are right

            route = ("rules", "options", name, error.key)
            raise file.error(about_option(name, error.key, rule.info.options), *route) from None
    return options


def _options_from(file: SettingsFile) -> Iterator[tuple[tuple[str, str], Origin]]:
    """Where each option is set."""

    rules = file.data.get("rules")
    tables = rules.get("options") if isinstance(rules, dict) else None
    for rule, table in tables.items() if isinstance(tables, dict) else ():
        for name in table if isinstance(table, dict) else ():
            yield (rule, name), file.origin("rules", "options", rule, name)


def _layers(file: SettingsFile) -> Iterator[Layer]:
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


def _layer(file: SettingsFile, table: Mapping[str, Value], route: Route, pattern: Entry | None) -> Layer:
    severity = table.get("severity")
    return Layer(
        select=tuple(_entries(file, table["select"], (*route, "select"))) if "select" in table else None,
        extend=tuple(_entries(file, table.get("extend-select"), (*route, "extend-select"))),
        ignore=tuple(_entries(file, table.get("ignore"), (*route, "ignore"))),
        severity=tuple(
            (
                Entry(name, file.origin(*route, "severity", name)),
                None if level == "off" else Severity(str(level)),
            )
            for name, level in (severity.items() if isinstance(severity, dict) else ())
        ),
        pattern=pattern,
        fixable=tuple(_entries(file, table["fixable"], (*route, "fixable"))) if "fixable" in table else None,
        unfixable=tuple(_entries(file, table.get("unfixable"), (*route, "unfixable"))),
    )


def _kinds(file: SettingsFile) -> tuple[PageKind, ...]:
    """The schemas in force: `schemas` replaces the built-in list, `extend-schemas` comes before it."""
    own = tuple(_page_kinds(file, "schemas"))
    extra = tuple(_page_kinds(file, "extend-schemas"))
    seen: dict[str, PageKind] = {}
    for kind in (*extra, *own):
        if kind.name in seen:
            path, _, line = kind.origin.rpartition(":")
            where = seen[kind.name].origin
            message = (
                f"two schemas have the name `{shorten(kind.name)}`, first at {where}: write another `name`"
            )
            raise UsageError(message, path, int(line))
        seen[kind.name] = kind
    return (*extra, *(own if "schemas" in file.data else BUILT_IN_KINDS))


def _page_kinds(file: SettingsFile, key: str) -> Iterator[PageKind]:
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


def _entries(file: SettingsFile, value: Value, route: Route) -> Iterator[Entry]:
    """The texts of a list, each with its line."""
    for index, text in enumerate(_texts(value)):
        yield Entry(text, file.origin(*route, index))


def _texts(value: Value) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
