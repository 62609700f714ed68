"""Edits of YAML: block style line by line, brackets as in the other formats."""

from __future__ import annotations

from typing import Final

from frontlint.base.edit import Edit
from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span
from frontlint.frontmatter.document import Value, value_at
from frontlint.frontmatter.edit import yaml_text
from frontlint.frontmatter.edit.changes import UnsureError
from frontlint.frontmatter.edit.lines import check_inside, end_of_line, start_of_line
from frontlint.frontmatter.edit.page import Page
from frontlint.frontmatter.edit.plan import Members
from frontlint.frontmatter.edit.values import Step
from frontlint.frontmatter.edit.yaml_style import Style
from frontlint.frontmatter.places import Place
from frontlint.frontmatter.route import Route

_BLANKS: Final = lazy_pattern(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_COLON: Final = lazy_pattern(r"[ \t]*+:(?:[ \t]++|(?=[\r\n]))")
_COMMENT: Final = lazy_pattern(r"[ \t\n]#")


class YamlWriter:
    """Edits of one page in YAML."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._text = page.text
        self._style = Style(page)
        self._dash: dict[Route, list[int]] = {}

    def reads_as(self, written: str, value: Value) -> bool:
        """Whether a scalar on one line means the value."""
        return yaml_text.reads_as(written, value, self._page.plain, flow=False)

    def set_value(self, route: Route, value: Value) -> list[Edit]:
        """Another value at a route that is there."""
        self._check_plain(route)
        place = self._page.place(route)
        flow = self._page.in_brackets(route, itself=False)
        if place[4] is None and not isinstance(value, (dict, list)):
            return self._set_scalar(route, place, value, flow=flow)
        if isinstance(value, (dict, list)) and place[4] is None:
            return self._set_collection(route, place, value, flow=flow)
        return self._replace_collection(route, place, value, flow=flow)

    def _set_scalar(self, route: Route, place: Place, value: Value, *, flow: bool) -> list[Edit]:
        start, end = place[2:4]
        first = self._text[start:end][:1]
        item = isinstance(route[-1], int)
        if first in ("|", ">") and isinstance(value, str):
            written = self._block(route, start, end, value)
            if written is not None:
                return [Edit(Span(start, end), written)]
        old = value_at(self._page.document.data, route)
        hint = first if first in ('"', "'") and first else ""
        if not hint and not (isinstance(old, str) and first not in ("|", ">")):
            hint = self._page.hint(route[:-1])
        if isinstance(old, str) and first in ("|", ">"):
            hint = '"'
        written = yaml_text.scalar(
            value, hint, self._page.quote, self._page.plain, flow=flow, item=item and not flow
        )
        return [Edit(Span(start, end), self._blank(start, end) + written)]

    def _blank(self, start: int, end: int) -> str:
        """The blank that a value needs where there was none yet."""
        if start < end:
            return ""
        if self._text[start - 1 : start] in (":", "-"):
            return " "
        raise UnsureError("frontlint cannot tell where the value goes")

    def _block(self, route: Route, start: int, end: int, value: str) -> str | None:
        """A text in the form of the block scalar that is there."""
        head, _, body = self._text[start:end].partition("\n")
        header = head.rstrip("\r")
        indent = body[: len(body) - len(body.lstrip(" "))]
        if header not in ("|", "|-", ">", ">-") or not indent or body.startswith("\n"):
            return None
        written = yaml_text.block(value, header, indent, "\r\n" if head.endswith("\r") else "\n")
        if written is None:
            return None
        column = " " * (len(indent) - 1)
        tail = f"\n{column}- x\n" if isinstance(route[-1], int) else f"\n{column}j: x\n"
        begin = f"{column}- " if isinstance(route[-1], int) else f"{column}k: "
        wrapped = f"w:\n{begin}{written}{tail}" if column else f"{begin}{written}{tail}"
        data = yaml_text._read(wrapped, self._page.plain)
        inner = data.get("w") if data is not None and column else data
        found = inner[0] if isinstance(inner, list) else inner.get("k") if isinstance(inner, dict) else None
        return written if found == value else None

    def _set_collection(self, route: Route, place: Place, value: Value, *, flow: bool) -> list[Edit]:
        """A list or a mapping in the place of a scalar."""
        start, end = place[2:4]
        first = self._text[start:end][:1]
        hint = first if first in ('"', "'") and first else None
        if not flow and isinstance(route[-1], str) and value and not self._style.flow_lists(value):
            colon = self._behind_colon(place)
            if not end_of_line(self._text, end).comment and not self._text[colon:start].strip():
                column = self._column(place[0])
                newline = end_of_line(self._text, end).newline
                written = self._style.behind_key(value, column, newline, hint)
                return [Edit(Span(colon, end), written)]
        written = self._style.flow(value, hint)
        return [Edit(Span(start, end), self._blank(start, end) + written)]

    def _replace_collection(self, route: Route, place: Place, value: Value, *, flow: bool) -> list[Edit]:
        """Something else in the place of a list or a mapping; declined where a comment would be lost."""
        start, end = place[2:4]
        if _COMMENT.search(self._text, start, end):
            raise UnsureError("a comment inside of the value would be lost")
        if isinstance(value, (dict, list)):
            written = self._style.flow(value, None)
        else:
            item = isinstance(route[-1], int) and not flow
            hint = self._page.hint(route[:-1])
            written = yaml_text.scalar(value, hint, self._page.quote, self._page.plain, flow=flow, item=item)
        if self._text[start] in "[{":
            return [Edit(Span(start, end), written)]
        if isinstance(route[-1], int):
            if self._text[start - 2 : start] != "- ":
                raise UnsureError("frontlint cannot tell where the items of this list begin")
            return [Edit(Span(start, end), written)]
        colon = self._behind_colon(place)
        if self._text[colon:start].strip():
            raise UnsureError("a comment inside of the value would be lost")
        return [Edit(Span(colon, end), " " + written)]

    def _behind_colon(self, place: Place) -> int:
        """Where the colon of a key ends."""
        match = _COLON.match(self._text, place[1])
        if match is None:
            raise UnsureError("frontlint cannot tell where this key ends")
        return self._text.index(":", place[1]) + 1

    def _column(self, key: int) -> int:
        """The column of a key, which has nothing but blanks and dashes before it on its line."""
        before = self._text[start_of_line(self._text, key) : key]
        if before.strip(" -"):
            raise UnsureError("the key does not begin its line")
        return len(before)

    def _check_plain(self, route: Route) -> None:
        """Raises UnsureError for a value with an anchor, an alias or a tag, and for all inside of it."""
        for depth in range(1, len(route) + 1):
            place = self._page.place(route[:depth])
            if self._text[place[2] : place[2] + 1] in ("&", "*", "!") and place[2] < place[3]:
                raise UnsureError("frontlint does not edit anchors, aliases and tags")

    def rename(self, route: Route, name: str) -> list[Edit]:
        """Another name for a key, in its quotes."""
        self._check_plain(route[:-1])
        key_start, key_end, *_ = self._page.place(route)
        written = self._text[key_start:key_end]
        quote = written[:1] if written[:1] in ("'", '"') and written[:1] else ""
        if not quote and written != route[-1]:
            raise UnsureError("frontlint cannot tell where this key ends")
        flow = self._page.in_brackets(route, itself=False)
        return [Edit(Span(key_start, key_end), yaml_text.key(name, quote, self._page.plain, flow=flow))]

    def members(self, route: Route, change: Members) -> list[Edit]:
        """Members taken away from and added to a list or a mapping."""
        self._check_plain(route)
        for step in change.removed:
            self._check_anchor((*route, step))
        if self._page.in_brackets(route, itself=True):
            return self._page.in_bracket(route, change, self._style.texts(route, change))
        below = self._page.below(route)
        if not below:
            return self._first(route, change)
        if isinstance(next(iter(below)), int):
            return self._items(route, change)
        return self._keys(route, change)

    def _check_anchor(self, route: Route) -> None:
        start = self._page.place(route)[2]
        if self._text[start : start + 1] == "&":
            raise UnsureError("frontlint does not edit anchors, aliases and tags")

    def _first(self, route: Route, change: Members) -> list[Edit]:
        """The first keys of a page whose front matter has none."""
        text, content = self._text, self._page.document.fence.content
        if route or text[start_of_line(text, content.end) : content.end].strip():
            raise UnsureError("frontlint cannot tell where the key goes")
        newline = self._page.document.source.newline
        new = self._style.entries([pair for some in change.inserted.values() for pair in some], 0, newline)
        return [Edit(Span(content.end, content.end), new)]

    def _items(self, route: Route, change: Members) -> list[Edit]:
        dashes, places = self._dashes(route), self._page.order(route).places
        out: list[Edit] = []
        for at in sorted(step for step in change.removed if isinstance(step, int)):
            start = start_of_line(self._text, dashes[at])
            if self._text[start : dashes[at]].strip(" "):
                raise UnsureError("the item shares its line with another one")
            out.append(self._without_lines(start, places[at]))
        for before, pairs in change.inserted.items():
            at = len(places) if before is None else int(before)
            start = start_of_line(self._text, dashes[0])
            before_dash = self._text[start : dashes[0]]
            column = len(before_dash)
            if at == 0:
                if before_dash.strip(" "):
                    raise UnsureError("the item shares its line with another one")
                newline, place = end_of_line(self._text, places[0][3]).newline, start
            else:
                _, newline, place, _ = end_of_line(self._text, places[at - 1][3])
            new = "".join(
                " " * column + "- " + self._style.behind_dash(value, column, newline, self._page.hint(route))
                for _, value in pairs
            )
            out.append(Edit(Span(place, place), new))
        return out

    def _dashes(self, route: Route) -> list[int]:
        """Where the dash of each item is."""
        if route not in self._dash:
            place = self._page.place(route)
            found, at = [], place[2]
            for _, _, start, end, _ in (place[4] or {}).values():
                match = _BLANKS.match(self._text, at)
                dash = match.end() if match else at
                if self._text[dash : dash + 1] != "-" or dash >= max(start, dash + 1):
                    raise UnsureError("frontlint cannot tell where the items of this list begin")
                found.append(dash)
                at = max(end, dash + 1)
            self._dash[route] = found
        return self._dash[route]

    def _keys(self, route: Route, change: Members) -> list[Edit]:
        below, (order, number, places) = self._page.below(route), self._page.order(route)
        out = []
        for at in sorted(number[step] for step in change.removed if step in number):
            out.append(self._without_key(below[order[at]], self._next(below[order[at]], order, at, below)))
        if len(out) < len(change.removed):
            raise UnsureError("a key comes from an anchor or a merge")
        column = self._column(places[0][0])
        for after, pairs in change.inserted.items():
            place = below.get(after, places[-1]) if after is not None else places[-1]
            end = end_of_line(self._text, place[3])
            new = self._style.entries(pairs, column, end.newline)
            out.append(Edit(Span(end.next, end.next), new))
        return out

    def _next(self, _place: Place, order: list[Step], at: int, below: dict[Step, Place]) -> Place | None:
        return below[order[at + 1]] if at + 1 < len(order) else None

    def _without_key(self, place: Place, after: Place | None) -> Edit:
        """Takes the lines of a key away; the first one after a dash lets the next key take its place."""
        start = start_of_line(self._text, place[0])
        if not self._text[start : place[0]].strip(" "):
            return self._without_lines(start, place)
        self._column(place[0])
        if after is None:
            raise UnsureError("the key is the only one after its dash")
        check_inside(self._text, place[0], after[0])
        end = end_of_line(self._text, place[3])
        if self._text[end.next : after[0]].strip(" "):
            raise UnsureError("frontlint cannot tell where the next key begins")
        return Edit(Span(place[0], after[0]), "")

    def _without_lines(self, start: int, place: Place) -> Edit:
        if place[4] is not None:
            check_inside(self._text, start, place[3])
        return Edit(Span(start, end_of_line(self._text, place[3]).next), "")
