"""An open page as the writers of each format see it: text, places, and the habits of its author."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol, TypeAlias

from frontlint.base.edit import Edit, apply, apply_within
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, PlainScalar, Value, value_at
from frontlint.frontmatter.edit.brackets import Bracket
from frontlint.frontmatter.edit.changes import UnsureError
from frontlint.frontmatter.edit.plan import Members
from frontlint.frontmatter.edit.values import Step
from frontlint.frontmatter.places import Below, Place
from frontlint.frontmatter.route import Route, to_words
from frontlint.frontmatter.scalar import scalar_at

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


class Order(NamedTuple):
    """The members of a list or mapping: their steps, the number of each of them, and their places."""

    steps: list[Step]
    number: dict[Step, int]
    places: list[Place]


class Page:
    """A document that is to be edited, and how its plain scalars are read."""

    def __init__(self, document: Document, plain: PlainScalar) -> None:
        self.document = document
        self.text = document.source.text
        self.plain = plain
        self._hints: dict[Route, str] = {}
        self._brackets: dict[Route, Bracket] = {}
        self._orders: dict[Route, Order] = {}

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

    def bracket(self, route: Route) -> Bracket:
        """The brackets at a route; their members are in the order of the text."""
        if route not in self._brackets:
            place = self.place(route)
            members = [(min(one[0], one[2]), max(one[1], one[3])) for one in (place[4] or {}).values()]
            self._brackets[route] = Bracket(self.text, place[2], place[3], members)
        return self._brackets[route]

    def order(self, route: Route) -> Order:
        """The members of a list or mapping in the order of the text."""
        if route not in self._orders:
            below = self.below(route)
            number = {step: at for at, step in enumerate(below)}
            self._orders[route] = Order(list(below), number, list(below.values()))
        return self._orders[route]

    def in_bracket(self, route: Route, change: Members, texts: dict[Step | None, list[str]]) -> list[Edit]:
        """The edits of members in brackets; `texts` are the new ones, written."""
        bracket, (steps, number, _) = self.bracket(route), self.order(route)
        if any(step not in number for step in change.removed):
            raise UnsureError("frontlint cannot tell the items in these brackets apart")
        mapping = isinstance(next(iter(steps), None), str)
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


def pieces_in_source(
    page: Page, route: Route, pieces: Sequence[Edit], writer: Writer, *, alone: bool
) -> list[Edit]:
    """Edits that replace pieces of a scalar's value where they are in its source.

    Falls back to writing the scalar anew if it is on one line. If they are not `alone`, others are made in
    the same scalar, and whoever reads them all says whether it means what it should.
    """
    found = [edit for piece in pieces if (edit := _piece_in_source(page, route, piece)) is not None]
    is_each = len(found) == len(pieces)
    if is_each and not alone:
        return found
    start, end = page.place(route)[2:4]
    written, value = page.text[start:end], apply(str(value_at(page.document.data, route)), pieces)
    after = apply_within(page.text, Span(start, end), found)
    if is_each and ("\n" in after or writer.reads_as(after, value)):
        return found
    return _anew(page, route, writer, value, written)


def _piece_in_source(page: Page, route: Route, piece: Edit) -> Edit | None:
    """The same of one piece; None where the source is not written as the value is."""
    start, end = page.place(route)[2:4]
    value = str(value_at(page.document.data, route))
    old = value[piece.span.start : piece.span.end]
    # What is read as a blank has no place: the piece is looked for behind what is before it.
    found = scalar_at(page.text, start, end, value).part(*piece.span)
    if found is None:
        return None
    at = start + found.start
    return Edit(Span(at, at + len(old)), piece.text) if page.text.startswith(old, at, end) else None


def _anew(page: Page, route: Route, writer: Writer, value: str, written: str) -> list[Edit]:
    if "\n" in written:
        raise UnsureError("the text has line breaks that are not in its value")
    return writer.set_value(route, value)
