"""Edits of JSON."""

from __future__ import annotations

import json

from frontlint.base.edit import Edit
from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span
from frontlint.frontmatter.document import Format, Value
from frontlint.frontmatter.edit.changes import UnsureError
from frontlint.frontmatter.edit.page import Page
from frontlint.frontmatter.edit.plan import Members
from frontlint.frontmatter.edit.values import Step, alike
from frontlint.frontmatter.json.reader import read_json
from frontlint.frontmatter.route import Route

_COLON = lazy_pattern(r"[ \t]*+:[ \t]*+")


class JsonWriter:
    """Edits of one page in JSON."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def reads_as(self, written: str, value: Value) -> bool:
        """Whether a scalar, written so, means the value."""
        text = '{"k": ' + written + "}"
        reading = read_json(text, 0, len(text))
        return not reading.problems and alike(value, reading.data.get("k"), Format.JSON)

    def set_value(self, route: Route, value: Value) -> list[Edit]:
        """Another value at a route that is there."""
        start, end = self._page.place(route)[2:4]
        return [Edit(Span(start, end), _written(value))]

    def rename(self, route: Route, name: str) -> list[Edit]:
        """Another name for a key."""
        start, end = self._page.place(route)[:2]
        return [Edit(Span(start, end), _written(name))]

    def members(self, route: Route, change: Members) -> list[Edit]:
        """Members taken away from and added to an array or an object."""
        texts: dict[Step | None, list[str]] = {
            place: [
                (f"{_written(key)}{self._colon(route)}" if key is not None else "") + _written(value)
                for key, value in pairs
            ]
            for place, pairs in change.inserted.items()
        }
        return self._page.in_bracket(route, change, texts)

    def _colon(self, route: Route) -> str:
        for place in self._page.below(route).values():
            match = _COLON.match(self._page.text, place[1])
            return match[0] if match else ": "
        return ": "


def _written(value: Value) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    except ValueError:
        raise UnsureError("JSON has no way to write this number") from None
