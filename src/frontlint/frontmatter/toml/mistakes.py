"""The usual mistakes in TOML front matter, in plain words."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.edit import Edit, apply_within
from frontlint.base.pattern import lazy_pattern
from frontlint.base.phrases import shorten
from frontlint.base.span import Span
from frontlint.base.suggest import close_to
from frontlint.base.unseen import UNSEEN, named
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import put, syntax
from frontlint.frontmatter.remedies import LONGEST, if_text
from frontlint.frontmatter.toml.near_values import near_value

_LINE: Final = re.compile(r"[^\r\n]*")
_COMMENT: Final = re.compile(r"(?<!\s)\s++#")
_CURLY_VALUE: Final = re.compile(r"""[“”„‟‘’"']?+(?<=[“”„‟‘’])([^“”„‟"\r\n]*+)[“”„‟‘’"]""")
_CURLY_KEY: Final = re.compile(r"[“”„‟‘’]([\w.-]+)[“”„‟‘’\"]")
_ASSIGNED: Final = re.compile(r"[\w.-]++[ \t]*+=")
_PLAIN: Final = re.compile(
    r"true|false|[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?"
)
_ENDS_ITEM: Final = re.compile(r"[\],}]")
_LONE_VALUE: Final = re.compile(r"""[ \t]*+[\w."'-]++[ \t]*+=[ \t]*+""")
_BARE: Final = r"""[^\s"'\[\]{},#=][^"'\[\]{},#=\r\n]*+"""
_BARE_ITEMS: Final = lazy_pattern(rf"{_BARE}(?:,[ \t]*+{_BARE})*+(?:,[ \t]*+)?(?=\])")
_BARE_ITEM: Final = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_VALUE: Final = re.compile(r"true|false|[+-]?[0-9][0-9_.:TZ+-]*+")
_LIKE_A_BOOLEAN: Final = 0.75
_SPELLING: Final = {  # read only
    "True": "true",
    "False": "false",
    "yes": "true",
    "no": "false",
    "null": '""',
    "None": '""',
}


def line_end(text: str, at: int) -> int:
    """After the last visible character of the line of `at`."""
    match = _LINE.match(text, at)
    return at + len(match.group().rstrip()) if match else at


def no_key(text: str, at: int) -> Problem:
    """Something that is not a key."""
    end = max(line_end(text, at), at)
    if text.startswith("=", at):
        return syntax(at, at + 1, "a key is missing before this `=`", "write `key = value`")
    if not text[at:end]:
        return syntax(at, at, "a key is missing here", "write `key = value`")
    if text[at] in UNSEEN:
        message = f"this line begins with a {named(text[at])}, which TOML does not accept as a space"
        stop = at + len(text[at:end]) - len(text[at:end].lstrip(UNSEEN))
        return syntax(at, stop, message, f"delete the {named(text[at])}", put(at, stop, ""))
    curly = _CURLY_KEY.match(text, at, end)
    if curly is not None:
        message = f"`{shorten(curly.group())}` is in curly quotes; TOML needs straight quotes"
        return syntax(
            at, curly.end(), message, f'write `"{curly[1]}"`', put(at, curly.end(), f'"{curly[1]}"')
        )
    message = f"`{shorten(text[at:end])}` is not a key: TOML keys have letters, digits, `_` and `-`"
    return syntax(at, end, message, "put a key with other characters in double quotes", put(at, end, ""))


def no_equals(text: str, begin: int, at: int) -> Problem:
    """A key without `=`, most often YAML."""
    end = max(line_end(text, begin), begin)
    key = shorten(text[begin:at])
    if text.startswith(":", at):
        value = text[at + 1 : end].strip()
        if value.startswith("="):
            message = f"`:` follows the key `{key}`, but TOML needs only `=`"
            return syntax(at, at + 1, message, "delete the `:`", put(at, at + 1, ""))
        if _ASSIGNED.match(value):
            name = shorten(text[begin:end].partition("=")[0].strip())
            help_ = "put the key in quotes, or delete the `:`"
            return syntax(begin, end, f"`{name}` is not a key: it contains a `:`", help_, put(begin, end, ""))
        quoted = value if value[:1] in ('"', "'", "[", "{") or _PLAIN.fullmatch(value) else f'"{value}"'
        help_ = f"write `{key} = {quoted}`" if len(value) <= LONGEST else f'write `{key} = "…"`'
        plain = '"' not in value and "\\" not in value
        repair = put(at, end, f" = {quoted}") if value and (plain or quoted == value) else put(begin, end, "")
        return syntax(at, at + 1, f"`{key}:` is YAML, but `+++` begins TOML, which needs `=`", help_, repair)
    if text[at : at + 1] in UNSEEN and text[at : at + 1]:
        name = named(text[at])
        message = f"a {name} follows the key `{key}`; TOML does not accept it as a space"
        return syntax(at, at + 1, message, f"replace the {name} with a space", put(at, at + 1, " "))
    message = f"an `=` is missing after the key `{key}`"
    return syntax(begin, end, message, f"write `{key} = value`", put(begin, end, ""))


