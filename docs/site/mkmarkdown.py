"""Markdown as GitHub reads it, turned into Markdown that MkDocs reads the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_ITEM = re.compile(r"(\s*)([-*+]|\d+[.)])( +)")
_LINK = re.compile(r"(?<!\\)\[((?:`[^`]*`|[^\[\]`])+)\]\(([^()\s]+)\)")
_CODE = re.compile(r"(`+)(?:(?!`).)+?\1(?!`)")
_LEVEL = 4  # Python-Markdown asks for four columns at each level of a list


def for_mkdocs(text: str, turn: Callable[[str], str | None]) -> str:
    """The page, with lists and tables as MkDocs needs them and each link as `turn` gives it.

    `turn` gives None for what is not on the site: the words of such a link stay, without it.
    """
    # As `console`, a command without a prompt is taken for output, and grey.
    lines = _lists(text.replace("```console\n", "```sh\n").splitlines())
    return "\n".join(line if fenced else _line(line, turn) for fenced, line in _fenced(lines)) + "\n"


def _line(line: str, turn: Callable[[str], str | None]) -> str:
    if line.startswith("|"):
        # GitHub wants a bar in a cell escaped, within code too; Python-Markdown shows the backslash there.
        line = _CODE.sub(lambda code: code[0].replace("\\|", "|"), line)
    return _LINK.sub(lambda link: _turned(link, turn), line)


def _turned(link: re.Match[str], turn: Callable[[str], str | None]) -> str:
    if re.match(r"[a-z]+:", link[2]):
        return link[0]
    target = turn(link[2])
    return link[1] if target is None else f"[{link[1]}]({target})"


def _fenced(lines: Iterable[str]) -> Iterator[tuple[bool, str]]:
    """Each line, and whether it belongs to a block of code."""
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        if fence:
            yield True, line
            fence = "" if found and found[1].startswith(fence) and not line.strip().strip(fence[0]) else fence
        else:
            fence = found[1] if found else ""
            yield bool(found), line


def _lists(lines: Iterable[str]) -> Iterator[str]:
    """The lines with list items indented by four columns a level, and a blank line before a list."""
    columns: list[int] = []  # where the text of each open item begins
    before = ""
    for fenced, line in _fenced(lines):
        blank, indent = not line.strip(), len(line) - len(line.lstrip())
        in_list = bool(columns)
        # A line that follows without a blank one belongs to its item wherever it begins.
        if not blank and (before == "" or _ITEM.match(line) or fenced):
            columns = [column for column in columns if column <= indent]
        item = None if fenced else _ITEM.match(line)
        if item and before and not in_list:
            yield ""
        level = len(columns)
        text = line[columns[-1] if columns else 0 :] if indent else line
        yield "" if blank else " " * (_LEVEL * level) + (text if level else line)
        if item:
            columns.append(item.end())
        before = line.strip() if not columns else line
