"""Words that stand twice in a row, and those that may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.prose.doubled import doubled_words

MARKDOWN = st.text(alphabet="athe .!*-1#`\n\\[](){}<>\"'İß", max_size=80)


def pairs(text: str) -> list[tuple[str, int]]:
    return [(text[again.start : again.end], again.start) for _, again in doubled_words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Scrum is a a **social technology**", [("a", 11)]),
        ("The the team", [("the", 4)]),
        ("**The the** team", [("the", 6)]),
        ("It ends. The the team", [("the", 13)]),
        ("A list of\nof all", [("of", 10)]),
        ("of of all and and more", [("of", 3), ("and", 14)]),
        ("The product product owner", [("product", 12)]),
        ("The team has has grown", [("has", 13)]),
        ("- to to", [("to", 5)]),
        ("We work with with teams", [("with", 13)]),
        ("It is is a tool", [("is", 6)]),
        ("We bake the\n\nthe the team", [("the", 17)]),
        ("It ends with the. The team bakes. It is is a a tool", [("is", 40), ("a", 45)]),
        ("İİİİ is hot. The the team", [("the", 17)]),  # in lower case it is longer
    ],
)
def test_slips(text: str, found: list[tuple[str, int]]) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "had had, that that, very very, log in in time, bye bye, her her",
        "New York New York, Duran Duran, The The, a A, Plan A a day",
        "what it is is a tool; whatever happens happens; where they are are",
        "the time that our team has has come",
        "There is something to look at at night; the team we work with with pleasure; the way it is is good.",
        "It is not not fun, he he, ask why why",
        "the the the",
        "It is the. The end. The\n\nthe",
        "- the\n- the",
        "Say “the the” or `the the` or [a](the the) or {{< a a >}}",
        "day-to-day day, to-do do-it, the the-cat, a.a a.a, the the's",
        "the, the; the: the (the) the/the",
        "product\nproduct, product  product",
        "slowly slowly",
        "# the the",
        "the İ the ß",
    ],
)
def test_what_may_be_meant(text: str) -> None:
    assert pairs(text) == []


@given(MARKDOWN)
def test_pairs_are_alike_and_follow_each_other(text: str) -> None:
    for first, again in doubled_words(text):
        assert text[first.start : first.end].lower() == text[again.start : again.end]
        assert not text[first.end : again.start].strip()


def test_letters_with_accents_are_part_of_a_word() -> None:
    assert pairs("The flöat at the quay.") == pairs("Here is a àla of it.") == []
