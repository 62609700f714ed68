"""Lets libyaml compose a text into nodes; plain or quoted is all that is resolved of a scalar."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

from yaml import AliasEvent, MappingNode, MappingStartEvent, Node, ScalarEvent, ScalarNode, SequenceNode
from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    SequenceEndEvent,
)
from yaml.nodes import CollectionNode

from frontlint.frontmatter.depth import HUGOS_DEPTH

if TYPE_CHECKING:
    from yaml.error import Mark

_SHALLOW: Final = 400
"""Collections within collections that libyaml composes. It recurses in C, and some versions would crash."""
_A_MAPPING: Final = 2
"""Hugo's library counts a mapping and the value of each key. [bin]"""

_ANCHOR: Final = re.compile(r"&(?<![^\s,\[{]&)[^\s,\[\]{}]")
_SURELY_SHALLOW_MARKS: Final = 900  # libyaml gives up at 1000
_SURELY_SHALLOW_LENGTH: Final = 300_000


class UnknownAliasError(Exception):
    """An alias to an anchor that is not set above it; `start` and `end` in code points of the text."""

    def __init__(self, name: str, start: int, end: int) -> None:
        super().__init__(name)
        self.name, self.start, self.end = name, start, end


class TooDeepError(Exception):
    """Collections nested deeper than Hugo reads; `index` is where, in code points of the text."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


class AliasNode(Node):
    """An alias where it is written; `target` is the node it stands for, None inside that node itself."""

    __slots__ = ("target",)

    def __init__(self, target: Node | None, start_mark: Mark, end_mark: Mark) -> None:
        super().__init__(None, None, start_mark, end_mark)  # type: ignore[arg-type]
        self.target = target


class Parser(CParser):
    """libyaml through PyYAML, with the resolver cut down: what a plain scalar means is Hugo's affair."""

    def resolve(self, _kind: object, _value: object, implicit: Any) -> Any:
        """The tag of a node without a written one: True for a plain scalar, False for a quoted one."""
        return implicit[0] if implicit.__class__ is tuple else implicit

    def descend_resolver(self, _node: object, _index: object) -> None:
        """Paths are not resolved."""

    def ascend_resolver(self) -> None:
        """Paths are not resolved."""


def compose(text: str) -> Node | None:
    """The root node of the first document, or None where there is none.

    Raises yaml.YAMLError where libyaml refuses the text, TooDeepError, and UnicodeEncodeError for surrogates.
    """
    if may_be_deep(text) and not _is_shallow(text):
        return _compose_deep(text)
    if ("*" in text or text.count("&") > 1) and _ANCHOR.search(text):
        return _Composer(Parser(text), text).document()
    parser: Any = Parser(text)
    root = parser.get_node() if parser.check_node() else None
    _check_rest(parser.check_node, text)
    return cast("Node | None", root)


def _check_rest(more: Callable[[], object], text: str) -> None:
    """Only the first document counts, but it must end where the text ends, or at `...`."""
    try:
        more()
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark is None or "\n..." not in text[: mark.index]:
            raise


def may_be_deep(text: str, marks: int = _SURELY_SHALLOW_MARKS, length: int = _SURELY_SHALLOW_LENGTH) -> bool:
    """Cheap upper bounds: every level costs a bracket, a `- `, or one more blank on all lines below it."""
    if len(text) <= marks:
        return False
    found = text.count("[") + text.count("{") + text.count("-") + text.count("?")
    return found > marks or len(text) > length


def _is_shallow(text: str) -> bool:
    """Whether libyaml may compose a text. Raises yaml.YAMLError where libyaml refuses it."""
    try:
        return _deepest(Parser(text), _SHALLOW) <= _SHALLOW
    except YAMLError as error:
        if "exceeded maximum nesting depth" in str(error):  # before it tells of the first bracket
            return False
        raise


def _deepest(parser: Any, enough: int) -> int:
    """How deep collections nest in the first document; the count ends above `enough`."""
    depth = deepest = 0
    while deepest <= enough and (event := parser.get_event()) is not None:
        if isinstance(event, CollectionStartEvent):
            depth += 1
            deepest = max(deepest, depth)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            depth -= 1
        elif isinstance(event, DocumentEndEvent):
            break
    return deepest


def _compose_deep(text: str) -> Node | None:
    from frontlint.frontmatter.yaml.deep import DeepParser  # hardly any text is so deep

    return _Composer(DeepParser(text), text).document()


class _Composer:
    """Composes from events, for texts that may have aliases.

    PyYAML's own composer forgets where an alias stands and refuses an anchor that is set twice; Hugo takes
    the latest. It is a third slower, so it runs only where both `&` and `*`, or two `&` occur.
    """

    def __init__(self, parser: Any, text: str) -> None:
        self._next: Callable[[], Any] = parser.get_event
        self._text = text
        self._anchors: dict[str, Node] = {}
        self._open: set[int] = set()

    def document(self) -> Node | None:
        self._next()  # stream start
        if not isinstance(self._next(), DocumentStartEvent):
            return None
        root = self._node(self._next(), 0)
        self._next()  # document end
        _check_rest(self._next, self._text)
        return root

    def _node(self, event: Any, depth: int) -> Node:
        if type(event) is ScalarEvent:
            return self._scalar(event)
        if type(event) is AliasEvent:
            return self._alias(event)
        return self._collection(event, depth)

    def _scalar(self, event: Any) -> Node:
        tag = event.implicit[0] if event.tag in (None, "!") else event.tag
        node = ScalarNode(tag, event.value, event.start_mark, event.end_mark, event.style)
        if event.anchor:
            self._anchors[event.anchor] = node
        if ":*" in event.value:  # `{k:*b}` is a key for libyaml; Hugo has an alias there
            node.target = self._anchors.get(event.value.partition(":*")[2])  # type: ignore[attr-defined]
        return node

    def _alias(self, event: Any) -> Node:
        if event.anchor not in self._anchors:
            raise UnknownAliasError(event.anchor, event.start_mark.index, event.end_mark.index)
        target = self._anchors[event.anchor]
        inside = id(target) in self._open
        return AliasNode(None if inside else target, event.start_mark, event.end_mark)

    def _collection(self, event: Any, depth: int) -> Node:
        mapping = type(event) is MappingStartEvent
        depth += _A_MAPPING if mapping else 1
        if depth >= HUGOS_DEPTH:
            raise TooDeepError(event.start_mark.index)
        tag: Any = True if event.tag in (None, "!") else event.tag
        node: CollectionNode = (MappingNode if mapping else SequenceNode)(
            tag, [], event.start_mark, None, event.flow_style
        )
        if event.anchor:
            self._anchors[event.anchor] = node
        self._open.add(id(node))
        while not isinstance(event := self._next(), (MappingEndEvent, SequenceEndEvent)):
            child = self._node(event, depth)
            node.value.append((child, self._node(self._next(), depth)) if mapping else child)
        self._open.discard(id(node))
        node.end_mark = event.end_mark
        return node
