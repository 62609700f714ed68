"""A page with a syntax problem is read on with the repair that the message proposes."""

from __future__ import annotations

import pytest

from frontlint.frontmatter.document import Document, ProblemKind
from unit.frontmatter.pages import key, page, toml, value, yaml

_YAML = [
    "title: Foo: bar",
    "title: 'it's'",
    'title: "foo',
    'title: "Curly\u201d',
    "title: @foo",
    "title: {{ x }}",
    "title: [foo] bar",
    "title:foo",
    "title:\u00a0foo",
    "title: - a",
    'title: "C:\\Temp"',
    "title: *nope",
    "tags: [go, #rust]",
    "tags: [a, b",
    "tags: [a, , b]",
    "a:\n\tb: 1\n\tc: 2",
    "a: 1\n b: 2",
    "tags:\n- one\n-two",
    "just text",
    'title: `x`\nabout: a: b\nmore: "x',
]
_TOML = [
    "title = \u201cFoo\u201d",
    'title = "Foo\u201d',
    "title = Foo bar",
    "title: Foo",
    "title =",
    "title = True",
    'title = "C:\\Temp"',
    'tags = ["a" "b"]',
    'tags = ["a", "b"',
    'title = "a" b',
    "\u00a0title = 1",
    "title =\u00a01",
    "title\u200b = 1",
    "title = 1\u00a0",
    'title = "x',
]
_JSON = [
    '"a": \u201cb\u201d',
    '\u201ca\u201d: "b"',
    "'a': 'b'",
    '"a": b c',
    '"a": True',
    '"a": "x" "b": 2',
    '"a": [1, 2,]',
    '"a" 1',
    '// a comment\n"a": 1',
    '"a":\u00a01',
    '"a": "x',
    '"a": "x\u201d',
    '"a": 1,,"b": 2',
]


def _is_read_on(document: Document) -> None:
    assert document.refused
    assert document.repaired
    assert not document.unread
    assert document.problems[0].kind is ProblemKind.SYNTAX
    assert document.data["draft"] == "yes"
    assert key(document, "draft").strip('"') == "draft"
    assert value(document, "draft").strip('"') == "yes"
    assert document.body.strip() == "Body."
    for route in document.places:
        span = document.places.value(route)
        assert 0 <= span.start <= span.end <= document.fence.content.end


@pytest.mark.parametrize("text", _YAML)
def test_yaml(text: str) -> None:
    _is_read_on(yaml(f"{text}\ndraft: yes\nlast: 1"))


@pytest.mark.parametrize("text", _TOML)
def test_toml(text: str) -> None:
    _is_read_on(toml(f'{text}\ndraft = "yes"\nlast = 1'))


@pytest.mark.parametrize("text", _JSON)
def test_json(text: str) -> None:
    _is_read_on(page("{\n" + text + ',\n"draft": "yes", "last": 1}\nBody.\n'))


@pytest.mark.parametrize("line", ["\u2014", "\u2014-", "-\u2013-", "--"])
def test_a_closing_line_that_only_looks_like_dashes(line: str) -> None:
    document = page(f"---\ntitle: a: b\ndraft: yes\n{line}\nBody.\n")
    _is_read_on(document)
    assert [problem.span.start for problem in document.problems] == [11, 27]


def test_each_problem_is_told_once_and_in_order() -> None:
    document = yaml('a: @x\nb: y: z\nc: "d')
    assert [document.source.lines.line_column(problem.span.start)[0] for problem in document.problems] == [
        2,
        3,
        4,
    ]
    assert document.data == {"a": "@x", "b": "y: z", "c": "d"}


@pytest.mark.parametrize("text", ["- a\ndraft: yes", "- - x: [", "a: !!str [b]"])
def test_without_a_repair_nothing_is_known(text: str) -> None:
    document = yaml(text)
    assert document.unread
    assert document.data == {}


def test_what_was_left_out_is_a_guess() -> None:
    assert yaml("slug my-slug\ndraft: yes").guessed
    assert not yaml("title: a: b").guessed


def test_duplicate_keys_behind_a_problem_point_into_the_file() -> None:
    document = yaml("title: a: b\nx: 1\nx: 2")
    second = document.problems[1]
    assert second.kind is ProblemKind.DUPLICATE_KEY
    assert document.source.text[second.span.start : second.span.end] == "x"
    assert document.source.lines.line_column(second.span.start) == (4, 1)


def test_many_problems_end() -> None:
    assert yaml("\n".join(f"k{number}: @a" for number in range(1000))).unread


@pytest.mark.parametrize(
    ("document", "written"),
    [
        (page('{"title": "A", "draft": "yes",}\n'), '"yes"'),
        (page('{"title": "A", "draft": "yes"]}\n'), '"yes"'),
        (toml('draft = "yes" x'), '"yes"'),
        (yaml("draft: 'yes' x"), "'yes'"),
    ],
)
def test_a_value_ends_before_what_was_cut_after_it(document: Document, written: str) -> None:
    assert value(document, "draft") == written
