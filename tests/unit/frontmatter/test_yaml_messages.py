"""What an author is told about YAML that Hugo refuses: where to look, why, and what to write instead."""

from __future__ import annotations

import pytest

from unit.frontmatter.pages import blamed, page, yaml


@pytest.mark.parametrize(
    ("text", "where", "message", "help_"),
    [
        (
            "title: Foo: bar",
            "Foo: bar",
            "the value of title has a colon in it, so it needs quotes",
            'write title: "Foo: bar"',
        ),
        (
            'title: a: "b"',
            'a: "b"',
            "the value of title has a colon in it, so it needs quotes",
            "write title: 'a: \"b\"'",
        ),
        ("title: 'it's'", "s'", "s' stands behind the closing quote of the value", 'write title: "it\'s"'),
        (
            "title: [foo] bar",
            "bar",
            "bar stands behind the closing ] of the value",
            'write title: "[foo] bar"',
        ),
        (
            "title: @foo",
            "@foo",
            "the value of title begins with @, which YAML keeps for itself",
            'write title: "@foo"',
        ),
        (
            "tags:\n  - *b*",
            "*b*",
            "this list item begins with *, which YAML keeps for itself",
            'write - "*b*"',
        ),
        (
            "title: %foo",
            "%foo",
            "the value of title begins with %, which YAML keeps for itself",
            'write title: "%foo"',
        ),
        (
            "a: *nope",
            "*nope",
            "*nope is an alias in YAML, and nothing above is named &nope",
            'write a: "*nope"',
        ),
        (
            'title: "foo\nslug: b',
            '"foo',
            'the closing " of this value is missing',
            'put " at the end of the value',
        ),
        (
            'a: "C:\\Temp"',
            "\\T",
            "\\T inside of double quotes is not an escape that Hugo knows",
            "use single quotes: 'C:\\Temp'",
        ),
        (
            'a: "C:\\Users\\me"\nb: 1',
            '\\Users\\me"',
            "\\U inside of double quotes is not an escape that Hugo knows",
            "use single quotes: 'C:\\Users\\me'",
        ),
        ("a:\n\tb: 1", "\t", "this line is indented with a tab, and YAML takes only spaces", "use spaces"),
        (
            "a: 1\n b: 2",
            " b",
            "b is indented further than the line above, which has its value already",
            "indent it like",
        ),
        ("title:foo\nslug: b", ":", "a space is missing after the colon of title", "write title: foo"),
        (
            "a: 1\nsome text\nb: 2",
            "some text",
            "some text is not a key: value line, nor part of a value above it",
            "add key:",
        ),
        ("a: [b, c", "[b, c", "the closing ] of this list is missing", "put ] at its end"),
        ("a: [b,, c]", ",", "nothing stands before this comma", "take the comma away"),
        ("a: ['b' 'c']", "'c']", "a comma is missing before 'c'", "put commas"),
        (
            "- a\n- b",
            "- a",
            "front matter must be lines of key: value, and - a begins a list",
            "write key: value",
        ),
        ("title: - a", "- a", "a list cannot begin behind title:", 'write title: "- a"'),
        ("a:\n  - x\n - y", " - y", "- y is not indented like the lines it belongs to", "column"),
        (
            "%YAML 1.2\na: b",
            "%YAML 1.2",
            "%YAML 1.2 is a YAML directive, which front matter cannot have",
            "take the line away",
        ),
        (": b", ":", "a key is missing before this colon", "write key: value"),
    ],
)
def test_tells_the_usual_mistakes(text: str, where: str, message: str, help_: str) -> None:
    document = yaml(text)

    assert document.refused
    assert blamed(document) == where
    assert document.problems[0].message == message
    assert help_ in document.problems[0].help


def test_a_long_opening_is_to_blame_for_what_follows() -> None:
    document = page("----\ntitle: A\n---\n")

    assert blamed(document) == "----"


@pytest.mark.parametrize(
    "text", ["title: Foo: " + "bar " * 100, "x" * 300, "a: '" + "b" * 300, "a: [" + "b, " * 300]
)
def test_messages_stay_short(text: str) -> None:
    (problem,) = yaml(text).problems

    assert len(problem.message) < 120
    assert len(problem.help) < 120
    assert not problem.message.endswith(".")
