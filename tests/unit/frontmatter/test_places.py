"""Places."""

from __future__ import annotations

import pytest

from frontlint.base.span import Span
from frontlint.frontmatter.places import Place, Places


def sample() -> Places:
    """`a: {b: [x]}` and a second `a`."""
    places = Places(0, 20)
    a = places.add(0, "a", 0, 1, 3, 11)
    b = places.add(a, "b", 4, 5, 7, 10)
    places.add(b, 0, 8, 8, 8, 9)
    places.add(0, "a", 12, 13, 15, 16)
    return places


def test_keys_values_and_items() -> None:
    places = sample()
    assert places.key(("a", "b")) == Span(4, 5)
    assert places.value(("a", "b", 0)) == Span(8, 9)
    assert places.key(("a", "b", 0)) == Span(8, 8)
    assert places.value(()) == Span(0, 20)


def test_the_first_of_two_equal_keys_keeps_the_route() -> None:
    assert sample().key(("a",)) == Span(0, 1)


def test_nearest_climbs_to_what_is_written() -> None:
    assert sample().nearest(("a", "b", 7, "x")) == ("a", "b")
    assert sample().nearest(("z",)) == ()


def test_unknown_route() -> None:
    with pytest.raises(KeyError):
        sample().value(("z",))
    assert ("z",) not in sample()


def test_routes_come_in_the_order_of_the_file_and_only_once() -> None:
    assert list(sample()) == [(), ("a",), ("a", "b"), ("a", "b", 0)]


def test_a_step_below_a_scalar_leads_nowhere() -> None:
    assert ("a", "b", 0, "c") not in sample()
    assert ("a", 0) not in sample()


def test_places_of_one_tree_are_equal() -> None:
    tree: Place = (0, 0, 0, 9, {"a": (0, 1, 3, 4, None)})
    same: Place = (0, 0, 0, 9, {"a": (0, 1, 3, 4, None)})
    assert Places.of(tree) == Places.of(same)
    assert Places.of(tree) != sample()
    assert Places.of(tree).value(("a",)) == Span(3, 4)


def test_places_that_are_read_later_are_read_once() -> None:
    asked: list[int] = []

    def read() -> Places:
        asked.append(1)
        return sample()

    places = Places.later(read, lambda key: None, {"a": {"b": ["x"]}})

    assert ("a", "b", 0) in places
    assert ("a", "c") not in places
    assert ("a", "b", 1) not in places
    assert ("a", "b", "x") not in places
    assert asked == []
    assert places.value(("a", "b", 0)) == Span(8, 9)
    assert ("a", "b") in places
    assert places == sample()
    assert asked == [1]


def test_places_of_one_key_are_read_without_the_others() -> None:
    whole: Place = (0, 0, 0, 99, {key: (at, at + 1, at + 3, at + 4, None) for at, key in enumerate("abcdef")})
    asked: list[str] = []

    def entry(key: str) -> Place | None:
        asked.append(key)
        return (whole[4] or {}).get(key) if key != "c" else None

    def read() -> Places:
        asked.append("all")
        return Places.of(whole)

    places = Places.later(read, entry, dict.fromkeys("abcdef", 1))
    assert (places.key(("a",)), places.value(("a",))) == (Span(0, 1), Span(3, 4))
    assert (places.find(("z",)), places.nearest(("z", 1))) == (None, ())
    assert places.nearest(("b", 2)) == ("b",)
    assert asked == ["a", "b"]
    assert places.find(("c",)) == Span(5, 6), "one that cannot be read alone"
    assert asked == ["a", "b", "c", "all"]
    assert places.top("d") == {None: (6, 7)}
    assert len(asked) == 4


def test_who_asks_for_many_keys_reads_them_all() -> None:
    asked: list[str] = []
    whole: Place = (0, 0, 0, 99, dict.fromkeys("abcdefgh", (1, 1, 1, 1, None)))

    def entry(key: str) -> Place | None:
        asked.append(key)
        return (whole[4] or {})[key]

    places = Places.later(lambda: Places.of(whole), entry, dict.fromkeys("abcdefgh", 1))
    assert all(places.find((key,)) for key in "abcdefgh")
    assert asked == list("abcd")
