"""Digests of what others may know of a page: an edit of each kind changes its part, and no other."""

from __future__ import annotations

import pytest

from frontlint.engine.cache.parts import DIGITS, SENSE, Part, changed_parts, parts_of
from frontlint.engine.result import PageResult
from frontlint.website.collect import facts_of
from sites import MARK, page, page_of, ref

BODY = f"A subset of {ref('/tags/b', 'B')}.\n\n## Children\n\n- {ref('/tags/c', 'C')}\n  - D\n"
FRONT = {
    "title": "A",
    "date": "2025-01-01",
    "aliases": "[/y]",
    "aliasesArchive": "[/x]",
    "tags": "[t]",
    "keywords": "[k]",
    "ResourceId": "aB3-dE_fG9h",
    "parent": "[/tags/b]",
    "cascade": "{type: c}",
    "slugg": "s",
    "description": "words",
}


def sense(body: str = BODY, **changed: str) -> str:
    """The digests of the page with some values changed; an empty one takes the key away."""
    values = {**FRONT, **changed}
    made = page_of(page(*(f"{key}: {value}" for key, value in values.items() if value), MARK, body=body))
    return "".join(parts_of(PageResult(made.facts, website=facts_of(made))))


@pytest.mark.parametrize(
    ("key", "value", "part"),
    [
        ("title", "B", Part.TITLE),
        ("linkTitle", "B", Part.TITLE),
        ("date", "2025-01-02", Part.PLACE),
        ("draft", "true", Part.PLACE),
        ("type", "x", Part.PLACE),
        ("url", "/x/", Part.PLACE),
        ("outputs", "[html]", Part.PLACE),
        ("aliases", "[/z]", Part.ALIASES),
        ("aliasesArchive", "[/z]", Part.ALIASES),
        ("tags", "[u]", Part.TERMS),
        ("categories", "[u]", Part.TERMS),
        ("keywords", "[l]", Part.TERMS),
        ("ResourceId", "Zx9-dE_fG9h", Part.IDS),
        ("ItemType", "x", Part.IDS),
        ("parent", "[/tags/z]", Part.KIN),
        ("cascade", "{type: d}", Part.CASCADE),
        ("slugg", "", Part.NAMES),
    ],
)
def test_a_value_changes_its_part_alone(key: str, value: str, part: Part) -> None:
    assert changed_parts(sense(), sense(**{key: value})) == [part]


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (BODY + ref("/tags/e"), [Part.REFS]),
        (BODY.replace("A subset of", "See"), [Part.KIN]),
        (BODY.replace("## Children", "## Hierarchy"), [Part.KIN]),
        (BODY.replace("- D", "- E"), [Part.KIN]),
        (BODY.replace("/tags/c", "/tags/z"), [Part.REFS, Part.KIN]),
    ],
)
def test_an_edit_of_the_body(body: str, parts: list[Part]) -> None:
    assert changed_parts(sense(), sense(body)) == parts


def test_what_is_nobody_elses_changes_nothing() -> None:
    """Places, above all: what a page says to others is the same two lines further down."""
    assert sense() == sense(description="other words\n# a comment")
    assert sense() == sense("# A title\n\nNo link.\n\n".replace("No link.\n\n", "") + BODY)


def test_a_page_that_cannot_be_read_is_another() -> None:
    broken = page_of(page("- title\nslug: a", body=BODY))
    parts = changed_parts(sense(), "".join(parts_of(PageResult(broken.facts))))
    assert {Part.PLACE, Part.TITLE, Part.ALIASES, Part.NAMES} <= set(parts)
    assert Part.REFS not in parts


def test_a_digest_for_each_part() -> None:
    found = parts_of(PageResult(page_of(page("title: A")).facts))
    assert [len(one) for one in found] == [DIGITS] * len(Part)
    assert len("".join(found)) == SENSE
