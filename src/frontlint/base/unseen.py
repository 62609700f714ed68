"""Invisible characters, by name: a message has to name them, because a reader cannot see them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from frontlint.base.pattern import lazy_pattern

SPACES: Final = MappingProxyType(
    {
        "\u00a0": "no-break space",
        "\u1680": "Ogham space",
        **{chr(code): "typographic space" for code in range(0x2000, 0x200B)},
        "\u2007": "figure space",
        "\u2009": "thin space",
        "\u200a": "hair space",
        "\u202f": "narrow no-break space",
        "\u205f": "mathematical space",
        "\u3000": "ideographic space",
    }
)
"""Spaces that no format of front matter takes for one."""
ZERO_WIDTH: Final = MappingProxyType(
    {
        "\u00ad": "soft hyphen",
        "\u180e": "Mongolian vowel separator",
        "\u200b": "zero-width space",
        "\u200c": "zero-width non-joiner",
        "\u200d": "zero-width joiner",
        "\u200e": "left-to-right mark",
        "\u200f": "right-to-left mark",
        "\u202a": "left-to-right embedding",
        "\u202b": "right-to-left embedding",
        "\u202c": "end of an embedding",
        "\u202d": "left-to-right override",
        "\u202e": "right-to-left override",
        "\u2060": "word joiner",
        "\u2066": "left-to-right isolate",
        "\u2067": "right-to-left isolate",
        "\u2068": "first strong isolate",
        "\u2069": "end of an isolate",
        "\ufeff": "byte order mark",
    }
)
"""Characters without any width."""
UNSEEN: Final = "".join((*SPACES, *ZERO_WIDTH))
"""All of them in a row, for `strip` and `translate`."""
RUN: Final = lazy_pattern(f"[{UNSEEN}]+")
"""A run of them."""

_TO_SPACES: Final = str.maketrans({**dict.fromkeys(SPACES, " "), **dict.fromkeys(ZERO_WIDTH, "")})


def named(char: str) -> str:
    """The character's name with its number: `no-break space (U+00A0)`."""
    name = SPACES.get(char) or ZERO_WIDTH.get(char) or "character"
    return f"{name} (U+{ord(char):04X})"


def seen(text: str) -> str:
    """The text as it looks: without what has no width, and with plain spaces."""
    return text.translate(_TO_SPACES)
