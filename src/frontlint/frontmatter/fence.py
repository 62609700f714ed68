"""Finds the front matter of a page exactly as Hugo does: the only place that knows delimiters.

After `parser/pageparser/pagelexer_intro.go` of Hugo 0.168. The first character that is not white space
decides, without looking further: `-` YAML, `+` TOML, `{` JSON, `#+` Org, all else no front matter.
The file may begin with one byte order mark (`SourceFile` has taken it away); any further U+FEFF is text.
"""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.dashes import DASHES
from frontlint.base.pattern import lazy_pattern
from frontlint.base.phrases import shorten, with_article
from frontlint.base.source import find_in
from frontlint.base.span import Span
from frontlint.base.unseen import UNSEEN, named
from frontlint.frontmatter.document import Fence, Format, Problem, ProblemKind
from frontlint.frontmatter.parsed import Reading, put, syntax

_SKIPPED: Final = lazy_pattern(r"[\t\n\v\f\r ]*")
_JSON_STOP: Final = lazy_pattern(r'[{}"\\]')
_ODD_FENCE: Final = lazy_pattern(
    rf"(?m)^(-{{0,2}}[{''.join(DASHES)}][-{''.join(DASHES)}]{{0,2}}|--)[ \t]*+\r?$"
)
_ODD_OPENING: Final = lazy_pattern(
    rf"[\t\n\v\f\r ]*+([-{''.join(DASHES)}]{{1,4}}(?=[ \t]*+\r?\n[ \t]*+[\w\"'-]++[ \t]*+:)"
    rf"|[{UNSEEN}]+(?:---|\+\+\+|\{{(?=\s*\")))"
)
_JSON_MEMBER: Final = lazy_pattern(
    r'(?m)^[ \t]*+"[^"\\\r\n]*+"[ \t]*+:[ \t]*+(?P<value>"[^"\\\r\n,]*+)(?=,?[ \t]*+\r?$)'
)
_JSON_UNOPENED: Final = lazy_pattern(
    r'(?m)^[ \t]*+"[^"\\\r\n]*+"[ \t]*+:[ \t]*+(?P<value>[^"\\\s,\[{][^"\\\r\n,]*+")(?=,?[ \t]*+\r?$)'
)
_JSON_TEXT: Final = lazy_pattern(r'(?:[^"\\]++|\\.)*+"', re.DOTALL)
_JSON_AFTER_TEXT: Final = lazy_pattern(r"\s*+[,:\]}]")
_JSON_END: Final = lazy_pattern(r"(?m)^\}(?=[ \t]*+\r?$)")
_LINE: Final = lazy_pattern(r"[^\r\n]*")


def find(text: str, utf8: bytes = b"") -> tuple[Fence, Problem | None]:
    """The fence of a page's text, and what is wrong with it if Hugo refuses it.

    With a problem the fence reaches from what opens it to the end of the text, as far as Hugo would look.
    `utf8` are the bytes of the text, if they are at hand.
    """
    if text.startswith("---"):
        return _delimited(text, 0, Format.YAML, utf8)  # nearly all pages
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


def _delimited(text: str, at: int, format_: Format, utf8: bytes = b"") -> tuple[Fence, Problem | None]:
    """YAML and TOML: three characters open, and three close wherever they follow a line break."""
    mark = "---" if format_ is Format.YAML else "+++"
    if not text.startswith(mark, at):
        return _open(text, at, at, format_), _wrong_opening(text, at, mark)
    start = _behind_break(text, at + 3)
    close = _closing(text, start, mark, utf8)
    if close < 0:
        odd = _odd_closing(text, start, mark)
        if odd is not None:
            return _open(text, at, at + 3, format_), odd
        message = f"the closing `{mark}` is missing: Hugo searches for it to the end of the file"
        help_ = f"put `{mark}` on its own line, below the front matter"
        if format_ is Format.YAML and text[at + 3 : start].strip() == "" and _looks_like_rule(text, start):
            help_ = "a page cannot begin with a horizontal rule: put a line above it, or write `***`"
        # Hugo points at the line below, which is right; what the author has to look at is what was opened.
        return _open(text, at, at + 3, format_), syntax(at, at + 3, message, help_)
    body = _behind_break(text, close + 3)
    return Fence(format_, Span(at, at + 3), Span(start, close), Span(close, close + 3), body), None


def _odd_closing(text: str, start: int, mark: str) -> Problem | None:
    """A closing line that only looks like dashes: word processors turn `--` into one long dash."""
    found = _ODD_FENCE.search(text, start) if mark == "---" else None
    if found is None:
        return None
    line, char = found[1], next((char for char in found[1] if char != "-"), "")
    message = (
        f"`{line}` has {with_article(DASHES[char])}, so the closing `---` is missing"
        if char
        else (f"`{line}` is too short, so the closing `---` is missing")
    )
    return syntax(
        found.start(1), found.end(1), message, "write `---`", put(found.start(1), found.end(1), mark)
    )


