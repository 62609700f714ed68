"""Ref calls in a body: what is one, what stands where."""

from __future__ import annotations

import random
import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.hugo.content import shortcodes
from frontlint.hugo.content.facts import RefCall
from frontlint.hugo.content.shortcode_faults import shortcode_problem
from frontlint.hugo.content.shortcode_lexer import first_fault
from frontlint.hugo.content.shortcodes import scan, scan_places
from support import ROOT


def only(text: str) -> RefCall:
    (call,) = scan(text)
    return call


@pytest.mark.parametrize(
    "text",
    [
        '{{< ref "x" >}}',
        '{{%relref "x"%}}',
        "{{< ref `x` >}}",
        "{{< REF x >}}",
        '{{< ref path="x" >}}',
        "{{< ref\n  path = x\n>}}",
    ],
)
def test_forms(text: str) -> None:
    ((call, start, end, path_start, path_end),) = scan_places(f"é {text} é")
    assert call.path == "x"
    assert (start, end) == (2, 2 + len(text))
    path = 2 + text.index("x", text.lower().index("f") + 1)
    assert (path_start, path_end) == (path, path + 1)


def test_language_and_output_format() -> None:
    named = only('{{< relref path="/a b" lang="fr" outputFormat="rss" >}}')
    assert (named.name, named.path, named.lang, named.output_format) == ("relref", "/a b", "fr", "rss")
    placed = only('{{< ref "x" "amp" >}}')
    assert (placed.path, placed.output_format) == ("x", "amp")


def test_a_quote_in_quotes() -> None:
    assert only(r'{{< ref "a\"b" >}}').path == 'a"b'


def test_no_path() -> None:
    assert only("{{< ref  >}}").path is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            '{{</* ref "x" */>}}',
            '{{%/* ref "x" */%}}',
            "{{< ref /x >}}",
            "{{< ref 'x' >}}",
            '{{< ref "x" />}}',
        ),
        *(
            '{{< ref "x" %}}',
            '{{< reference "x" >}}',
            "{{< /ref >}}",
            '{{ ref "x" }}',
            '{{< note "{{< ref x >}}" >}}',
        ),
        '{{< ref "x\n" >}}',
    ],
)
def test_what_is_no_call(text: str) -> None:
    assert scan(text) == ()


def test_calls_before_the_start_do_not_count() -> None:
    text = '{{< ref "a" >}} {{< ref "b" >}}'
    assert [call.path for call in scan(text, 5)] == ["b"]


def test_code_makes_no_difference() -> None:
    text = '`{{< ref "a" >}}`\n\n```html\n<div>{{< ref "b" >}}\n```\n\n    {{< ref "c" >}}\n'
    assert [(call.path, call.in_html) for call in scan(text)] == [("a", False), ("b", False), ("c", False)]


@pytest.mark.parametrize(
    ("text", "in_html"),
    [
        ('<!-- {{< ref "x" >}} -->', True),
        ('<!-- {{% ref "x" %}} -->', False),
        ('a <a href="{{< ref "x" >}}">b</a>', True),
        ('a <b>{{< ref "x" >}}</b>', False),
        ('<div>\n{{< ref "x" >}}', True),
        ('<div>\n\n{{< ref "x" >}}', False),
        ('<!-- a\n\n{{< ref "x" >}}\n', True),
        ('<!-- a -->\n{{< ref "x" >}}', False),
        ('<x-y>\n{{< ref "x" >}}', True),
        ('text\n<x-y>\n{{< ref "x" >}}', False),
        ('`<b title="` {{< ref "x" >}} `">`', False),
        ('- <p>{{< ref "x" >}}', True),
        ('{{<note>}} {{< ref "x" >}} {{</note>}}', False),
    ],
)
def test_raw_html(text: str, in_html: bool) -> None:
    assert only(text).in_html is in_html


PIECES = st.sampled_from(
    [
        "{{<",
        "{{%",
        ">}}",
        "%}}",
        " ",
        '"',
        '"/a b"',
        '"c.md#d"',
        "`e`",
        "ref",
        "relref",
        "\\",
        "\n",
        "/*",
        "*/",
        "f",
        "=",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_the_usual_form_is_read_as_any_other(text: str) -> None:
    found = scan(text)
    with patch.object(shortcodes, "_USUAL", re.compile("(?!)")):
        assert scan(text) == found


_PIECES = (
    *(
        '{{< ref "a" >}}',
        '{{% relref "b" %}}',
        '{{<REF "c">}}',
        '{{< youtube "x" >}}',
        '{{< ref path="d" >}}',
    ),
    *('{{</* ref "e" */>}}', "{{< ref `f` >}}", "{{< ref", '" >}}', "{", "{{", "{{{<", "}}", "{{ .x }}"),
    *("<", "<b>", "<!--", "-->", "<div>", "</div>", "\n", "\n\n", "- ", "> ", "`", "```\n", "word ", "é“ ”"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=14))
def test_the_quick_way_finds_what_the_exact_one_finds(pieces: list[str]) -> None:
    assert_both_ways_agree("".join(pieces))


def test_the_quick_way_on_pages_of_examples_and_mutated_ones() -> None:
    """Every page at hand, as it is and with a piece put in or cut out at places all over it."""
    dice = random.Random(1)
    pages = [file.read_text("utf-8", "replace") for file in sorted((ROOT / "examples").rglob("*.md"))]
    assert sum("ref" in text for text in pages) > 10
    quick = 0
    for text in pages:
        for _ in range(40):
            at = dice.randrange(len(text) + 1)
            cut = dice.choice((0, 0, 1, 2, 9))
            changed = text[:at] + dice.choice((*_PIECES, "")) + text[at + cut :]
            quick += assert_both_ways_agree(changed, dice.choice((0, 0, len(changed) // 3)))
    assert quick > 500, "the quick way is not taken"


def assert_both_ways_agree(text: str, start: int = 0) -> bool:
    """Whether the quick way was sure; then it must have found the same calls in the same places."""
    usual = shortcodes._usual_refs(text, start)
    exact = list(shortcodes._all_refs(text, start))
    assert usual is None or usual.calls == exact
    if shortcodes.all_plain(text, start):
        assert first_fault(text, start) is None
        assert shortcode_problem(text, start) is None
    assert list(scan_places(text, start)) == exact
    assert scan(text, start) == tuple(call for call, *_ in exact)
    return usual is not None and bool(usual.calls)
