"""A quick way for what is usual gives what the long way does."""

from __future__ import annotations

import random
from datetime import UTC

import pytest

from frontlint.frontmatter.document import Value
from frontlint.hugo.config import DateOrder, patterns
from frontlint.hugo.fields import as_terms, dates
from frontlint.hugo.urls import permalinks
from frontlint.hugo.values.cast import terms_of_all

FIELDS = ("date", "publishdate", "lastmod", "expirydate", "pubdate", "modified", "mine")
WRITTEN: tuple[Value, ...] = ("2024-05-31", "2031-01-02T03:04:05Z", 1700000000, "soon", "", None, [], "", 1)
NAMES = ("2020-01-02-slug", "post")


def _orders(dice: random.Random) -> DateOrder:
    lists = (tuple(dice.sample((*FIELDS, ":filename", ":git"), dice.randint(0, 4))) for _ in range(4))
    return DateOrder(*lists)


def test_dates_by_the_fields_that_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(16)
    orders = [DateOrder(), *(_orders(dice) for _ in range(60))]
    asked = [
        ({name: dice.choice(WRITTEN) for name in dice.sample(FIELDS, dice.randint(0, 4))}, order, name)
        for order in orders
        for name in NAMES
        for _ in range(40)
    ]
    quick = [dates.resolve_dates(front, order, UTC, name) for front, order, name in asked]
    assert sum(one.date is not None for one in quick) > len(quick) // 10
    monkeypatch.setattr(dates, "_usual", lambda order: None)
    assert quick == [dates.resolve_dates(front, order, UTC, name) for front, order, name in asked]


def test_permalinks_with_all_values_at_once() -> None:
    dice = random.Random(16)
    attributes = (":slug", ":slugorfilename", ":section", ":sections[1:]", ":sections[:last", ":2006-01")
    pieces = (*attributes, *("/", "a", "%", "%s", "\\:", "\\:slug", ":", ":yearday", ":year"))
    made = {"".join(dice.choices(pieces, k=dice.randint(1, 6))) for _ in range(4000)}
    quick = 0
    for pattern in made:
        form, names = permalinks._form(pattern)
        values = [dice.choice(("", "x", "a/b", "%s", "year", "%")) for _ in names]
        assert names == patterns.attributes(pattern)
        if form:
            quick += 1
            assert form % tuple(values) == permalinks._fill_in_turn(pattern, names, values), pattern
    assert quick > len(made) // 3


@pytest.mark.parametrize(
    "values",
    [
        [],
        [["a", "b"], ["a"]],
        [["a", 1], ["b"]],
        [["a", ["b"]], ["c"]],
        ["a", ["b c"], None, 7, {"x": 1}, [], [None]],
    ],
)
def test_terms_of_many_values(values: list[Value]) -> None:
    assert list(terms_of_all(values)) == [term for value in values for term in as_terms(value)]
