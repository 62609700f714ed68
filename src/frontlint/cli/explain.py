"""`frontlint explain` and `frontlint rules`: what the rules are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions, TextFormat
from frontlint.cli.places import place_of, places_of
from frontlint.cli.project import request_for
from frontlint.cli.streams import printed, say, stdout
from frontlint.engine.website_keys import website_keys
from frontlint.lint.registry import Registry
from frontlint.report.applies import applies
from frontlint.report.explain import explain
from frontlint.report.rules_list import RuleRow, State, write_json, write_list
from frontlint.report.silence import Here, Place
from frontlint.report.terminal import ColorChoice
from frontlint.settings import ConfigFile, RuleState, find_config, load_settings


def run_explain(name: str | None, color: ColorChoice) -> Exit:
    """Prints one rule's page, or the list of a group's rules or of all, as they are in the current folder."""
    registry = Registry()
    with printed(Path.cwd(), color) as to:
        if name is not None and name not in registry.groups and name not in registry.names:
            hint = registry.suggest(name)
            raise UsageError(f"there is no rule called `{to.clean(name)}`{hint}")
        if name is not None and name not in registry.groups:
            explain(registry.load(name).info, to, _here(registry, name))
            return Exit.OK
        members = registry.names if name is None else registry.groups[name]
        write_list([row for row in _rows_here(registry) if row.info.name in members], to)
    return Exit.OK


def _rows_here(registry: Registry) -> list[RuleRow]:
    """The rules as they are in the current folder; settings that cannot be read do not matter here."""
    try:
        states = _states(registry, Path(), *_site(Path(), SiteOptions()))
        return rows(registry, states, _keys(Path(), SiteOptions()))
    except UsageError:
        return rows(registry, {})


def _here(registry: Registry, name: str) -> Here | None:
    """What the settings of the current folder say of a rule; None where they cannot be read."""
    from frontlint.settings.silencing import line_for  # nothing else writes into settings

    try:
        project, config = _site(Path(), SiteOptions())
        state = _states(registry, Path(), project, config)[name]
        place = line_for(config, name)
    except UsageError:
        return None
    if not state.on:
        return Here(f"It is off in this folder: {state.on_from}.", None)
    severity = state.severity or registry.load(name).severity
    by = f" ({state.severity_from})" if state.severity else ""
    return Here(f"It is on in this folder, and finds problems of severity {severity}{by}.", Place(*place))


def run_rules(path: Path | None, site: SiteOptions, output_format: TextFormat, color: ColorChoice) -> Exit:
    """Prints every rule and whether it is on for a path; without a site, as the configuration has it."""
    registry = Registry()
    states = _states(registry, path or Path(), *_site(path or Path(), site))
    listed = rows(registry, states, _keys(path or Path(), site))
    if _are_several(path or Path(), site):
        say("note: these are the settings that the sites share; `frontlint rules DIR` tells of one site")
    if output_format is TextFormat.JSON:
        write_json(listed, stdout(Path.cwd(), color))
    else:
        with printed(Path.cwd(), color) as to:
            write_list(listed, to)
    return Exit.OK


def rows(
    registry: Registry, states: Mapping[str, RuleState], keys: Mapping[str, str] | None = None
) -> list[RuleRow]:
    """The rules by group and name, each with its state; `keys` are those of the site, as in `applies`."""
    names = sorted(registry.names, key=lambda name: (registry.group(name), name))
    return [_row(registry, name, states.get(name, RuleState()), keys) for name in names]


def _row(registry: Registry, name: str, state: RuleState, keys: Mapping[str, str] | None) -> RuleRow:
    info = registry.load(name).info
    on = State.ON if state.on else State.OFF
    off_by = "" if state.on else str(state.on_from)
    return RuleRow(info, on, state.severity or info.severity, applies(info, keys), off_by)


def _keys(path: Path, site: SiteOptions) -> Mapping[str, str] | None:
    """The website's keys in the site at hand; None where there is no site."""
    try:
        request = request_for([path], site)
    except UsageError:
        return None
    return website_keys(request)


def _are_several(path: Path, site: SiteOptions) -> bool:
    try:
        return places_of([path], site).root is not None
    except UsageError:
        return False


def _states(
    registry: Registry, path: Path, project: Path, config: ConfigFile | None
) -> Mapping[str, RuleState]:
    settings = load_settings(config, project, registry)
    settings.check_names()
    page = path.resolve()
    inside = page.is_file() and page.is_relative_to(project.resolve())
    return settings.rules_for(page.relative_to(project.resolve()).as_posix() if inside else "")


def _site(path: Path, site: SiteOptions) -> tuple[Path, ConfigFile | None]:
    """The Hugo project of a path, its folder where there is none; and the configuration that applies."""
    try:
        place = place_of([path], site)
    except UsageError:
        if site.source is not None or site.config is not None or not path.exists():
            raise
    else:
        return place.project, place.config
    folder = path if path.is_dir() else path.parent
    return folder, None if site.isolated else find_config(folder.resolve())
