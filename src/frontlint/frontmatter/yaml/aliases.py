"""What the aliases of YAML come to: how often a value is met, and how long all would be, written out.

Aliases share what they stand for, so all of this is counted without a walk along each of them: there may be
more ways through a page than anybody can go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from frontlint.base.limits import in_words
from frontlint.base.span import Span
from frontlint.frontmatter.document import Data, Problem, ProblemKind, Value
from frontlint.frontmatter.parsed import UnreadableText, syntax

MOST: Final = 8 * 1_048_576
"""Characters that front matter may have with all aliases written out, and a few more for each value."""
DEEPEST: Final = 400
"""Lists and mappings within one another, along aliases."""
_VALUE: Final = 16
_ENOUGH: Final = 1 << 40


def too_long(alias: Span) -> UnreadableText:
    """Hugo writes all of it out, and builds the page in the end; nobody wants to wait for that."""
    message = f"the aliases here expand to more than {in_words(MOST)} of text"
    help_ = "write shorter values, or use fewer aliases"
    return UnreadableText(Problem(ProblemKind.TOO_LONG, alias, message, help_))


def check(data: Data, alias: Span, size: int) -> None:
    """Raises UnreadableText for data that comes to too much; `size` are the bytes of the YAML.

    Hugo counts how often it comes by one list or mapping (`validateAliasLimitForCollections`).
    """
    kilobytes = size // 1024
    limit = 100 if kilobytes < 2 else 5000 if kilobytes < 10 else 10_000
    order = list(_children_first(data))
    met = {id(data): 1}
    for value in reversed(order):
        times = met[id(value)]
        if times > limit:
            message = "aliases repeat one list or mapping so often that Hugo gives up"
            raise UnreadableText(syntax(alias.start, alias.end, message, "write the values out"))
        for inner in _inside(value):
            if isinstance(inner, (dict, list)):
                met[id(inner)] = min(met.get(id(inner), 0) + times, _ENOUGH)
    _check_length(order, alias)


def _check_length(order: Iterable[Value], alias: Span) -> None:
    lengths: dict[int, int] = {}
    depths: dict[int, int] = {}
    for value in order:
        keys = value if isinstance(value, dict) else ()
        length, depth = sum(map(len, keys)) + _VALUE * len(keys), 0
        for inner in _inside(value):
            if isinstance(inner, (dict, list)):
                length += lengths[id(inner)]
                depth = max(depth, depths[id(inner)])
            else:
                length += _VALUE + (len(inner) if isinstance(inner, str) else 0)
        lengths[id(value)], depths[id(value)] = length, depth + 1
        if length > MOST or depth >= DEEPEST:
            raise too_long(alias)


def _inside(value: Value) -> Iterable[Value]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _children_first(data: Data) -> Iterator[Value]:
    """Each list and mapping once, after all that it holds."""
    seen = {id(data)}
    left: list[tuple[Value, Iterator[Value]]] = [(data, iter(_inside(data)))]
    while left:
        value, inside = left[-1]
        for inner in inside:
            if isinstance(inner, (dict, list)) and id(inner) not in seen:
                seen.add(id(inner))
                left.append((inner, iter(_inside(inner))))
                break
        else:
            left.pop()
            yield value
