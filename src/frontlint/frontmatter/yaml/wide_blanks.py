"""A text after `|` or `>` whose first lines are empty but for spaces, more than the text is indented by."""

from __future__ import annotations

import re
from typing import Final

from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import put, syntax
from frontlint.frontmatter.yaml.line import Line, line_at

_HEADER: Final = re.compile(r"(?:.*[ \t])?[|>][-+]?+[ \t]*+(?:(?<=[ \t])#.*)?")
_MOST: Final = 20
"""So many empty lines are looked through."""


def too_wide_blanks(text: str, start: int, at: int) -> Problem | None:
    """The widest empty line, which takes the text in the line of `at` out of its block; `start` of the YAML.

    The spaces of such a line are what YAML takes for the indentation, and the text is outside then.
    """
    line = line_at(text, at, start, len(text))
    wide: list[Line] = []
    above = line
    for _ in range(_MOST):
        if above.start <= start:
            return None
        above = line_at(text, above.start - 1, start, above.start - 1)
        if above.text.strip(" "):
            break
        if len(above.text) > line.indent:
            wide.append(above)
    if not wide or not _HEADER.fullmatch(above.text):
        return None
    widest = max(reversed(wide), key=lambda one: len(one.text))
    # With the line break before it: what only takes away is a guess to who reads on.
    edits = (put(one.start - 1, one.end, text[one.start - 1]) for one in reversed(wide))
    repair = tuple(edit for edits_of_line in edits for edit in edits_of_line)
    message = "this empty line has more spaces than the text below it, so Hugo cannot read that text"
    return syntax(widest.start, widest.end, message, "delete the spaces in this line", repair)
