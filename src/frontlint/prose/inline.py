"""The parts of a line that are not prose: code, shortcodes, tags, addresses; hidden, so that offsets stay."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.pattern import lazy_pattern

HIDDEN: Final = "\ufffc"
"""Stands for each hidden character: neither a letter nor white space."""

_CODE: Final = lazy_pattern(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_NO_PROSE: Final = lazy_pattern(
    r"\{\{.*?\}\}|(?<=\])\([^()\n]*\)|</?[A-Za-z][^<>\n]*>|<!--.*?-->|\b(?:https?://|www\.)\S+", re.DOTALL
)


def without_code(text: str) -> str:
    """The text with `HIDDEN` for each character of its code, as long as before.

    >>> without_code("a `b` c").replace(HIDDEN, ".")
    'a ... c'
    """
    return _CODE.sub(_hide, text)


def prose_only(text: str) -> str:
    """The same, with shortcodes, HTML tags, and the addresses of links hidden too.

    >>> prose_only("[a](/b) <b>c</b>").replace(HIDDEN, ".")
    '[a].... ...c....'
    """
    return _NO_PROSE.sub(_hide, _without_endless(without_code(text)))


def _without_endless(text: str) -> str:
    """The text with one character hidden of each shortcode or comment that never ends.

    They are text, but to find that out of each of them would be to look to the end of the text each time.
    """
    for opening, closing in (("{{", "}}"), ("<!--", "-->")):
        since = max(text.rfind(closing) - len(opening) + 1, 0)
        if text.find(opening, since) >= 0:
            instead = opening[0] + HIDDEN + opening[2:]
            text = text[:since] + text[since:].replace(opening, instead)
    return text


def _hide(match: re.Match[str]) -> str:
    return HIDDEN * len(match.group())
