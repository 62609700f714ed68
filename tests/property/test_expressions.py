"""Expressions that were made faster mean what they meant: the old one and the new one over small texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import frontlint.hugo.config  # noqa: F401 - first, as everywhere: its modules import each other
from frontlint.base import loose_date
from frontlint.engine import silence as suppress
from frontlint.frontmatter import org as org_reader
from frontlint.frontmatter.json import mistakes as json_mistakes
from frontlint.frontmatter.json import reader as json_reader
from frontlint.frontmatter.nodes import Leaf
from frontlint.frontmatter.toml import mistakes as toml_mistakes
from frontlint.frontmatter.toml import values as toml_values
from frontlint.frontmatter.yaml import line as yaml_line
from frontlint.frontmatter.yaml import repair as yaml_repair
from frontlint.frontmatter.yaml import scalars as yaml_scalars
from frontlint.hugo.config import patterns, sanitize
from frontlint.hugo.content import rawhtml
from frontlint.init import jsonc
from frontlint.prose import blocks as prose
from frontlint.prose import inline, invisible, repeats
from frontlint.prose import mentions as naming
from frontlint.rules.hugo.syntax import encoding, no_front_matter
from frontlint.rules.hugo.text import markdown_in_description
from frontlint.website import ids
from frontlint.website import parent_statements as statements

pytestmark = pytest.mark.slow


class Change(NamedTuple):
    """The old expression, the new way, what the texts are made of, and what is compared."""

    old: str
    new: Any
    pieces: str
    view: Callable[[Any, str], object]
    flags: int = 0


def spans(expression: Any, text: str) -> object:
    """Where everything is found, groups included."""
    return [match.regs for match in expression.finditer(text)]


def first(expression: Any, text: str) -> object:
    """Whether and where the first one is found."""
    found = expression.search(text)
    return found and found.span()


def whole(expression: Any, text: str) -> object:
    """The groups where it takes the whole text."""
    found = expression.fullmatch(text)
    return found and found.regs


def begun(expression: Any, text: str) -> object:
    """The groups where it takes the beginning."""
    found = expression.match(text)
    return found and found.regs


def holds(expression: Any, text: str) -> object:
    """Whether it takes the beginning; how does not matter."""
    return expression.match(text) is not None


_STRING = r'(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*'
_CHANGES = {
    "JSON, string": Change(f'"({_STRING})"', json_reader._STRING, '" \\ a u 0041 \n', begun),
    "JSON, bad string": Change(_STRING, json_mistakes._BAD_IN_STRING, '" \\ a u 0041 \n', begun),
    "Org, keyword": Change(
        r"#\+([^:\n]+):(?:[ \t\r\f]+([^\n]*?))?[ \t\r\f]*\n?", org_reader._KEYWORD, "#+ a : _ \t \n \r", whole
    ),
    "TOML, blank": Change(
        r"(?:[ \t]|\r?\n|#[^\r\n\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*)*",
        toml_values._BLANK_AND_LINES,
        "_ \t # \r \n a \x01",
        begun,
    ),
    "TOML, text": Change(
        r'"((?:[^"\\\x00-\x08\x0a-\x1f\x7f]|\\.)*)"', toml_values._BASIC, '" \\ a \n \r', begun
    ),
    "TOML, long text": Change(
        r'"""(?:\r?\n)?((?:\\(?:\r\n|.)|"{1,2}(?!")|[^"\\\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r\n)*"{0,2})"""',
        toml_values._LONG_BASIC,
        '""" " \\ a \n \r \r\n',
        begun,
        re.DOTALL,
    ),
    "TOML, long literal": Change(
        r"'''(?:\r?\n)?((?:'{1,2}(?!')|[^'\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r\n)*'{0,2})'''",
        toml_values._LONG_LITERAL,
        "''' ' a \n \r \r\n",
        begun,
    ),
    "TOML, integer": Change(
        r"[+-]?(?:0|[1-9](?:_?[0-9])*)|0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*",
        toml_values._INTEGER,
        "0 1 0x 0b _ - +",
        whole,
    ),
    "TOML, float": Change(
        r"[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?|[+-]?(?:inf|nan)",
        toml_values._FLOAT,
        "0 1 _ . e - inf",
        whole,
    ),
    "YAML, key and value": Change(
        r"""[ \t]*(?:-[ \t]+)*(?P<key>"[^"]*"|'[^']*'|[^\s:#"'\[{][^:\r\n]*?)[ \t]*:[ \t]+(?P<value>\S.*)""",
        yaml_line._KEY_AND_VALUE,
        "_ - : a \" ' # [ \t",
        whole,
    ),
    "YAML, item": Change(r"[ \t]*(?:-[ \t]+)+(?P<value>\S.*)", yaml_line._ITEM, "_ - a \t", whole),
    "YAML, comment": Change(r"[ \t]+#.*", yaml_line._COMMENT, "_ # a \t \n", spans),
    "YAML, folded": Change(r"[ \t]*(?:[\r\n][ \t]*)+", yaml_scalars._FOLDED, "_ \t \r \n a", spans),
    "YAML, next line": Change(
        r"(?:\r\n|\r|\n)([ \t]*)(?=[^\s])", yaml_scalars._NEXT_LINE, "_ \t \r \n a", spans
    ),
    "YAML, plain value": Change(
        r"""(?m)^([ ]*(?:-[ ]+)*)(?:(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s#\-\[{"'|>&*!][^\r\n]*?):|-)[ ]+"""
        r"""[^\s#\-\[{"'|>&*!%@`][^\r\n]*(?:\r\n|\r|\n)""",
        yaml_repair._PLAIN_VALUE,
        '_ - : a " # \n \r',
        spans,
    ),
    "path": Change(
        r"(?:[A-Za-z0-9/$&+,:;=@\-_.~!'()*\[\]]|%[0-9A-Fa-f]{2})*", sanitize._GOOD_PATH, "a %41 % _", whole
    ),
    "lost letter": Change(
        r"(?<=[^\W\d_])\ufffd+|\ufffd+(?=[^\W\d_])", encoding._LOST_LETTER, "\ufffd a _ 1", first
    ),
    "slug": Change(r"[a-z]+(?:-[a-z]+)*", ids._SLUG, "a b - 1", whole),
    "mojibake": Change(
        invisible._MOJIBAKE._expression.replace("++|", "+|"),  # type: ignore[attr-defined]
        invisible._MOJIBAKE,
        "Ã ¼ Â â € ðŸ a É",
        spans,
    ),
    "time": Change(
        r"(?:T|[\s,]+(?:at\s+)?)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
        r"\s*(?P<half>[AaPp][Mm])?\s*(?P<zone>Z|UTC|GMT|(?P<sign>[+-])(?P<ahead>\d\d?)(?::?(?P<minutes>\d\d))?)?",
        loose_date._TIME,
        "T _ at 12 : 30 pm Z",
        whole,
    ),
    "brackets": Change(r"\s*\(([^()]*)\)\s*", naming._IN_BRACKETS, "_ ( ) a \n", spans),
    "heading": Change(
        r"#{1,6}\s|(\*\*|__)(?:(?!\1).)+[^.!?]\1[ \t]*:?[ \t]*$",
        prose._HEADING,
        "** * __ . a : _ \n #",
        holds,
    ),
    "sentence end": Change(
        r"""(?<=[.!?…])["'”’»)\]*_]*\s+(?=["'“‘«(\[*_]*[^\sa-z"'“‘«(\[*_])|(?:[ ]{2,}|\\)\n""",
        prose._SENTENCE_END,
        '. " _ A a \n \\ *',
        spans,
    ),
    "item": Change(
        repeats._ITEM._expression.replace(r"[ \t]*+(?:\n[ \t]*+)?", r"[ \t]*\n?[ \t]*"),  # type: ignore[attr-defined]
        repeats._ITEM,
        "\n - _ a \t # 1",
        spans,
    ),
    "long ending": Change(r"\s+#", toml_mistakes._COMMENT, "_ # a \n", spans),
}
_OPENINGS = Change(
    rawhtml._BLOCKS[0][0]._expression.replace("*+ {0,3}+", "* {0,3}"),  # type: ignore[attr-defined]
    rawhtml._BLOCKS[0][0],
    "_ > - * 1. <pre> <script a",
    begun,
    re.IGNORECASE,
)


