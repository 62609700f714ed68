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
            "the value of `title` contains a colon, so it needs quotes",
            'write `title: "Foo: bar"`',
        ),
        (
            'title: a: "b"',
            'a: "b"',
            "the value of `title` contains a colon, so it needs quotes",
            "write `title: 'a: \"b\"'`",
        ),
        ("title: 'it's'", "s'", "the quote in `it's` ends the value early", 'write `title: "it\'s"`'),
        (
            "title: [foo] bar",
            "bar",
            "`bar` follows the closing `]` of the value",
            'write `title: "[foo] bar"`',
        ),
        (
            "title: @foo",
            "@foo",
            "the value of `title` begins with `@`, which YAML reserves",
            'write `title: "@foo"`',
        ),
        (
            "tags:\n  - *b*",
            "*b*",
            "this list item begins with `*`, which YAML reserves",
            'write `- "*b*"`',
        ),
        (
            "title: A\ndraft\uff1a true",
            "\uff1a ",
            "a full-width colon (U+FF1A) follows `draft`, where YAML needs `:` and a space",
            "write `draft: true`",
        ),
        (
            "title: %foo",
            "%foo",
            "the value of `title` begins with `%`, which YAML reserves",
            'write `title: "%foo"`',
        ),
        (
            "a: *nope",
            "*nope",
            "`*nope` is an alias in YAML, but nothing above is named `&nope`",
            'write `a: "*nope"`',
        ),
        (
            'title: "foo\nslug: b',
            '"foo',
            'the closing `"` of this value is missing',
            'put `"` at the end of the value',
        ),
        (
            'a: "C:\\Temp"',
            "\\T",
            "`\\T` inside double quotes is not an escape that Hugo knows",
            "use single quotes: `'C:\\Temp'`",
        ),
        (
            'a: "C:\\Users\\me"\nb: 1',
            '\\Users\\me"',
            "`\\U` inside double quotes is not an escape that Hugo knows",
            "use single quotes: `'C:\\Users\\me'`",
        ),
        (
            "a:\n\tb: 1",
            "\t",
            "this line is indented with a tab; YAML accepts only spaces",
            "write two spaces for each tab",
        ),
        *(
            (
                f"a: {value}\n\tb: 2",
                "\t",
                "this line is indented with a tab; YAML accepts only spaces",
                "start it in column 1, like the line above, which already has its value",
            )
            for value in ("1", "text", '"text"', "'text'", "text # with a comment")
        ),
        *(
            (
                text,
                tabs,
                "this line is indented with a tab; YAML accepts only spaces",
                "write two spaces for each tab",
            )
            for text, tabs in (
                ("\ta: 1\n\tb: 2", "\t"),
                ("a:\n  b: 1\n\tc: 2", "\t"),
                ("a:\n\t- b: 1", "\t"),
                ("a:\n- b: 1\n\tc: 2", "\t"),
                ("a:\n  - b: 1\n\t\tc: 2", "\t\t"),
                ("a: |\n  b: 1\n\t\tc: 2", "\t\t"),
            )
        ),
        (
            "a: 1\n b: 2",
            " b",
            "`b` is indented, but the line above already has its value",
            "start it in column 1, like the line above",
        ),
        *(
            (
                written,
                "      ",
                "this empty line has more spaces than the text below it, so Hugo cannot read that text",
                "delete the spaces in this line",
            )
            for written in (
                "a: |\n      \n  x\n  y\nb: 1",
                "a: >- # c\n\n   \n      \n  x: y\n  z\nb: 1",
                "l:\n- |+\n      \n  x\n  y\n- b",
                "a:\n  b: |\n      \n    one: 1\n    two\n  c: d",
            )
        ),
        ("title:foo\nslug: b", ":", "a space is missing after `title:`", "write `title: foo`"),
        (
            "a: 1\nsome text\nb: 2",
            "some text",
            "`some text` is neither `key: value` nor part of a value above it",
            "if it continues the value above, indent it; else write `key:` before it",
        ),
        (
            "a: [b, c",
            "[b, c",
            "the closing `]` of this list is missing",
            "put `]` at its end, or the value in quotes if it is text",
        ),
        *(
            (text, "[b", "the closing `]` of this list is missing", "put `]` at its end")
            for text in (
                "a: [b\nc: [d]",
                "a: [b\n  c\nd: [e]",
                'a: [b\n\n# c\n"d": [e]',
                "a: [b\r\nc: [d]\r\n",
            )
        ),
        (
            "a: {b: 1,\n c: 2\nd: [e]",
            "{b: 1,",
            "the closing `}` of this mapping is missing",
            "put `}` at its end",
        ),
        ("a: {\nb: 'c' 'd'\n}", "'d'", "a comma is missing before `'d'`", "put commas"),
        *(
            (text, "- b", "`- b` has a dash, which begins a list inside the brackets", "delete the dash and")
            for text in ("a: [- b, - c]", "a: [\n- b,\n- c\n]", "a: {\n- b\n}")
        ),
        ("a: [b, c]]", "]", "`]` follows the closing `]` of the value", "delete `]`"),
        ("a: {b: c}}\nd: e", "}", "`}` follows the closing `}` of the value", "delete `}`"),
        ("a: [b, c], # d", ",", "`,` follows a complete value", "delete `,`"),
        ("a: {b: c};\nd: e", ";", "`;` follows a complete value", "delete `;`"),
        ('a: "b",\nc: d', ",", "`,` follows a complete value", "delete `,`"),
        ("l:\n- 'b'.", ".", "`.` follows a complete value", "delete `.`"),
        ("a: 'b' c: d", "c: d", "`c` is on the line of another value", "begin a new line for `c`"),
        (
            'a: "b", "c"',
            '"b", "c"',
            "these are several values, and YAML needs brackets around a list",
            'put them in brackets: `["b", "c"]`',
        ),
        (
            "l:\n  - 'b', 'c'",
            "'b', 'c'",
            "this list item has several values",
            "put each value on its own line",
        ),
        (
            "a: [b], [c]",
            ", [c]",
            "`, [c]` follows the closing `]` of the value",
            "put all items into one list",
        ),
        (
            "a: [b, c] d",
            "d",
            "`d` follows the closing `]` of the value",
            "delete it, or put the whole value in quotes",
        ),
        (
            'a = "b"\nc: d',
            'a = "b"',
            "`a =` is not YAML, which needs a colon after the key",
            'write `a: "b"`',
        ),
        ("c: d\na => b", "a => b", "`a =>` is not YAML, which needs a colon after the key", "write `a: b`"),
        ("a: [al]pha, c]", "pha, c]", "`pha, c]` follows the closing `]` of the value", "delete it, or put"),
        ("a: [b, c]@", "@", "`@` follows the closing `]` of the value", "delete it, or put the whole"),
        ('a: "b"`', "`", "a backtick follows the closing quote of the value", "delete it, or put the whole"),
        *(
            (text, item, f"the value of `a` has {what} that begins with {char}, which YAML reserves", help_)
            for text, item, what, char, help_ in (
                ("a: [b, @c d, e]", "@c d", "an item", "`@`", 'write `"@c d"`'),
                ("a: ['b', `c`]", "`c`", "an item", "a backtick", 'write `"`c`"`'),
                ("a: [%b: c]", "%b", "an item", "`%`", 'write `"%b"`'),
                ("a: {b: @c, d: e}", "@c", "an inner value", "`@`", 'write `"@c"`'),
                ("a: {@b: c}", "@b", "a key", "`@`", 'write `"@b"`'),
                ("a: {b: [c, @d]}", "@d", "an item", "`@`", 'write `"@d"`'),
            )
        ),
        ("a: [\n  b,\n  @c\n]", "@c", "`@c` cannot begin with `@`, which YAML reserves", 'write `"@c'),
        (
            "a: [b, *c]",
            "*c",
            "`*c` is an alias in YAML, but nothing above is named `&c`",
            "put quotes around `*c`",
        ),
        (
            "a: >- Text\n  b",
            ">- Text",
            "`>-` must be the last on its line",
            "begin the text on the next line",
        ),
        ("a: [b] c", "c", "`c` follows the closing `]` of the value", 'write `a: "[b] c"`'),
        ("a: [b,, c]", ",", "there is nothing before this comma", "delete the comma"),
        ("a: ['b' 'c']", "'c']", "a comma is missing before `'c'`", "put commas"),
        (
            "- a\n- b",
            "- a",
            "front matter must be lines of `key: value`, but `- a` begins a list",
            "write `key: value`",
        ),
        (
            "title: - a",
            "- a",
            "a list cannot begin on the line of `title:`",
            'put each item on its own line, or write `title: "- a"`',
        ),
        ("a:\n  - x\n - y", " - y", "the indentation of `- y` fits no line above it", "column"),
        (
            "%YAML 1.2\na: b",
            "%YAML 1.2",
            "`%YAML 1.2` is a YAML directive, which front matter cannot have",
            "delete this line",
        ),
        (": b", ":", "a key is missing before this colon", "write `key: value`"),
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


@pytest.mark.parametrize(
    "text",
    ["a: [b\nc: [d]", "a: [b, # x\n  c # y\nd: [e]", "a: {b: 1,\n c: 2\nd: [e]", "a: [[b], [c\n ]\nd: e"],
)
def test_an_open_bracket_is_closed_where_the_next_key_begins(text: str) -> None:
    document = yaml(text)

    assert len(document.problems) == 1
    assert document.repaired
