"""Emoji of several characters: where they end, and what is shown of them."""

from __future__ import annotations

import pytest

from frontlint.base.emoji import sequence_end
from frontlint.base.visible import visible
from frontlint.report import glyphs as glyphs_module
from frontlint.report.glyphs import Glyphs

CODER = "\U0001f469\U0001f3fd\u200d\U0001f4bb"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
HEART = "\u2764\ufe0f"
KEYCAP = "1\ufe0f\u20e3"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
GERMANY = "\U0001f1e9\U0001f1ea"
THUMB = "\U0001f44d\U0001f3fd"


@pytest.mark.parametrize("emoji", [CODER, FAMILY, HEART, KEYCAP, SCOTLAND, THUMB])
def test_an_emoji_is_shown_as_it_is_and_two_columns_wide(emoji: str) -> None:
    assert sequence_end(f"x{emoji}y", 1) == 1 + len(emoji)
    assert visible(f"a {emoji} b") == f"a {emoji} b"
    glyphs = Glyphs("utf-8")
    assert glyphs.clean(f"a {emoji} b") == f"a {emoji} b"
    assert glyphs.width(emoji) == 2
    cells = glyphs.cells(f"{emoji}|")
    assert len(cells) == len(emoji) + 1, "one a code point: carets count them"
    assert sum(width for _, width in cells) == 3


def test_a_flag_of_two_letters_is_two_columns_wide() -> None:
    assert (Glyphs().clean(GERMANY), Glyphs().width(GERMANY)) == (GERMANY, 2)


@pytest.mark.parametrize(
    "text",
    [
        "a\u200db",
        "\U0001f469\u200d",
        "\U0001f469\u200dx",
        "\u200d\U0001f469",
        "\U0001f3f4\U000e0067",
        "\U0001f3f4" + "\U000e0067" * 7 + "\U000e007f",
        "\U0001f469\U000e0067\U000e007f",
    ],
)
def test_what_nobody_sees_is_an_escape_elsewhere(text: str) -> None:
    assert "\\u200d" in Glyphs().clean(text) or "\\U000e0067" in Glyphs().clean(text)
    assert "\u200d" not in visible(text)
    assert "\U000e0067" not in visible(text)


def test_a_pipe_that_cannot_take_an_emoji_gets_escapes() -> None:
    assert Glyphs("cp1252").clean(CODER) == "\\U0001f469\\U0001f3fd\\u200d\\U0001f4bb"


def test_what_is_written_at_once_is_what_each_character_is_written_as() -> None:
    slow = Glyphs("utf-16")  # takes all of them, too
    seen = [char for char in map(chr, range(0x3000)) if glyphs_module._SEEN.fullmatch(char)]
    assert len(seen) > 400
    for char in seen:
        text = f"{char}x{char}1{char}"
        assert slow.clean(text) == text
        assert sequence_end(text, 0) == 0
    assert Glyphs("ascii").clean("…") == "\\u2026"
    assert Glyphs("utf-8").clean("©\ufe0f") == "©\ufe0f"
