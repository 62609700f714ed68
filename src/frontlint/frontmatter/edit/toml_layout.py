"""The statements of TOML front matter, its headers and lines, by the routes of what they are about."""

from __future__ import annotations

from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.depth import KEPT
from frontlint.frontmatter.edit.changes import UnsureError
from frontlint.frontmatter.route import Route
from frontlint.frontmatter.toml.values import Scanner


class Statement(NamedTuple):
    """A header, or `key = value`, from `begin` to `end`; a comment and the line break follow.

    `parts` are the spans of its keys by their routes. `value` is where the value begins, 0 for a header.
    """

    begin: int
    end: int
    route: Route
    parts: tuple[tuple[Route, Span], ...]
    value: int


class Layout:
    """All statements in the order of the text, and where to find them."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._scanner = Scanner(text, start, end)
        self._items: dict[Route, int] = {}
        self.statements: list[Statement] = []
        self.below: dict[Route, list[int]] = {}
        self.keys: dict[Route, list[Span]] = {}
        self.lines: dict[Route, int] = {}
        self.headers: dict[Route, int] = {}
        self.last_line: dict[Route, int] = {}
        table: Route = ()
        while self._scanner.skip_lines():
            if self._scanner.peek() == "[":
                statement = self._header()
                table = statement.route
                self.headers.setdefault(table, len(self.statements))
            else:
                statement = self._line(table)
                self.lines[statement.route] = len(self.statements)
                self.last_line[statement.route[:-1]] = len(self.statements)
            self._file(statement)

    def _file(self, statement: Statement) -> None:
        for depth in range(min(len(statement.route), KEPT) + 1):
            self.below.setdefault(statement.route[:depth], []).append(len(self.statements))
        for route, span in statement.parts:
            self.keys.setdefault(route, []).append(span)
        self.statements.append(statement)

    def _header(self) -> Statement:
        scanner = self._scanner
        begin = scanner.at
        wide = 2 if scanner.text.startswith("[[", begin) else 1
        scanner.at += wide
        scanner.skip()
        names = self._names()
        scanner.skip()
        scanner.at += wide
        route: Route = ()
        parts: list[tuple[Route, Span]] = []
        for name, span in names:
            route = (*route, name)
            parts.append((route, span))
            if len(parts) == len(names) and wide == 2:
                self._items[route] = self._items.get(route, -1) + 1
            if route in self._items:
                route = (*route, self._items[route])
        return Statement(begin, scanner.at, route, tuple(parts), 0)

    def _names(self) -> list[tuple[str, Span]]:
        names = self._scanner.key()
        if len(names) > KEPT:  # each part has its own route
            raise UnsureError("a key is nested too deep")
        return names

    def _line(self, table: Route) -> Statement:
        scanner = self._scanner
        begin = scanner.at
        route, parts = table, list[tuple[Route, Span]]()
        for name, span in self._names():
            route = (*route, name)
            parts.append((route, span))
        scanner.skip()
        scanner.at += 1
        scanner.skip()
        value = scanner.at
        scanner.value()
        return Statement(begin, scanner.at, route, tuple(parts), value)

    def line_of(self, route: Route) -> Statement | None:
        """The line in whose value a route is, None for tables that headers or dotted keys make."""
        for depth in range(1, len(route) + 1):
            if route[:depth] in self.lines:
                return self.statements[self.lines[route[:depth]]]
        return None

    def about(self, route: Route) -> list[int]:
        """The numbers of the statements that make what is at a route."""
        return self.below.get(route, [])
