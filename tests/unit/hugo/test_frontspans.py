"""The row of places beside a page's front matter."""

from __future__ import annotations

from frontlint.base.span import Span
from frontlint.frontmatter.document import Value
from frontlint.hugo.content.frontspans import Ends, row_of, span_at

FRONT: dict[str, Value] = {
    "title": "A",
    "aliases": ["/x", "/y"],
    "sitemap": {"Priority": 1, "priority": 2},
    "tags": ["t"],
    "draft": True,
}
PLACES: dict[str, Ends] = {
    "title": {None: (1, 2)},
    "aliases": {None: (3, 9), 0: (3, 5), 1: (6, 8)},
    "sitemap": {None: (10, 20), "Priority": (11, 12), "priority": (13, 14)},
    "tags": {None: (21, 30)},  # items behind an anchor have no place of their own
    "draft": {},
}
ROW = row_of(FRONT, PLACES.__getitem__)


def test_values_and_what_is_in_them() -> None:
    assert span_at(FRONT, ROW, ("title",)) == Span(1, 2)
    assert span_at(FRONT, ROW, ("aliases",)) == Span(3, 9)
    assert span_at(FRONT, ROW, ("aliases", 1)) == Span(6, 8)


def test_of_two_spellings_the_last_counts() -> None:
    assert span_at(FRONT, ROW, ("sitemap", "priority")) == Span(13, 14)


def test_what_has_no_place() -> None:
    for route in (("tags", 0), ("draft",), ("aliases", 2), ("aliases", "x"), ("sitemap", "x")):
        assert span_at(FRONT, ROW, route) is None
    assert span_at(FRONT, ROW, ("no",)) is None
    assert span_at(FRONT, ROW, ("title", 0)) is None
    assert span_at(FRONT, ROW, ("sitemap", "priority", 0)) is None
    assert span_at(FRONT, row_of({}, PLACES.__getitem__), ("title",)) is None
