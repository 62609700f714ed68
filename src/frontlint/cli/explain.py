"""`frontlint explain` and `frontlint rules`: what the rules are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions, TextFormat
from frontlint.cli.project import locate
from frontlint.cli.streams import printed, stdout
from frontlint.lint.registry import Registry
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
    table = rows(registry, states)
    if output_format is TextFormat.JSON:
        write_json(table, stdout(Path.cwd(), color))
    else:
        with printed(Path.cwd(), color) as to:
            write_table(table, to)
    return Exit.OK


def rows(registry: Registry, states: Mapping[str, RuleState]) -> list[RuleRow]:
    """The rules by group and name, each with its state."""
    names = sorted(registry.names, key=lambda name: (registry.group(name), name))
    return [_row(registry, name, states.get(name, RuleState())) for name in names]


def _row(registry: Registry, name: str, state: RuleState) -> RuleRow:
    info = registry.load(name).info
    return RuleRow(info, State.ON if state.on else State.OFF, state.severity or info.severity)


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
