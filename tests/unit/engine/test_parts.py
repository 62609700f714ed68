"""Which part of a page an edit changes: that one alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.engine.internal_error import Fatal
from frontlint.engine.parts import changed_parts, part_of
from frontlint.engine.request import Request
from frontlint.engine.result import PageResult
from frontlint.engine.snapshot import fresh
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from frontlint.site.parts import ALL, Part
from support import CLOCK, make_project

LINES = [
    "title: T",
    "slug: s",
    "draft: false",
    "weight: 1",
    "date: 2020-01-01",
    "aliases: [/old]",
    "tags: [a]",
    "keywords: [k]",
    "description: D",
    "titel: x",
    "ResourceId: aB3-dE_fG9h",
    "aliasesArchive: [/older]",
    "parent: [concepts/a]",
    "cascade: {outputs: [html]}",
]
BODY = '[x]({{< ref "/a" >}})\n\n## Specialized\n\n- [b]({{< ref "/b" >}})\n'
PATH = "content/concepts/p/_index.md"


def result_of(folder: Path, lines: list[str], body: str = BODY) -> PageResult:
    text = "\n".join(["---", *lines, "---", body])
    config = "baseURL: https://example.org/\ntaxonomies: {tag: tags, concept: concepts}\n"
    make_project(folder, {PATH: text, "hugo.yaml": config})
    request = Request(folder, load_config(folder), load_settings(None, folder), clock=CLOCK, crashes=Fatal())
    found = fresh(request).snapshot.ground.result(PATH)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("title: U", {Part.TITLE}),
        ("linkTitle: U", {Part.TITLE}),
        ("slug: other", {Part.PLACE}),
        ("url: /x/", {Part.PLACE}),
        ("draft: true", {Part.PLACE}),
        ("date: 2021-01-01", {Part.PLACE}),
        ("publishDate: 2021-01-01", {Part.PLACE}),
        ("outputs: [html, json]", {Part.PLACE}),
        ("type: x", {Part.PLACE}),
        ("weight: 2", {Part.PLACE}),
        ("aliases: [/old, /new]", {Part.ALIASES}),
        ("aliases: /old", {Part.ALIASES}),
        ("aliasesArchive: [/oldest]", {Part.ALIASES}),
        ("tags: [a, b]", {Part.TERMS}),
        ("tags: [A]", {Part.TERMS}),
        ("tags: [1]", {Part.TERMS}),
        ("concepts: [a]", {Part.TERMS}),
        ("keywords: [l]", {Part.TERMS}),
        ("titel: y", set()),
        ("sulg: x", {Part.NAMES}),
        ("ResourceId: Zx9-dE_fG9h", {Part.IDS}),
        ("ResourceType: Blog", {Part.IDS}),
        ("parent: [concepts/b]", {Part.KIN}),
        ("cascade: {outputs: [json]}", {Part.CASCADE}),
        ("description: E", set()),
        ("nobody: asks", set()),
        ("# a comment", set()),
    ],
)
def test_an_edit_of_a_key_changes_its_part(tmp_path: Path, line: str, parts: set[Part]) -> None:
    key = line.partition(":")[0]
    lines = [line if one.startswith(f"{key}:") else one for one in LINES]
    lines = lines if line in lines else [*lines, line]
    old, new = result_of(tmp_path / "old", LINES), result_of(tmp_path / "new", lines)
    assert changed_parts(old, new) == changed_parts(new, old) == parts


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("A text.\n\n" + BODY, set()),
        (BODY + '[y]({{< ref "/y" >}})\n', {Part.REFS}),
        (BODY.replace("ref ", "relref "), {Part.REFS, Part.KIN}),
        (BODY.replace("/a", "/c"), {Part.REFS}),
        (BODY.replace("Specialized", "Others"), {Part.KIN}),
        ("<!-- frontlint-ignore broken-ref: x -->\n" + BODY, set()),
    ],
)
def test_an_edit_of_the_text_changes_refs_and_kin(tmp_path: Path, body: str, parts: set[Part]) -> None:
    old, new = result_of(tmp_path / "old", LINES), result_of(tmp_path / "new", LINES, body)
    assert changed_parts(old, new) == parts


def test_the_order_of_keys_and_their_spelling_are_no_change(tmp_path: Path) -> None:
    old = result_of(tmp_path / "old", LINES)
    again = [line.replace("title:", "Title:").replace("[a]", "['a']") for line in LINES]
    assert changed_parts(old, result_of(tmp_path / "new", again)) == set()


def test_one_and_true_are_two_values(tmp_path: Path) -> None:
    """They are equal to Python, and Hugo makes two terms of them."""
    old, new = (result_of(tmp_path / value, [f"tags: [{value}]"]) for value in ("1", "true"))
    assert changed_parts(old, new) == {Part.TERMS}


def test_the_first_mark_of_the_website_changes_how_strictly_all_is_judged(tmp_path: Path) -> None:
    plain = [line for line in LINES if not line.startswith(("ResourceId", "parent", "aliasesArchive"))]
    old = result_of(tmp_path / "old", plain)
    new = result_of(tmp_path / "new", [*plain, "ResourceId: aB3-dE_fG9h"])
    assert changed_parts(old, new) >= {Part.IDS, Part.TERMS, Part.ALIASES, Part.KIN}


def test_a_page_that_comes_or_goes_or_cannot_be_read_changes_its_place(tmp_path: Path) -> None:
    page = result_of(tmp_path / "old", LINES)
    assert changed_parts(None, page) == changed_parts(page, None) == ALL
    assert Part.PLACE in changed_parts(page, result_of(tmp_path / "new", [*LINES, "\tbad: 1"]))


def test_a_key_of_hugos_is_never_a_term() -> None:
    """A taxonomy may be called `type`: where the page is counts for more."""
    assert part_of("type") is Part.PLACE
    assert part_of("series") is Part.TERMS
