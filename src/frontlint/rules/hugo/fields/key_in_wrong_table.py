"""Put Hugo's fields above the first table.

Why: In TOML, every line below `[menu.main]` or `[params]` belongs to that table. Hugo reads its fields only
at the top level, so `draft = true` in a table does not keep the page back.
Bad:
    +++
    title = "Not ready"
    [menu.main]
    weight = 5
    draft = true
    +++
    It needs a day.
Good:
    +++
    title = "Not ready"
    draft = true
    [menu.main]
    weight = 5
    +++
    It needs a day.
Note: The rule looks in menus, `build`, `sitemap`, `resources` and the target of a cascade for fields that
they do not have. In `params` it looks for `draft`, `expiryDate` and addresses in `aliases`. It reports the
same fields in a site's own tables for information only. YAML and JSON pages can have the same problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from frontlint.hugo.fields import as_boolean
from frontlint.hugo.fields.names import TABLES, TARGET_KEYS, is_field
from frontlint.lint import (
    Finding,
    Format,
    Page,
    PageRule,
    Route,
    Severity,
    Value,
    assignment,
    shorten,
    to_words,
    value_at,
)
from frontlint.lint.cascade import CascadePage

_MENU = frozenset(TABLES["menu"])
_HAVE: Mapping[str, frozenset[str]] = {
    "build": frozenset(TABLES["build"]),
    "_build": frozenset(TABLES["build"]),
    "sitemap": frozenset({"changefreq", "priority", "filename", "disable"}),
    "resources": frozenset(TABLES["resources"]),
}
"""What Hugo's own tables have; in lower case."""
_CERTAIN = frozenset({"draft", "aliases", "expirydate"})
_FLAGS = frozenset({"draft", "headless"})
_LONGEST_LINE = 80


class KeyInWrongTable(PageRule):
    """A field of Hugo's in a table where it means nothing."""

    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such field that the page lacks at the top."""
        data = page.document.data
        for key in page.values.tables:
            value = data[key]
            if isinstance(value, dict) and _may_have(key.lower(), tuple(value)):
                for route in self._routes(page, key.lower(), (key,), value):
                    yield self._finding(page, route)
        if "resources" in page.values.lists:
            key = str(page.key("resources"))
            for route in _in_tables(page, (key,), data[key], _HAVE["resources"]):
                yield self._finding(page, route)
        if isinstance(page, CascadePage) and page.target is not None:
            for route in _in_tables(page, (page.target,), page.target_value, TARGET_KEYS):
                yield self._finding(page, route)

    def _routes(self, page: Page, table: str, above: Route, value: Value) -> Iterator[Route]:
        """The fields that are in the wrong table, below one top-level key."""
        if table in ("menu", "menus"):
            yield from _in_menus(page, above, value)
        elif table in _HAVE:
            yield from _in_tables(page, above, value, _HAVE[table])
        elif isinstance(value, dict):
            known = [key for key in value if key.lower() in _CERTAIN]
            found = [key for key in known if _is_certain(key.lower(), value[key])]
            if found and (table == "params" or _is_header(page, above)):
                yield from ((*above, key) for key in found if _is_missing(page, key))

    def _finding(self, page: Page, route: Route) -> Finding:
        key = str(route[-1])
        table = to_words((*(("cascade",) if page.cascaded else ()), *route[:-1]))
        held_back = key.lower() == "draft" and as_boolean(_value_at(page, route)) is True
        place = f"[{table}]" if page.document.format is Format.TOML else table
        message = f"`{shorten(key, 24)}` is in `{shorten(place)}`, where Hugo does not read it"
        if held_back:
            message += ": the page is published"
        return self.at(
            page,
            route,
            message,
            help=_help(page, key, _value_at(page, route)),
            severity=_severity(route, held_back),
            on_key=True,
        )


@lru_cache(maxsize=64)  # a site has a few tables, and most of them have the same keys on each page
def _may_have(table: str, keys: tuple[str, ...]) -> bool:
    """Whether a top-level table with these keys may have such a field."""
    if table == "cascade":
        return False
    keys = tuple(map(str.lower, keys))
    if table in _HAVE:
        return not _HAVE[table].issuperset(keys)
    return table in ("menu", "menus") or not _CERTAIN.isdisjoint(keys)


def _help(page: Page, key: str, value: Value) -> str:
    line = assignment(page.document.format, key, value)
    line = line if len(line) <= _LONGEST_LINE else shorten(key, _LONGEST_LINE)
    if isinstance(page, CascadePage):
        return f"move `{line}` out of the table, to the top level of the cascade"
    above = ", above the first line in brackets" if page.document.format is Format.TOML else ""
    return f"move `{line}` to the top level{above}"


def _severity(route: Route, held_back: bool) -> Severity:
    """For information only in a table of the site's own, which may mean something else by it."""
    table = str(route[0]).lower()
    if table not in ("menu", "menus", "params", "target", "_target", *_HAVE):
        return Severity.INFO
    return Severity.ERROR if held_back else Severity.WARNING


def _in_menus(page: Page, above: Route, value: Value) -> Iterator[Route]:
    """`menu` holds a table for each menu."""
    if not isinstance(value, dict):
        return
    for name, entry in value.items():
        if isinstance(entry, dict):
            yield from _in_tables(page, (*above, name), entry, _MENU)
        elif isinstance(entry, bool) and name.lower() in _FLAGS and _is_missing(page, name):
            yield (*above, name)


def _in_tables(page: Page, above: Route, value: Value, have: frozenset[str]) -> Iterator[Route]:
    """One table of Hugo's, or a list of them."""
    tables = enumerate(value) if isinstance(value, list) else [(None, value)]
    for index, table in tables:
        if not isinstance(table, dict):
            continue
        route = above if index is None else (*above, index)
        for key in table:
            lower = key.lower()
            known = lower not in have and (is_field(lower) or lower in page.config.taxonomy_keys)
            if known and _is_missing(page, key):
                yield (*route, key)


def _is_missing(page: Page, key: str) -> bool:
    return not page.has(key)


def _is_certain(key: str, value: Value) -> bool:
    """Whether a field in a table that may hold anything was most likely meant for Hugo."""
    if key == "draft":
        return isinstance(value, bool)
    if key == "aliases":
        items = value if isinstance(value, list) else [value]
        return bool(items) and all(isinstance(item, str) and item.startswith("/") for item in items)
    return key == "expirydate" and isinstance(value, str) and value[:4].isdigit()


def _is_header(page: Page, route: Route) -> bool:
    """Whether a table was begun by a line `[table]` of TOML, which takes all lines below it."""
    span = page.document.places.find(route)
    text = page.document.source.text
    return (
        page.document.format is Format.TOML
        and span is not None
        and text.startswith("[", span.start)
        and not text.startswith("[[", span.start)
    )


def _value_at(page: Page, route: Route) -> Value:
    if isinstance(page, CascadePage) and route[0] == page.target:
        return value_at(page.target_value, route[1:])
    return value_at(page.document.data, route)