def texts(pieces: str) -> st.SearchStrategy[str]:
    """Texts of a few pieces, which are separated by blanks; `_` is a blank."""
    parts = [" " if piece == "_" else piece for piece in re.split(" ", pieces)]
    return st.lists(st.sampled_from(parts), max_size=12).map("".join)


@pytest.mark.parametrize("name", [*_CHANGES, "HTML block"])
def test_the_new_expression_finds_what_the_old_one_found(name: str) -> None:
    change = _CHANGES.get(name, _OPENINGS)
    old = re.compile(change.old, change.flags)

    @given(texts(change.pieces))
    @settings(max_examples=400, deadline=None)
    def same(text: str) -> None:
        assert change.view(change.new, text) == change.view(old, text), text

    same()


def _pairs(old: str, flags: int, new: Callable[[str], object], view: Callable[[Any, str], object]) -> Any:
    return lambda text: (new(text), view(re.compile(old, flags), text))


def _taken(expression: Any, last: int) -> Callable[[str], object]:
    """Where an expression is found that takes what never ends, too, without its last group."""
    return lambda text: [(m.span(), m.span(1)) for m in expression.finditer(text) if m[last]]


def _with_group(expression: Any, text: str) -> object:
    return [(m.span(), m.span(1)) for m in expression.finditer(text)]


