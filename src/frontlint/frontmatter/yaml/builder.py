"""Turns libyaml's nodes into plain data and places, in one walk.

Merged keys (`<<`) have no separate place: nothing is written for them where they end up,
so `nearest` finds the mapping that they are merged into. The `<<` itself has a place, its values below it.
An alias has one place, at the alias; what it stands for has its places where the anchor is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from yaml import MappingNode, ScalarNode, SequenceNode

from frontlint.base.span import Span
from frontlint.frontmatter.depth import KEPT, cut
from frontlint.frontmatter.document import Data, PlainScalar, Problem, Value
from frontlint.frontmatter.parsed import UnreadableText, duplicate_key, key_case_clash, syntax
from frontlint.frontmatter.places import Below, Place, Places
from frontlint.frontmatter.yaml import aliases as yaml_aliases
from frontlint.frontmatter.yaml import properties as yaml_properties
from frontlint.frontmatter.yaml import scalars as yaml_scalars
from frontlint.frontmatter.yaml.nodes import AliasNode, may_be_deep
from frontlint.frontmatter.yaml.repair import Repairs

_ODD: Final = ("\t", "\r", ": ! ")  # they make a plain scalar mean something else to Hugo
_MERGED: Final = 32  # what a merged key counts
_MARKS: Final = frozenset("*&!@`%|>#\"'")  # what a value in braces may begin with if it is not text
_ITEM: Final = -1  # instead of a key's start: a list item has none


class Builder:
    """One walk over the nodes of one front matter, whose text begins at `start` of the file's `text`."""

    def __init__(self, text: str, start: int, end: int, plain: PlainScalar, repairs: Repairs) -> None:
        self._text = text
        self._start = start
        self._plain = plain
        self._repairs = repairs
        self._problems: list[Problem] = []
        self._built: dict[int, Value] = {}
        self._shared: Span | None = None
        self._repeated = 0  # how much text aliases to single values and merges stand for so far
        self._delimiter: Any = None  # the latest key or list, whose column counts in `_check_lines`
        self._stop = end
        self._odd = bool(repairs) or any(text.find(odd, start, end) >= 0 for odd in _ODD)

    def build(self, root: MappingNode) -> tuple[Data, Places, list[Problem]]:
        """Data, places and problems. Raises UnreadableText for what libyaml takes and Hugo does not."""
        start = root.start_mark.index + self._start
        data, below, end = self._mapping(root)
        if self._shared is not None:
            size = len(self._text[self._start : self._stop].encode("utf-8", "replace"))
            yaml_aliases.check(data, self._shared, size)
        if self._shared is not None or may_be_deep(self._text[self._start : self._stop], KEPT, KEPT**2 // 2):
            data, below = cut(data, below)
        return data, Places.of((self._start, self._start, start, end, below)), self._problems

    def _node(self, node: Any, key_start: int, key_end: int) -> tuple[Value, Place]:
        """A value and its place, with all that is below it."""
        start: int = node.start_mark.index + self._start
        if key_start == _ITEM:
            key_start = key_end = start
        kind = type(node)
        if kind is ScalarNode:
            end: int = node.end_mark.index + self._start
            if node.tag is True and end - start == len(node.value) and start < end and not self._odd:
                return self._plain(node.value), (key_start, key_end, start, end, None)  # words on one line
            scalar, start, end = self._unusual(node, start, end, key_end)
            return scalar, (key_start, key_end, start, end, None)
        value: Value
        below: Below | None = None
        if kind is MappingNode:
            value, below, end = self._mapping(node)
        elif kind is SequenceNode:
            value, below, end = self._sequence(node)
        else:
            end = node.end_mark.index + self._start
            value = self._alias(node, Span(start, end))
        self._built[id(node)] = value
        return value, (key_start, key_end, start, end, below)

    def _mapping(self, node: MappingNode) -> tuple[Data, Below, int]:
        """The data, the places of the entries, and where the last value ends."""
        if isinstance(node.tag, str):
            self._check_tag(node, ("map", "set"))
        data: Data = {}
        below: Below = {}
        keys: dict[str, tuple[str, Any]] = {}
        flow, begin, plain = node.flow_style, self._start, self._plain
        end = node.end_mark.index + begin
        for key, value in node.value:
            self._delimiter = key
            key_start: int = key.start_mark.index + begin
            key_end: int = key.end_mark.index + begin
            name = raw = key.value
            if key.tag is not True or type(key) is not ScalarNode or self._odd or plain(raw) is not raw:
                name, raw = self._key(key)
                if not raw:
                    self._check_name(key, in_braces=flow)
            if flow:
                self._check_lines(value)
                if ":" in raw:
                    name, key_end, value = self._split_key(key, name, key_end, value)
                    raw = name
            built, place = self._node(value, key_start, key_end)
            if not flow:
                end = place[3]
            if raw in keys:
                self._twice(name, key, keys[raw][1])
                continue
            keys[raw] = name, key
            below.setdefault(name, place)
            if name == "<<" and key.tag is True and self._merge(data, built, value, place[3]):
                continue
            data[name] = built
        if len({name.lower() for name, _ in keys.values()}) < len(keys):
            self._clashes(keys.values())
        return data, below, end

    def _sequence(self, node: SequenceNode) -> tuple[list[Value], Below, int]:
        if isinstance(node.tag, str):
            self._check_tag(node, ("seq", "omap"))
        items: list[Value] = []
        below: Below = {}
        flow = node.flow_style
        end = node.end_mark.index + self._start
        for at, item in enumerate(node.value):
            if flow:
                self._check_lines(item)
            else:
                self._delimiter = node
            value, place = self._node(item, _ITEM, _ITEM)
            items.append(value)
            below[at] = place
            if not flow:
                end = place[3]
        return items, below, end

    def _alias(self, node: AliasNode, span: Span) -> Value:
        """What an anchor stands for, shared, not copied. Inside its own anchor it is null, as in Hugo."""
        target: Any = node.target
        if target is None:
            return None
        if isinstance(target, ScalarNode):
            return self._scalar_again(target, span)
        self._shared = self._shared or span
        return self._built[id(target)]

    def _scalar_again(self, target: ScalarNode, span: Span) -> Value:
        """What a single value means, where an alias at `span` stands for it."""
        if id(target) not in self._built:
            self._built[id(target)] = self._meaning(target)
        value = self._built[id(target)]
        self._repeated += len(value) if isinstance(value, str) else 0
        if self._repeated > yaml_aliases.MOST:
            raise yaml_aliases.too_long(span)
        return value

    def _unusual(self, node: Any, start: int, end: int, key_end: int) -> tuple[Value, int, int]:
        """All scalars that are not simply plain words on a line."""
        if node.tag is True and start == end:
            start = end = self._behind_colon(start, key_end)
            return None, start, end
        if node.style in ("|", ">"):
            if not node.value.strip():
                problem = yaml_scalars.item_after_nothing(self._text, start, self._stop)
                if problem is not None:
                    raise UnreadableText(problem)
            end = yaml_scalars.block_end(self._text, start, end)
        elif not node.value and self._text[start] in "&!":
            problem = yaml_properties.without_value(self._text, start, end, self._stop)
            if problem is not None:
                raise UnreadableText(problem)
        return self._meaning(node), start, end

    def _meaning(self, node: Any) -> Value:
        """The value of any scalar, as Hugo has it."""
        span = self._span(node)
        written = self._text[span.start : span.end]
        value = yaml_scalars.text_of(node, written, span.start)
        if self._repairs:
            value = self._repairs.restore(value)
        if isinstance(node.tag, str):
            return yaml_scalars.tagged(node, value, self._plain, span)
        if node.tag and not written.startswith("!"):
            return self._plain(value)
        return value

    def _behind_colon(self, start: int, key_end: int) -> int:
        """Where a value without text is: after the colon, else after the key, else after the dash."""
        if not key_end or key_end > start:
            return start
        colon = self._text.find(":", key_end, max(start, key_end + 1) + 1)
        between = self._text[key_end:colon] if colon >= 0 else "-"
        return colon + 1 if not between.strip() else key_end

    def _key(self, key: Any) -> tuple[str, str]:
        """A key as Hugo's string, and as written (what makes a duplicate)."""
        if _is_scalar(key):
            raw: str = key.value
            if key.tag is True:
                value = self._plain(raw)
                if value is not raw:
                    return yaml_scalars.key_text(value), raw
                if self._odd:
                    raw = yaml_scalars.text_of(key, raw, 0)
            raw = self._repairs.restore(raw) if self._repairs else raw
            return raw, raw
        start = key.start_mark.index + self._start
        end = key.end_mark.index + self._start
        if type(key) is AliasNode and isinstance(key.target, ScalarNode):
            problem = yaml_properties.alias_as_key(self._text, start, end)
            if problem is not None:
                raise UnreadableText(problem)
            meant = self._scalar_again(key.target, Span(start, end))
            return yaml_scalars.key_text(meant), self._text[start:end]
        raise UnreadableText(yaml_scalars.not_a_key(self._text, start, end))

    def _split_key(self, key: Any, name: str, end: int, value: Any) -> tuple[str, int, Any]:
        """`{a:1}` is a key and a value for Hugo, for libyaml a key alone (goccy `scanMapDelim`)."""
        start = self._span(key).start
        split = yaml_scalars.split_flow_key(self._text[start:end])
        if key.tag is not True or split is None:
            return name, end, value
        if self._text[end : value.start_mark.index + self._start].lstrip()[:1] == ":" and (
            self._text[start + split + 1] != "*"
        ):
            value = yaml_scalars.flow_value_with_colon(self._text, start + split + 1, value, self._start)
            if isinstance(value, Problem):
                raise UnreadableText(value)
            name = self._text[start : start + split].rstrip()
            return name, start + len(name), value
        name = self._text[start : start + split].rstrip()
        value = yaml_scalars.flow_value(key, split)
        if value.value[:1] in _MARKS:
            value = yaml_properties.value_in_braces(key, value, self._text, self._start)
            if isinstance(value, Problem):
                raise UnreadableText(value)
        return name, start + len(name), value

    def _merge(self, data: Data, built: Value, value: Any, end: int) -> bool:
        """`<<`: Hugo takes keys in the order of the file, so what is merged wins over what is above."""
        maps = built if isinstance(built, list) else [built]
        if built is None and type(value) is ScalarNode and not value.value:
            return False
        for one in maps:
            if not isinstance(one, dict):
                start = value.start_mark.index + self._start
                message = "`<<` merges mappings, but this is not a mapping"
                raise UnreadableText(
                    syntax(start, end, message, "write `<<: *name`, and `&name` at a mapping above")
                )
            self._repeated += _MERGED * len(one)
            if self._repeated > yaml_aliases.MOST:
                raise yaml_aliases.too_long(Span(value.start_mark.index + self._start, end))
            data.update(one)
        return True

    def _twice(self, name: str, key: Any, first: Any) -> None:
        self._problems.append(duplicate_key(self._text, name, self._span(key), self._span(first)))

    def _clashes(self, entries: Iterable[tuple[str, Any]]) -> None:
        """Keys that differ in case only: each against the first of its spellings."""
        folded: dict[str, Any] = {}
        for name, key in entries:
            first = folded.setdefault(name.lower(), key)
            if first is not key:
                self._problems.append(key_case_clash(self._text, name, self._span(key), self._span(first)))

    def _span(self, node: Any) -> Span:
        return Span(node.start_mark.index + self._start, node.end_mark.index + self._start)

    def _check_tag(self, node: Any, allowed: tuple[str, ...]) -> None:
        problem = yaml_scalars.wrong_tag(node, allowed, self._span(node))
        if problem is not None:
            raise UnreadableText(problem)

    def _check_name(self, key: Any, *, in_braces: bool) -> None:
        start, end = self._span(key)
        problem = yaml_properties.key_without_name(self._text, start, end, in_braces=in_braces)
        if problem is not None:
            raise UnreadableText(problem)

    def _check_lines(self, node: Any) -> None:
        """Plain text in brackets goes on only right of the latest key (goccy `updateIndentState`)."""
        if node.tag is True and node.start_mark.line != node.end_mark.line and _is_scalar(node):
            column: int = self._delimiter.start_mark.column
            problem = yaml_scalars.over_lines(self._text, self._span(node), column)
            if problem is not None:
                raise UnreadableText(problem)


def _is_scalar(node: object) -> bool:
    return type(node) is ScalarNode
