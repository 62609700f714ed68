"""What follows a value or a table header on its line in TOML, and what its author may mean."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.phrases import shorten
from frontlint.base.unseen import UNSEEN, named
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import put, syntax
from frontlint.frontmatter.remedies import (
    ESCAPE_QUOTES,
    LONGEST,
    MORE_TEXTS,
    ends_early,
    escaped,
    in_brackets,
)
from frontlint.frontmatter.toml.mistakes import line_end

_NEXT_KEY: Final = re.compile(r"([A-Za-z][\w-]*+)[ \t]*+=(?!=)")
_SIGNS: Final = re.compile(r"[\],;}]++(?=[ \t]*+(?:#|\Z))")


def rest_of_line(text: str, begin: int, at: int) -> Problem:
    """Something at `at`, after what begins at `begin`."""
    end = max(line_end(text, at), at + 1)
    whole = text[at:end]
    rest = shorten(whole)
    before = text[begin:at].rstrip()
    what = "table header" if before.startswith("[") else "value"
    signs = _SIGNS.match(text, at, end)
    if signs is not None:
        message = f"`{signs.group()}` follows a complete {what}"
        return syntax(at, signs.end(), message, f"delete `{signs.group()}`", put(at, signs.end(), ""))
    following = _NEXT_KEY.match(text, at, end)
    if following is not None:
        message = f"`{shorten(following[1])}` is on the line of another {what}"
        return syntax(at, end, message, f"begin a new line for `{shorten(following[1])}`", put(at, at, "\n"))
    many = _as_list(text, begin, at, end) if what == "value" else None
    if many is not None:
        return many
    if before.endswith(("'", '"')):
        early = _ends_early(text, begin + len(before) - 1, at, end)
        if early is not None:
            return early
        help_ = "delete it, or use the other kind of quotes around the whole text"
        message = f"`{rest}` follows the closing quote of the value"
        return syntax(at, end, message, help_, put(at, end, ""))
    if text[at] in UNSEEN and not whole.strip(UNSEEN):
        name = named(text[at])
        return syntax(at, end, f"a {name} follows the {what}", f"delete the {name}", put(at, end, ""))
    message = f"`{rest}` follows a complete {what}" if rest else "there is a control character here"
    help_ = "begin a new line for the next key, or put text in quotes"
    return syntax(at, end, message, help_, put(at, end, ""))


def _ends_early(text: str, quote: int, at: int, end: int) -> Problem | None:
    """A text with quotes inside: the one at `quote` ends it, and the last one on the line is meant."""
    char = text[quote]
    line = text.rfind("\n", 0, quote) + 1
    start = text.find(char, text.find("=", line, quote) + 1, quote)
    if start < 0 or quote == start + 1 or text[at] == char or text[end - 1] != char:
        return None
    if text.startswith(char * 3, start):
        return None
    inner = text[start + 1 : end - 1]
    word = text[at : end - 1].split()[0].strip(char)
    message = ends_early(word)
    other = "'" if char == '"' else '"'
    if other not in inner and "\\" not in inner:
        written = f"{other}{inner}{other}"
        help_ = f"write `{written}`" if len(written) <= LONGEST else f"put `{other}` around the whole text"
        return syntax(quote, end, message, help_, put(start, end, written))
    if char == "'":
        help_, written = "put `'''` around the whole text", f"'''{inner}'''"
    else:
        help_, written = ESCAPE_QUOTES, f'"{escaped(inner)}"'
    return syntax(quote, end, message, help_, put(start, end, written))


def _as_list(text: str, begin: int, at: int, end: int) -> Problem | None:
    """Several values, separated by commas, without the brackets of a list."""
    if not MORE_TEXTS.fullmatch(text, at, end):
        return None
    start = begin + text[begin:at].find("=") + 1
    start += len(text[start:at]) - len(text[start:at].lstrip())
    return in_brackets(start, end, text[start:end].rstrip(","), "TOML")
