"""Finds the front matter of a page exactly as Hugo does: the only place that knows delimiters.

After `parser/pageparser/pagelexer_intro.go` of Hugo 0.168. The first character that is not white space
decides, without looking further: `-` YAML, `+` TOML, `{` JSON, `#+` Org, all else no front matter.
One byte order mark may stand at the very start (`SourceFile` has taken it away); any further U+FEFF is text.
"""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.span import Span
from frontlint.frontmatter.document import Fence, Format, Problem, ProblemKind
from frontlint.frontmatter.parsed import Reading, shorten, syntax

_SKIPPED: Final = re.compile(r"[\t\n\v\f\r ]*")
_JSON_STOP: Final = re.compile(r'[{}"\\]')
_LINE: Final = re.compile(r"[^\r\n]*")


def find(text: str) -> tuple[Fence, Problem | None]:
    """The fence of a page's text, and what is wrong with it if Hugo refuses it.

    With a problem the fence reaches from what opens it to the end of the text, as far as Hugo would look.
    """
    if text.startswith("---"):
        return _delimited(text, 0, Format.YAML)  # nearly all pages
    blanks = _SKIPPED.match(text)
    at = blanks.end() if blanks else 0
    first = text[at : at + 1]
    if first == "-":
        return _delimited(text, at, Format.YAML)
    if first == "+":
        return _delimited(text, at, Format.TOML)
    if first == "{":
        return _json(text, at)
    if text.startswith("#+", at):
        return _org(text, at), None
    start = Span(0, 0)
    return Fence(Format.NONE, start, start, start, 0), None


def _delimited(text: str, at: int, format_: Format) -> tuple[Fence, Problem | None]:
    """YAML and TOML: three characters open, and three close wherever they stand behind a line break."""
    mark = "---" if format_ is Format.YAML else "+++"
    if not text.startswith(mark, at):
        return _open(text, at, at, format_), _wrong_opening(text, at, mark)
    start = _behind_break(text, at + 3)
    close = _closing(text, start, mark)
    if close < 0:
        message = f"the closing {mark} is missing: Hugo looks for it to the end of the file"
        help_ = f"put {mark} at the start of a line of its own, below the front matter"
        if format_ is Format.YAML and text[at + 3 : start].strip() == "" and _looks_like_rule(text, start):
            help_ = "a page cannot begin with a horizontal rule: put a line above it, or write ***"
        # Hugo points at the line below, which is right; what the author has to look at is what was opened.
        return _open(text, at, at + 3, format_), syntax(at, at + 3, message, help_)
    body = _behind_break(text, close + 3)
    return Fence(format_, Span(at, at + 3), Span(start, close), Span(close, close + 3), body), None


def blame_opening(text: str, found: Fence, reading: Reading) -> Reading:
    """The same reading, with the blame on an opening of four dashes or more, if that is what went wrong."""
    first = reading.problems[0] if reading.problems else None
    if (
        first is None
        or first.kind is not ProblemKind.SYNTAX
        or not text.startswith("----", found.opening.start)
    ):
        return reading
    line = _line(text, found.opening.start)
    message = f"{shorten(line)} is longer than ---, and Hugo takes the rest of it for YAML"
    problem = syntax(found.opening.start, found.opening.start + len(line.rstrip()), message, "write ---")
    return reading._replace(problems=(problem,))


def _closing(text: str, start: int, mark: str) -> int:
    """Where the closing delimiter begins, or -1. It needs no line of its own behind it: `--- x` closes."""
    if start and text[start - 1] in "\r\n" and text.startswith(mark, start):
        return start
    line_feed = text.find("\n" + mark, start)
    stop = line_feed if line_feed >= 0 else len(text)
    carriage = text.find("\r" + mark, start, stop) if text.find("\r", start, stop) >= 0 else -1
    found = carriage if carriage >= 0 else line_feed
    return found + 1 if found >= 0 else -1


def _behind_break(text: str, at: int) -> int:
    """Behind one CR and one LF, each if it is there (`consumeCRLF`)."""
    at += text.startswith("\r", at)
    return at + text.startswith("\n", at)


def _wrong_opening(text: str, at: int, mark: str) -> Problem:
    line = _line(text, at)
    end = at + len(line.rstrip())
    message = (
        f"Hugo takes a page that begins with {mark[0]} for front matter, and {shorten(line)} does not open it"
    )
    return syntax(at, end, message, f"open the front matter with {mark}, or put front matter above the text")


def _line(text: str, at: int) -> str:
    """The rest of the line."""
    match = _LINE.match(text, at)
    return match.group() if match else ""


def _open(text: str, at: int, content: int, format_: Format) -> Fence:
    end = Span(len(text), len(text))
    return Fence(format_, Span(at, content), Span(content, len(text)), end, len(text))


def _looks_like_rule(text: str, start: int) -> bool:
    """No `key:` line follows: the author meant a Markdown rule rather than front matter."""
    return re.search(r"^[\w\"'-]+[ \t]*:(?:\s|\Z)", text[start : start + 2000], re.MULTILINE) is None


def _json(text: str, at: int) -> tuple[Fence, Problem | None]:
    """JSON ends where the braces outside of strings are even (`lexFrontMatterJSON`)."""
    depth = 0
    quoted = False
    place = at
    while stop := _JSON_STOP.search(text, place):
        place = stop.end()
        char = stop.group()
        if char == '"':
            quoted = not quoted
        elif char == "\\":
            place += 1
        elif not quoted:
            depth += 1 if char == "{" else -1
            if not depth:
                empty = Span(place, place)
                body = _behind_break(text, place)
                return Fence(Format.JSON, Span(at, at), Span(at, place), empty, body), None
    return _open(text, at, at, Format.JSON), _unclosed_json(text, at)


def _unclosed_json(text: str, at: int) -> Problem:
    line = _line(text, at)
    if line.startswith(("{{", "{%")):
        return shortcode_first(at, line)
    message = "the closing } is missing: Hugo takes a page that begins with { for JSON front matter"
    return syntax(at, at + 1, message, "close the braces, or put front matter above the text")


def shortcode_first(at: int, line: str) -> Problem:
    """A page that begins with a shortcode: Hugo reads it as JSON. `line` is that line of the page."""
    end = at + len(line.rstrip())
    message = f"Hugo takes a page that begins with {line[:2]} for JSON front matter"
    return syntax(at, end, message, "put front matter above the shortcode: a line ---, and one more ---")


def _org(text: str, at: int) -> Fence:
    """Consecutive lines that begin with `#+` (`lexFrontMatterOrgMode`)."""
    end = at
    while text.startswith("#+", end):
        line_feed = text.find("\n", end)
        end = line_feed + 1 if line_feed >= 0 else len(text)
    return Fence(Format.ORG, Span(at, at), Span(at, end), Span(end, end), end)
