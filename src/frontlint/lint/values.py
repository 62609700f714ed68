"""One walk over all values of a front matter, for the rules that look for one type of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Data
from frontlint.frontmatter.route import Route
from frontlint.hugo.values.cast import TEXT

_NUMBERS = frozenset({int, float})
_TABLES = frozenset({dict, list})


class Values(NamedTuple):
    """What a front matter holds, in the order of the file.

    `numbers` are those at any depth, with their routes. `list_texts` are the texts in lists, at any depth,
    with a NUL between two. `dashed` are the top-level keys of texts that begin with a dash, `tables` those of
    mappings, `empty` those without a value or with an empty list. `lists` are those of lists, in lower case.
    """

    numbers: tuple[tuple[int | float, Route], ...]
    list_texts: str
    dashed: tuple[str, ...]
    tables: tuple[str, ...]
    lists: frozenset[str]
    empty: tuple[str, ...]


def values_of(data: Data) -> Values:
    """The values of a front matter; readers hand on no more than 100 levels."""
    numbers: list[tuple[int | float, Route]] = []
    texts: list[str] = []
    dashed: list[str] = []
    tables: list[str] = []
    lists: list[str] = []
    empty: list[str] = []
    value: Any
    for key, value in data.items():
        kind = type(value)
        if kind is str:
            if "-" <= value < ".":
                dashed.append(key)
        elif kind in _NUMBERS:
            numbers.append((value, (key,)))
        elif kind in _TABLES:
            if kind is dict:
                tables.append(key)
            else:
                lists.append(key.lower())
                if not value:
                    empty.append(key)
                    continue
            _walk(value, (key,), numbers, texts)
        elif value is None:
            empty.append(key)
    found = tuple(numbers), "\0".join(texts), tuple(dashed), tuple(tables), frozenset(lists)
    return Values(*found, tuple(empty))


def _walk(value: Any, route: Route, numbers: list[tuple[int | float, Route]], texts: list[str]) -> None:
    """Files what is in a list or a mapping."""
    steps: Iterable[tuple[str | int, Any]]
    if type(value) is dict:
        steps = value.items()
    elif TEXT.issuperset(map(type, value)):
        texts += value
        return
    else:
        steps = enumerate(value)
        texts += [item for item in value if isinstance(item, str)]
    for step, inner in steps:
        kind = type(inner)
        if kind is str:
            continue
        if kind in _NUMBERS:
            numbers.append((inner, (*route, step)))
        elif kind in _TABLES:
            _walk(inner, (*route, step), numbers, texts)
