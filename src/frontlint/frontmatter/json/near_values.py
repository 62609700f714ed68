"""What begins like a number or a text in JSON and goes on as neither: what its author may mean."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.phrases import shorten
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import put, syntax

_TOKEN: Final = re.compile(r"[^\s,\]}\"';]+")
_BEFORE: Final = re.compile(r"(?<!\w)[+-]?[0-9.][0-9.eE+-]*\Z")
_MOST_BEFORE: Final = 40
_POINT: Final = re.compile(r"[+-]?(0|[1-9][0-9]*|)\.([0-9]*)")
_ZEROS: Final = re.compile(r"[+-]?(0++)([1-9][0-9]*+)?(\.[0-9]++)?")
_PLUS: Final = re.compile(r"\+((?:0|[1-9][0-9]*)(?:\.[0-9]+)?)")
_OF_PROGRAMS: Final = re.compile(
    r"0(?:[xX][0-9a-fA-F]{1,16}|[oO][0-7]{1,20}|[bB][01]{1,64})|[1-9][0-9]{0,2}(?:_[0-9]{3}){1,6}"
)
_QUOTED: Final = lazy_pattern(
    r'[ \t]*+(?:"(?:[^"\\\n]++|\\.)*+"[ \t]*+:[ \t]*+)?"(?P<inner>.*)"[ \t]*+,?[ \t]*+'
)
_KEY: Final = re.compile(r'\w++"?[ \t]*+:')
_LONE_QUOTE: Final = re.compile(r'(?<!\\)"')
_ESCAPED: Final = r"\\" + '"'
_LONGEST: Final = 60


def number_token(text: str, at: int) -> tuple[int, int]:
    """Start and end of what stands around a place without a blank, as far as it may be of a number."""
    first = max(0, at - _MOST_BEFORE)
    before = _BEFORE.search(text[first:at])
    token = _TOKEN.match(text, at)
    return first + before.start() if before else at, token.end() if token else at


def near_number(text: str, start: int, end: int) -> Problem | None:
    """A number in a form that JSON does not know; None for a text that looks like none."""
    word = text[start:end]
    shown = shorten(word)
    minus = "-" if word.startswith("-") else ""
    point = _POINT.fullmatch(word)
    if point is not None and bool(point[1]) is not bool(point[2]):
        meant = f"{minus}{point[1] or '0'}.{point[2] or '0'}"
        message = f"`{shown}` is not a JSON number: it needs a digit on both sides of the point"
        return syntax(start, end, message, f"write `{meant}`", put(start, end, meant))
    plus = _PLUS.fullmatch(word)
    if plus is not None:
        message = f"`{shown}` is not a JSON number, because it begins with `+`"
        return syntax(start, end, message, f"write `{plus[1]}`", put(start, end, plus[1]))
    zeros = _ZEROS.fullmatch(word)
    if zeros is not None and (zeros[2] or len(zeros[1]) > 1):
        number = shorten(f"{minus}{zeros[2] or '0'}{zeros[3] or ''}")
        message = f"`{shown}` is not a JSON number, because it begins with 0"
        help_ = f'if it is a number, write `{number}`; if it is text, put it in quotes: `"{shown}"`'
        return syntax(start, end, message, help_, put(start, end, f'"{word}"'))
    if _OF_PROGRAMS.fullmatch(word):
        message = f"`{shown}` is not a JSON number"
        help_ = f'if it is a number, write `{int(word, 0)}`; if it is text, put it in quotes: `"{shown}"`'
        return syntax(start, end, message, help_, put(start, end, f'"{word}"'))
    return None


def ends_early(text: str, at: int) -> Problem | None:
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
    inner = _LONE_QUOTE.sub(_ESCAPED, found["inner"])
    word = text[at:end].split()[0].strip('"') if text[at:end].strip() else ""
    message = f"the quote before `{shorten(word, 30)}` ends the text early"
    help_ = 'put a backslash before each `"` inside the text'
    return syntax(quote, end + 1, message, help_, put(start, end, inner))
