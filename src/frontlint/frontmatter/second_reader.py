"""Front matter as ruamel.yaml, tomlkit and json read it: data, and comments in the order of the text."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Final

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Data, Format

_TIMESTAMP: Final = "tag:yaml.org,2002:timestamp"
_DEEPEST: Final = 200
_BRACKET: Final = lazy_pattern(r"[\[\]{}]")
_COMMENT: Final = lazy_pattern(r"#[^\r\n]*")


@lru_cache(maxsize=64)
def read(text: str, format_: Format) -> tuple[Data, list[str]] | None:
    """Data, typed as that library types it, and comments; None where it cannot read the text.

    None, too, for brackets within brackets by the hundred, at which ruamel takes the square of their number.
    The answers are kept for a while, and nobody may change them: fixes are tried together, then in parts.
    """
    if _is_deep(text):
        return None
    try:
        match format_:
            case Format.YAML:
                return _yaml(text)
            case Format.JSON:
                return json.loads(text), []
            case Format.TOML:
                document = _toml(text)
            case _:
                return None
        data: Data = document.unwrap()
    except Exception:  # noqa: BLE001 - whatever a library raises, it has not read the text
        return None
    return data, [one.rstrip() for one in _toml_comments(document)]


def _is_deep(text: str) -> bool:
    depth = deepest = 0
    for bracket in _BRACKET.finditer(text) if text.count("[") + text.count("{") > _DEEPEST else ():
        depth = max(depth + (1 if bracket[0] in "[{" else -1), 0)
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def _yaml(text: str) -> tuple[Data, list[str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = _ruamel().load(text)
        found: dict[tuple[int, int], str] = {}
        for token in _ruamel().scan(text) if "#" in text else ():
            for comment in _flat(getattr(token, "comment", None)):
                mark = comment.start_mark
                found[mark.line, mark.column] = comment.value
    return _plain({} if data is None else data, {}), _lines(found[at] for at in sorted(found))


def _ruamel() -> Any:
    from ruamel.yaml import YAML

    reader = YAML(typ="rt", pure=True)
    reader.Constructor = _constructor()
    return reader


@cache
def _constructor() -> Any:
    from ruamel.yaml.constructor import RoundTripConstructor

    class Constructor(RoundTripConstructor):
        """Leaves dates as text, as Hugo does: one of 30 February would be refused."""

    Constructor.add_constructor(_TIMESTAMP, lambda _, node: node.value)
    return Constructor


def _flat(comment: Any) -> Iterator[Any]:
    """The comments that ruamel hangs on a token: one, or lists of them."""
    if isinstance(comment, (list, tuple)):
        for one in comment:
            yield from _flat(one)
    elif comment is not None and hasattr(comment, "start_mark"):
        yield comment


def _lines(comments: Iterator[str]) -> list[str]:
    return [one.rstrip() for comment in comments for one in _COMMENT.findall(comment)]


def _plain(value: Any, known: dict[int, Any]) -> Any:
    """Plain lists and mappings; what aliases share stays shared."""
    if id(value) in known:
        return known[id(value)]
    if isinstance(value, dict):
        mapping: dict[str, Any] = {}
        known[id(value)] = mapping
        mapping.update((_name(key), _plain(inner, known)) for key, inner in value.items())
        return mapping
    if isinstance(value, (list, tuple)):
        items: list[Any] = []
        known[id(value)] = items
        items.extend(_plain(inner, known) for inner in value)
        return items
    tag = getattr(value, "tag", None)  # a scalar with a tag of the author, which equals only itself
    return value if tag is None else f"{tag} {getattr(value, 'value', value)}"


def _name(key: object) -> str:
    """A key as Hugo has it: text, whatever it reads as."""
    if isinstance(key, str):
        return key
    return "null" if key is None else str(key).lower()


def _toml(text: str) -> Any:
    import tomlkit

    return tomlkit.parse(text)


def _toml_comments(item: Any) -> Iterator[str]:
    """The comments of a container, an array or a single value, in the order of the text."""
    from tomlkit.container import Container
    from tomlkit.items import AoT, Array, Comment, InlineTable, Item, Null, Table, Whitespace

    if isinstance(item, Container):
        for _, inner in item.body:
            yield from _toml_comments(inner)
        return
    if isinstance(item, (Null, Whitespace)) or not isinstance(item, Item):
        return
    own = item.trivia.comment
    if isinstance(item, Comment):
        yield own
    elif isinstance(item, Table):
        if own:
            yield own  # below its header, above its lines
        yield from _toml_comments(item.value)
    elif isinstance(item, AoT):
        for table in item.body:
            yield from _toml_comments(table)
    else:
        if isinstance(item, InlineTable):
            yield from _toml_comments(item.value)
        elif isinstance(item, Array):
            for group in item._value:
                for one in (group.value, group.comment):
                    if one is not None:
                        yield from _toml_comments(one)
        if own:
            yield own
