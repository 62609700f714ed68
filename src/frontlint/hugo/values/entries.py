"""The texts of a field that holds one or a list of them, each with its route."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.values.cast import as_strings


def entries(
    front: Mapping[str, Value], key: str, cast: Callable[[Value], tuple[str, ...]] = as_strings
) -> Iterator[tuple[Route, str]]:
    """Each text of a field as Hugo casts it; all texts of a single one have the route of the field."""
    value = front.get(key)
    if value is None:
        return iter(())
    if isinstance(value, list):
        return iter([((key, index), text) for index, text in enumerate(cast(value))])
    return iter([((key,), text) for text in cast(value)])
