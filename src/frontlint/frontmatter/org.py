"""Reads Org keywords (`#+title: A`) as front matter, after Hugo's `unmarshalORG` and go-org."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span
from frontlint.frontmatter.nodes import Items, Leaf, Members, Tree, file
from frontlint.frontmatter.parsed import Reading

_KEYWORD: Final = lazy_pattern(
    r"#\+([^:\n]++):(?:[ \t\r\f]++((?:[^ \t\r\f\n]++|[ \t\r\f]++(?=[^ \t\r\f\n]))*+))?[ \t\r\f]*+\n?"
)
_DATE: Final = re.compile(r"[<\[](\d{4}-\d{2}-\d{2}) ")
_DATES: Final = frozenset({"date", "lastmod", "publishdate", "expirydate"})
_NOT_SETTINGS: Final = frozenset({"name", "results", "include", "setupfile", "link", "macro"})
_WORD: Final = re.compile(r"\S+")


def read_org(text: str, start: int, end: int) -> Reading:
    """Reads the keyword lines at code points `start` to `end` of a file's text; refuses nothing."""
    lines: dict[str, list[tuple[Span, Leaf]]] = {}
    at = start
    while at < end:
        line_feed = text.find("\n", at, end)
        stop = line_feed + 1 if line_feed >= 0 else end
        match = _KEYWORD.fullmatch(text, at, stop)
        name = match[1].lower() if match else ""
        if match is not None and name not in _NOT_SETTINGS:
            value = match[2] or ""
            place = match.start(2) if match[2] else match.end(1) + 1
            key = Span(match.start(1), match.end(1))
            lines.setdefault(name, []).append((key, Leaf(value, place, place + len(value))))
        at = stop
    return _reading(lines, start)


def _reading(lines: dict[str, list[tuple[Span, Leaf]]], start: int) -> Reading:
    root = Members(start, start)
    for name, found in lines.items():
        key = found[0][0]
        leaves = [leaf for _, leaf in found]
        if name.endswith("[]"):
            name = name.removesuffix("[]")
            key = Span(key.start, key.end - 2)
            tree: Tree = Items(
                leaves[0].start, leaves[-1].end, [word for leaf in leaves for word in _words(leaf)]
            )
        elif len(leaves) > 1:
            tree = Items(leaves[0].start, leaves[-1].end, list(leaves))
        else:
            tree = _single(name, leaves[0])
        root.members.setdefault(name, (key, tree))
        root.end = max(root.end, tree.end)
    return Reading(*file(root))


def _words(leaf: Leaf) -> list[Leaf]:
    return [
        Leaf(word.group(), leaf.start + word.start(), leaf.start + word.end())
        for word in _WORD.finditer(str(leaf.value))
    ]


def _single(name: str, leaf: Leaf) -> Tree:
    value = str(leaf.value)
    if name == "filetags":
        inner = value.removeprefix(":").removesuffix(":")
        at = leaf.start + (1 if value.startswith(":") else 0)
        tags = Items(leaf.start, leaf.end)
        for tag in inner.split(":"):
            tags.items.append(Leaf(tag, at, at + len(tag)))
            at += len(tag) + 1
        return tags
    if name in _DATES:
        date = _DATE.search(value)
        closed = date is not None and max(value.rfind(">"), value.rfind("]")) >= date.end()
        return Leaf(date[1] if date is not None and closed else value, leaf.start, leaf.end)
    return leaf
