"""Messages and remedies that several formats share: numbers in another notation, lists without brackets."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.phrases import shorten
from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import put, syntax

LONGEST: Final = 60
"""Characters of a text that a remedy writes out."""
MORE_TEXTS: Final = lazy_pattern(r"""(?:,[ \t]*+(?:"[^"\\]*+"|'[^']*+')[ \t]*+)++,?+""")
"""What follows a text in quotes if a list has lost its brackets."""
ESCAPE_QUOTES: Final = 'put a backslash before each `"` inside the text'
_POINT: Final = re.compile(r"([+-]?)(0|[1-9][0-9]*|)\.([0-9]*)")
_ZEROS: Final = re.compile(r"([+-]?)(0++)([1-9][0-9_]*+)?(\.[0-9]++)?")
_LONE_QUOTE: Final = re.compile(r'(?<!\\)"')
_ESCAPED: Final = r"\\" + '"'


class Notation(NamedTuple):
    """How a format writes numbers: whether with a sign `+`, and with `_` between digits."""

    name: str
    plus: bool
    underscores: bool


class NearValue(NamedTuple):
    """What to say of a value that a format does not know; `meant` is empty if only the author knows it."""

    message: str
    help: str
    meant: str = ""


def near_number(word: str, notation: Notation) -> NearValue | None:
    """A number with a digit missing at its point, or with zeros in front; None for all else."""
    number = f"`{shorten(word)}` is not a {notation.name} number"
    point = _POINT.fullmatch(word)
    if point is not None and bool(point[2]) is not bool(point[3]):
        meant = f"{_sign(point[1], notation)}{point[2] or '0'}.{point[3] or '0'}"
        message = f"{number}: it needs a digit on both sides of the point"
        return NearValue(message, f"write `{meant}`", meant)
    zeros = _ZEROS.fullmatch(word)
    if zeros is None or not (zeros[3] or len(zeros[2]) > 1) or ("_" in word and not notation.underscores):
        return None
    meant = shorten(f"{_sign(zeros[1], notation)}{zeros[3] or '0'}{zeros[4] or ''}")
    return NearValue(f"{number}, because it begins with 0", number_or_text(meant, word))


def _sign(written: str, notation: Notation) -> str:
    return written if notation.plus or written != "+" else ""


def number_or_text(number: str, word: str) -> str:
    """The remedy for a word that may be a number in another notation."""
    return f"if it is a number, write `{number}`; {if_text(word)}"


def if_text(word: str) -> str:
    """The remedy for a word that may be text."""
    return f'if it is text, put it in quotes: `"{shorten(word)}"`'


def in_brackets(start: int, end: int, written: str, format_: str) -> Problem:
    """Several values from `start` to `end`, separated by commas, that are a list without its brackets."""
    message = f"these are several values, and {format_} needs brackets around a list"
    help_ = f"put them in brackets: `[{written}]`" if len(written) <= LONGEST else "put them in brackets"
    return syntax(start, end, message, help_, put(start, end, f"[{written}]"))


def ends_early(word: str) -> str:
    """The message for a quote inside a text, in front of a word."""
    return f"the quote before `{shorten(word, 30)}` ends the text early"


def escaped(inner: str) -> str:
    """The inside of a text in double quotes with a backslash before each quote."""
    return _LONE_QUOTE.sub(_ESCAPED, inner)
