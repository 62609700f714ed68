"""Reads TOML front matter: headers and lines, into a tree with places.

A table's span reaches from its header's bracket (or its first dotted key) to the end of its last value;
tables that are written in turns thus enclose one another's lines.
How a table came to be decides what may still be added to it: `header` by `[a]`, `implicit` on the way to
`[a.b]`, `dotted` by `a.b = 1`, `inline` by braces, `item` by `[[a]]`.
"""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.span import Span
from frontlint.frontmatter.depth import however_deep
from frontlint.frontmatter.document import Problem, ProblemKind
from frontlint.frontmatter.nodes import Items, Members, file
from frontlint.frontmatter.parsed import (
    Reading,
    UnreadableText,
    duplicate_key,
    first_by_place,
    key_case_clash,
    refused,
    syntax,
)
from frontlint.frontmatter.toml import mistakes as mistakes
from frontlint.frontmatter.toml.after_value import rest_of_line
from frontlint.frontmatter.toml.values import Scanner

_COMMENT: Final = re.compile(r"#[^\r\n\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*")
_LINE_BREAK: Final = re.compile(r"\r?\n")


@however_deep
def read_toml(text: str, start: int, end: int) -> Reading:
    """Reads the TOML at code points `start` to `end` of a file's text; never raises on any text."""
    reader = _Reader(text, start, end)
    try:
        reader.document()
    except UnreadableText as refusal:
        return refused(refusal.problem, start, end)
    data, places = file(reader.root)
    return Reading(data, places, tuple(reader.problems) + tuple(_clashes(text, reader.root)))


class _Reader:
    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._scanner = Scanner(text, start, end)
        self.root = Members(start, start, how="header")
        self._table = self.root
        self._path: list[Members | Items] = [self.root]
        self.problems: list[Problem] = []

    def document(self) -> None:
        scanner = self._scanner
        first = True
        while scanner.skip_lines():
            begin = scanner.at
            if first:
                self.root.start = begin
                first = False
            if scanner.peek() == "[":
                self._header()
            else:
                self._line()
            for node in self._path:
                node.end = max(node.end, self._end)
            self._rest_of_line(begin)

    def _line(self) -> None:
        """`key = value`; after a duplicate, which Hugo refuses, the rest is still read."""
        try:
            self._scanner.key_value(self._table)
        except UnreadableText as refusal:
            if refusal.problem.kind is not ProblemKind.DUPLICATE_KEY:
                raise
            self.problems.append(refusal.problem)
        self._end = self._scanner.at

    def _rest_of_line(self, begin: int) -> None:
        scanner = self._scanner
        scanner.skip()
        comment = _COMMENT.match(scanner.text, scanner.at)
        if comment is not None:
            scanner.at = comment.end()
        if scanner.peek() and not _LINE_BREAK.match(scanner.text, scanner.at):
            raise UnreadableText(rest_of_line(scanner.text, begin, scanner.at))

    def _header(self) -> None:
        scanner = self._scanner
        begin = scanner.at
        array = scanner.text.startswith("[[", begin)
        closer = "]]" if array else "]"
        scanner.at += len(closer)
        scanner.skip()
        parts = scanner.key()
        scanner.skip()
        if not scanner.text.startswith(closer, scanner.at):
            raise UnreadableText(mistakes.open_header(scanner.text, begin, closer))
        scanner.at += len(closer)
        self._end = scanner.at
        table = self._walk(parts[:-1], begin)
        name, key = parts[-1]
        self._table = (
            self._item(table, name, key, begin) if array else self._explicit(table, name, key, begin)
        )
        self._path.append(self._table)

    def _walk(self, parts: list[tuple[str, Span]], begin: int) -> Members:
        """Down to the table that a header is in; makes tables on its way."""
        table = self.root
        self._path = [table]
        for name, key in parts:
            new = Members(begin, self._end, how="implicit")
            _, node = table.members.setdefault(name, (key, new))
            self._path_to(node)
            if isinstance(node, Items) and node.tables and isinstance(node.items[-1], Members):
                node = node.items[-1]
                self._path_to(node)
            if not isinstance(node, Members) or node.how == "inline":
                raise UnreadableText(_not_a_table(self._text, name, key, table.members[name][0]))
            table = node
        return table

    def _path_to(self, node: object) -> None:
        if isinstance(node, (Members, Items)):
            self._path.append(node)

    def _explicit(self, table: Members, name: str, key: Span, begin: int) -> Members:
        new = Members(begin, self._end, how="header")
        if name not in table.members:
            table.members[name] = key, new
            return new
        first, node = table.members[name]
        if isinstance(node, Members) and node.how == "implicit":
            node.how = "header"
            return node
        if not isinstance(node, Members):
            raise UnreadableText(_not_a_table(self._text, name, key, first))
        self.problems.append(duplicate_key(self._text, name, key, first))
        return new  # nowhere: what comes first counts

    def _item(self, table: Members, name: str, key: Span, begin: int) -> Members:
        new = Members(begin, self._end, how="item")
        _, node = table.members.setdefault(name, (key, Items(begin, self._end, tables=True)))
        if not isinstance(node, Items) or not node.tables:
            raise UnreadableText(_not_a_table(self._text, name, key, table.members[name][0]))
        self._path.append(node)
        node.items.append(new)
        return new


def _not_a_table(text: str, name: str, key: Span, first: Span) -> Problem:
    """A header for a key that has a value of another kind."""
    problem = duplicate_key(text, name, key, first)
    return syntax(key.start, key.end, problem.message, "use another key, or write the table once")


def _clashes(text: str, node: Members) -> list[Problem]:
    """Keys of one table that differ only in case, at every depth: dotted keys have no limit in Hugo."""
    found: list[Problem] = []
    left = [node]
    while left:
        folded: dict[str, Span] = {}
        below: list[Members] = []
        for name, (key, tree) in left.pop().members.items():
            first = folded.setdefault(name.lower(), key)
            if first is not key:
                found.append(key_case_clash(text, name, key, first))
            inner = tree.items if isinstance(tree, Items) else [tree]
            below += (one for one in inner if isinstance(one, Members))
        left += reversed(below)
    return list(first_by_place(found))
