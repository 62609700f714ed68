"""`frontlint config`: what applies to a page, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from frontlint import __version__
from frontlint.base.errors import UsageError
from frontlint.base.record import replace
from frontlint.base.shown import shown_path
from frontlint.cli.each import Sites
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions
from frontlint.cli.places import asked, places_of
from frontlint.cli.project import content_lines, request_at
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
from frontlint.report.prose import fill
from frontlint.schema.catalog import Catalog
from frontlint.settings import USUAL_BASELINE, RuleState, Settings
from frontlint.site.appearance import appearances

Row: TypeAlias = tuple[str, str]
"""A label and a text."""
_LABEL = 16
"""Columns of a label with the space behind it."""


def run_config(file: Path | None, site_options: SiteOptions) -> Exit:
    """Prints the settings of the site; with FILE first what applies to it, and where Hugo publishes it."""
    sites = Sites(places_of(asked(file), site_options))
    sites.each(lambda place: _show(request_at(place, site_options), file, sites))
    return sites.over(())


def _show(request: Request, file: Path | None, sites: Sites) -> None:
    """Prints what there is to say of one site."""
    inventory = survey(request.tree, request.config)
    request = replace(request, config=with_adapters(request.config, inventory.files, request.tree))
    with printed(request.project) as to:
        rows: list[Row] = []
        if file is not None and file.is_file():
            path = file.resolve().relative_to(request.project.resolve()).as_posix()
            rows += [*_page(request, inventory, path, to), ("", "")]
        rows += _site(request)
        lines = (f"{line}\n" for row in rows for line in _lines(row, to))
        to.write("".join([sites.heading(request.project), *lines]))


def _lines(row: Row, to: Output) -> list[str]:
    """`label  text`; on a terminal the text goes on below itself."""
    label, text = row
    head = f"{label:<{_LABEL}}"
    if to.width is None or len(head) + len(text) <= to.width:
        return [f"{head}{to.clean(text)}".rstrip()]
    first, *more = fill(text, to, " " * _LABEL)
    return [f"{head}{first}", *(f"{'':<{_LABEL}}{line}" for line in more)]


def _site(request: Request) -> Iterator[Row]:
    config, settings = request.config, request.settings
    yield "frontlint", __version__
    yield "configuration", ", ".join(settings.files) or "none, built-in defaults"
    yield "Hugo project", shown_path(request.project)
    yield "Hugo settings", ", ".join(config.files)
    yield "environment", str(config.environment)
    origin = settings.hugo_version_from if settings.hugo_version else "the newest that frontlint knows"
    floor = "at least " if any(pin.floor and _counts(pin, settings) for pin in settings.hugo_pins) else ""
    yield "Hugo version", f"{floor}{versions.show(config.hugo_version)} ({origin})"
    yield from _pins(request)
    for line in content_lines(config):
        yield "content", line
    for language in config.languages:
        taxonomies = ", ".join(taxonomy.plural for taxonomy in language.taxonomies) or "none"
        yield "language", f"{language.code}: taxonomies {taxonomies}"
    yield "exclude", ", ".join(f"{e.selector} ({e.origin})" for e in settings.exclude) or "nothing"
    named = settings.baseline
    usual = shown_path(settings.baseline_file) if settings.several else USUAL_BASELINE
    yield "baseline", f"{named.selector} ({named.origin})" if named else usual
    template_texts = (note.text for note in template_notes(request.tree, config))
    yield "fail on", str(settings.fail_on or "never")
    for text in (*settings.notes, *(note.text for note in config.notes), *template_texts):
        yield "note", text


def _pins(request: Request) -> Iterator[Row]:
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
        yield "Hugo version", f"{kind}{versions.show(pin.version)} in {at} ({pin.about}){counts}"


def _counts(pin: Pin, settings: Settings) -> bool:
    return (pin.version, str(pin)) == (settings.hugo_version, str(settings.hugo_version_from))


def _page(request: Request, inventory: Inventory, path: str, to: Output) -> Iterator[Row]:
    if path not in inventory.pages:
        raise UsageError(
            "this is not a page: Hugo reads pages only from its content folders", to.display(path)
        )
    page = read_page(request.project, path, request.config, request.settings.limits)
    settings = request.settings
    catalog = Catalog(settings.kinds, settings.root, settings.prefix, settings.wall)
    kind = catalog.kind_of(path, page.document.data, request.config)
    yield "page", to.display(path)
    for one in appearances(all_facts(request), request.config, request.clock, path):
        language = f"{one.language}: " if one.language else ""
        yield "URL", language + (one.url or "none")
        yield "published", language + one.text
    yield "kind", f"{kind.name}  ({kind.origin})" if kind else "none matches"
    yield "schema", kind.schema if kind else "none"
    if settings.excluded(path):
        yield "excluded", "yes: nothing is reported on this page"
    yield from _rules(request, path)


def _rules(request: Request, path: str) -> Iterator[Row]:
    """The rules that are not as they are built in, and how many are."""
    states = request.settings.rules_for(path)
    as_built = 0
    for name, state in states.items():
        differs = [*_state(state), *_options(request, name, state)]
        as_built += not differs
        yield from (("rule", f"{name}: {text}") for text in differs)
    yield (
        "rules",
        f"{as_built} of {len(states)} keep their built-in settings; `frontlint rules FILE` lists all",
    )


def _state(state: RuleState) -> Iterator[str]:
    if not state.on:
        yield f"off ({state.on_from})"
    elif state.severity is not None:
        yield f"{state.severity} ({state.severity_from})"


def _options(request: Request, name: str, state: RuleState) -> Iterator[str]:
    """The options of a rule that the settings set, as TOML."""
    settings = request.settings
    if not state.on or name not in settings.options:
        return
    for option in settings.rule(name).info.options:
        origin = settings.options_from.get((name, option.name))
        if origin is not None:
            yield f"{option.name} = {option.default} ({origin})"
