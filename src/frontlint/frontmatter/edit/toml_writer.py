"""Edits of TOML: values and brackets in their lines, keys as lines of their table."""

from __future__ import annotations

from functools import cached_property

from frontlint.base.edit import Edit
from frontlint.base.span import Span
from frontlint.frontmatter.document import Value, value_at
from frontlint.frontmatter.edit import toml_text
from frontlint.frontmatter.edit.changes import UnsureError
from frontlint.frontmatter.edit.lines import check_inside, end_of_line, start_of_line
from frontlint.frontmatter.edit.page import Page
from frontlint.frontmatter.edit.plan import Members
from frontlint.frontmatter.edit.toml_layout import Layout, Statement
from frontlint.frontmatter.edit.values import Step
from frontlint.frontmatter.route import Route, to_words


class TomlWriter:
    """Edits of one page in TOML."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._text = page.text
        self._content = page.document.fence.content

    @cached_property
    def _layout(self) -> Layout:
        return Layout(self._text, *self._content)

    def reads_as(self, written: str, value: Value) -> bool:
        """Whether a scalar on one line means the value."""
        return toml_text.reads_as(written, value)

    def set_value(self, route: Route, value: Value) -> list[Edit]:
        """Another value at a route that is there."""
        if self._layout.line_of(route) is None:
            raise UnsureError(f"`{to_words(route)}` is a table")
        start, end = self._page.place(route)[2:4]
        written = self._text[start:end]
        if written[0] in "[{" and "#" in written:
            raise UnsureError("a comment inside of the value would be lost")
        newline = "\r\n" if "\r\n" in written else "\n"
        return [Edit(Span(start, end), toml_text.value(value, self._quotes(route, written), newline))]

    def _quotes(self, route: Route, written: str) -> str:
        """The quotes that a text has, else those of its neighbours."""
        first = written[:1]
        if first in ("'", '"') and first:
            return first * 3 if written.startswith(first * 3) and len(written) > 5 else first
        return self._hint(route[:-1])

    def _hint(self, route: Route) -> str:
        if value_at(self._page.document.data, route) in ([], {}, None):
            return self._page.quote
        return self._page.hint(route) or self._page.quote

    def rename(self, route: Route, name: str) -> list[Edit]:
        """Another name for a key, in all lines and headers that have it."""
        spans = self._layout.keys.get(route) or [Span(*self._page.place(route)[:2])]
        out = []
        for span in spans:
            first = self._text[span.start]
            out.append(Edit(span, toml_text.key(name, first if first in "\"'" else "")))
        return out

    def members(self, route: Route, change: Members) -> list[Edit]:
        """Members taken away from and added to an array or a table."""
        if self._layout.line_of(route) is not None:
            return self._page.in_bracket(route, change, self._texts(route, change))
        out = self._removed(route, change)
        for place, pairs in change.inserted.items():
            if any(key is None for key, _ in pairs):
                out.append(self._tables(route, place, [value for _, value in pairs]))
            else:
                out.append(self._lines(route, place, [(key or "", value) for key, value in pairs]))
        return out

    def _texts(self, route: Route, change: Members) -> dict[Step | None, list[str]]:
        hint = self._hint(route)
        return {
            place: [
                (f"{toml_text.key(key, '')} = " if key is not None else "") + toml_text.value(value, hint)
                for key, value in pairs
            ]
            for place, pairs in change.inserted.items()
        }

    def _removed(self, route: Route, change: Members) -> list[Edit]:
        out: list[Edit] = []
        for step in sorted(change.removed, key=str):
            numbers = self._layout.about((*route, step))
            if not numbers:
                raise UnsureError("frontlint cannot find the line of this key")
            for at, number in enumerate(numbers):
                statement = self._layout.statements[number]
                if at and numbers[at - 1] == number - 1:
                    check_inside(self._text, self._layout.statements[number - 1].end, statement.begin)
                out.append(self._without(statement))
        return out

    def _without(self, statement: Statement) -> Edit:
        start = start_of_line(self._text, statement.begin)
        if self._text[start : statement.begin].strip(" \t"):
            raise UnsureError("the key does not begin its line")
        if statement.value and self._text[statement.value] in "[{":
            check_inside(self._text, statement.value, statement.end)
        return Edit(Span(start, end_of_line(self._text, statement.end).next), "")

    def _lines(self, route: Route, after: Step | None, pairs: list[tuple[str, Value]]) -> Edit:
        """New lines of a table: after the key `after`, its last line, its header, or at the top."""
        layout = self._layout
        number = layout.lines.get((*route, after)) if after is not None else None
        number = layout.last_line.get(route) if number is None else number
        number = layout.headers.get(route) if number is None else number
        if number is None and start_of_line(self._text, self._content.start) < self._content.start:
            raise UnsureError("the front matter begins on the line of its +++")
        if number is None and route:
            raise UnsureError(f"`{to_words(route)}` has no line or header in this file")
        if number is None:
            start, newline, lead, equals = self._content.start, self._page.document.source.newline, "", " = "
        else:
            one = layout.statements[number]
            _, newline, start, _ = end_of_line(self._text, one.end)
            lead, equals = self._lead(one)
        hint = self._hint(route)
        lines = (
            f"{lead}{toml_text.key(key, '')}{equals}{toml_text.value(value, hint)}" for key, value in pairs
        )
        return Edit(Span(start, start), "".join(line + newline for line in lines))

    def _lead(self, one: Statement) -> tuple[str, str]:
        """What a line has before the last part of its key, and around its `=`."""
        line = start_of_line(self._text, one.begin)
        if not one.value:
            return self._text[line : one.begin], " = "
        _, last = one.parts[-1]
        return self._text[line : last.start], "=" if one.value == last.end + 1 else " = "

    def _tables(self, route: Route, before: Step | None, values: list[Value]) -> Edit:
        """New tables after the last one of an array of tables."""
        numbers = self._layout.about(route)
        heads = [one for one in map(self._layout.statements.__getitem__, numbers) if not one.value]
        heads = [one for one in heads if one.route[:-1] == route]
        if before is not None or not heads:
            raise UnsureError("a new table between others is not written")
        head, last = heads[-1], self._layout.statements[numbers[-1]]
        _, newline, start, _ = end_of_line(self._text, last.end)
        line = start_of_line(self._text, head.begin)
        apart = newline if self._text[:line].endswith(("\n\n", "\n\r\n")) else ""
        out = ""
        for value in values:
            if not isinstance(value, dict):
                raise UnsureError("only tables can be in an array of tables")
            hint = self._page.quote
            lines = [f"{toml_text.key(key, '')} = {toml_text.value(one, hint)}" for key, one in value.items()]
            out += apart + newline.join([self._text[line : head.end], *lines]) + newline
        return Edit(Span(start, start), out)
