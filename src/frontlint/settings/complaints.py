"""What is wrong with the settings, in a sentence that ends with the line to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from frontlint.base.phrases import listing, shorten
from frontlint.base.suggest import close_to
from frontlint.findings.finding import Severity
from frontlint.frontmatter.document import Data, Value
from frontlint.frontmatter.route import Route, to_words
from frontlint.lint.registry import Registry
from frontlint.schema.violation import Violation
from frontlint.settings.known import Known, toml

_RENAMED: Mapping[str | int, str] = {"kinds": "schemas", "extend-kinds": "extend-schemas"}
"""What settings were called before, and what they are called now."""
_ELSEWHERE: Mapping[str, str] = {
    **dict.fromkeys(("disable", "disabled", "skip", "extend-ignore", "exclude-rules"), "ignore"),
    **dict.fromkeys(("enable", "enabled", "rules-enabled"), "extend-select"),
    **dict.fromkeys(("per-file-ignores", "overrides", "per-file"), "per-path"),
    **dict.fromkeys(("severities", "level", "levels"), "severity"),
    **dict.fromkeys(("excludes", "exclude-files", "ignore-files", "ignore-paths"), "exclude"),
}
"""What other linters call a setting."""
_ON_COMMAND_LINE: Mapping[str, bool] = {
    **dict.fromkeys(("quiet", "verbose", "statistics", "drafts", "no-cache", "staged", "isolated"), False),
    **dict.fromkeys(("max-warnings", "max-accepted", "max-findings", "color", "output-format", "show"), True),
    **dict.fromkeys(("environment", "hugo-config", "cache-dir", "jobs", "since", "config"), True),
}
"""Options that are not settings, and whether they take a value."""
_OFF = ("off", "false", "none", "ignore", "disable", "disabled")
_ALIKE, _SURE = 0.7, 0.9


def sentence(violation: Violation, data: Data, known: Known) -> str:
    """The complaint about one place of the settings, which are `data`."""
    route = violation.route
    value = _value(data, route)
    if violation.rule == "unknown-field":
        return _unknown(route, value, known)
    if violation.rule == "missing-field":
        return f"{_named(route[:-1], known)} needs `{route[-1]}`: add a line `{known.example(route)}`"
    if violation.keyword == "enum":
        return _not_allowed(route, value, known)
    if violation.keyword == "minLength":
        return f"{_named(route, known)} is an empty text: {_instead(route, known)}"
    return _wrong_type(route, value, known)


def _instead(route: Route, known: Known) -> str:
    """What to do about an empty text, which need not be there unless its table has to have it."""
    needed = route[-1] in (known.node(route[:-1]).get("required") or ())
    return ("" if needed else "delete it, or ") + f"write `{known.example(_field(route))}`"


def _unknown(route: Route, value: Value, known: Known) -> str:
    key = str(route[-1])
    said = f"`{_dotted(route)}` is not a setting"
    if key in _RENAMED:
        return f"{said} any more: write `{_RENAMED[key]}`"
    if key == "tool" and not route[:-1]:
        return "`tool.frontlint` is for `pyproject.toml`: write `[rules]` here, not `[tool.frontlint.rules]`"
    if close_to(key, known.keys(route[:-1]), _SURE):
        return f"{said}{_hint(key, route, known)}"
    if Registry().find(key):
        return f"`{key}` is a rule, not a setting: {_about_rule(key, value, known)}"
    meant = _ELSEWHERE.get(key.lower().replace("_", "-"))
    if meant is not None:
        return f"{said}: {_place(meant, route, value, known)}"
    homes = [table for table, keys in known.tables() if key in keys]
    if homes and route[0] == "sites":
        return f"`{key}` is not a setting of `[[sites]]`: write it in a `frontlint.toml` in the site's folder"
    if homes:
        home = known.header(homes[0]) if homes[0] else ""
        where = f"under `{home}`" if home else "at the top of the file"
        return f"`{key}` belongs {where}: {_place(key, route, value, known)}"
    if key.replace("_", "-") in _ON_COMMAND_LINE and not route[:-1]:
        return _option(key.replace("_", "-"), value)
    return f"{said}{_hint(key, route, known)}"


def _about_rule(name: str, value: Value, known: Known) -> str:
    """Where a choice about a rule is written."""
    level = value if isinstance(value, str) else "off" if value is False else "info"
    level = "off" if level.lower() in _OFF else level if level in list(Severity) else "info"
    if isinstance(value, dict):
        return f"its options are below `{known.header(('rules', 'options', name))}`"
    return f"write `{name} = {toml(level)}` below `{known.header(('rules', 'severity'))}`"


def _place(key: str, route: Route, value: Value, known: Known) -> str:
    """The table that a setting belongs to, and the line to write."""
    homes = [table for table, keys in known.tables() if key in keys]
    # Of several tables, the one beside or around what was written.
    home = next((table for table in homes if table == route[:-1]), homes[0])
    if isinstance(value, dict):
        return f"write `{known.header((*home, key))}`"
    if known.node((*home, key)).get("type") == "object":
        return _as_table((*home, key), known)
    line = known.example((*home, key), value)
    if not home:
        return f"write `{line}` above the first line in brackets"
    return f"write `{line}`" if home == route[:-1] else f"write `{known.header(home)}`, and below it `{line}`"


def _option(name: str, value: Value) -> str:
    """An option of the command line that was written as a setting."""
    takes = _ON_COMMAND_LINE[name] and not isinstance(value, bool | dict | list)
    typed = f"{name} {shorten(str(value))}" if takes else name
    return f"`{name}` is an option, not a setting: type `frontlint check --{typed}`"


def _hint(key: str, route: Route, known: Known) -> str:
    """The setting that may be meant: in the same table, else in any; else all of the table."""
    here = known.keys(route[:-1])
    near = close_to(key.replace("_", "-"), here)
    if near:
        return f": did you mean `{near}`?"
    for table, keys in known.tables():
        other = close_to(key.replace("_", "-"), keys, _ALIKE)
        if other:
            where = f" below `{known.header(table)}`" if table else " at the top of the file"
            return f": did you mean `{other}`{where}?"
    rule = close_to(key, Registry().names, _ALIKE)
    if rule:
        return f": did you mean the rule `{rule}`, below `{known.header(('rules', 'severity'))}`?"
    return f": delete it, or write one of {listing([f'`{one}`' for one in here], last='or')}"


def _not_allowed(route: Route, value: Value, known: Known) -> str:
    allowed = [str(one) for one in known.node(route)["enum"]]
    text = value[0] if isinstance(value, list) and value else value
    near = close_to(str(text), allowed) if isinstance(text, str) else None
    shown = f"{_named(route, known)} cannot be `{shorten(toml(value))}`"
    others = listing(allowed, last="or")
    return f"{shown}, only {others}: write `{known.example(route, near)}`"


def _wrong_type(route: Route, value: Value, known: Known) -> str:
    """A value of another type than the setting has."""
    node = known.node(route)
    name = _named(route, known)
    if node.get("type") == "object":
        return _no_table(route, value, known)
    if node.get("type") == "array" and "$ref" in node.get("items", {}):
        return f"{name} is a list of tables: write `{known.header((*route, 0))}`"
    what = {"array": "a list", "string": "text in quotes"}.get(str(node.get("type")), "something else")
    if route and isinstance(route[-1], int):
        return f"{name} must be {what}: write `{toml(str(value) if _plain(value) else 'all')}`"
    return f"{name} must be {what}: write `{known.example(route, value)}`"


def _no_table(route: Route, value: Value, known: Known) -> str:
    """A value where a table is wanted."""
    item = value if route and isinstance(route[-1], int) else None  # such as `sites = ["docs"]`
    return f"`{_dotted(route)}` must be a table: {_as_table(route, known, item)}"


def _as_table(route: Route, known: Known, value: Value = None) -> str:
    """The header of a table, and a line below it where one is sure."""
    inside = known.node(route).get("properties") or {}
    first = next(iter(inside), None)
    below = known.example((*route, first), value) if first else ""
    if route[-1:] == ("severity",):
        below = 'alias-collision = "info"'
    return f"write `{known.header(route)}`" + (f", and below it `{below}`" if below else "")


def _plain(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _field(route: Route) -> Route:
    """The route without the number of an item."""
    return route[:-1] if route and isinstance(route[-1], int) else route


def _named(route: Route, known: Known) -> str:
    """A place in the settings: an item by its number, a table of a list by its header."""
    if route and isinstance(route[-1], int):
        if known.node(route).get("type") == "object":
            return f"`{known.header(route)}`"
        return f"item {route[-1] + 1} of `{_dotted(route[:-1])}`"
    return f"`{_dotted(route)}`"


def _dotted(route: Sequence[str | int]) -> str:
    return shorten(to_words(tuple(route)), 60)


def _value(data: Data, route: Route) -> Value:
    """What is written at a route; None where nothing is."""
    value: Value = data
    for step in route:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
