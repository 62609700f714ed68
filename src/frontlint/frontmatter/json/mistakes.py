"""The usual mistakes in JSON front matter, in plain words."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.edit import Edit
from frontlint.base.pattern import lazy_pattern
from frontlint.base.phrases import shorten
from frontlint.base.unseen import UNSEEN, named
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.fence import shortcode_first
from frontlint.frontmatter.json.near_values import early_quote, near_number, number_token
from frontlint.frontmatter.parsed import put, syntax
from frontlint.frontmatter.remedies import LONGEST

_WORD: Final = re.compile(r"[^\s,:\]}]+")
_BAD_IN_STRING: Final = lazy_pattern(r'(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_LINE: Final = re.compile(r"[^\r\n]*")
_A_VALUE: Final = lazy_pattern(
    r"""[ \t]*+(?:[\[{]|(?:"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+'|[\w.+-]++)[ \t]*+(?:[,}\]\r\n]|\Z))"""
)
_A_KEY: Final = re.compile(r"[\w$-]++['\"]?[ \t]*+:")
_CURLY: Final = re.compile(r"[“”„‟‘’]([^“”„‟\"\r\n]*+)[“”„‟’\"]")
_SINGLE: Final = re.compile(r"'([^'\r\n]*+)'")
_BARE: Final = lazy_pattern(r"[^\s,:\]}\"]++(?:[ \t]++[^\s,:\]}\"]++)*+")
_COLON: Final = "put a colon after the key, or delete what is in between"
_KEY_OR_NOT: Final = "put it in double quotes if it is a key, or delete it"
_SPELLING: Final = (("True", "true"), ("False", "false"), ("None", "null"), ("yes", "true"), ("no", "false"))


def _word(text: str, at: int) -> tuple[str, int]:
    match = _WORD.match(text, at) or re.compile(r".?", re.DOTALL).match(text, at)
    assert match is not None
    return match.group(), max(match.end(), at)


def _comment(text: str, at: int) -> Problem | None:
    if not text.startswith(("//", "/*", "#"), at):
        return None
    line = _LINE.match(text, at)
    end = line.end() if line else at
    if text.startswith("/*", at):
        end = max(text.find("*/", at) + 2, at + 2)
    return syntax(at, end, "JSON has no comments", "delete the comment, or use YAML", put(at, end, ""))


def _unseen(text: str, at: int) -> Problem | None:
    """A space that JSON does not accept as one."""
    if text[at : at + 1] not in UNSEEN or at >= len(text):
        return None
    end = at + len(text[at : at + 80]) - len(text[at : at + 80].lstrip(UNSEEN))
    name = named(text[at])
    message = f"JSON does not accept this {name} as a space"
    return syntax(at, end, message, f"replace the {name} with a space", put(at, end, " "))


def _curly(text: str, at: int) -> Problem | None:
    """A text in curly quotes."""
    match = _CURLY.match(text, at)
    if match is None:
        return None
    message = f"`{shorten(match.group())}` is in curly quotes; JSON needs straight quotes"
    help_ = f'write `"{match[1]}"`' if len(match[1]) <= LONGEST else "write straight quotes"
    return syntax(at, match.end(), message, help_, _in_quotes(at, match.end(), match[1]))


def _in_quotes(start: int, end: int, inner: str) -> tuple[Edit, ...]:
    """The repair that writes a text in double quotes."""
    return put(start, end, '"' + inner.replace("\\", "\\\\").replace('"', '\\"') + '"')


def no_value(text: str, at: int) -> Problem:
    """Something that does not begin a value."""
    comment = _comment(text, at) or _unseen(text, at) or _curly(text, at)
    if comment is not None:
        return comment
    word, end = _word(text, at)
    if text[at : at + 1] in ("]", "}", ",", ""):
        if text[:at].rstrip().endswith(","):
            return trailing_comma(text, at)
        help_ = 'write `null` or `""`'
        return syntax(at, min(at + 1, len(text)), "a value is missing here", help_, put(at, at, "null"))
    if word.startswith("'"):
        message = f"`{shorten(word)}` is in single quotes; JSON needs double quotes"
        single = _SINGLE.match(text, at)
        repair = _in_quotes(at, single.end(), single[1]) if single else ()
        alone = single is not None and text[single.end() : single.end() + 1] in ",]} \t\r\n"
        help_ = f'write `"{shorten(single[1])}"`' if single and alone else "put the text in double quotes"
        return syntax(at, end, message, help_, repair)
    spelling = dict(_SPELLING).get(word)
    near = None if spelling else near_number(text, *number_token(text, at))
    if near is not None:
        return near
    help_ = f"write `{spelling}`" if spelling else f'put text in double quotes: `"{shorten(word)}"`'
    bare = _BARE.match(text, at)
    stop = bare.end() if bare and not spelling else end
    repair = put(at, end, spelling) if spelling else _in_quotes(at, stop, text[at:stop])
    return syntax(at, end, f"`{shorten(word)}` is not a JSON value", help_, repair)


def _bare(text: str, start: int, end: int) -> Problem:
    """A text without quotes that begins with a number, such as a date."""
    word = text[start:end]
    if text[end : end + 1] == '"':
        message = "the opening quote of this text is missing"
        return syntax(start, end + 1, message, f'write `"{shorten(word)}"`', put(start, start, '"'))
    help_ = f'write `"{word}"`' if len(word) <= LONGEST else "put it in double quotes"
    message = f"`{shorten(word)}` is text, and text needs quotes in JSON"
    return syntax(start, end, message, help_, _in_quotes(start, end, word))


def no_key(text: str, at: int) -> Problem:
    """Something that is not a key in double quotes."""
    comment = _comment(text, at) or _unseen(text, at) or _curly(text, at)
    if comment is not None:
        return comment
    line = _LINE.match(text, text.rfind("\n", 0, at) + 1)
    begin = text[: at + 1].lstrip("\t\n\v\f\r \ufeff")
    if begin in ("{{", "{%") and line is not None:
        return shortcode_first(at - 1, text[at - 1 : line.end()])
    if text[at : at + 1] == "}":
        return trailing_comma(text, at)
    if text[at : at + 1] == ",":
        message = "there is nothing between this comma and the one before"
        return syntax(at, at + 1, message, "delete this comma", put(at, at + 1, ""))
    word, end = _word(text, at)
    bare = word.strip("'\"")
    message = f"`{shorten(word)}` is not a key: JSON keys need double quotes"
    repair = _in_quotes(at, end, bare) if bare else ()
    clear = _A_KEY.match(text, at + text.startswith(("'", '"'), at))
    help_ = f'write `"{shorten(bare)}": value`' if clear else _KEY_OR_NOT
    return syntax(at, end, message, help_, repair)


def trailing_comma(text: str, at: int) -> Problem:
    """A comma with nothing after it."""
    comma = text.rfind(",", 0, at)
    message = f"only `{text[at]}` follows this comma" if text[at : at + 1] else "nothing follows this comma"
    return syntax(comma, comma + 1, message, "delete the comma", put(comma, comma + 1, ""))


def no_colon(text: str, at: int, name: str) -> Problem:
    """A key without a colon."""
    unseen = _unseen(text, at)
    if unseen is not None:
        return unseen
    _, end = _word(text, at)
    message = f"a colon is missing after the key `{shorten(name)}`"
    repair = put(at, at + 1, ":") if text[at : at + 1] == "=" else put(at, at, ": ")
    clear = _A_VALUE.match(text, at + 1 if text[at : at + 1] == "=" else at)
    help_ = f'write `"{shorten(name)}": value`' if clear else _COLON
    return syntax(at, end, message, help_, repair)


def no_comma(text: str, at: int, closer: str, *, in_list: bool) -> Problem:
    """Two values, or a value and a key, without a comma between them; `in_list` says if any list is open."""
    comment = _comment(text, at) or _unseen(text, at)
    if comment is not None:
        return comment
    word, end = _word(text, at)
    if not word:
        return syntax(at, at, f"the closing `{closer}` is missing", f"put `{closer}` at the end")
    char = text[at]
    if char == "]" and not in_list:
        return syntax(at, at + 1, "this `]` closes no list", "delete it", put(at, at + 1, ""))
    if char in "]}":
        message = f"the closing `{closer}` is missing before this `{char}`"
        return syntax(at, at + 1, message, f"put `{closer}` before it", put(at, at, closer))
    if char == ";":
        return syntax(at, at + 1, "this `;` must be a comma", "write `,`", put(at, at + 1, ","))
    start, stop = number_token(text, at)
    if start < at and char not in "\"'{[":  # `02700` or `2024-01-02`: Go has read a number to here
        return near_number(text, start, stop) or _bare(text, start, stop)
    early = early_quote(text, at)
    if early is not None:
        return early
    message = f"a comma is missing before `{shorten(word)}`"
    return syntax(at, end, message, "put a comma between the two", put(at, at, ","))


def bad_string(text: str, at: int) -> Problem:
    """A string that never ends, breaks its line, or has an unknown escape."""
    stop = _BAD_IN_STRING.match(text, at + 1)
    place = stop.end() if stop else at + 1
    found = text[place : place + 1]
    if found == "\\":
        message = f"`{shorten(text[place : place + 2])}` is not an escape that JSON knows"
        help_ = "write `\\\\` for a backslash"
        return syntax(place, min(place + 2, len(text)), message, help_, put(place, place, "\\"))
    if found == "\n" or found == "\r":
        message = "this text continues on the next line, which JSON does not allow"
        help_ = 'close it with `"`, or write `\\n` for a line break'
        if text[place:].lstrip()[:1] not in ('"', "}", "]"):  # the text goes on, then, in the next line
            return syntax(at, place, message, help_, put(place, place + 1, "\\n"))
        last = len(text[:place].rstrip())
        if text[last - 1] == "," and last - 1 > at:
            last -= 1
        curly = text[last - 1] in "“”„‟‘’" and last - 1 > at
        return syntax(at, place, message, help_, put(last - curly, last, '"'))
    if found == "\t":
        message = "this text contains a tab"
        return syntax(place, place + 1, message, "write `\\t` for it", put(place, place + 1, "\\t"))
    if found:
        message = "this text contains a control character"
        return syntax(place, place + 1, message, "delete it", put(place, place + 1, ""))
    return syntax(at, place, "the closing quote of this text is missing", 'put `"` at its end')


def behind_the_end(text: str, at: int) -> Problem:
    """More text after the last brace."""
    _, end = _word(text, at)
    return syntax(at, end, "there is text after the end of the JSON", "delete it")
