"""Titles as Hugo 0.168 writes them with `strings.Title` in each of its styles."""

from __future__ import annotations

import pytest

from frontlint.hugo.values.titles import title_function

STYLES = ("ap", "chicago", "go", "firstupper", "none")
SEEN = {
    "the state of the art, well-known": (
        "The State of the Art, Well-Known",
        "The State of the Art, Well-Known",
        "The State Of The Art, Well-Known",
        "The state of the art, well-known",
    ),
    "up with it": ("Up With It", "Up with It", "Up With It", "Up with it"),
    "o'neil's": ("O'neil's", "O'neil's", "O'Neil'S", "O'neil's"),
    "to/of/the": ("To/of/The", "To/of/The", "To/Of/The", "To/of/the"),
    "x-of-y": ("X-of-Y", "X-of-Y", "X-Of-Y", "X-of-y"),
    "x of-y": ("X Of-Y", "X Of-Y", "X Of-Y", "X of-y"),
    "on: the run": ("On: The Run", "On: The Run", "On: The Run", "On: the run"),
    "ǆx": ("ǅx", "ǅx", "ǅx", "Ǆx"),
    "ßx": ("ßx", "ßx", "ßx", "ßx"),
    "hello_world the": ("Hello_world The", "Hello_world The", "Hello_world The", "Hello_world the"),
    "“the” of": ("“The” Of", "“The” Of", "“the” Of", "“the” of"),
    "": ("", "", "", ""),
}


@pytest.mark.parametrize("text", SEEN)
def test_titles(text: str) -> None:
    assert tuple(title_function(style)(text) for style in STYLES) == (*SEEN[text], text)


def test_an_unknown_style_is_that_of_ap() -> None:
    assert title_function("unheard-of")("up with it") == "Up With It"
