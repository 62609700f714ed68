"""Prose on a terminal: wrapped to the width, and no longer than somebody will read."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from frontlint.base.pattern import lazy_pattern
from frontlint.report.output import READING_WIDTH, Output

_SHORT = 160
"""Characters that the shortened form of a reason may have: about two lines."""
_CODE = lazy_pattern(r"`[^`\n]++`")
_BLANK = "\ue000"
"""Takes the place of a space that stays within its line."""
# A sentence ends before a capital letter, so that "e.g. tags" and "0.168. in" do not end one.
_SENTENCE_END = lazy_pattern(r"(?<=[.!?]) +(?=[\"'`(]?[A-Z])")


def first_sentences(text: str) -> str:
    """The first sentences, as many as fit into about two lines, and one at least."""
    first, *others = _SENTENCE_END.split(text)
    for sentence in others:
        if len(first) + 1 + len(sentence) > _SHORT:
            break
        first += " " + sentence
    return first


def cut(text: str, room: int) -> str:
    """The text within so many characters: `...` takes the place of the words that do not fit.

    >>> cut("Write a list as a list.", 17), cut("Write a list", 12)
    ('Write a list...', 'Write a list')
    """
    if len(text) <= room:
        return text
    kept = text[: max(room - 3, 0) + 1].rpartition(" ")[0] or text[: max(room - 3, 0)]
    return kept.rstrip(" ,;:`(") + "..."


def fill(text: str, to: Output, indent: str) -> list[str]:
    """The text in cleaned lines that fit after `indent`; its own line breaks are kept."""
    room = max(20, min(to.columns, READING_WIDTH) - len(indent))
    return [line for part in text.split("\n") if part for line in _fill_part(to.clean(part), room)]


def _fill_part(part: str, room: int) -> Iterator[str]:
    if len(part) <= room:
        yield part
        return
    own = part[: len(part) - len(part.lstrip(" "))]
    yield from wrapped(part, room, own)


def wrapped(text: str, room: int, indent: str = "") -> list[str]:
    """The text in lines of at most `room`, the later ones after `indent`.

    What is in backticks stays on one line if it fits: it is there to be copied. A longer word is not broken.

    >>> wrapped("then write `a: b` there", 13)
    ['then write', '`a: b` there']
    """
    whole = _CODE.sub(lambda code: _whole(code.group(), room - len(indent)), text)
    lines = wrap(whole, room, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [line.replace(_BLANK, " ") for line in lines]


def _whole(code: str, room: int) -> str:
    return code.replace(" ", _BLANK) if len(code) <= room else code
