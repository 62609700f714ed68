"""Odd characters: which are, which are needed, what mojibake stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.prose.invisible import Oddity, has_right_to_left, odd_pieces


def kinds(text: str, right_to_left: bool = False) -> list[Oddity]:
    return [odd.kind for odd in odd_pieces(text, right_to_left)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a\u200bb", Oddity.ZERO_WIDTH),
        ("a\u200b\ufeff", Oddity.ZERO_WIDTH),
        ("\u200dа", Oddity.ZERO_WIDTH),
        ("a\u200c-", Oddity.ZERO_WIDTH),
        ("a\u200e", Oddity.BIDI),
        ("\u2066a\u2067", Oddity.BIDI),
        ("a\u2011b", Oddity.HYPHEN),
        ("a&#x20;b", Oddity.ENTITY),
        ("a&#8203;b", Oddity.ENTITY),
        ("itâ€™s", Oddity.MOJIBAKE),
        ("ï»¿", Oddity.MOJIBAKE),
    ],
)
def test_odd(text: str, kind: Oddity) -> None:
    assert set(kinds(text)) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d🍳 می\u200cخواهم क्\u200dष ไทย\u200bไทย 中\u200b文",
        "`a\u200bb`",
        "«CAFÉ» IRMÃ” voilà… Ââ €™ â€ ÃÃ",
        "soft\u00adhyphen 10\u00a0km &amp; &nbsp; &#65;",
        "plain",
    ],
)
def test_meant(text: str) -> None:
    assert kinds(text) == []


def test_marks_of_direction_are_meant_beside_letters_from_right_to_left() -> None:
    assert has_right_to_left("שלום")
    assert has_right_to_left("مرحبا")
    assert not has_right_to_left("a\u200fb é")
    assert kinds("C++\u200e", right_to_left=True) == []


@pytest.mark.parametrize(
    "meant", ["’", "“", "”", "–", "—", "…", "é", "ü", "ß", "•", "€", "™", "🚀", "\u00a0", "°"]
)
def test_mojibake_says_what_was_meant(meant: str) -> None:
    wrong = "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in meant.encode()
    )
    found = list(odd_pieces(f"a{wrong}b", False))
    assert [odd.name for odd in found] == [meant]
    assert found[0].span.length == len(wrong)


@given(st.text(alphabet="aÃâ€™Ÿð\u200b\u200e\u2011&#x20;`é文", max_size=30), st.booleans())
def test_spans_lie_inside_the_text(text: str, right_to_left: bool) -> None:
    assert all(odd.span.end <= len(text) and odd.span.length for odd in odd_pieces(text, right_to_left))
