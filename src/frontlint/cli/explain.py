"""`frontlint explain` and `frontlint rules`: what the rules are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions, TextFormat
from frontlint.cli.project import locate, request_for
from frontlint.cli.streams import printed, stdout
from frontlint.engine.website_keys import website_keys
from frontlint.lint.registry import Registry
from frontlint.report.applies import applies
from frontlint.report.explain import explain
from frontlint.report.rules_table import RuleRow, State, write_json, write_table
from frontlint.report.terminal import ColorChoice
from frontlint.settings import RuleState, find_config, given_config, load_settings


def run_explain(name: str | None, color: ColorChoice) -> Exit:
    """Prints one rule's page, or the list of all."""
    registry = Registry()
    with printed(Path.cwd(), color) as to:
        if name is None:
            write_table(rows(registry, {}), to)
        elif name in registry.groups:
            members = set(registry.groups[name])
            write_table([row for row in rows(registry, {}) if row.info.name in members], to)
        elif name in registry.names:
            explain(registry.load(name).info, to)
        else:
            raise UsageError(f"there is no rule called {name!r}{registry.suggest(name)}")
    return Exit.OK


def run_rules(path: Path | None, site: SiteOptions, output_format: TextFormat, color: ColorChoice) -> Exit:
    """Prints every rule and whether it is on for a path; without a site, as the configuration has it."""
    registry = Registry()
    states = _states(registry, path or Path(), site)
    table = rows(registry, states, _keys(path or Path(), site))
    if output_format is TextFormat.JSON:
        write_json(table, stdout(Path.cwd(), color))
    else:
        with printed(Path.cwd(), color) as to:
            write_table(table, to)
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
    return RuleRow(info, on, state.severity or info.severity, applies(info, keys))


def _keys(path: Path, site: SiteOptions) -> Mapping[str, str] | None:
    """The website's keys in the site at hand; None where there is no site."""
    try:
        request = request_for([path], site)
    except UsageError:
        return None
    return website_keys(request)


def _states(registry: Registry, path: Path, site: SiteOptions) -> Mapping[str, RuleState]:
    folder = path if path.is_dir() else path.parent
    try:
        project, config_file = locate([path], site)
    except UsageError:
        if site.source is not None or site.config is not None or not path.exists():
            raise
        project, config_file = folder, None if site.isolated else find_config(folder.resolve())
    if site.config is not None and not site.isolated:
        config_file = given_config(site.config)
    settings = load_settings(config_file, project, registry)
    settings.check_names()
    page = path.resolve()
    inside = page.is_file() and page.is_relative_to(project.resolve())
    return settings.rules_for(page.relative_to(project.resolve()).as_posix() if inside else "")
