"""Menus in front matter that stop Hugo where a template shows one (navigation/pagemenus.go of Hugo 0.168)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Moment, Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.fields.decoded import Undecoded, leaves
from frontlint.hugo.values.cast import as_mapping
from frontlint.hugo.values.gopath import lower

_WHOLE = lazy_pattern(
    r"[+-]?(?:0[xX](?:_?[0-9a-fA-F])++|0[bB](?:_?[01])++|0[oO](?:_?[0-7])++|0(?:_?[0-7])*+|[1-9](?:_?[0-9])*+)\Z"
)
_TEXTS: Final = ("name", "url", "pageref", "title", "identifier", "parent", "pre", "post")
_ENTRY: Final[Mapping[str, str]] = dict.fromkeys(_TEXTS, "text")
_MAPPING: Final = "a mapping"


def undecoded_menus(key: str, value: Value) -> Iterator[Undecoded]:
    """What Hugo cannot read in `menu` or `menus`, as `key` has it: a name, a list of names, or a mapping."""
    if isinstance(value, dict):
        for name, entry in value.items():
            yield from _in_entry(name, entry)
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        at = next(at for at, item in enumerate(value) if isinstance(item, dict | list))
        yield Undecoded((at,), "the name of a menu", value[at], f"write for example `{key}: [main]`")


def _in_entry(name: str, entry: Value) -> Iterator[Undecoded]:
    """What is wrong with the entry of one menu."""
    if entry is None:
        return
    fields = as_mapping(entry)
    if fields is None:
        several = isinstance(entry, list) and any(isinstance(item, dict) for item in entry)
        advice = "a page has one entry in a menu: write it" if several else "write for example `weight: 10`"
        yield Undecoded((name,), _MAPPING, entry, f"{advice} as a mapping below `{name}`")
        return
    for wrong in (*leaves(fields, _ENTRY, ()), *_weight_and_params(fields)):
        if isinstance(entry, dict):
            yield wrong._replace(route=(name, *wrong.route))
        else:
            yield wrong._replace(route=(name,), within=wrong.route)


def _weight_and_params(fields: Mapping[str, Value]) -> Iterator[Undecoded]:
    for key, value in fields.items():
        route: Route = (key,)
        if lower(key) == "weight" and not _is_number(value):
            yield Undecoded(route, "a number", value, "write a number, such as `weight: 10`")
        elif lower(key) == "params" and not _is_params(value):
            yield Undecoded(route, _MAPPING, value, "write the parameters as a mapping")


def _is_number(value: Value) -> bool:
    """Whether `cast.ToIntE` takes a value."""
    if isinstance(value, str):
        return not value or _WHOLE.match(value) is not None
    return not isinstance(value, dict | list | Moment)


def _is_params(value: Value) -> bool:
    """Whether mapstructure makes a mapping of a value: it merges those of a list, and none are empty."""
    if isinstance(value, list):
        return all(isinstance(item, dict) or item == [] for item in value)
    return value is None or isinstance(value, dict)
