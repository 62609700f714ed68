"""Which kind a page is: by its path and its own marks, and a stranger's page never anything but a page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from frontlint.schema.kinds import BUILT_IN_KINDS, BUILT_IN_PATTERNS, Kinds, PageKind, PatternRoot, When
from frontlint.schema.library import Json
from unit.schema.support_schema import kind

ID: dict[str, Json] = {"ResourceId": "aB3-dE_fG9h"}


@pytest.mark.parametrize(
    ("path", "keys", "name"),
    [
        ("tags/a/_index.md", {"ClassificationType": "tags"}, "tag"),
        ("tags/a/_index.md", {"itemkind": "classification"}, "tag"),
        ("tags/a/b/_index.fr.md", {"ItemKind": "x"}, "tag"),
        ("categories/a/_index.md", {"ItemKind": "x"}, "category"),
        ("concepts/a/_index.md", {"CLASSIFICATIONTYPE": "x"}, "concept"),
        ("tags/a/_index.md", {"Instructions": "x"}, "legacy-classification"),
        ("categories/a/_index.md", {"trustpilot": False}, "legacy-classification"),
        ("concepts/a/_index.md", ID, "legacy-classification"),
        ("tags/a/_index.md", {"title": "A"}, "page"),
        ("tags/a/_index.md", {"title": "A", "headline": "B"}, "page"),
        ("tags/a.md", {"ClassificationType": "tags"}, "page"),
        ("posts/a/_index.md", {"ClassificationType": "tags"}, "page"),
        ("resources/blog/a/index.md", {**ID, "ItemKind": "resource"}, "resource"),
        ("resources/blog/a/index.md", {**ID, "tldr": "x"}, "resource"),
        ("resources/blog/a/index.md", {**ID, "lastmod": "x"}, "resource"),
        ("resources/guides/a/_index.md", {**ID, "short_title": "x"}, "resource"),
        ("resources/blog/a/index.md", ID, "legacy-resource"),
        ("resources/blog/a/index.md", {"ResourceImport": True}, "legacy-resource"),
        ("resources/blog/a/index.md", {"ResourceType": "blog"}, "legacy-resource"),
        ("resources/blog/a/index.md", {"id": 1, "coverImage": "x"}, "legacy-resource"),
        ("resources/blog/a/index.md", {"id": 1}, "page"),
        ("resources/blog/a/index.md", {"title": "A", "short_title": "B", "tldr": "C"}, "page"),
        ("resources/blog/_index.md", {"resourceType": "blog"}, "section"),
        ("resources/_index.md", {"shorttitle": "x"}, "page"),
        ("resources/_index.md", {"title": "x"}, "page"),
        ("outcomes/a/index.md", {"ItemKind": "marketing", "ItemId": "a"}, "page"),
        ("capabilities/courses/a/index.md", {"ItemKind": "program", "ItemId": "AKP1"}, "page"),
        ("posts/a.md", {}, "page"),
    ],
)
def test_built_in_kinds(path: str, keys: dict[str, Json], name: str) -> None:
    assert kind(path, keys) == name


def pick(*kinds: PageKind, data: dict[str, Json], path: str = "content/a/b.md") -> str | None:
    found = Kinds(kinds).of(data, None, path)
    return found.name if found else None


def test_first_match_wins() -> None:
    first, second = PageKind("one", ("*.md",), "page"), PageKind("two", ("*.md",), "page")
    assert pick(first, second, data={}) == "one"
    assert pick(second, first, data={}) == "two"


def test_patterns_are_those_of_gitignore() -> None:
    own = PageKind("own", ("content/a/", "!content/a/b.md"), "page")
    assert pick(own, data={}, path="content/a/c.md") == "own"
    assert pick(own, data={}) is None
    assert pick(own, data={}, path="other/c.md") is None


@pytest.mark.parametrize(
    ("when", "matches"),
    [
        (When(has=("one", "TWO")), True),
        (When(has=("One", "three")), False),
        (When(any=("three", "two")), True),
        (When(any=("three",)), False),
        (When(lacks=("three",)), True),
        (When(lacks=("Two",)), False),
        (When(equals={"one": 1}), True),
        (When(equals={"one": True}), False),
        (When(equals={"three": None}), False),
        (When(has=("one",), lacks=("two",)), False),
    ],
)
def test_when(when: When, matches: bool) -> None:
    found = pick(PageKind("own", ("*.md",), "page", when), data={"One": 1, "two": "x"})
    assert found == ("own" if matches else None)


def test_a_page_outside_of_the_root_has_no_kind() -> None:
    assert pick(PageKind("page", ("**",), "page", When(), PatternRoot.CONTENT), data={}) is None


NAMES = st.sampled_from(
    ["tags", "categories", "concepts", "resources", "a", "_index.md", "_index.fr.html", "_index", "index.md"]
)


@given(st.lists(NAMES, min_size=1, max_size=5).map("/".join))
def test_the_patterns_in_the_box_are_those_of_gitignore(path: str) -> None:
    for pattern, expression in BUILT_IN_PATTERNS.items():
        (git,) = GitIgnoreSpec.from_lines([pattern]).patterns
        assert git.include is not pattern.startswith("!")
        assert (re.search(expression, path) is None) is (git.match_file(path) is None), (pattern, path)


def test_every_kind_in_the_box_has_its_patterns_ready() -> None:
    files = {file for kind in BUILT_IN_KINDS for file in kind.files}
    assert files - {"**"} == BUILT_IN_PATTERNS.keys()
