"""Who shares what, packed and patched."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from frontlint.engine.index import SHELVES, Index

KEYS: Mapping[str, set[int]] = {"b": {1, 2, 2**32 - 1}, "a": {2}, "c": set(), "d": {0}}
NAMES = st.sampled_from("abcdef")
CODES = st.frozensets(st.sampled_from([0, 1, 2, 3, 2**31, 2**32 - 1]), max_size=4)
SITES = st.dictionaries(NAMES, CODES)
CHANGES = st.lists(st.dictionaries(NAMES, st.none() | CODES), max_size=3)


def test_files_are_found_by_any_of_their_keys() -> None:
    index = Index.of(sorted(KEYS.items()))
    assert index.paths == ["a", "b", "c", "d"]
    assert index.sharing({1}) == {"b"}
    assert index.sharing({2}) == {"a", "b"}
    assert index.sharing({0, 1}) == {"b", "d"}
    assert index.sharing({2**32 - 1}) == {"b"}
    assert index.sharing({3, 2**31}) == index.sharing(set()) == set()


def test_a_change_counts_and_the_index_before_stays() -> None:
    index = Index.of(sorted(KEYS.items()))
    then = index.then({"b": None, "a": frozenset({1}), "new": frozenset({1, 9})})
    assert then.sharing({1}) == {"a", "new"}
    assert then.sharing({2}) == set()
    assert then.then({"new": None}).sharing({1, 9}) == {"a"}
    assert then.then({"b": frozenset({2})}).sharing({2}) == {"b"}
    assert index.sharing({1}) == {"b"}


def test_shelves_that_were_kept_are_the_same_index() -> None:
    index = Index.of(sorted(KEYS.items()))
    kept = [array("Q", array("Q", index.shelf(number)).tobytes()) for number in range(SHELVES)]
    same = Index(index.paths, kept.__getitem__)
    assert all(same.sharing({key}) == index.sharing({key}) for key in (0, 1, 2, 3, 2**31, 2**32 - 1))


@given(site=SITES, changes=CHANGES, wanted=CODES)
def test_a_patched_index_is_the_index(
    site: dict[str, frozenset[int]], changes: list[dict[str, frozenset[int] | None]], wanted: frozenset[int]
) -> None:
    index, now = Index.of(sorted(site.items())), dict(site)
    for change in changes:
        index = index.then(change)
        for name, keys in change.items():
            if keys is None:
                now.pop(name, None)
            else:
                now[name] = keys
    assert index.sharing(wanted) == {name for name, keys in now.items() if keys & wanted}
    assert index.sharing(wanted) == Index.of(sorted(now.items())).sharing(wanted)
