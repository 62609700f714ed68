"""Menu entries in front matter that stop Hugo's build (navigation/pagemenus.go of Hugo 0.168)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.targets import items_of

_WHOLE = lazy_pattern(
    r"[+-]?(?:0[xX](?:_?[0-9a-fA-F])++|0[bB](?:_?[01])++|0[oO](?:_?[0-7])++|0(?:_?[0-7])*+|[1-9](?:_?[0-9])*+)\Z"
)


def unreadable_weights(data: Mapping[str, Value]) -> Iterator[tuple[Route, Value]]:
    """The weights of menu entries that are not numbers, with their routes as written: the build stops."""
    for key, menus in data.items():
        lower = key.lower()
        if lower == "cascade":
            yield from _in_cascade(key, menus)
        elif lower in ("menu", "menus") and isinstance(menus, dict):
            for name, entry in menus.items():
                for inner, value in entry.items() if isinstance(entry, dict) else ():
                    if inner.lower() == "weight" and not _is_number(value):
                        yield (key, name, inner), value


def _in_cascade(key: str, cascade: Value) -> Iterator[tuple[Route, Value]]:
    """A cascade hands menus down like any other field; it holds no other cascade."""
    for below, one in items_of(cascade):
        handed = {name: value for name, value in one.items() if name.lower() != "cascade"}
        for route, value in unreadable_weights(handed):
            yield (key, *below, *route), value


def _is_number(value: Value) -> bool:
    """Whether `cast.ToIntE` takes a value."""
    if isinstance(value, str):
        return not value or _WHOLE.match(value) is not None
    return not isinstance(value, (dict, list))
