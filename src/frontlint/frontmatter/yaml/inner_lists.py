"""List items with dashes inside brackets: `[- a, - b]` holds two lists of one item each.

goccy/go-yaml takes a dash for the beginning of a list wherever a value may begin (parser.go: parseToken), and
libyaml refuses it there. Such a list ends at the comma or bracket after it; further items are below the first
one, in its column. [bin]
"""

from __future__ import annotations

from itertools import pairwise

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple

_SCALAR = r"""(?:"[^"\\\r\n]*+"|'[^'\r\n]*+'|[^\s\[\]{},#&*!|>'"%@`:?-][^\[\]{},#:\r\n]*+)"""
_LIST = lazy_pattern(
    rf"-[ ]++{_SCALAR}[ ]*+(?:(?:\r\n|\n)(?:[ ]*+(?:\r\n|\n))*+[ ]*+-[ ]++{_SCALAR}[ ]*+)*+\s*+(?=[,\]])"
)
_DASH = lazy_pattern(r"(?:\A|(?<=\n))[ ]*+(-)(?=[ ])")


class InnerList(NamedTuple):
    """The text from `start` to `end`, and what means the same to libyaml in as many characters."""

    start: int
    end: int
    instead: str


def inner_list(text: str, at: int) -> InnerList | None:
    """The list that a dash inside brackets begins, if its items are plain to see; else None."""
    found = _LIST.match(text, at)
    if found is None or not found.group()[-1].isspace():
        return None
    written = found.group()
    dashes = [dash.start(1) for dash in _DASH.finditer(written)]
    column = at - text.rfind("\n", 0, at) - 1
    if any(dash - written.rfind("\n", 0, dash) - 1 != column for dash in dashes[1:]):
        return None
    pieces = [written[one + 1 : other] for one, other in pairwise([*dashes, len(written)])]
    return InnerList(at, found.end(), "[" + ",".join(pieces)[:-1] + "]")
