"""What begins like a number or a text in JSON and goes on as neither: what its author may mean."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.phrases import shorten
from frontlint.frontmatter import remedies
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import put, syntax
from frontlint.frontmatter.remedies import (
    ESCAPE_QUOTES,
    NearValue,
    Notation,
    ends_early,
    escaped,
    number_or_text,
)

_JSON: Final = Notation("JSON", plus=False, underscores=False)
_TOKEN: Final = re.compile(r"[^\s,\]}\"';]+")
_BEFORE: Final = re.compile(r"(?<!\w)[+-]?[0-9.][0-9.eE+-]*\Z")
_MOST_BEFORE: Final = 40
_PLUS: Final = re.compile(r"\+((?:0|[1-9][0-9]*)(?:\.[0-9]+)?)")
_OF_PROGRAMS: Final = re.compile(
    r"0(?:[xX][0-9a-fA-F]{1,16}|[oO][0-7]{1,20}|[bB][01]{1,64})|[1-9][0-9]{0,2}(?:_[0-9]{3}){1,6}"
)
_QUOTED: Final = lazy_pattern(
    r'[ \t]*+(?:"(?:[^"\\\n]++|\\.)*+"[ \t]*+:[ \t]*+)?"(?P<inner>.*)"[ \t]*+,?[ \t]*+'
)
_KEY: Final = re.compile(r'\w++"?[ \t]*+:')


def number_token(text: str, at: int) -> tuple[int, int]:
    """Start and end of the word at a place, with what is directly before it and may be part of a number."""
    first = max(0, at - _MOST_BEFORE)
    before = _BEFORE.search(text[first:at])
    token = _TOKEN.match(text, at)
    return first + before.start() if before else at, token.end() if token else at


def near_number(text: str, start: int, end: int) -> Problem | None:
    """A number in a form that JSON does not know; None for a text that looks like none."""
    word = text[start:end]
    near = _near(word)
    if near is None:
        return None
    return syntax(start, end, near.message, near.help, put(start, end, near.meant or f'"{word}"'))


def _near(word: str) -> NearValue | None:
    found = remedies.near_number(word, _JSON)
    if found is not None:
        return found
    message = f"`{shorten(word)}` is not a JSON number"
    plus = _PLUS.fullmatch(word)
    if plus is not None:
        return NearValue(f"{message}, because it begins with `+`", f"write `{plus[1]}`", plus[1])
    if _OF_PROGRAMS.fullmatch(word):
        return NearValue(message, number_or_text(str(int(word, 0)), word))
    return None


def early_quote(text: str, at: int) -> Problem | None:
    """A text with quotes inside: one before `at` ends it, and the last one on the line is meant."""
    first = text.rfind("\n", 0, at) + 1
    last = text.find("\n", at)
    line = text[first : last if last >= 0 else len(text)].rstrip("\r")
    found = _QUOTED.fullmatch(line)
    before = text[first:at].rstrip()
    if found is None or not before.endswith('"') or text[at] == '"' or _KEY.match(text, at):
        return None
    quote, start, end = first + len(before) - 1, first + found.start("inner"), first + found.end("inner")
    if not start < quote < end:
        return None
    word = text[at:end].split()[0].strip('"') if text[at:end].strip() else ""
    return syntax(quote, end + 1, ends_early(word), ESCAPE_QUOTES, put(start, end, escaped(found["inner"])))
