"""`frontlint config`: what applies to a page, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frontlint import __version__
from frontlint.base.errors import UsageError
from frontlint.base.record import replace
from frontlint.base.shown import shown_path
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions
from frontlint.cli.project import asked, content_lines, request_for
from frontlint.cli.streams import printed
from frontlint.engine.discover import Inventory, survey
from frontlint.engine.request import Request
from frontlint.engine.scanner import read_page
from frontlint.engine.sites import all_facts
from frontlint.hugo.config import ConfigError
from frontlint.hugo.config.pins import Pin
from frontlint.hugo.config.where import placed
from frontlint.hugo.content.adapters import with_adapters
from frontlint.hugo.templates import template_notes
from frontlint.hugo.values import versions
from frontlint.report.output import Output
from frontlint.schema.catalog import Catalog
from frontlint.settings import BUILT_IN, USUAL_BASELINE, RuleState, Settings
from frontlint.site.appearance import appearances


def run_config(file: Path | None, site_options: SiteOptions) -> Exit:
    """Prints the settings of the site; with FILE those of one page too, and where Hugo publishes it."""
    request = request_for(asked(file), site_options)
    inventory = survey(request.tree, request.config)
    request = replace(request, config=with_adapters(request.config, inventory.files, request.tree))
    with printed(request.project) as to:
        lines = list(_site(request))
        if file is not None and file.is_file():
            path = file.resolve().relative_to(request.project.resolve()).as_posix()
            lines += _page(request, inventory, path, to)
        to.write("".join(f"{to.clean(line)}\n" for line in lines))
    return Exit.OK


def _site(request: Request) -> Iterator[str]:
    config, settings = request.config, request.settings
    yield f"frontlint {__version__}"
    yield f"configuration   {', '.join(settings.files) or 'none, built-in defaults'}"
    yield f"Hugo project    {shown_path(request.project)}"
    yield f"Hugo settings   {', '.join(config.files)}"
    yield f"environment     {config.environment}"
    origin = settings.hugo_version_from if settings.hugo_version else "the newest that frontlint knows"
    floor = "at least " if any(pin.floor and _counts(pin, settings) for pin in settings.hugo_pins) else ""
    yield f"Hugo version    {floor}{versions.show(config.hugo_version)} ({origin})"
    yield from _pins(request)
    for line in content_lines(config):
        yield f"content         {line}"
    for language in config.languages:
        taxonomies = ", ".join(taxonomy.plural for taxonomy in language.taxonomies) or "none"
        yield f"language        {language.code}: taxonomies {taxonomies}"
    yield f"exclude         {', '.join(f'{e.selector} ({e.origin})' for e in settings.exclude) or 'nothing'}"
    named = settings.baseline
    yield f"baseline        {f'{named.selector} ({named.origin})' if named else USUAL_BASELINE}"
    template_texts = (note.text for note in template_notes(request.tree, config))
    yield f"fail on         {settings.fail_on or 'never'}"
    for text in (*settings.notes, *(note.text for note in config.notes), *template_texts):
        yield f"note            {text}"


def _pins(request: Request) -> Iterator[str]:
    """Every place that says a version of Hugo, and which of them counts."""
    config, settings = request.config, request.settings
    for pin in settings.hugo_pins:
        counts = "  counts" if _counts(pin, settings) else ""
        file, line = pin.file, pin.line
        if not line:
            wanted = ConfigError("", keys=("module", "hugoversion", pin.about))
            found = placed(wanted, request.tree, config.files)
            if found.line:
                file, line = shown_path(request.tree.path(str(found.path))), found.line
        at = f"{file}:{line}" if line else file
        kind = "at least " if pin.floor else "near " if pin.loose else ""
        yield f"Hugo version    {kind}{versions.show(pin.version)} in {at} ({pin.about}){counts}"


def _counts(pin: Pin, settings: Settings) -> bool:
    return (pin.version, str(pin)) == (settings.hugo_version, str(settings.hugo_version_from))


def _page(request: Request, inventory: Inventory, path: str, to: Output) -> Iterator[str]:
    if path not in inventory.pages:
        raise UsageError("this file is no content file of the Hugo project", to.display(path))
    page = read_page(request.project, path, request.config, request.settings.limits)
    settings = request.settings
    catalog = Catalog(settings.kinds, settings.root, settings.prefix, settings.wall)
    kind = catalog.kind_of(path, page.document.data, request.config)
    yield ""
    yield f"page            {to.shown(path)}"
    yield f"kind            {f'{kind.name}  ({kind.origin})' if kind else 'none matches'}"
    yield f"schema          {kind.schema if kind else 'none'}"
    for text in appearances(all_facts(request), request.config, request.clock, path):
        yield f"published       {text}"
    if settings.excluded(path):
        yield "excluded        yes: nothing is reported on this page"
    yield ""
    yield "rules"
    states = settings.rules_for(path)
    width = max(len(name) for name in states)
    for name, state in states.items():
        yield f"  {name:<{width}}  {_state(request, name, state)}"
        for option in settings.rule(name).info.options if state.on else ():
            origin = settings.options_from.get((name, option.name), BUILT_IN)
            yield f"  {'':<{width}}    {option.name} = {option.default}  ({origin})"


def _state(request: Request, name: str, state: RuleState) -> str:
    if not state.on:
        return f"off      ({state.on_from})"
    severity = state.severity or request.settings.registry.load(name).severity
    origin = state.on_from if state.severity is None else state.severity_from
    return f"{severity:<8} ({origin})"