def _only_spans(expression: Any, text: str) -> object:
    return [m.span() for m in expression.finditer(text)]


def _inline_html(expression: Any, text: str) -> object:
    return [m.span() for m in expression.finditer(text) if m.group("code") is None]


_LINK = r"!?\[[^\[\]\n]+\]\((?:\{\{[^\n]*?\}\}|[^()\s]*[/.#:][^()\s]*)(?:\s+\"[^\"\n]*\")?\)"
_NO_PROSE = r"\{\{.*?\}\}|(?<=\])\([^()\n]*\)|</?[A-Za-z][^<>\n]*>|<!--.*?-->|\b(?:https?://|www\.)\S+"
_OLD_LAST_COMMA = re.compile(r'"(?:[^"\\\r\n]|\\.)*"|,(?=\s*[}\]])')
_OLD_COMMENT = re.compile(r'"(?:[^"\\\r\n]|\\.)*"|//[^\r\n]*|/\*.*?\*/', re.DOTALL)
_FUNCTIONS = {
    "ignore in the body": (
        "<!-- frontlint-ignore _ a : > - -- --> \n",
        _pairs(
            r"<!--[ \t]*frontlint-ignore[ \t]+([^:>\n]*?)[ \t]*(?::[^\n]*?)?-->",
            0,
            _taken(suppress._IN_BODY, 2),
            _with_group,
        ),
    ),
    "ignore in front": (
        "#_frontlint:_ignore[ a ] _ # \n",
        _pairs(
            r"(?:^|(?<=\s))#[ \t]*frontlint:[ \t]*ignore\[([^\]\n]*)\]",
            re.MULTILINE,
            _taken(suppress._IN_FRONT, 2),
            _with_group,
        ),
    ),
    "attributes": (
        ": a [ ] \n 1",
        _pairs(
            r":\w+(?:\[.+?\])?",
            re.ASCII,
            lambda text: list(patterns.attributes(text)),
            lambda old, text: [found.group()[1:] for found in old.finditer(text)],
        ),
    ),
    "bold": (
        "** * a _ \n / .",
        _pairs(
            r"(?<![\w*/])\*\*(?=[^\s*/.])[^\n]*?(?<=[^\s*/])\*\*(?![\w*/])",
            0,
            lambda text: [tuple(span) for span in markdown_in_description._bold(text)],
            _only_spans,
        ),
    ),
    "links": (
        '[a]( [ ] ( ) {{ }} / _ " a \n !',
        _pairs(
            _LINK, 0, lambda text: [tuple(span) for span in markdown_in_description._links(text)], _only_spans
        ),
    ),
    "late front matter": (
        "--- +++ \n a: _ a = \r\n",
        _pairs(
            r"^(---|\+\+\+)[ \t]*\r?\n\w+[ \t]*[:=].*\n(?:.*\n)*?\1",
            re.MULTILINE,
            no_front_matter._has_late,
            lambda old, text: old.search(text) is not None,
        ),
    ),
    "inline HTML": (
        '` `` <!-- --> <a > b=" " _ \'',
        _pairs(
            rf"(?P<code>(?<!`)(`+)(?!`).*?(?<!`)\2(?!`))|<!--.*?-->|{rawhtml._TAG}",
            re.DOTALL,
            lambda text: list(rawhtml._between(text, 0, len(text))),
            _inline_html,
        ),
    ),
    "no prose": (
        "{{ }} { <!-- --> <a > ](b) www.a _ \n",
        lambda text: (
            inline.prose_only(text).replace(inline.HIDDEN, "?"),
            _hidden(re.sub(_NO_PROSE, lambda m: "?" * len(m.group()), text, flags=re.DOTALL)),
        ),
    ),
    "empty key": (
        "_ a : # \n \r \r\n \t",
        lambda text: (
            yaml_repair._end_of_empty_key(text, len(text)),
            (lambda found: found and found.start(2))(
                re.search(r"(?m)^([ ]*)[^\s#][^\r\n]*?:((?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))+)\1\Z", text)
            ),
        ),
    ),
    "JSON with comments": (
        '" \\" \\ /* */ * // a \n , } ] [ "a" [] {} 1',
        lambda text: tuple(
            _said(f"[{text}]", *expressions)
            for expressions in (
                (jsonc._STRING_OR_COMMENT, jsonc._STRING_OR_LAST_COMMA),
                (_OLD_COMMENT, _OLD_LAST_COMMA),
            )
        ),
    ),
    "headings of lists": (
        "# _ a hierarchy \t",
        _pairs(
            r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$",
            0,
            lambda text: (m := statements._HEADING.match(text)) and (m[1], statements._list_kind(m[2])),
            lambda old, text: (m := old.match(text)) and (m[1], statements._list_kind(m[2])),
        ),
    ),
    "Org, date": (
        "[2024-01-01 _ ] > < a",
        lambda text: tuple(
            cast("Leaf", org_reader._single("date", Leaf(text, 0, len(text)))).value
            if new
            else (found[1] if (found := re.search(r"[<\[](\d{4}-\d{2}-\d{2}) .*[>\]]", text)) else text)
            for new in (True, False)
        ),
    ),
}


def _hidden(text: str) -> str:
    """What is never closed has one character hidden now: neither a letter nor a blank, as before."""
    for opening, instead in (("{{", "{?"), ("<!--", "<?--")):
        text = text.replace(opening, instead)
    return text


def _said(text: str, comment: Any, comma: Any) -> object:
    """What a text of JSON with comments says; None where it is not such a text."""
    for expression in (comment, comma):
        text = expression.sub(lambda found: jsonc._blank(found.group(), '"'), text)
    try:
        return text, json.loads(text)
    except ValueError:
        return None


@pytest.mark.parametrize("name", _FUNCTIONS)
def test_the_new_way_finds_what_the_old_expression_found(name: str) -> None:
    pieces, both = _FUNCTIONS[name]

    @given(texts(pieces))
    @settings(max_examples=500, deadline=None)
    def same(text: str) -> None:
        new, old = both(text)
        assert new == old, text

    same()
