"""Where front matter begins and ends."""

from __future__ import annotations

import pytest

from frontlint.frontmatter import fence
from frontlint.frontmatter.document import Format

PLAIN = "---\ntitle: A\n---\nBody.\n"


@pytest.mark.parametrize(
    ("text", "format_", "content", "body"),
    [
        (PLAIN, Format.YAML, "title: A\n", "Body.\n"),
        ("---\r\ntitle: A\r\n---\r\nBody.", Format.YAML, "title: A\r\n", "Body."),
        ("---\rtitle: A\r---\rBody.", Format.YAML, "title: A\r", "Body."),
        (" \n\f\t---\ntitle: A\n---", Format.YAML, "title: A\n", ""),
        ("\ufeff---\na: 1\n---\n", Format.NONE, "", "\ufeff---\na: 1\n---\n"),
        ("---\n---\nBody.", Format.YAML, "", "Body."),
        ("--- title: A\n---x", Format.YAML, " title: A\n", "x"),
        ("---\na: 1\n ---\n----\n", Format.YAML, "a: 1\n ---\n", "-\n"),
        ("+++\na = 1\n+++\nBody.", Format.TOML, "a = 1\n", "Body."),
        ('{"a": "}", "b": {"c": "\\""}}\nBody.', Format.JSON, '{"a": "}", "b": {"c": "\\""}}', "Body."),
        ("#+title: A\n#+b: 1\n\nBody.", Format.ORG, "#+title: A\n#+b: 1\n", "\nBody."),
        ("# Title\n", Format.NONE, "", "# Title\n"),
        ("[x]\n---\na: 1\n---\n", Format.NONE, "", "[x]\n---\na: 1\n---\n"),
        ("", Format.NONE, "", ""),
    ],
)
def test_cuts_where_hugo_cuts(text: str, format_: Format, content: str, body: str) -> None:
    found, problem = fence.find(text)

    assert problem is None
    assert (found.format, text[found.content.start : found.content.end], text[found.body :]) == (
        format_,
        content,
        body,
    )


@pytest.mark.parametrize(
    ("text", "blamed", "words"),
    [
        ("---\ntitle: A\n", "---", "the closing `---` is missing"),
        ("---\ntitle: A\n...\n", "---", "the closing `---` is missing"),
        ("---\n", "---", "the closing `---` is missing"),
        ("+++\na = 1\n---\n", "+++", "the closing `+++` is missing"),
        ("- one\n- two\n", "- one", "does not open front matter"),
        ("+ one\n", "+ one", "does not open front matter"),
        ('{"a": 1\n', "{", "the closing `}` is missing"),
        ("{{< figure >}\n", "{{< figure >}", "begins with `{{`"),
    ],
)
def test_says_what_is_wrong_with_the_delimiters(text: str, blamed: str, words: str) -> None:
    _, problem = fence.find(text)

    assert problem is not None
    assert text[problem.span.start : problem.span.end] == blamed
    assert words in problem.message
    assert problem.help


def test_a_rule_at_the_start_of_a_page_is_not_asked_for_a_closing_fence() -> None:
    _, problem = fence.find("---\n\nSome text without front matter.\n")

    assert problem is not None
    assert "horizontal rule" in problem.help


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('{"title": "A, "draft": true}\nBody', 15),
        ('{"title": "A "b c", "draft": true}\nBody "x"', 14),
        ('{"title": "A" b", "tags": ["a"]}\n', 13),
        ('{"title": A", "tags": ["a"]}', 12),
        ('{title": "A", "tags": ["a"]}\n\nBody', 7),
        ('{"title": "A", "tags": ["a}\n\nBody', 25),
        ('{"title": "5\\" screen\\\\", "x": "\\"}\n', 32),
        ('{\n"tags": ["a, "b"],\n"x": "{"\n}\n\nBody "x" y', 16),
    ],
)
def test_names_the_first_quote_that_cannot_be(text: str, column: int) -> None:
    problem = fence.find(text)[1]
    assert problem is not None
    assert problem.message.startswith("the quotes of this JSON do not pair up")
    assert (problem.span.start + 1, problem.span.end) == (column, column)
    assert text[column - 1] == '"'


@pytest.mark.parametrize(
    "text", ['{"a": {"b": 1}\n\nBody "quoted" {x}\n', '{ "a": "b",\n\nSome "text\n', "{ a \n"]
)
def test_a_brace_that_is_missing_is_not_a_quote(text: str) -> None:
    problem = fence.find(text)[1]
    assert problem is not None
    assert problem.message.startswith("the closing `}` is missing")
