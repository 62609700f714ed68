"""A tab inside a double-quoted value, after which Hugo's YAML library loses characters.

For each such tab its scanner passes over one character more after the closing quote (goccy/go-yaml,
scanner.go: scanDoubleQuote). [bin] Blanks may get lost, but Hugo refuses the page if it loses the line break
before the next key or item, or a comma or bracket.
"""

from __future__ import annotations

import re
from typing import Final

import yaml
from yaml import ScalarEvent

from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import syntax

_LOADER: Final = getattr(yaml, "CLoader", yaml.Loader)
_COUNTED: Final = re.compile(r"\\.|(?<=[\r\n])[ \t]++|(?<![ \t])[ \t]++(?=[\r\n])|(\t)(?!\Z)", re.DOTALL)
_BLANK: Final = " \t\r\n"
_NEXT: Final = re.compile(r"[ \t]*+(?:#|[\r\n,\]}]|\Z)")


def tab_in_quotes(yaml_text: str, start: int) -> Problem | None:
    """The first tab in double quotes over which Hugo refuses the page; `start` is where the YAML begins.

    The text is one that libyaml reads.
    """
    if "\t" not in yaml_text or '"' not in yaml_text:
        return None
    for event in yaml.parse(yaml_text, Loader=_LOADER):
        if isinstance(event, ScalarEvent) and event.style == '"':
            begin, end = _place(event)
            tabs = _tabs(yaml_text[begin + 1 : end - 1]) if "\t" in yaml_text[begin:end] else []
            if tabs and _breaks(yaml_text, end, len(tabs)):
                at = start + begin + 1 + tabs[0]
                message = "Hugo cannot read a tab inside double quotes when more YAML follows the value"
                return syntax(at, at + 1, message, r"write `\t` for the tab, or a space")
    return None


def _place(event: ScalarEvent) -> tuple[int, int]:
    first, last = event.start_mark, event.end_mark
    return (first.index, last.index) if first is not None and last is not None else (0, 0)


def _tabs(inside: str) -> list[int]:
    """The tabs that count: not before the closing quote or a line break, nor in the blanks of an indent."""
    return [found.start() for found in _COUNTED.finditer(inside) if found[1]]


def _breaks(text: str, end: int, lost: int) -> bool:
    """Whether the YAML after a value is broken once the first characters after it are lost."""
    gone = text[end : end + lost]
    left = gone.lstrip(_BLANK)
    while left.startswith("#"):
        _, line_break, left = left.partition("\n")
        if not line_break:
            return text[end + lost : end + lost + 1] not in ("", "\n", "\r")
        left = left.lstrip(_BLANK)
    return bool(left) or ("\n" in gone and not _NEXT.match(text, end + lost))
