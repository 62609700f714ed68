"""From a document to what the website's rules know of it."""

from __future__ import annotations

import pytest

from frontlint.website.collect import generation
from frontlint.website.facts import NOTHING, Generation
from sites import MARK, page, website_facts_of


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([], Generation.FOREIGN),
        (["title", "parent"], Generation.FOREIGN),
        (["instructions"], Generation.LEGACY),
        (["resourceid"], Generation.LEGACY),
        (["resourceid", "tldr"], Generation.CURRENT),
        (["classificationtype"], Generation.CURRENT),
        (["tldr"], Generation.FOREIGN),
    ],
)
def test_generation_goes_by_the_marks(keys: list[str], expected: Generation) -> None:
    assert generation(keys) is expected


def test_marks_keep_their_spelling_and_their_key() -> None:
    marks = website_facts_of(page("resourceid: 12", "ItemKind: ''", "itemtype: [a]")).marks
    assert {name: (mark.value, mark.route) for name, mark in marks.items()} == {
        "ResourceId": ("12", ("resourceid",))
    }


@pytest.mark.parametrize(
    ("line", "parents"),
    [
        ("parent: tags/a", ["tags/a"]),
        ("Parent: [' tags/a ', 3, '', tags/b]", ["tags/a", "tags/b"]),
        ("parent: {a: b}", []),
        ("parent:", []),
    ],
)
def test_parents_are_one_path_or_several(line: str, parents: list[str]) -> None:
    assert [entry.value for entry in website_facts_of(page(MARK, line)).parents] == parents


@pytest.mark.parametrize(
    "front", [["title: A", "parent: tags/a"], ["headline: {title: A}"], ["- title", MARK]]
)
def test_any_other_page_has_none(front: list[str]) -> None:
    assert website_facts_of(page(*front, body="## Children\n\n- x\n")) is NOTHING


def test_an_archive_makes_no_page_of_the_website() -> None:
    facts = website_facts_of(page("AliasesArchive: [/a, b]"))
    assert (facts.archive, facts.marked) == (("/a", "b"), False)
