"""What follows a value in quotes or brackets on its line in YAML, and what its author may mean."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.phrases import shorten
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import put, syntax
from frontlint.frontmatter.remedies import MORE_TEXTS, in_brackets
from frontlint.frontmatter.yaml.line import Line, end_of_text

_SIGNS: Final = re.compile(r"[,;.]++")
_NEXT_KEY: Final = re.compile(r"([A-Za-z][\w-]*+):(?:[ \t]|\Z)")
_QUOTED: Final = re.compile(r"""\"[^"]*+"|'[^']*+'""")
_ANOTHER_LIST: Final = re.compile(r",?+[ \t]*+\[")


def after_value(text: str, line: Line, start: int, at: int) -> Problem | None:
    """What is at `at`, behind the value that begins at `start` of the same line; None for words of the text.

    A sign is too many, a key needs its own line, and several values are a list.
    """
    end = max(end_of_text(line), at)
    rest = text[at:end]
    value = text[start:at].rstrip()
    if _SIGNS.fullmatch(rest):
        return syntax(at, end, f"`{rest}` follows a complete value", f"delete `{rest}`", put(at, end, ""))
    key = _NEXT_KEY.match(rest)
    if key is not None:
        name = shorten(key[1])
        message = f"`{name}` is on the line of another value"
        indent = line.text[: line.indent]
        repair = put(start + len(value), at, f"\n{indent}") if not indent.strip() else put(at, end, "")
        return syntax(at, end, message, f"begin a new line for `{name}`", repair)
    if value[:1] in ("[", "{"):
        return _after_bracket(value, rest, at, end)
    return _several(text, line, start, end) if MORE_TEXTS.fullmatch(rest) else None


def _several(text: str, line: Line, start: int, end: int) -> Problem:
    """Several values in quotes, separated by commas: a list without brackets, or several items in one."""
    found = line.value()
    written = text[start:end].rstrip(",")
    if not (found and found[0]):
        values = f"\n{line.text[: line.indent]}- ".join(_QUOTED.findall(written))
        message = "this list item has several values"
        return syntax(start, end, message, "put each value on its own line", put(start, end, values))
    return in_brackets(start, end, written, "YAML")


def _after_bracket(value: str, rest: str, at: int, end: int) -> Problem | None:
    """What follows a list or a mapping; None behind a word in brackets that begins a text."""
    message = f"`{shorten(rest)}` follows the closing `{value[-1:]}` of the value"
    if value[0] == "[" and _ANOTHER_LIST.match(rest):
        return syntax(at, end, message, "put all items into one list", put(at, end, ""))
    if any(char in value for char in ",:\"'") or "," in rest or rest.endswith(("]", "}")):
        return syntax(at, end, message, "delete it, or put the whole value in quotes", put(at, end, ""))
    return None