def no_value(text: str, at: int) -> Problem:
    """No value where one should be."""
    if text[at : at + 1] in ("]", "}", ","):
        message = f"a value is missing before this `{text[at]}`"
        return syntax(at, at + 1, message, 'write `""` for an empty text', put(at, at, '""'))
    at = min(at, len(text))
    if text[at : at + 1] and text[at] in UNSEEN:
        name = named(text[at])
        message = f"a {name} follows this `=`; TOML does not accept it as a space"
        return syntax(at, at + 1, message, f"replace the {name} with a space", put(at, at + 1, " "))
    message = "a value is missing after this `=`"
    return syntax(at, at, message, 'write `""` for an empty text', put(at, at, ' ""'))


def bare_word(text: str, at: int, word: str) -> Problem:
    """Text without quotes, or a number or date that TOML does not know."""
    end = max(line_end(text, at), at + len(word))
    rest = _COMMENT.split(text[at:end], maxsplit=1)[0]
    if word.startswith("="):
        return syntax(at, at + 1, "there is one `=` too many", "delete this `=`", put(at, at + 1, ""))
    if word[-1:] == ";" and _PLAIN.fullmatch(word[:-1]):
        stop = at + len(word)
        return syntax(stop - 1, stop, "`;` follows a complete value", "delete `;`", put(stop - 1, stop, ""))
    if word in _SPELLING:
        repair = put(at, at + len(word), _SPELLING[word])
        message = f"`{word}` is not a TOML value"
        return syntax(at, at + len(word), message, f"write `{_SPELLING[word]}`", repair)
    curly = _CURLY_VALUE.match(text, at, end)
    if curly is not None:
        return _curly(at, curly)
    if word[0] in UNSEEN or word[-1] in UNSEEN:
        return _unseen(text, at, word)
    near = near_value(word)
    if near is not None:
        repair = put(at, at + len(word), near.meant or _basic(word))
        return syntax(at, at + len(word), near.message, near.help, repair)
    if not _LONE_VALUE.fullmatch(text, text.rfind("\n", 0, at) + 1, at):  # in brackets or braces
        in_list = _bare_items(text, at, end)
        if in_list is not None:
            return in_list
        rest = _ENDS_ITEM.split(rest, maxsplit=1)[0].rstrip() or word
    boolean = close_to(rest, ("true", "false"), _LIKE_A_BOOLEAN)
    if boolean:
        help_ = f"if it is `{boolean}`, write that; {if_text(rest)}"
        message = f"`{shorten(rest)}` is not a TOML value"
        return syntax(at, at + len(rest), message, help_, put(at, at + len(rest), _basic(rest)))
    plain = '"' not in rest and "\\" not in rest and len(rest) <= LONGEST
    help_ = f'write `"{rest}"`' if plain else "put it in quotes"
    message = f"`{shorten(rest)}` is text, and text needs quotes in TOML"
    return syntax(at, at + len(rest), message, help_, put(at, at + len(rest), _basic(rest)))


