"""The fields that Hugo decodes into its own structures: `build`, `sitemap`, `sites`, `cascade`.

It does so with mapstructure's weak decoding, so the kinds are those of settings (`config/kinds.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Moment, Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.kinds import LEAVES
from frontlint.hugo.values.cast import as_mapping
from frontlint.hugo.values.gopath import lower

_BUILD: Mapping[str, str] = {"render": "text", "list": "text", "publishresources": "flag"}
_SITEMAP: Mapping[str, str] = {
    "disable": "flag",
    "priority": "float",
    "changefreq": "text",
    "filename": "text",
}
_TARGET: Mapping[str, str] = {"path": "text", "kind": "text", "environment": "text"}
_MATRIX: Mapping[str, str] = {"languages": "texts", "roles": "texts", "versions": "texts"}
_HELP: Mapping[str, str] = {
    "flag": "write `{key}: true` or `{key}: false`",
    "float": "write a number, such as `{key}: 0.7`",
    "text": "write one word: `{key}` takes neither a list nor a mapping",
    "texts": "write a list of words, such as `{key}: [en]`",
}
_SURE: Mapping[str, type] = {"text": str, "float": float, "flag": bool}
"""What fits whatever its value is."""
_PLAIN = frozenset({str, int, float, bool})
_AS: Mapping[str, str] = {
    "flag": "true or false",
    "float": "a number",
    "text": "text",
    "texts": "a list of texts",
    "map": "a mapping",
}


class Undecoded(NamedTuple):
    """A value that stops Hugo: at which route below its field, as what Hugo wants it, and what to write.

    `within` leads on from there inside a text of JSON.
    """

    route: Route
    wanted: str
    value: Value
    help: str
    within: Route = ()


def undecoded_build(value: Value) -> Iterator[Undecoded]:
    """What Hugo cannot decode in `build` (resources/page/pagemeta: DecodeBuildConfig)."""
    if isinstance(value, dict):
        yield from leaves(value, _BUILD, ())
    elif not _is_empty_mapping(value):
        yield Undecoded((), _AS["map"], value, "write for example `build: {render: never}`")


def undecoded_sitemap(value: Value) -> Iterator[Undecoded]:
    """What Hugo cannot decode in `sitemap`; what is not a mapping counts for nothing."""
    if isinstance(value, str):
        for one in leaves(as_mapping(value) or {}, _SITEMAP, ()):
            yield one._replace(route=(), within=one.route)
    elif isinstance(value, dict):
        yield from leaves(value, _SITEMAP, ())


def undecoded_sites(value: Value, *, cascaded: bool = False) -> Iterator[Undecoded]:
    """What Hugo cannot decode in `sites`, which says for which languages, roles and versions a page is.

    From a cascade it takes only mappings, not even nothing, and does not look at what is in them: what is in
    there is read before front matter is handed down.
    """
    if not cascaded and _is_empty_mapping(value):
        return
    help_text = "write for example `sites: {matrix: {languages: [en]}}`"
    if not isinstance(value, dict):
        yield Undecoded((), _AS["map"], value, help_text)
        return
    for key, inner in value.items():
        if lower(key) not in ("matrix", "complements") or (not cascaded and _is_empty_mapping(inner)):
            continue
        if not isinstance(inner, dict):
            yield Undecoded((key,), _AS["map"], inner, help_text)
        elif not cascaded:
            yield from leaves(inner, _MATRIX, (key,))


def undecoded_target(target: Mapping[str, Value]) -> Iterator[Undecoded]:
    """What Hugo cannot decode in the target of a cascade."""
    yield from leaves(target, _TARGET, ())
    for key, value in target.items():
        if lower(key) == "sites":
            for one in undecoded_sites(value):
                yield one._replace(route=(key, *one.route))


def leaves(mapping: Mapping[str, Value], kinds: Mapping[str, str], above: Route) -> Iterator[Undecoded]:
    """The values of a mapping that do not fit their kinds, by key in lower case; `above` leads to it."""
    for key, value in mapping.items():
        kind = kinds.get(key) or kinds.get(lower(key))
        if kind is not None and type(value) is _SURE.get(kind):
            continue  # nearly all
        if kind == "texts" and value == {}:
            continue  # as much as an empty list
        if kind is not None and value is not None and not _takes(kind, value):
            yield Undecoded((*above, key), _AS[kind], value, _HELP[kind].format(key=key))


def _takes(kind: str, value: Value) -> bool:
    """A date of TOML is a structure to Hugo, never a text."""
    if type(value) in _PLAIN:
        return bool(LEAVES[kind][0](value))
    items = value if isinstance(value, list) else (value,)
    return LEAVES[kind][0](value) and not any(isinstance(item, Moment) for item in items)


def _is_empty_mapping(value: Value) -> bool:
    """Nothing, or a date of TOML: a structure in which Hugo finds no field."""
    return value is None or isinstance(value, Moment)
