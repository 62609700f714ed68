"""TOML, JSON and Org front matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from frontlint.frontmatter.document import Data, Format, ProblemKind
from frontlint.frontmatter.json.reader import read_json
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.toml.reader import read_toml
from unit.frontmatter.pages import blamed, key, page, toml, value

TABLES = """\
title = "A"
[build]
render = "never"
a.b = 2020-01-02
a.c = [1, {x = 2}]
[[resources]]
src = '''
long'''
[[resources]]
[resources.params]
n = 0x1F"""


def test_toml_values() -> None:
    assert toml(TABLES).data == {
        "title": "A",
        "build": {"render": "never", "a": {"b": "2020-01-02", "c": [1, {"x": 2}]}},
        "resources": [{"src": "long"}, {"params": {"n": 31}}],
    }


@pytest.mark.parametrize(
    ("route", "written"),
    [
        (("title",), '"A"'),
        (("build",), '[build]\nrender = "never"\na.b = 2020-01-02\na.c = [1, {x = 2}]'),
        (("build", "a"), "b = 2020-01-02\na.c = [1, {x = 2}]"),
        (("build", "a", "c", 1, "x"), "2"),
        (("resources", 0), "[[resources]]\nsrc = '''\nlong'''"),
        (("resources", 1, "params", "n"), "0x1F"),
    ],
)
def test_toml_places(route: tuple[str | int, ...], written: str) -> None:
    assert value(toml(TABLES), *route) == written


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a = 2020-01-02 03:04:05.50+00:00", {"a": "2020-01-02T03:04:05.5Z"}),
        ("a = 07:32", {"a": "07:32:00"}),
        ("a = {b = 1,\n c = 2,}", {"a": {"b": 1, "c": 2}}),
        ('a = "\\e\\x41"', {"a": "\x1bA"}),
        ("a.b = 1\n[a.c]\nd = 1", {"a": {"b": 1, "c": {"d": 1}}}),
        ('a = """x\\\n   y"""', {"a": "xy"}),
        ("a = 1e3\nb = -inf\n3.14 = 1_0", {"a": 1000.0, "b": float("-inf"), "3": {"14": 10}}),
    ],
)
def test_toml_as_hugo_reads_it(text: str, data: Data) -> None:
    document = toml(text)

    assert document.problems == ()
    assert document.data == data


@pytest.mark.parametrize(
    ("text", "where", "message", "help_"),
    [
        (
            "title = Foo bar",
            "Foo bar",
            "`Foo bar` is text, and text needs quotes in TOML",
            'write `"Foo bar"`',
        ),
        ("a = [b, c d]", "b, c d", "`b` is text, and text needs quotes in TOML", 'write `["b", "c d"]`'),
        (
            "a = [b, true, 3]",
            "b",
            "`b` is text, and text needs quotes in TOML",
            'write `["b", true, 3]`',
        ),
        ('a = ["b", c]', "c", "`c` is text, and text needs quotes in TOML", 'write `"c"`'),
        ("a = [\n  b,\n]", "b", "`b` is text, and text needs quotes in TOML", 'write `"b"`'),
        ("a = {b = c}", "c", "`c` is text, and text needs quotes in TOML", 'write `"c"`'),
        ("a = b, c]", "b, c]", "`b, c]` is text, and text needs quotes in TOML", 'write `"b, c]"`'),
        ("title: x", ":", "`title:` is YAML, but `+++` begins TOML, which needs `=`", 'write `title = "x"`'),
        ("a = True", "True", "`True` is not a TOML value", "write `true`"),
        ("a =", "", "a value is missing after this `=`", 'write `""` for an empty text'),
        ('a = "x', '"x', 'the closing `"` of this text is missing', 'put `"` at the end of the text'),
        (
            'a = "C:\\Temp"',
            "\\T",
            "`\\T` inside double quotes is not an escape that TOML knows",
            "single quotes",
        ),
        ("a = [1, 2\nb = 1", "[1, 2", "the closing `]` of the list above is missing", "put `]` at its end"),
        ("[a\nb = 1", "[a", "the closing `]` of this table header is missing", "put `]` at its end"),
        (
            "a = 2024-1-5",
            "2024-1-5",
            "`2024-1-5` is not a TOML date: month and day need two digits",
            "write `2024-01-05`",
        ),
        *(
            (f"a = {word}", word, f"`{word}` {message}", help_)
            for word, message, help_ in (
                ("2024-2-30", "is neither a number nor a date in TOML", "if it is text, put it in quotes"),
                ("2020-02-30", "is not a date: month 02 has no day 30", "if it is a date, correct it"),
                ("2023-02-29", "is not a date: 2023 is not a leap year", "if it is a date, correct it"),
                ("2024-13-01T09:00:00Z", "is not a date: month 13 does not exist", "if it is a date"),
                ("02.01.2024", "is not a TOML date", "write `2024-01-02` or `2024-02-01`"),
                ("2024/01/02", "is not a TOML date", "if it is a date, write `2024-01-02`; if"),
                ("2024-01-02T10:00:00+0100", "is not a TOML date", "write `2024-01-02T10:00:00+01:00`"),
                (".5", "is not a TOML number: it needs a digit on both sides of the point", "`0.5`"),
                ("-5.", "is not a TOML number: it needs a digit on both sides of the point", "`-5.0`"),
                ("007", "is not a TOML number, because it begins with 0", "if it is a number, write `7`; if"),
                ("00.5", "is not a TOML number, because it begins with 0", "if it is a number, write `0.5`"),
                ("1.2.3", "is neither a number nor a date in TOML", 'put it in quotes: `"1.2.3"`'),
                (".", "is neither a number nor a date in TOML", "if it is text"),
            )
        ),
        ("a = flase", "flase", "`flase` is not a TOML value", "if it is `false`, write that; if it is text"),
        ("a: = 1", ":", "`:` follows the key `a`, but TOML needs only `=`", "delete the `:`"),
        ("a:b = 1", "a:b = 1", "`a:b` is not a key: it contains a `:`", "put the key in quotes"),
        ("a: 10", ":", "`a:` is YAML, but `+++` begins TOML, which needs `=`", "write `a = 10`"),
        ("a: 2024-01-02", ":", "`a:` is YAML, but `+++` begins TOML, which needs `=`", "`a = 2024-01-02`"),
        ("a = 1, 000", ", 000", "`, 000` follows a complete value", "begin a new line"),
        ("a = 1 b = 2", "b = 2", "`b` is on the line of another value", "begin a new line for `b`"),
        ('a = "x = y" b = 2', "b = 2", "`b` is on the line of another value", "begin a new line for `b`"),
        ("[a] b = 2", "b = 2", "`b` is on the line of another table header", "begin a new line for `b`"),
        ("[a]]\nb = 2", "]", "`]` follows a complete table header", "delete `]`"),
        ("a = [1], # c", ",", "`,` follows a complete value", "delete `,`"),
        ("a = b; c", "b; c", "`b; c` is text, and text needs quotes in TOML", 'write `"b; c"`'),
        ("a = true;", ";", "`;` follows a complete value", "delete `;`"),
        ('a = == "x"', "=", "there is one `=` too many", "delete this `=`"),
        (
            'a = "x", "y"',
            '"x", "y"',
            "these are several values, and TOML needs brackets around a list",
            'put them in brackets: `["x", "y"]`',
        ),
        (
            'a = "say "hi" now"',
            '"hi" now"',
            "the quote before `hi` ends the text early",
            "write `'say \"hi\" now'`",
        ),
        ("a = 'it's'", "'s'", "the quote before `s` ends the text early", 'write `"it\'s"`'),
        ("a = 'it's \"x\"'", "'s \"x\"'", "the quote before `s` ends the text early", "put `'''` around"),
        ('a = "it\'s "x" y"', '"x" y"', "the quote before `x` ends the text early", "put a backslash before"),
        ('a = "x" "y"', '"y"', '`"y"` follows the closing quote of the value', "delete it"),
    ],
)
def test_toml_mistakes(text: str, where: str, message: str, help_: str) -> None:
    document = toml(text)

    assert document.refused
    assert blamed(document) == where
    assert document.problems[0].message == message
    assert help_ in document.problems[0].help


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (read_json, '{"a": 1.5, \'b\': [.5, {"c": "say "hi""}], "d": 2024-01-02; e: \'f\', , "g" h}'),
        (read_toml, "[a]]\nb = 'it's', \"c\" d = 1;\ne == .5\nf: 007\ng = [h, @i]\nj = 2024-13-01 k = tru\n"),
    ],
)
def test_a_text_that_ends_anywhere_is_read_without_failing(
    read: Callable[[str, int, int], Reading], text: str
) -> None:
    """The settings of editors are read without a fence, which asks for the closing brace of a page."""
    beginnings = [
        text[:start] + text[end:] for start in range(1, len(text)) for end in (start + 1, len(text))
    ]
    readings = [read(beginning, 0, len(beginning)) for beginning in (*beginnings, text)]
    assert sum(bool(reading.problems) for reading in readings) > len(text)


def test_toml_duplicates_show_both_places_and_keep_the_first() -> None:
    document = toml("a = 1\nb = 2\na = 3\n[c]\nd = 1\n[c]\ne = 1")

    assert [problem.kind for problem in document.problems] == [ProblemKind.DUPLICATE_KEY] * 2
    assert document.data == {"a": 1, "b": 2, "c": {"d": 1}}


def test_json_values_places_and_the_last_of_equal_keys() -> None:
    document = page('{"a": 1, "b": [true, {"c": null}], "a": "\\ud83d\\ude00"}\nBody.')

    assert document.format is Format.JSON
    assert [(one.kind, one.span.start) for one in document.problems] == [("overwritten-key", 35)]
    assert not document.refused
    assert document.data == {"b": [True, {"c": None}], "a": "😀"}
    assert (key(document, "a"), value(document, "a")) == ('"a"', '"\\ud83d\\ude00"')
    assert value(document, "b", 1) == '{"c": null}'


def test_json_numbers_are_floats() -> None:
    assert isinstance(page('{"date": 1577934245}').data["date"], float)


@pytest.mark.parametrize(
    ("text", "where", "message", "help_"),
    [
        ('{"a": 1,}', ",", "only `}` follows this comma", "delete the comma"),
        ('{"a": [1,]}', ",", "only `]` follows this comma", "delete the comma"),
        ('{ // c\n"a": 1}', "// c", "JSON has no comments", "YAML"),
        ("{\"a\": 'x'}", "'x'", "`'x'` is in single quotes; JSON needs double quotes", 'write `"x"`'),
        ("{a: 1}", "a", "`a` is not a key: JSON keys need double quotes", 'write `"a": value`'),
        *(
            (f'{{"b": [1, {word}]}}', word, f"`{word}` {message}", help_)
            for word, message, help_ in (
                (
                    "02700",
                    "is not a JSON number, because it begins with 0",
                    "if it is a number, write `2700`",
                ),
                (
                    "-01",
                    "is not a JSON number, because it begins with 0",
                    "if it is a number, write `-1`; if",
                ),
                ("00.5", "is not a JSON number, because it begins with 0", "if it is a number, write `0.5`"),
                (".5", "is not a JSON number: it needs a digit on both sides of the point", "`0.5`"),
                ("-1.", "is not a JSON number: it needs a digit on both sides of the point", "`-1.0`"),
                ("+5", "is not a JSON number, because it begins with `+`", "write `5`"),
                ("0x1F", "is not a JSON number", "if it is a number, write `31`"),
                ("1_000", "is not a JSON number", "if it is a number, write `1000`"),
                ("2024-01-02", "is text, and text needs quotes in JSON", 'write `"2024-01-02"`'),
                ("2024-01-02T10:00:00Z", "is text, and text needs quotes in JSON", 'write `"2024-01-02T1'),
                ("1.2.3", "is text, and text needs quotes in JSON", 'write `"1.2.3"`'),
                ("9:30", "is text, and text needs quotes in JSON", 'write `"9:30"`'),
                ("10px", "is text, and text needs quotes in JSON", 'write `"10px"`'),
            )
        ),
        ('{"a": false=}', "=", "a comma is missing before `=`", "put a comma"),
        ('{"a" 1}', "1", "a colon is missing after the key `a`", 'write `"a": value`'),
        ('{"a": 1, -}', "-", "`-` is not a key: JSON keys need double quotes", "put it in double quotes if"),
        ('{"a": 1; "b": 2}', ";", "this `;` must be a comma", "write `,`"),
        (
            '{\n"a": "say "hi" now",\n"b": 1}',
            '"hi" now"',
            "the quote before `hi` ends the text early",
            "put a backslash before each",
        ),
        ('{"a": "x" b: 1}', "b", "a comma is missing before `b`", "put a comma"),
        ('{"a": 1 "b": 2}', '"b"', 'a comma is missing before `"b"`', "put a comma"),
        ('{"a": True}', "True", "`True` is not a JSON value", "write `true`"),
        ('{"a": "C:\\Users"}', "\\U", "`\\U` is not an escape that JSON knows", "backslash"),
        (
            '{"a": "x\ny"}',
            '"x',
            "this text continues on the next line, which JSON does not allow",
            "close it",
        ),
        ("{{< x >}}\n", "{{< x >}}", "Hugo reads a page that begins with `{{` as JSON front matter", "above"),
    ],
)
def test_json_mistakes(text: str, where: str, message: str, help_: str) -> None:
    document = page(text)

    assert document.refused
    assert blamed(document) == where
    assert document.problems[0].message == message
    assert help_ in document.problems[0].help


def test_deep_json_and_toml_are_problems_not_crashes() -> None:
    """Hugo reads 10,000 levels of both."""
    assert page('{"a": ' + "[" * 10_000 + "]" * 10_000 + "}").unread
    assert toml("a = " + "[" * 10_001 + "]" * 10_001).unread
    assert not page('{"a": ' + "[" * 9_999 + "]" * 9_999 + "}").unread
    assert not toml("a = " + "[" * 10_000 + "]" * 10_000).unread


def test_org_keywords() -> None:
    document = page(
        "#+TITLE: A\n#+tags[]: a b\n#+x: 1\n#+x: 2\n#+date: <2020-01-02 Thu>\n#+filetags: :c:d:\n\nBody."
    )

    assert document.format is Format.ORG
    assert document.data == {
        "title": "A",
        "tags": ["a", "b"],
        "x": ["1", "2"],
        "date": "2020-01-02",
        "filetags": ["c", "d"],
    }
    assert (key(document, "tags"), value(document, "tags", 1), value(document, "filetags", 0)) == (
        "tags",
        "b",
        "c",
    )
