"""An open page as the writers of each format see it: text, places, and the habits of its author."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol, TypeAlias

from frontlint.base.edit import Edit
from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, PlainScalar, Value, value_at
from frontlint.frontmatter.edit.brackets import Bracket
from frontlint.frontmatter.edit.changes import UnsureError
from frontlint.frontmatter.edit.plan import Members
from frontlint.frontmatter.edit.values import Step
from frontlint.frontmatter.places import Below, Place
from frontlint.frontmatter.route import Route, to_words

Pairs: TypeAlias = Sequence[tuple[str, str]]


class Writer(Protocol):
    """Makes the edits of one format. Each raises UnsureError where there is no sure way."""

    def set_value(self, route: Route, value: Value) -> list[Edit]:
        """Another value at a route that is there."""

    def rename(self, route: Route, name: str) -> list[Edit]:
        """Another name for the key at a route."""

    def members(self, route: Route, change: Members) -> list[Edit]:
        """Members taken away from and added to the list or mapping at a route, which keeps some."""

    def reads_as(self, written: str, value: Value) -> bool:
        """Whether a scalar, written so, means the value."""


class Page:
    """A document that is to be edited, and how its plain scalars are read."""

    def __init__(self, document: Document, plain: PlainScalar) -> None:
        self.document = document
        self.text = document.source.text
        self.plain = plain
        self._hints: dict[Route, str] = {}

    def place(self, route: Route) -> Place:
        """The place of a route. Raises UnsureError for what is not written where it is in the data."""
        place: Place | None = self.document.places.root
        for step in route:
            place = place[4].get(step) if place is not None and place[4] is not None else None
        if place is None:
            raise UnsureError(f"`{to_words(route)}` comes from an anchor or a merge")
        return place

    def below(self, route: Route) -> Below:
        """The places in a list or mapping."""
        return self.place(route)[4] or {}

    def written(self, route: Route) -> str:
        """A value as the page has it."""
        return self.text[self.place(route)[2] : self.place(route)[3]]

    def in_brackets(self, route: Route, *, itself: bool) -> bool:
        """Whether a value is inside of brackets, or (`itself`) is in brackets."""
        for depth in range(1, len(route) + itself):
            place = self.place(route[:depth])
            if place[4] is not None and self.text[place[2] : place[2] + 1] in ("[", "{"):
                return True
        return False

    def bracket(self, route: Route) -> tuple[Bracket, list[Step]]:
        """The brackets at a route, and their members in the order of the text."""
        place = self.place(route)
        below = place[4] or {}
        members = [(min(one[0], one[2]), max(one[1], one[3])) for one in below.values()]
        return Bracket(self.text, place[2], place[3], members), list(below)

    def in_bracket(self, route: Route, change: Members, texts: dict[Step | None, list[str]]) -> list[Edit]:
        """The edits of members in brackets; `texts` are the new ones, written."""
        bracket, steps = self.bracket(route)
        number = {step: at for at, step in enumerate(steps)}
        if any(step not in number for step in change.removed):
            raise UnsureError("frontlint cannot tell the items in these brackets apart")
        mapping = any(isinstance(step, str) for step in steps)
        by_number: dict[int | None, list[str]] = {}
        for place, some in texts.items():
            at = None if place is None else number[place] + mapping  # keys come after it, items before
            by_number.setdefault(at if at is None or at < len(steps) else None, []).extend(some)
        return bracket.change({number[step] for step in change.removed}, by_number)

    def hint(self, route: Route) -> str:
        """How most texts directly in a list or mapping are written: `'`, `"`, or nothing for plain."""
        if route not in self._hints:
            firsts = [
                self.text[one[2]] for one in self.below(route).values() if one[4] is None and one[2] < one[3]
            ]
            self._hints[route] = self._most(firsts) if firsts else self.quote_or_plain
        return self._hints[route]

    def _most(self, firsts: list[str]) -> str:
        texts = [
            first if first in "\"'" else "" for first in firsts if not first.isdigit() and first not in "|>"
        ]
        return max(("", '"', "'"), key=texts.count)

    @cached_property
    def quote_or_plain(self) -> str:
        """How most texts at the top of the page are written."""
        firsts = [self.text[one[2]] for one in self.below(()).values() if one[4] is None and one[2] < one[3]]
        return self._most(firsts)

    @cached_property
    def quote(self) -> str:
        """The quotes that the author takes where a text needs some."""
        text, (start, end) = self.text, self.document.fence.content
        single = sum(text.count(f"{before}'", start, end) for before in (" ", "[", "="))
        double = sum(text.count(f'{before}"', start, end) for before in (" ", "[", "="))
        return "'" if single > double else '"'


def in_source(page: Page, route: Route, pairs: Pairs, writer: Writer, value: str) -> list[Edit]:
    """Edits that replace text in a scalar where its source has it as its value has it.

    `value` is what the scalar is to mean. Falls back to writing the scalar anew if it is on one line.
    """
    start, end = page.place(route)[2:4]
    out: list[Edit] = []
    shadow = written = page.text[start:end]
    now = str(value_at(page.document.data, route))
    for old, new in pairs:
        if written.count(old) != now.count(old) or shadow.count(old) != written.count(old):
            return _anew(page, route, writer, value, written)
        at = written.find(old)
        while at >= 0:
            out.append(Edit(Span(start + at, start + at + len(old)), new))
            at = written.find(old, at + len(old))
        shadow = shadow.replace(old, new)
    if "\n" not in shadow and not writer.reads_as(shadow, value):
        return _anew(page, route, writer, value, written)
    return out


def _anew(page: Page, route: Route, writer: Writer, value: str, written: str) -> list[Edit]:
    if "\n" in written:
        raise UnsureError("the text has line breaks that are not in its value")
    return writer.set_value(route, value)
