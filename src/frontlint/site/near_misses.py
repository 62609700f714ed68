"""The keys of pages and cascades that may be slips for a field of Hugo's: the site decides if they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from frontlint.base.source import decode
from frontlint.frontmatter.document import Data, Document, Format
from frontlint.frontmatter.route import Route
from frontlint.hugo.config import Config
from frontlint.hugo.config.targets import items_of
from frontlint.hugo.content.facts import NearMiss, PageFacts
from frontlint.hugo.fields.names import TARGET_KEYS, fits, is_field, near_field, near_in_table, near_target
from frontlint.hugo.values.keys import fold


def near_misses(
    document: Document, keys: Mapping[str, str], taxonomies: frozenset[str]
) -> tuple[NearMiss, ...]:
    """Those of one page; `keys` has its top-level keys by their lower case, `taxonomies` the plural names."""
    near = (_remembered if document.fence.content.length < _LONG else _near)(tuple(keys), taxonomies)
    if not near and _DEEPER.isdisjoint(keys):
        return ()
    if document.format is Format.ORG:  # where `#+CATEGORY:` is a keyword of Org itself
        near = tuple((key, field) for key, field in near if key != "category")
    found: list[NearMiss] = []
    for key, field in near:
        written = keys[key]
        meant = field not in keys and fits(document.data[written], field) and not _is_shown(document, key)
        found.append(NearMiss(written, field if meant else ""))
    if "cascade" in keys:
        found.extend(_in_cascades(document.data, (keys["cascade"],), taxonomies))
    found.extend(_in_tables(keys, document.data, ()))
    return tuple(found)


_DEEPER = frozenset({"cascade", "build", "menu", "menus", "resources"})


def _in_tables(keys: Mapping[str, str], data: Data, above: Route) -> Iterator[NearMiss]:
    """Those in Hugo's own tables of a page or of one cascade, whose keys `keys` has by their lower case."""
    for name, table in (("build", "build"), ("resources", "resources")):
        if name in keys:
            yield from _in_table(data[keys[name]], (*above, keys[name]), table)
    for name in ("menu", "menus"):
        entries = data[keys[name]] if name in keys else None
        for menu, entry in entries.items() if isinstance(entries, dict) else ():
            yield from _in_table(entry, (*above, keys[name], menu), "menu")


def _in_table(value: object, route: Route, table: str) -> Iterator[NearMiss]:
    """Those in one table, or in each of a list of tables."""
    for below, item in items_of(value):  # type: ignore[arg-type]
        keys = fold(item)
        for key, written in keys.items():
            field = near_in_table(key, table)
            if field and field not in keys:
                yield NearMiss(written, field, (*route, *below))


def _near(keys: tuple[str, ...], taxonomies: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The keys that are nearly a field, each with the field."""
    return tuple([(key, field) for key in keys if (field := near_field(key, taxonomies))])


_LONG = 50_000  # code points of a front matter whose keys are not remembered
_remembered = lru_cache(maxsize=256)(_near)  # a site has few sets of keys


def settings_misses(config: Config) -> Iterator[tuple[PageFacts, NearMiss]]:
    """Those in the cascades of Hugo's settings, each with facts that represent its file."""
    taxonomies = frozenset(name.lower() for name in config.taxonomy_keys)
    for name, text in config.judged_files:
        from frontlint.hugo.config.where import above_of, read_places  # brings the readers of all formats

        reading = read_places(decode(name, text.encode("utf-8", "surrogatepass")))
        facts = PageFacts(name, readable=True)
        above = above_of(PurePosixPath(name), reading.data)
        for route in _cascades(reading.data, above):
            for miss in _in_cascades(reading.data, route, taxonomies):
                yield facts, miss._replace(above=(*above, *miss.above))


def _cascades(data: Data, above: Route) -> Iterator[Route]:
    """Where a file, all of which is below the keys `above`, has the cascade of all languages, or of one."""
    keys = fold(data)
    if above == ("cascade",):
        yield ()
    elif "cascade" in keys and (not above or (len(above) == 2 and above[0] == "languages")):
        yield (keys["cascade"],)
    languages = data if above == ("languages",) else data.get(keys.get("languages", ""))
    start: Route = () if above else (keys.get("languages", ""),)
    for code, language in languages.items() if isinstance(languages, dict) else ():
        if isinstance(language, dict) and "cascade" in (inner := fold(language)):
            yield (*start, code, inner["cascade"])


def _in_cascades(data: Data, route: Route, taxonomies: frozenset[str]) -> Iterator[NearMiss]:
    """Those in the cascades at a route."""
    value: object = data
    for step in route:
        value = value[step] if isinstance(value, dict) else None
    for below, item in items_of(value):  # type: ignore[arg-type]
        keys = fold(item)
        here = (*route, *below)
        yield from _in_tables(keys, item, here)
        yield from _in_targets(keys, item, here)
        for key, written in keys.items():
            target = near_target(key)
            if target and isinstance(item[written], dict) and "target" not in keys and "_target" not in keys:
                yield NearMiss(written, target, here)
            elif field := near_field(key, taxonomies):
                meant = field not in keys and fits(item[written], field)
                yield NearMiss(written, field if meant else "", here)


def _in_targets(keys: Mapping[str, str], data: Data, above: Route) -> Iterator[NearMiss]:
    """Those in the target of a cascade: one of which Hugo knows no key is for all pages."""
    for name in ("target", "_target"):
        value = data[keys[name]] if name in keys else None
        if isinstance(value, dict):
            route = (*above, keys[name])
            found = tuple(_in_table(value, route, "target"))
            yield from found
            unknown = not found and all(not is_field(key) and key not in TARGET_KEYS for key in fold(value))
            yield from (NearMiss(key, "path", route) for key in list(value)[:1] if unknown)


def _is_shown(document: Document, key: str) -> bool:
    """Whether the page's own body asks for the key with the shortcode `param`."""
    text, body = document.source.text, document.fence.body
    if text.find("param", body) < 0:
        return False
    return re.search(rf"[<%]\s*param\s+[\"'`]?{re.escape(key)}\b", text[body:].lower()) is not None
