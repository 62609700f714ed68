"""What a finding is known by survives every rewriting that leaves the data alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.sources import Sources
from frontlint.base.span import Span
from frontlint.findings.finding import Finding
from frontlint.findings.fingerprint import fingerprints, unique_fingerprints
from frontlint.frontmatter.route import Route

PAGE = """---
# a comment
title: "An old page"
aliases:
  - /b/
  - /a/
weight: 10
Headline:
  title: >
    Two
    lines
---
See [x]({{< ref "gone" >}}).
"""
REWRITTEN = """---
aliases: ['/a/', "/b/"]
headline: {title: 'Two lines'}
weight: "10"
title: An old page
---
Something new.

See [x]({{< ref "gone" >}}).
"""


def print_of(folder: Path, text: str, field: Route | None, marked: str = "", path: str = "a.md") -> str:
    (folder / path).write_text(text, encoding="utf-8", newline="")
    start = text.index(marked)
    finding = Finding("a-rule", path, Span(start, start + len(marked)), "words", field=field)
    return fingerprints([finding], Sources(folder))[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("aliases", 1), ("aliases", 0)),
        (("title",), ("title",)),
        (("weight",), ("weight",)),
        (("Headline", "title"), ("headline", "title")),
        (("headline", "subtitle"), ("headline", "subtitle")),
        (("aliases",), ("aliases",)),
        ((), ()),
    ],
)
def test_a_rewritten_page_keeps_its_fingerprints(tmp_path: Path, old: Route, new: Route) -> None:
    before = print_of(tmp_path, PAGE, old)
    assert len(before) == 16
    assert before == print_of(tmp_path, REWRITTEN, new, path="moved.md")
    assert before == print_of(tmp_path, REWRITTEN.replace("\n", "\r\n"), new)


def test_a_place_in_the_body_is_known_by_its_text(tmp_path: Path) -> None:
    before = print_of(tmp_path, PAGE, None, "gone")
    assert before == print_of(tmp_path, REWRITTEN, None, "gone")
    assert before != print_of(tmp_path, REWRITTEN, None, "Something")


@pytest.mark.parametrize(
    "written",
    [
        '|\n  Say the word twice, the word\n  that\'s "it".\n',
        '>-\n    Say the word twice,\n    the word that\'s "it".\n',
        '"Say the word twice, the\\\n  \\ word that\'s \\"it\\"."\n',
        "'Say the word twice,\n  the word that''s \"it\".'\n",
    ],
)
def test_a_part_of_a_text_is_known_by_what_it_means(tmp_path: Path, written: str) -> None:
    plain = '---\nInstructions: Say the word twice, the word that\'s "it".\n---\n'
    wanted = print_of(tmp_path, plain, None, 'word twice, the word that\'s "it"')
    text = f"---\ntitle: A\ninstructions: {written}---\nText.\n"
    start, end = text.index("word"), text.rindex("it") + (3 if "it\\" in text else 2)
    assert print_of(tmp_path, text, None, text[start : end + 1]) == wanted
    assert print_of(tmp_path, text, None, text[start + 1 : end + 1]) != wanted


def test_a_key_is_known_in_any_case(tmp_path: Path) -> None:
    old = print_of(tmp_path, "---\nauthor: A\nAuthor: B\n---\n", None, "Author")
    assert old == print_of(tmp_path, "---\nAuthor: B\nauthor: A\n---\n", None, "author")
    assert old == print_of(tmp_path, "---\n'Author': B\n\"author\": A\n---\n", None, '"author"')


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        (("aliases", 0), "/b/", "/c/"),
        (("title",), '"An old page"', "Another"),
        (("weight",), "10", "11"),
        (("title",), '"An old page"', "[An old page]"),
        (("subtitle",), "weight: 10", "subtitle: 10"),
    ],
)
def test_a_changed_value_is_a_new_finding(tmp_path: Path, field: Route, old: str, new: str) -> None:
    assert print_of(tmp_path, PAGE, field) != print_of(tmp_path, PAGE.replace(old, new), field)


def test_an_item_more_leaves_the_list_what_it_was(tmp_path: Path) -> None:
    longer = PAGE.replace("  - /a/", "  - /a/\n  - /z/")
    assert print_of(tmp_path, PAGE, ("aliases",)) == print_of(tmp_path, longer, ("aliases",))


def test_rule_and_field_count(tmp_path: Path) -> None:
    text = "---\na: x\nb: x\n---\n"
    assert print_of(tmp_path, text, ("a",)) != print_of(tmp_path, text, ("b",))
    finding = Finding("a-rule", "a.md", Span(4, 5), "", field=("a",))
    both = fingerprints([finding, finding._replace(rule="another")], Sources(tmp_path))
    assert both[0] != both[1]


def test_equal_ones_are_told_apart_by_page_and_number(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("---\ntags: [x, x]\n---\n")
    findings = [
        Finding("a-rule", path, Span(0, 0), "", field=("tags", index))
        for path in ("a.md", "b.md")
        for index in (0, 1)
    ]
    sources = Sources(tmp_path)
    assert len(set(fingerprints(findings, sources))) == 1
    assert len(set(unique_fingerprints(findings, sources))) == 4
    assert unique_fingerprints(findings, sources) == unique_fingerprints(findings, sources)
