"""Tabs before a key or an item, where YAML needs spaces."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.edit import Edit
from frontlint.base.span import Span
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import syntax
from frontlint.frontmatter.yaml.line import Line, line_at
from frontlint.frontmatter.yaml.mistakes import ParserStop, column, indented_like

_KEY: Final = re.compile(r"[\w-]+:(?=\s|\Z)")
_WHOLE: Final = re.compile(r"""\w.*+|"[^"\\]*+"|'[^']*+'""")
"""A value that cannot go on below with a key: plain text, or text in quotes that are closed."""
_TABS: Final = re.compile(r"(?m)^ *+\t[ \t]*+")


def tab(place: ParserStop) -> Problem:
    """A tab where YAML needs spaces."""
    at = place.text.find("\t", place.at, place.end)
    line = place.line if at < 0 else line_at(place.text, at, place.start, place.end)
    start = at if at >= 0 else line.start
    end = start
    while place.text[end : end + 1] == "\t":
        end += 1
    message = "this line is indented with a tab; YAML accepts only spaces"
    above = place.above(line)
    if above is not None and _is_below_a_value(line, above):
        help_ = f"{column(above)}, which already has its value"
        return syntax(start, end, message, help_, indented_like(line, above))
    return syntax(start, end, message, "write two spaces for each tab", _without_tabs(place))


def _is_below_a_value(line: Line, above: Line) -> bool:
    """Whether a key is below one in column 1 that has a whole value, and so can be nowhere but there.

    Below an item it may be the item's next key, and further in the line above may be text of a `|`.
    """
    found = above.value()
    if found is None or above.indent or above.text.startswith("-"):
        return False
    _, start, end = found
    value = above.text[start - above.start : end - above.start]
    return bool(_WHOLE.fullmatch(value) and _KEY.match(line.text.strip()))


def _without_tabs(place: ParserStop) -> tuple[Edit, ...]:
    """The repair that puts two spaces for each tab at the beginning of any line."""
    runs = _TABS.finditer(place.text, place.start, place.end)
    return tuple(Edit(Span(*run.span()), run.group().replace("\t", "  ")) for run in runs)
