"""What the readers of the formats get to see: each message, read back by the format's own grammar."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

from markdown_it import MarkdownIt
from markdown_it.token import Token

from report.runner import commands


def _sarif(report: str) -> list[str]:
    return [_without_links(result["message"]["text"]) for result in json.loads(report)["runs"][0]["results"]]


def _without_links(text: str) -> str:
    """A message as a viewer shows it; fails where `[words](target)` in it would be a link."""
    assert not re.search(r"(?<!\\)\]\(", text)
    return re.sub(r"\\([\\\[\]])", r"\1", text) if "\\](" in text else text


def _gitlab(report: str) -> list[str]:
    return [issue["content"]["body"] for issue in json.loads(report)]


def _rdjson(report: str) -> list[str]:
    return [diagnostic["message"] for diagnostic in json.loads(report)["diagnostics"]]


def _junit(report: str) -> list[str]:
    cases = ElementTree.fromstring(report).iter("testcase")
    return [(case[0].text or "").partition("\n")[2].partition("\nwhy: ")[0] for case in cases]


def _github(report: str) -> list[str]:
    return [command.text for command in commands(report)]


def cells(report: str) -> list[str]:
    """The text of each cell of the tables of a Markdown report; fails where a cell holds more than text."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(report)
    allowed = {"heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "inline"}
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} <= allowed
    inside = [tokens[at + 1] for at, token in enumerate(tokens) if token.type in ("th_open", "td_open")]
    return [_text(cell) for cell in inside]


def _text(cell: Token) -> str:
    parts = []
    for token in cell.children or []:
        assert token.type in ("text", "html_inline", "text_special"), token
        if token.type == "html_inline":
            assert token.content in ("<!-- -->", "<br>")
        parts.append({"<!-- -->": "", "<br>": "\n"}.get(token.content, token.content))
    return "".join(parts)


def _markdown(report: str) -> list[str]:
    # GitHub looks for these in the text that comes out, where a comment keeps the signs apart.
    rows = html.unescape(report.partition("| place |")[2])
    assert not re.search(r"(?i)@\w|#\w|[^d]:[a-z]+:|://|\bwww\.|\bgh-\d", rows)
    found = cells(report)
    return found[found.index("what it says") + 4 :: 4]


MESSAGES: dict[str, Callable[[str], list[str]]] = {
    "sarif": _sarif,
    "gitlab": _gitlab,
    "rdjson": _rdjson,
    "junit": _junit,
    "github": _github,
    "markdown": _markdown,
}
"""By format: the messages of a report, with what to write instead on lines of its own."""
