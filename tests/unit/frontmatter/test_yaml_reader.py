"""YAML front matter: values as Hugo has them, and where each is written."""

from __future__ import annotations

import pytest

from frontlint.frontmatter.document import Data, ProblemKind
from unit.frontmatter.pages import blamed, key, page, routes, value, yaml

EVERYTHING = """\
title: "A: b"  # comment
tags: [x, 'y z']
list:
  - 1
  - |
    text

    more


# comment
map: {p:1, q: 2, r}
anchored: &name some words
again: *name
none:
long: one
  two
'quoted key': !!str 12"""


def test_values() -> None:
    assert yaml(EVERYTHING).data == {
        "title": "A: b",
        "tags": ["x", "y z"],
        "list": [1, "text\n\nmore\n"],
        "map": {"p": 1, "q": 2, "r": None},
        "anchored": "some words",
        "again": "some words",
        "none": None,
        "long": "one two",
        "quoted key": "12",
    }


@pytest.mark.parametrize(
    ("route", "written"),
    [
        (("title",), '"A: b"'),
        (("tags",), "[x, 'y z']"),
        (("tags", 1), "'y z'"),
        (("list",), "- 1\n  - |\n    text\n\n    more"),
        (("list", 1), "|\n    text\n\n    more"),
        (("map",), "{p:1, q: 2, r}"),
        (("map", "p"), "1"),
        (("map", "r"), ""),
        (("anchored",), "&name some words"),
        (("again",), "*name"),
        (("none",), ""),
        (("long",), "one\n  two"),
        (("quoted key",), "!!str 12"),
    ],
)
def test_places_of_values(route: tuple[str | int, ...], written: str) -> None:
    assert value(yaml(EVERYTHING), *route) == written


def test_places_of_keys_and_of_the_root() -> None:
    document = yaml(EVERYTHING)

    assert key(document, "quoted key") == "'quoted key'"
    assert key(document, "map", "p") == "p"
    assert key(document, "tags", 0) == ""
    assert value(document) == EVERYTHING


def test_a_value_without_text_stands_behind_the_colon() -> None:
    document = yaml("a : \nb:  # comment\nc: {d: , e}")

    starts = [document.places.value((name,)).start for name in ("a", "b")]
    assert [document.source.text[:start][-2:] for start in starts] == [" :", "b:"]


def test_places_count_code_points_behind_emoji_and_carriage_returns() -> None:
    document = page("\ufeff---\r\ntitle: 😀\r\nslug: é\r\n---\r\n")

    assert value(document, "slug") == "é"
    assert document.source.lines.line_column(document.places.value(("slug",)).start) == (3, 7)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", {}),
        ("# only a comment", {}),
        ("1: a\ntrue: b\n~: c\n1.50: d\n010: e", {"1": "a", "true": "b", "null": "c", "1.5": "d", "8": "e"}),
        ("a: !foo 010\nb: !!str 010\nc: !!int '3'\nd: ! 12", {"a": "010", "b": "8", "c": 3, "d": "12"}),
        ("a: x\tb", {"a": "xb"}),
        ("a: \x01x\x85y\u2028z", {"a": "\x01x\x85y\u2028z"}),
        ("a: {k:}\nb: [c:?d, :e]", {"a": {"k": None}, "b": ["c:?d", ":e"]}),
        ('a: "\\ud83d\\ude00\\/"', {"a": "😀/"}),
        ("a:\nb\nc: d", {"a": "b", "c": "d"}),
        ("a: |\n  \tx", {"a": "\tx\n"}),
        ("a: >-\n  x \n", {"a": "x"}),
        ("a: 1\n  - b: c", {"a": "1 - b: c"}),
        ("a: ?", {"a": "?"}),
        ("a: \r\n  'x\r\n  y'", {"a": "x\ny"}),
        ("a:\n  b: %c", {"a": {"b": "%c"}}),
    ],
)
def test_what_hugo_reads_and_libyaml_does_not(text: str, data: Data) -> None:
    document = yaml(text)

    assert document.problems == ()
    assert document.data == data


def test_what_three_dots_drop_is_a_problem_and_no_refusal() -> None:
    document = yaml("a: 1\n...\nb: 2")

    assert document.data == {"a": 1}
    assert [problem.kind for problem in document.problems] == [ProblemKind.DROPPED]
    assert not document.refused


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("<<: {a: 1}\na: 2", {"a": 2}),
        ("a: 2\n<<: {a: 1}", {"a": 1}),
        ("<<: [{a: 1, b: 1}, {a: 2}]", {"a": 2, "b": 1}),
        ("x: &x {a: 1}\ny:\n  <<: *x\n  b: 2", {"x": {"a": 1}, "y": {"a": 1, "b": 2}}),
        ("'<<': {a: 1}\n", {"<<": {"a": 1}}),
        ("<<:", {"<<": None}),
        ("a: &x 1\nb: &x 2\nc: *x", {"a": 1, "b": 2, "c": 2}),
        ("a: &x [*x]", {"a": [None]}),
    ],
)
def test_merges_and_aliases(text: str, data: Data) -> None:
    assert yaml(text).data == data


def test_merged_keys_have_no_place_of_their_own() -> None:
    document = yaml("x: &x {a: 1}\ny:\n  <<: *x\n  b: 2")

    assert document.places.nearest(("y", "a")) == ("y",)
    assert ("y", "<<") in routes(document)


@pytest.mark.parametrize(
    "text", ["<<: 1", "<<: ~", "<<: [1]", "a: !!str [b]", "a: {{ b }}", "a: [b\nc]", "a: !!bool on"]
)
def test_what_libyaml_reads_and_hugo_does_not(text: str) -> None:
    assert yaml(text).refused


def test_a_duplicate_key_shows_both_places_and_keeps_the_first() -> None:
    document = yaml("author: a\nnested:\n  b: 1\n  'b': 2\nauthor: c")

    assert [problem.kind for problem in document.problems] == [ProblemKind.DUPLICATE_KEY] * 2
    second = document.problems[1]
    assert second.first is not None
    lines = document.source.lines
    assert (lines.line_column(second.first.start)[0], lines.line_column(second.span.start)[0]) == (2, 6)
    assert "line 2" in second.message
    assert document.data == {"author": "a", "nested": {"b": 1}}
    assert value(document, "author") == "a"


def test_two_spellings_of_one_key_are_no_reason_to_refuse() -> None:
    document = yaml("ResourceId: 1\nresourceid: 2")

    assert [problem.kind for problem in document.problems] == [ProblemKind.KEY_CASE_CLASH]
    assert blamed(document) == "resourceid"
    assert not document.refused
    assert document.data == {"ResourceId": 1, "resourceid": 2}


def test_laughing_aliases_are_refused() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]

    assert "aliases repeat" in yaml("\n".join(lines)).problems[0].message


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 10_000, "a:\n  " + "- " * 100_000 + "b", "a: " + "{b: " * 10_000]
)
def test_deep_nesting_is_a_problem_not_a_crash(text: str) -> None:
    assert yaml(text).unread


@pytest.mark.parametrize("text", ["-\n\n...:\n--", "? a\n...: 1", "? [a\n...:"])
def test_dots_that_begin_a_key_end_nothing(text: str) -> None:
    """libyaml reads it, as the subset does not; it failed in the search for what follows an end."""
    assert not any("ends the YAML" in problem.message for problem in yaml(text).problems)