def odd_opening(text: str) -> tuple[Span, str] | None:
    """The first line of a page without front matter that looks like a fence, and what is odd in it."""
    found = _ODD_OPENING.match(text)
    if found is None:
        return None
    line = found[1]
    char = next((char for char in line if char not in "-+{"), "")
    if not char:
        return None
    return Span(*found.span(1)), DASHES.get(char, named(char))


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
    message = f"`{shorten(line)}` is longer than `---`, so Hugo reads the rest of it as YAML"
    start, end = found.opening.start, found.opening.start + len(line.rstrip())
    problem = syntax(start, end, message, "write `---`", put(start, end, "---"))
    return reading._replace(problems=(problem,))


def _closing(text: str, start: int, mark: str, utf8: bytes) -> int:
    """Where the closing delimiter begins, or -1. Text may follow it on its line: `--- x` closes."""
    if start and text[start - 1] in "\r\n" and text.startswith(mark, start):
        return start
    line_feed = find_in(text, utf8, "\n" + mark, start, len(text))
    stop = line_feed if line_feed >= 0 else len(text)
    carriage = text.find("\r" + mark, start, stop) if text.find("\r", start, stop) >= 0 else -1
    found = carriage if carriage >= 0 else line_feed
    return found + 1 if found >= 0 else -1


def content_in(text: str, utf8: bytes, start: int, end: int) -> bytes | None:
    """The bytes of a front matter in YAML, whose place in the text this is; None where they are not at hand.

    All that is before it is ASCII, and the line after it is the first one that begins with the delimiter.
    """
    if not utf8 or text[end - 1 : end] != "\n":
        return None
    close = utf8.find(b"\n---", end - 1)
    return utf8[start : close + 1]


def _behind_break(text: str, at: int) -> int:
    """After one CR and one LF, each if it is there (`consumeCRLF`)."""
    at += text.startswith("\r", at)
    return at + text.startswith("\n", at)


def _wrong_opening(text: str, at: int, mark: str) -> Problem:
    line = _line(text, at)
    end = at + len(line.rstrip())
    message = (
        f"`{shorten(line, 24)}` begins with `{mark[0]}`, but does not open front matter, as Hugo expects"
    )
    help_ = f"open the front matter with `{mark}`, or put front matter above the text"
    repair = put(at, end, mark) if set(line.rstrip()) == {mark[0]} else ()
    return syntax(at, end, message, help_, repair)


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
    for member in _JSON_MEMBER.finditer(text, at):
        if member.group().count('"') % 2:  # no backslashes: each of them is a quote
            return _unclosed_text(member)
    unopened = _JSON_UNOPENED.search(text, at)
    if unopened is not None:
        start, end = unopened.span("value")
        message = "the opening quote of this text is missing"
        return syntax(start, end, message, 'put `"` before it', put(start, start, '"'))
    lone = _lone_quote(text, at, _meant_end(text, at, line))
    if lone is not None:
        message = "the quotes of this JSON do not pair up: one is missing or too many, here or before"
        return syntax(
            lone, lone + 1, message, 'write `"` at both ends of each text, and `\\"` for a quote inside'
        )
    message = "the closing `}` is missing: Hugo reads a page that begins with `{` as JSON"
    return syntax(at, at + 1, message, "close the braces, or put front matter above the text")


def _meant_end(text: str, at: int, line: str) -> int:
    """Behind the brace that most likely is to end the JSON: on its first line, else alone on one."""
    bare = line.rstrip()
    if len(bare) > 1 and bare.endswith("}"):
        return at + len(bare)
    last = _JSON_END.search(text, at)
    return last.end() if last else at


def _lone_quote(text: str, at: int, end: int) -> int | None:
    """The first quote that begins a text where none can be, or ends one where more follows."""
    before = ""
    while at < end:
        char = text[at]
        if char == '"':
            found = _JSON_TEXT.match(text, at + 1, end)
            if before not in "{[,:" or found is None:
                return at
            at = found.end()
            if not _JSON_AFTER_TEXT.match(text, at, end):
                return at - 1
        else:
            at += 1
        before = before if char.isspace() else char
    return None


def _unclosed_text(member: re.Match[str]) -> Problem:
    """A text of JSON without its closing quote: Hugo goes on to the next one, and loses count of braces."""
    start, end = member.span("value")
    curly = member["value"][-1] in "“”„‟‘’" and end - 1 > start
    message = "the closing quote of this text is missing"
    if curly:
        last = member["value"][-1]
        message = f'the closing quote is a curly {last} (U+{ord(last):04X}); JSON needs a straight "'
        start = end - 1
    return syntax(start, end, message, 'put `"` at its end', put(end - curly, end, '"'))


def shortcode_first(at: int, line: str) -> Problem:
    """A page that begins with a shortcode: Hugo reads it as JSON. `line` is that line of the page."""
    end = at + len(line.rstrip())
    message = f"Hugo reads a page that begins with `{line[:2]}` as JSON front matter"
    return syntax(at, end, message, "put front matter above the shortcode, at least two lines `---`")


def _org(text: str, at: int) -> Fence:
    """Consecutive lines that begin with `#+` (`lexFrontMatterOrgMode`)."""
    end = at
    while text.startswith("#+", end):
        line_feed = text.find("\n", end)
        end = line_feed + 1 if line_feed >= 0 else len(text)
    return Fence(Format.ORG, Span(at, at), Span(at, end), Span(end, end), end)
