"""Texts as people write them, changed by chance: scripts, widths, blanks, cases, breaks, things twice."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

_SENTENCES = (
    "The oven is hot today, and the bread is good.",
    "We bake it at dawn; it’s sold before noon!",
    "Is it what it is is a tool?",
    "Her **sour dough** needs `five` minutes (or six).",
    "Der Ofen ist heiß, und die Brötchen sind groß.",
    "« Le four est chaud », dit-il : « c’est l’été… »",
    "Pec je horká a chléb se peče příliš žluťoučce.",
    "烤箱今天很热，面包很好吃。",
    "ΟΔΥΣΣΕΥΣ said so, e.g. to Mr. A. Smith.",
    "İstanbul is far and the ﬁsh is ﬂat, K and ſ too.",
    'Read [more about](/the/) the {{< ref "the" >}} thing <b>the</b>.',
    "Coming soon! Lorem ipsum dolor, TODO write it.",
    "Discover more about  and how it can help.",
)
_ITEMS = (
    "- Dough and yeast",
    "* Ovens",
    "1. Bread",
    "2) Bröd",
    "+ Æpler",
    "  - Inner part",
    "- **Bold**",
    "- —",
)
_BLANKS = (
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\u00a0",
    "\u202f",
    "\u2009",
    "\u3000",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
)
_SIGNS = (
    *(
        "\u200b",
        "\u200d",
        "\u00ad",
        "\ufeff",
        "\u2011",
        "\u202e",
        "\u061c",
        "\u180e",
        "&#160;",
        "&#x200B;",
        "â€™",
        "Ã©",
    ),
    *(
        "“",
        "”",
        "„",
        "*",
        "_",
        "`",
        ".",
        "!",
        "…",
        ")",
        '"',
        "»",
        ":",
        "\\",
        "#",
        "'",
        "’",
        "-",
        "/",
        "ß",
        "ı",
        "İ",
        "\ud800",
    ),
    *(
        "\n```\n",
        "\n~~~\n",
        "\n## A\n",
        "\n**A**\n",
        "{{",
        "}}",
        "<!--",
        "-->",
        "http://a.b/c ",
        "soon",
        "TODO",
        "COMİNG SOON",
    ),
)


def mutated(dice: Random) -> str:
    """One text of a few sentences and list items, changed a few times."""
    parts = [dice.choice(_SENTENCES) for _ in range(dice.randint(1, 4))]
    parts += [f"\n{dice.choice(_ITEMS)}" for _ in range(dice.choice((0, 0, 2, 4)))]
    if dice.random() < 0.5:
        parts.append(dice.choice(parts))
    if dice.random() < 0.3:
        dice.shuffle(parts)
    text = dice.choice((" ", " ", "\n", "\n\n", "")).join(parts)
    for _ in range(dice.choice((0, 1, 1, 2, 3, 6))):
        text = dice.choice(_CHANGES)(text, dice)
    return text


def _blank(text: str, dice: Random) -> str:
    """One blank, or all, become others."""
    new = dice.choice(_BLANKS)
    if dice.random() < 0.2:
        return text.replace(" ", new)
    at = _one_of(text, " ", dice)
    return text if at < 0 else text[:at] + new + text[at + 1 :]


def _sign(text: str, dice: Random) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + dice.choice(_SIGNS) + text[at:]


def _word_again(text: str, dice: Random) -> str:
    words = text.split(" ")
    at = dice.randrange(len(words))
    again = dice.choice((str, str.lower, str.upper, str.capitalize))(words[at])
    return " ".join((*words[: at + 1], again, *words[at + 1 :]))


def _line_again(text: str, dice: Random) -> str:
    lines = text.split("\n")
    again = dice.choice(lines)
    lines.insert(dice.randint(0, len(lines)), dice.choice((str, str.upper, _nfd))(again))
    return "\n".join(lines)


def _case(text: str, dice: Random) -> str:
    at = dice.randint(0, len(text))
    to = at + dice.randint(1, 30)
    return text[:at] + dice.choice((str.upper, str.lower, str.swapcase))(text[at:to]) + text[to:]


def _width(text: str, dice: Random) -> str:
    """Some letters in full width."""
    at = dice.randint(0, len(text))
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text[at : at + 9])
    return text[:at] + wide + text[at + 9 :]


def _wrapped(text: str, dice: Random) -> str:
    """Soft line breaks, at the blank nearest to a column."""
    width, lines, line = dice.randint(8, 40), list[str](), ""
    for word in text.split(" "):
        if len(line) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return dice.choice(("\n", "\n  ", "  \n", "\\\n")).join((*lines, line))


def _cut(text: str, dice: Random) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + text[at + dice.randint(1, 5) :]


def _nfd(text: str, dice: Random | None = None) -> str:
    return unicodedata.normalize("NFD", text)


def _one_of(text: str, char: str, dice: Random) -> int:
    return text.find(char, dice.randint(0, len(text)))


_CHANGES: tuple[Callable[[str, Random], str], ...] = (
    *(
        _blank,
        _blank,
        _sign,
        _sign,
        _word_again,
        _word_again,
        _line_again,
        _case,
        _width,
        _wrapped,
        _cut,
        _nfd,
    ),
)
