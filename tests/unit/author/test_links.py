"""Where Markdown has addresses, and where it has text that only looks so."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.author.links import links


def addresses(text: str) -> list[str]:
    found = links(text, 0)
    for link in found:
        assert link.angle == (text[link.span.start - 1] == "<")
    return [link.address for link in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[a](b.md)", ["b.md"]),
        ('![a](b.png "Title")', ["b.png"]),
        ("[a](<b c.md> 'T')", ["b c.md"]),
        ("[a]( b.md )", ["b.md"]),
        ("[a](b(1).md)", ["b(1).md"]),
        (r"[a](b\(1.md)", ["b(1.md"]),
        ("[a](b.md?x=1&amp;y=2)", ["b.md?x=1&y=2"]),
        ("[![i](i.png)](b.md)", ["i.png", "b.md"]),
        ("[a\nb](c.md)", ["c.md"]),
        ("[r]\n\n[r]: b.md 'T'\n", ["b.md"]),
        ("> [r]: <b c.md>\n", ["b c.md"]),
        ("- item\n\n    [a](b.md)\n", ["b.md"]),
        ("1. one\n   - two\n\n     [a](b.md)\n", ["b.md"]),
        ('{{< card "x" >}}[a](b.md){{< /card >}}', ["b.md"]),
    ],
)
def test_an_address(text: str, wanted: list[str]) -> None:
    assert addresses(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "`[a](b.md)`",
        "``[a](`b.md)``",
        "```\n[a](b.md)\n```\n",
        "- x\n  ~~~\n  [a](b.md)\n  ~~~\n",
        "> ```\n> [a](b.md)\n> ```\n",
        "text\n\n    [a](b.md)\n",
        "<!-- [a](b.md) -->",
        "<div>\n[a](b.md)\n</div>\n",
        '<a title="[a](b.md)">',
        r"\[a](b.md)",
        "[a] (b.md)",
        "a](b.md)",
        '{{< card "[a](b.md)" >}}',
        '[a]({{< ref "b.md" >}})',
        "[^1]: b.md\n",
        "[a](b c.md)",
    ],
)
def test_what_is_text(text: str) -> None:
    assert addresses(text) == []


_PIECES = st.sampled_from(
    [
        "[a](b.md)",
        "![i](c.png)",
        "`",
        "``",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "> ",
        "```\n",
        "~~~\n",
        "x ",
        "[",
        "]",
        "\\",
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[a](b.md)\\[a](c.md)", ["b.md"]),
        ("[x [a](b.md)](c.md)", ["b.md"]),
        ("[![i](c.png)](b.md)", ["c.png", "b.md"]),
        ("![[a](b.md)](c.png)", ["b.md", "c.png"]),
        ("[x [a](b.md)](c.md) [d](e.md)", ["b.md", "e.md"]),
        ("\\![x [a](b.md)](c.md)", ["b.md"]),
    ],
)
def test_a_link_has_no_link_around_it(text: str, found: list[str]) -> None:
    assert addresses(text) == found


@pytest.mark.parametrize("gap", ["     ", "\t\t", "  \t  "])
@pytest.mark.parametrize("marker", ["-", "1.", "> -"])
def test_an_item_of_code_has_no_links(marker: str, gap: str) -> None:
    assert addresses(f"{marker}{gap}[a](b.md)\n") == []
    assert addresses(f"{marker} [a](b.md)\n") == ["b.md"]


@pytest.mark.parametrize("start", ["- ", "1. ", "> ", "- a\n  "])
def test_a_fence_ends_with_what_is_around_it(start: str) -> None:
    fence = "```\n"
    assert addresses(f"{start}{fence}{fence}[a](b.md)\n{fence}[a](c.md)\n") == ["c.md"]
    inside = "> " if start == "> " else "   "
    assert addresses(f"{start}{fence}{inside}[a](b.md)\n{inside}{fence}\n[a](c.md)\n") == ["c.md"]


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_what_is_found_is_a_link(text: str) -> None:
    """Nothing that GitHub's renderer takes for text is ever rewritten."""
    html = pytest.importorskip("cmarkgfm").markdown_to_html(text)
    for address in ("b.md", "c.png"):
        assert addresses(text).count(address) <= html.count(f'"{address}"'), html


@pytest.mark.parametrize(
    "piece", ["[a](", "](b ", "`", '[a](b "', "{{< ", "> - ", "[", "~~~\n", "![", "<a ", "    \n"]
)
def test_time_grows_with_the_length(piece: str) -> None:
    text = piece * 40_000 + "](b)"
    begun = time.perf_counter()
    links(text, 0)
    assert time.perf_counter() - begun < 5
