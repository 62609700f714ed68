"""Reading, over texts nobody thought of: it never raises, and every span is true."""

from __future__ import annotations

import io
import json
import math
import tomllib
from collections.abc import Callable

from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from frontlint.base.source import SourceFile, decode
from frontlint.frontmatter.document import Document, Format, Value
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar

CHARACTERS = "-:#\"'[]{},&*!|>%@`?\\/.=~<+ \t\n\r0a\x00\x85\u2028\ufeff😀"
MARKS = [": ", "\n- ", "\n  ", "---\n", "+++\n", "a = ", "[[a]]", "#+a: ", '{"a": ', "<<: *x", "&x ", "|\n"]
MARKS += ["!!int ", "\\u", "\\ud83d", "a: ", "\r\n", "\n...\n", "'''", '"""']
PIECES = st.sampled_from([*CHARACTERS, *MARKS])
SOUP = st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)
OPENING = st.sampled_from(["", "---\n", "+++\n", "{", "#+", "\ufeff---\r\n"])
PAGES = st.builds(
    lambda opening, soup, close: opening + soup + close,
    OPENING,
    SOUP,
    st.sampled_from(["", "\n---\n", "\n+++\n", "}"]),
)

WORDS = st.text("abcxyz é😀", min_size=1, max_size=12).map(str.strip).filter(bool)
KEYS = st.text("abcdefgh", min_size=1, max_size=6)
SCALARS = (
    WORDS
    | st.integers(-(10**6), 10**6)
    | st.booleans()
    | st.none()
    | st.floats(-1e6, 1e6).map(lambda n: round(n, 3))
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(KEYS, TREES, min_size=1, max_size=5).filter(
    lambda found: len({k.lower() for k in found}) == len(found)
)


def page(text: str) -> Document:
    return read_document(decode("a.md", text.encode("utf-8")), plain_scalar)


@given(PAGES)
@settings(max_examples=1500, deadline=None)
@example("---\na: " + "[" * 500)
@example("---\na: &x {b: *x}\n? [c]\n: d\n---")
def test_never_raises_and_spans_lie_inside(text: str) -> None:
    document = page(text)
    size = len(document.source.text)

    for route in document.places:
        for span in (document.places.key(route), document.places.value(route)):
            assert 0 <= span.start <= span.end <= size
    for problem in document.problems:
        assert problem.span.end <= size
        assert problem.message
        assert len(problem.message) < 120


@given(st.text(st.characters(), max_size=60))
@settings(max_examples=300, deadline=None)
def test_lone_surrogates_do_not_raise(text: str) -> None:
    for opening in ("---\n", "+++\n", "{", "#+a: "):
        source = SourceFile("a.md", f"{opening}{text}\n---\n", bom=False, newline="\n")
        assert read_document(source, plain_scalar).source is source


@given(PAGES)
@settings(max_examples=800, deadline=None)
def test_children_lie_inside_parents_and_siblings_in_order(text: str) -> None:
    document = page(text)
    if document.format is Format.ORG:
        return  # the lines of one key may stand apart
    latest: dict[tuple[str | int, ...], int] = {}
    for route in document.places:
        if not route:
            continue
        parent, own, name = (
            document.places.value(route[:-1]),
            document.places.value(route),
            document.places.key(route),
        )
        assert parent.start <= name.start or document.format is Format.TOML
        assert parent.start <= own.start <= own.end <= parent.end
        if document.format is not Format.TOML:
            assert name.end <= own.start or isinstance(route[-1], int)
            assert latest.get(route[:-1], 0) <= name.start
            latest[route[:-1]] = own.end


@given(SOUP)
@settings(max_examples=500, deadline=None)
@example("a.b = 1\n[a.c]\nd = 1")
@example("[[a]]\nb = 1\n[a.c]\nd = 1\n[[a]]")
def test_what_tomllib_reads_we_read_the_same(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except ValueError:
        return
    assert same(
        json.loads(json.dumps(page(f"+++\n{text}\n+++\n").data)),
        json.loads(json.dumps(expected, default=str)),
    )


def as_yaml(value: Value, indent: int, draw: Callable[[int], int]) -> str:
    """Some way to write a value; `draw(n)` picks one of n ways."""
    if isinstance(value, dict) and value and draw(2):
        lines = [f"\n{' ' * indent}{key}: {as_yaml(inner, indent + 2, draw)}" for key, inner in value.items()]
        return "".join(lines)
    if isinstance(value, list) and value and draw(2):
        return "".join(f"\n{' ' * indent}- {as_yaml(inner, indent + 2, draw)}" for inner in value)
    return flow(value, draw)


def flow(value: Value, draw: Callable[[int], int]) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(inner, draw)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(inner, draw) for inner in value) + "]"
    if value is None:
        return ("null", "~")[draw(2)]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return (f'"{value}"', f"'{value}'")[draw(2)]
    return repr(value) if "e" not in repr(value) else f"{value:.6f}"


@given(MAPPINGS, st.randoms(use_true_random=False), st.sampled_from(["\n", "\r\n"]), st.booleans())
@settings(max_examples=400, deadline=None)
def test_agrees_with_ruamel_and_values_re_read_from_their_spans(
    data: dict[str, Value], random: object, newline: str, bom: bool
) -> None:
    draw: Callable[[int], int] = random.randrange  # type: ignore[attr-defined]
    body = "".join(f"{key}: {as_yaml(value, 2, draw)}\n" for key, value in data.items())
    text = ("\ufeff" if bom else "") + f"---\n{body}---\nBody.\n".replace("\n", newline)
    document = page(text)

    assert document.problems == ()
    assert same(document.data, YAML(typ="safe", pure=True).load(io.StringIO(body)))
    assert same(document.data, data)
    for route in document.places:
        span = document.places.value(route)
        indent = " " * (document.source.lines.line_column(span.start)[1] - 1)
        written = document.source.text[span.start : span.end].replace("\n", "\n ")
        again = page(f"---\nx:\n {indent}{written}\n---\n")
        assert same(again.data["x"], at(document.data, route))


def at(data: Value, route: tuple[str | int, ...]) -> Value:
    for step in route:
        data = data[step]  # type: ignore[index]
    return data


def same(left: object, right: object) -> bool:
    if isinstance(left, dict) and isinstance(right, dict):
        return list(left) == list(right) and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, float) and isinstance(right, (int, float)):
        return math.isclose(left, right)
    return left == right and isinstance(left, bool) == isinstance(right, bool)