def _bare_items(text: str, at: int, end: int) -> Problem | None:
    """Texts without quotes in a list on one line: all of them at once."""
    items = _BARE_ITEMS.match(text, at, end)
    if items is None:
        return None
    words = [one for one in _BARE_ITEM.finditer(text, at, items.end()) if not _VALUE.fullmatch(one.group())]
    repair = tuple(Edit(Span(*one.span()), _basic(one.group())) for one in words)
    first, last = words[0], words[-1]
    written = apply_within(text, Span(at, items.end()), repair)
    opens = text[max(at - 80, 0) : at].rstrip()[-1:] == "["
    whole = f"[{written.strip()}]" if opens else _basic(first.group())
    message = f"`{shorten(first.group())}` is text, and text needs quotes in TOML"
    help_ = f"write `{whole}`" if len(whole) <= LONGEST else "put each text in quotes"
    return syntax(at, last.end(), message, help_, repair)


def _basic(text: str) -> str:
    """The text in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _curly(at: int, match: re.Match[str]) -> Problem:
    """A text in curly quotes, or in one curly and one straight."""
    message = f"`{shorten(match.group())}` is in curly quotes; TOML needs straight quotes"
    help_ = f'write `"{match[1]}"`' if len(match[1]) <= LONGEST else "write straight quotes"
    return syntax(at, match.end(), message, help_, put(at, match.end(), _basic(match[1])))


def _unseen(text: str, at: int, word: str) -> Problem:
    """A value with an invisible character before or after it."""
    first = word[0] in UNSEEN
    start = at if first else at + len(word.rstrip(UNSEEN))
    stop = at + len(word) - len(word.lstrip(UNSEEN)) if first else at + len(word)
    name = named(text[start])
    message = f"a {name} is part of this value; TOML does not accept it as a space"
    return syntax(start, stop, message, f"delete the {name}", put(start, stop, ""))


def open_string(text: str, at: int, quote: str) -> Problem:
    """A text that never closes, or has a control character in it."""
    end = max(line_end(text, at), at + len(quote))
    line = text[at + len(quote) : end]
    control = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text[at:] if len(quote) == 3 else text[at:end])
    if control is not None and (quote in line or len(quote) == 3):
        place = at + control.start()
        message = "this text contains a control character"
        return syntax(place, place + 1, message, "delete it", put(place, place + 1, ""))
    last = text[end - 1 : end]
    if last in "“”„‟‘’" and end - 1 > at and len(quote) == 1:
        message = f"the closing quote is a curly {last} (U+{ord(last):04X}); TOML needs a straight {quote}"
        inner = text[at + 1 : end - 1]
        return syntax(
            end - 1,
            end,
            message,
            f"write `{quote}{inner}{quote}`" if len(inner) <= LONGEST else f"write {quote} at its end",
            put(end - 1, end, quote),
        )
    message = f"the closing `{quote}` of this text is missing"
    repair = put(end, end, quote) if len(quote) == 1 and end > at + 1 else ()
    return syntax(at, end, message, f"put `{quote}` at the end of the text", repair)


def bad_escape(text: str, start: int, end: int) -> Problem:
    """A backslash that begins no escape: a Windows path."""
    message = f"`{shorten(text[start : start + 2])}` inside double quotes is not an escape that TOML knows"
    help_ = "use single quotes, or write `\\\\` for a backslash"
    return syntax(start, end, message, help_, put(start, start, "\\"))


def no_comma(text: str, at: int, opener: int, closer: str) -> Problem:
    """A comma, or the closing bracket, is missing."""
    if not text[at : at + 1]:
        message = f"the closing `{closer}` is missing"
        return syntax(opener, max(line_end(text, opener), opener + 1), message, f"put `{closer}` at the end")
    end = max(line_end(text, at), at + 1)
    line = text.rfind("\n", 0, at) + 1
    if "=" in text[at:end] and closer == "]" and not text[line:at].strip():
        message = f"the closing `{closer}` of the list above is missing"
        last = max(line_end(text, opener), opener + 1)
        repair = put(last, last, closer) if text.startswith("\n", last) else ()
        return syntax(opener, last, message, f"put `{closer}` at its end", repair)
    message = f"a comma is missing before `{shorten(text[at:end])}`"
    return syntax(at, end, message, "put a comma between the two", put(at, at, ", "))


def open_header(text: str, at: int, closer: str) -> Problem:
    """`[table` without its bracket."""
    end = max(line_end(text, at), at + 1)
    message = f"the closing `{closer}` of this table header is missing"
    repair = put(end, end, closer[text[at:end].endswith("]") :])
    return syntax(at, end, message, f"put `{closer}` at its end", repair)
