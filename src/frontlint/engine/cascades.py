"""Findings about what cascades hand down, in pages and in Hugo's settings: only the site can settle them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from frontlint.base.source import decode
from frontlint.base.span import Span
from frontlint.engine.internal_error import Crashes
from frontlint.engine.silence import ignores
from frontlint.findings.anchor import Spot
from frontlint.findings.finding import UNPLACED, Finding, sound
from frontlint.findings.ignore import Ignore
from frontlint.findings.reach import with_reach
from frontlint.frontmatter.document import Document, Fence, Format, Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config import Config
from frontlint.lint.cascade import CascadePage, Validate
from frontlint.lint.rule import PageRule, Rule
from frontlint.site.model import Site

_FORMATS = {".toml": Format.TOML, ".json": Format.JSON}


def settled(
    findings: Iterable[Finding], rules: Iterable[Rule], site: Site, crashes: Crashes
) -> Iterator[Finding]:
    """The findings of pages as they are in this site; those that do not hold there are left out."""
    by_name = {rule.name: rule for rule in rules if isinstance(rule, PageRule)}
    for finding in findings:
        rule = by_name.get(finding.rule)
        if rule is None or not rule.awaits_site(finding):
            yield finding
            continue
        try:
            left = rule.settle(finding, site)
        except Exception as error:  # noqa: BLE001 - a rule that fails must not silence the others
            left = crashes.note(rule.name, finding.path, error)
        if left is not None:
            yield left


def configured(
    config: Config, rules: Iterable[Rule], validate: Validate, crashes: Crashes
) -> Iterator[Finding]:
    """What the rules find in the cascades of Hugo's configuration, not yet settled."""
    asked = [rule for rule in rules if isinstance(rule, PageRule) and rule.checks_cascades]
    for page in _pages(config, validate) if asked else ():
        for rule in asked:
            try:
                found = map(sound, map(page.outwards, rule.check(page)))
                yield from (of_variable(one, config) for one in found)
            except Exception as error:  # noqa: BLE001 - the same
                yield crashes.note(rule.name, page.facts.path, error)


def reached(findings: Iterable[Finding], site: Site) -> Iterator[Finding]:
    """The findings of site rules; one about a value from a cascade says how many pages that reaches, once.

    Their places are looked up with all others (`engine/locate.py`).
    """
    reported: set[tuple[str, str, Route | None]] = set()
    for finding in findings:
        if finding.anchor is None or finding.anchor.spot is not Spot.CASCADE:
            yield finding
        elif (finding.rule, finding.path, finding.field) not in reported:
            reported.add((finding.rule, finding.path, finding.field))
            yield with_reach(finding, site.handed_down.pages(finding)) or finding


def strongest_first(config: Config) -> Iterator[tuple[str, str]]:
    """What is judged of the settings: what counts more comes first."""
    return reversed((*config.judged_files, *config.judged_variables))


def of_variable(finding: Finding, config: Config) -> Finding:
    """A finding in a variable of the environment is reported at the first settings file, with its name."""
    if finding.path not in dict(config.judged_variables):
        return finding
    words = f"it is set by the environment variable `{finding.path}`"
    advice = f"{finding.help}; {words}" if finding.help else words
    return finding._replace(path=next(iter(config.files), ""), span=UNPLACED, region=None, help=advice)


def ignores_of_settings(config: Config) -> tuple[Ignore, ...]:
    """The ignores in the settings files in which rules may find something; frontlint writes pages alone."""
    texts = ((name, text) for name, text in config.judged_files if "frontlint" in text)
    found = (one for name, text in texts for one in ignores(settings_document(name, text)[0]))
    return tuple(one._replace(cut=None) for one in found)


def route_to(data: Mapping[str, Value], field: Route) -> Route | None:
    """The route to a value in a cascade as it is written: what is below `params` has its own key there."""
    found = _spelt(data, field)
    start = next((at for at, step in enumerate(field) if step == "cascade"), 0)
    if found is None:
        key = next((at for at in range(start + 1, len(field)) if isinstance(field[at], str)), len(field))
        found = _spelt(data, (*field[:key], "params", *field[key:]))
    return None if found is None else found[0]


def awaiting(findings: Iterable[Finding], rules: Iterable[Rule]) -> bool:
    """Whether any of these findings can only be settled with the site."""
    by_name = {rule.name: rule for rule in rules if isinstance(rule, PageRule)}
    return any(one.rule in by_name and by_name[one.rule].awaits_site(one) for one in findings)


def _pages(config: Config, validate: Validate) -> Iterator[CascadePage]:
    """The cascades as the files write them; of a key that several files write, the last counts."""
    codes = [language.code for language in config.languages]
    keys: list[Route] = [("cascade",), *(("languages", code, "cascade") for code in codes)]
    written: dict[Route, set[str]] = {}
    for name, text in strongest_first(config):
        document, above = settings_document(name, text)
        for wanted in keys:
            seen = written.setdefault(wanted, set())
            if wanted[: len(above)] == above and "" not in seen:
                yield from _cascades(document, name, wanted, len(above), config, validate, seen)


def _cascades(
    document: Document,
    name: str,
    wanted: Route,
    above: int,
    config: Config,
    validate: Validate,
    seen: set[str],
) -> Iterator[CascadePage]:
    """Those of one file; what a later file has written is passed over, and a list hides all before it."""
    found = _spelt(document.data, wanted[above:])
    if found is None:
        return
    route, value = found
    if isinstance(value, list):
        seen.add("")
        for at, item in enumerate(value):
            if isinstance(item, dict):
                yield CascadePage(document, name, (*route, at), config, validate, shown=(*wanted, at))
    elif isinstance(value, dict):
        page = CascadePage(document, name, route, config, validate, shown=wanted, without=frozenset(seen))
        seen.update(page.keys)
        yield page


def _spelt(data: Mapping[str, Value], route: Route) -> tuple[Route, Value] | None:
    """The value at a route in lower case, and the route as it is written."""
    value: Value = dict(data)
    spelt: Route = ()
    for step in route:
        if isinstance(step, int) and isinstance(value, list) and step < len(value):
            spelt, value = (*spelt, step), value[step]
            continue
        names = value if isinstance(value, dict) else {}
        key = next((name for name in names if name.lower() == step), None)
        if key is None:
            # A single value for a list has no items.
            return (spelt, value) if isinstance(step, int) and not isinstance(value, list | dict) else None
        spelt, value = (*spelt, key), names[key]
    return spelt, value


def settings_document(name: str, text: str) -> tuple[Document, Route]:
    """A file of Hugo's settings as a document, and the keys that all of it is below."""
    from frontlint.hugo.config.where import above_of, read_places  # brings the readers of all formats

    source = decode(name, text.encode("utf-8", "surrogatepass"))
    reading = read_places(source)
    start = Span(0, 0)
    path = PurePosixPath(name)
    form = _FORMATS.get(path.suffix.lower(), Format.YAML)
    fence = Fence(form, start, Span(0, len(source.text)), start, len(source.text))
    return Document(source, form, fence, reading.data, reading.places), above_of(path, reading.data)
