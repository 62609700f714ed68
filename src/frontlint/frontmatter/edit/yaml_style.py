"""How the author of a page writes lists, mappings and quotes in YAML, and new ones like them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.edit import yaml_text
from frontlint.frontmatter.edit.lines import start_of_line
from frontlint.frontmatter.edit.page import Page
from frontlint.frontmatter.edit.plan import Members
from frontlint.frontmatter.edit.values import Step
from frontlint.frontmatter.places import Place
from frontlint.frontmatter.route import Route

_STEP: Final = 2
_DATE: Final = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


class Style:
    """The habits of one page. Values are written with `hint`, the quotes wanted (None: those of the page)."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def _list(self) -> tuple[bool, int, str]:
        """Whether lists are in brackets, else how far their dashes are to the right, and their quotes."""
        page, text = self._page, self._page.text
        for route, place in self._collections():
            if not isinstance(next(iter(place[4] or {}), None), int):
                continue
            if text[place[2]] == "[":
                return True, _STEP, page.hint(route)
            dash = place[2] - start_of_line(text, place[2])
            key = place[0] - start_of_line(text, place[0])
            return False, min(max(dash - key, 0), 8), page.hint(route)
        return False, _STEP, page.quote_or_plain

    @cached_property
    def _mapping(self) -> tuple[bool, int]:
        """Whether mappings are in braces, else their indentation."""
        text = self._page.text
        for _, place in self._collections():
            first = next(iter((place[4] or {}).values()), None)
            if not isinstance(next(iter(place[4] or {}), None), str) or first is None:
                continue
            if text[place[2]] == "{":
                return True, _STEP
            inner = first[0] - start_of_line(text, first[0])
            return False, min(max(inner, 1), 8)
        return False, _STEP

    def _collections(self) -> Iterator[tuple[Route, Place]]:
        """The lists and mappings at the top of the page."""
        for step, place in self._page.below(()).items():
            if place[4] and self._page.text[place[2]] not in "&*!":
                yield (step,), place

    @cached_property
    def _quotes_dates(self) -> bool:
        text = self._page.text
        return any(_DATE.match(text, place[2] + 1) for place in self._page.below(()).values())

    def flow_lists(self, value: Value) -> bool:
        """Whether a new list or mapping goes into brackets."""
        return self._list[0] if isinstance(value, list) else self._mapping[0]

    def scalar(self, value: Value, hint: str | None, *, flow: bool, item: bool = False) -> str:
        """A single value."""
        page = self._page
        wanted = page.quote_or_plain if hint is None else hint
        if hint is None and isinstance(value, str) and _DATE.match(value) and not self._quotes_dates:
            wanted = ""
        return yaml_text.scalar(value, wanted, page.quote, page.plain, flow=flow, item=item)

    def key(self, name: str | None, *, flow: bool) -> str:
        """A new key, without quotes where it can be."""
        return yaml_text.key(name or "", "", self._page.plain, flow=flow)

    def flow(self, value: Value, hint: str | None) -> str:
        """A value in brackets."""
        if isinstance(value, dict):
            pairs = (f"{self.key(key, flow=True)}: {self.flow(inner, hint)}" for key, inner in value.items())
            return "{" + ", ".join(pairs) + "}"
        if isinstance(value, list):
            wanted = self._list[2] if hint is None else hint
            return "[" + ", ".join(self.flow(inner, wanted) for inner in value) + "]"
        return self.scalar(value, hint, flow=True)

    def texts(self, route: Route, change: Members) -> dict[Step | None, list[str]]:
        """New members of the brackets at a route, as they are written there."""
        hint = self._page.hint(route) if self._page.below(route) else None
        if hint is None and not isinstance(next(iter(change.inserted.values()), [("", None)])[0][0], str):
            hint = self._list[2]
        return {
            place: [
                (f"{self.key(key, flow=True)}: " if key is not None else "") + self.flow(value, hint)
                for key, value in pairs
            ]
            for place, pairs in change.inserted.items()
        }

    def behind_key(self, value: Value, column: int, newline: str, hint: str | None = None) -> str:
        """A value with what is between it and the colon of its key, which begins in `column`."""
        if not isinstance(value, (dict, list)):
            return " " + self.scalar(value, hint, flow=False)
        if not value or self.flow_lists(value):
            return " " + self.flow(value, hint)
        if isinstance(value, list):
            at = column + self._list[1]
            wanted = self._list[2] if hint is None else hint
            lines = (" " * at + "- " + self._item(one, at, newline, wanted) for one in value)
        else:
            at = column + self._mapping[1]
            lines = (self._entry(key, inner, at, newline, hint) for key, inner in value.items())
        return newline + newline.join(lines)

    def _entry(self, key: str, value: Value, column: int, newline: str, hint: str | None) -> str:
        written = self.behind_key(value, column, newline, hint)
        return " " * column + self.key(key, flow=False) + ":" + written

    def _item(self, value: Value, column: int, newline: str, hint: str | None) -> str:
        if isinstance(value, dict) and value and not self._mapping[0]:
            lines = (self._entry(key, inner, column + 2, newline, hint) for key, inner in value.items())
            return newline.join(lines)[column + 2 :]
        if isinstance(value, (dict, list)):
            return self.flow(value, hint)
        return self.scalar(value, hint, flow=False, item=True)

    def behind_dash(self, value: Value, column: int, newline: str, hint: str | None) -> str:
        """A list item after its dash in `column`, with the end of its line."""
        return self._item(value, column, newline, hint) + newline

    def entries(self, pairs: list[tuple[str | None, Value]], column: int, newline: str) -> str:
        """Keys with their values, in whole lines."""
        return "".join(self._entry(key or "", value, column, newline, None) + newline for key, value in pairs)
