"""The website's ids, their aliases, and which texts only look like one."""

from __future__ import annotations

import pytest

from frontlint.frontmatter.document import Value
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.urls.aliases import are_plain
from frontlint.website.ids import foreign_ids, id_aliases, is_id, looks_random, own_id
from frontlint.website.marks_of import Marks

ID = "aB3-dE_fG9h"
OTHER = "Zx9cV8bN7m_"


@pytest.mark.parametrize(
    "text", ["D4IlRdnMoRB", "WG3kT9RjTJl", "cBWi9iKD1Sa", "-Mz9cH0uiTQ", "1-W64WdSbF4", "hkbvwzQkm2f"]
)
def test_real_ids_look_random(text: str) -> None:
    assert is_id(text)
    assert looks_random(text)


@pytest.mark.parametrize("text", ["Scrum-Guide", "DevOps-Tool", "SCRUM_GUIDE", "agile-24-07", "lean-basics"])
def test_words_of_eleven_letters_do_not_look_random(text: str) -> None:
    assert not looks_random(text)


@pytest.mark.parametrize(
    "text", ["roof-garden", "scrumguides", "short", "adaptive-operating-model", f"{ID}\n"]
)
def test_slugs_and_other_lengths_are_no_ids(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        (f"/resources/{ID}", [ID]),
        (f"resources/{ID}/", [ID]),
        (f"/Resources/{ID}/index.html", [ID]),
        (f"/resources/videos/{ID}", []),
        (f"/resources/{ID}x", []),
        ("/resources/short", []),
    ],
)
def test_id_aliases(alias: str, expected: list[str]) -> None:
    values: tuple[Value, ...] = (alias, [alias])
    for value in values:
        facts = PageFacts("content/a.md", True, front={"aliases": value})
        assert [found for found, _ in id_aliases(facts)] == expected


def marks(**values: str) -> Marks:
    return Marks([(name, (name,)) for name in values], values.values())


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"ResourceId": ID}, ID),
        ({"ItemId": ID}, None),
        ({"ItemId": ID, "ItemKind": "Resource"}, ID),
        ({"ItemId": ID, "ItemKind": "program"}, None),
        ({"ResourceId": ID, "ItemKind": "marketing"}, None),
        ({"ResourceId": "adaptive-operating-model", "ItemKind": "classification"}, None),
        ({}, None),
    ],
)
def test_own_id(keys: dict[str, str], expected: str | None) -> None:
    found = own_id(marks(**keys))
    assert (found.value if found else None) == expected


def test_a_bad_list_of_aliases_has_none() -> None:
    value: Value = [f"/resources/{ID}", ["inner"]]
    facts = PageFacts("content/a.md", True, front={"aliases": value})
    assert list(id_aliases(facts)) == []


@pytest.mark.parametrize(
    ("aliases", "keys", "expected"),
    [
        ([f"/resources/{ID}", "/old"], {"ResourceId": ID}, ()),
        ([f"/resources/{ID}/", "/old"], {"ResourceId": ID}, ()),
        ([f"/resources/{ID}"], {"ResourceId": OTHER, "ItemId": ID}, ()),
        ([f"/resources/{ID}", f"/resources/{OTHER}"], {"ResourceId": ID}, (OTHER,)),
        ([f"/resources/{ID}", f"/Resources/{OTHER}/"], {"ResourceId": ID}, (OTHER,)),
        ([f"/resources/{ID}", f"/re\u017fources/{OTHER}"], {"ResourceId": ID}, (OTHER,)),
        ([f"/resources/{ID}"], {"ItemType": "blog"}, (ID,)),
        (["/resources/", f"/resources/{ID}"], {}, (ID,)),
        (f"/resources/{OTHER}", {"ResourceId": ID}, (OTHER,)),
        (["/old"], {"ResourceId": ID}, ()),
        ([], {"ResourceId": ID}, ()),
        (None, {"ResourceId": ID}, ()),
    ],
)
def test_ids_of_others(aliases: Value, keys: dict[str, str], expected: tuple[str, ...]) -> None:
    front = {} if aliases is None else {"aliases": aliases}
    for plain in {False, are_plain(aliases)}:
        facts = PageFacts("content/a.md", True, front=front, plain_aliases=plain)
        assert foreign_ids(facts, marks(**keys)) == expected
