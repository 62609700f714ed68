"""What is hidden of a line, and that offsets stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.prose.inline import HIDDEN, prose_only, without_code


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a `b c` d", "a ..... d"),
        ("a ``b ` c`` d", "a ......... d"),
        ("a ` b", "a ` b"),
        ("a\n```\nb\n```\nc", "a\n.........\nc"),
        ("[a](/b) c", "[a].... c"),
        ("a <br> 1 < 2 > 1", "a .... 1 < 2 > 1"),
        ("{{< a b >}} c", "........... c"),
        ("see https://a.b/c d", "see ............. d"),
    ],
)
def test_hidden(text: str, shown: str) -> None:
    assert prose_only(text).replace(HIDDEN, ".") == shown


@given(st.text(alphabet="a`~[](){}<>!-\n :/w.", max_size=60))
def test_offsets_stay(text: str) -> None:
    for hidden in (prose_only(text), without_code(text)):
        assert len(hidden) == len(text)
        assert all(one in (other, HIDDEN) for one, other in zip(hidden, text, strict=True))
