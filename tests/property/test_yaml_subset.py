"""The subset reader of YAML against libyaml: either it has no answer, or the same one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conformance.yaml_cases import AGREED, DIFFERENT
from frontlint.base.source import decode
from frontlint.frontmatter import fence
from frontlint.frontmatter.document import Format
from frontlint.frontmatter.yaml import libyaml as yaml_libyaml
from frontlint.frontmatter.yaml import reader as yaml_reader
from frontlint.frontmatter.yaml import subset as yaml_subset
from frontlint.hugo.values.scalars import plain_scalar
from unit.frontmatter.pages import same

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

RULES = Path(__file__).parents[1] / "rules"
BEFORE = "---\n"


def front_matter() -> list[str]:
    """The YAML of the fixtures of all rules, and of the conformance cases."""
    texts = [*AGREED, *DIFFERENT]
    for path in sorted(RULES.rglob("*.md")):
        source = decode(str(path), path.read_bytes())
        found, problem = fence.find(source.text)
        if problem is None and found.format is Format.YAML:
            texts.append(source.text[found.content.start : found.content.end])
    return texts


WORDS = st.text("abcxyz é😀/.,-'#:0123", max_size=10)
KEYS = st.sampled_from(["title", "Title", "a", "b-c", "d e", "weight", "'x'", "1", "true", "é"])
SCALARS = st.one_of(
    WORDS,
    st.sampled_from(
        ["10", "010", "1.50", "true", "null", "~", "2025-01-02", "2025-01-02T03:04:05Z", "-1", "[]"]
    ),
    WORDS.map("'{}'".format),
    WORDS.map('"{}"'.format),
    st.lists(WORDS | WORDS.map('"{}"'.format), max_size=3).map(lambda items: f"[{', '.join(items)}]"),
)
FLOWS = st.recursive(
    WORDS | WORDS.map("'{}'".format) | st.sampled_from(["1", "a b", "x-y", "/a/", "", "b: c"]),
    lambda inner: (
        st.builds(
            lambda open_, close, between, items: open_ + between.join(items) + close,
            st.sampled_from(["[", "[ ", "[\n  ", "[\n"]),
            st.sampled_from(["]", " ]", "\n]", "\n  ]", ",\n]", ""]),
            st.sampled_from([", ", ",", ",\n  ", ",\n", " , ", ", # x\n"]),
            st.lists(inner, max_size=3),
        )
        | st.builds(
            lambda open_, close, between, pairs: open_ + between.join(f"{k}: {v}" for k, v in pairs) + close,
            st.sampled_from(["{", "{ ", "{\n  ", "{\n"]),
            st.sampled_from(["}", " }", "\n}", "\n  }", ",\n}", ""]),
            st.sampled_from([", ", ",", ",\n  ", ",\n", " , "]),
            st.lists(st.tuples(KEYS, inner), max_size=3),
        )
    ),
    max_leaves=6,
)
"""What is in brackets and braces, over lines too, and much that is nearly that."""
ENDS = st.sampled_from(["", "", "", "  ", " # note", "\n", "\n\n", "\n# note"])
HEADERS = st.sampled_from(["|", "|-", "|+", ">", ">-", ">+", "|2"])
BLOCKS = st.lists(WORDS | st.sampled_from(["", " x", "# y", "  "]), min_size=1, max_size=4)


def indented(lines: list[str], blanks: str) -> list[str]:
    return [blanks + line if line else line for line in lines]


@st.composite
def values(draw: st.DrawFn, depth: int) -> tuple[str, list[str]]:
    """What stands behind a colon or dash, and the lines below it, not indented yet."""
    kind = draw(st.integers(0, 5 if depth else 3))
    blanks = " " * draw(st.sampled_from([2, 2, 2, 1, 4]))
    if kind == 3:
        return draw(HEADERS), indented(draw(BLOCKS), blanks)
    if kind == 4:
        return "", indented(draw(mappings(depth - 1)), blanks)
    if kind == 5:
        return "", indented(draw(lists(depth - 1)), draw(st.sampled_from(["", blanks])))
    text = draw(SCALARS) + draw(ENDS)
    more = draw(WORDS) if kind == 2 else ""
    return text, indented([more], blanks) if more else []


@st.composite
def mappings(draw: st.DrawFn, depth: int = 2) -> list[str]:
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        value, below = draw(values(depth))
        lines += f"{draw(KEYS)}:{' ' if value else ''}{value}".split("\n")
        lines += below
    return lines


@st.composite
def lists(draw: st.DrawFn, depth: int) -> list[str]:
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            first, *rest = draw(mappings(depth))
            lines += [f"- {first}", *indented(rest, "  ")]
        else:
            value, below = draw(values(0))
            lines += f"- {value}".split("\n") + indented(below, "  ")
    return lines


def agree(text: str) -> bool:
    """Whether the subset has an answer; it must be that of libyaml."""
    start, end = len(BEFORE), len(BEFORE) + len(text)
    page = f"{BEFORE}{text}---\n"
    reading = yaml_subset.read_subset(page, start, end, plain_scalar)
    if reading is not None:
        assert same(reading, yaml_libyaml.read_by_libyaml(page, start, end, plain_scalar))
    values = yaml_reader.read_only_values(text, plain_scalar)
    if values is not None:
        read = yaml_libyaml.read_by_libyaml(page, start, end, plain_scalar)
        assert (repr(values), ()) == (repr(read.data), read.problems)
        below = read.places.root[4] or {}
        for key in values:
            alone = yaml_subset.place_of(page, start, end, key, plain_scalar)
            assert alone is None or alone == below[key]
            assert alone is not None or reading is None, "the places of one key, where all can be read"
    return reading is not None


@given(mappings(), st.sampled_from(["\n", "\n", "\r\n"]))
@settings(max_examples=1000, deadline=None)
@example(["a: |+", "  x", "", ""], "\r\n")
def test_documents_of_real_shape(lines: list[str], line_break: str) -> None:
    agree("".join(line + line_break for line in lines))


@given(st.lists(st.tuples(KEYS, FLOWS, ENDS), min_size=1, max_size=3), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=1500, deadline=None)
def test_brackets_and_braces(entries: list[tuple[str, str, str]], line_break: str) -> None:
    text = "".join(f"{key}: {value}{end}\n" for key, value, end in entries)
    agree(text.replace("\n", line_break))
    agree("a:\n" + "".join(f"  {line}\n" for line in text.split("\n")[:-1]).replace("\n", line_break))


@given(
    st.sampled_from(front_matter()),
    st.lists(
        st.tuples(
            st.floats(0, 1),
            st.integers(0, 3),
            st.sampled_from([*"-:#'\"[]{}|>&*!%@?, \n\t\r\\\x85\u2028\xa0ab", ""]),
        ),
        max_size=4,
    ),
)
@settings(max_examples=1000, deadline=None)
def test_fixtures_with_slips(text: str, slips: list[tuple[float, int, str]]) -> None:
    for where, removed, put in slips:
        at = round(where * len(text))
        text = text[:at] + put + text[at + removed :]
    agree(text)


def test_nearly_all_good_fixtures_are_taken() -> None:
    good = [
        source.text[found.content.start : found.content.end]
        for path in sorted(RULES.glob("*/good/**/*.md"))
        for source in [decode(str(path), path.read_bytes())]
        for found, _ in [fence.find(source.text)]
        if found.format is Format.YAML
    ]
    assert sum(map(agree, good)) > 0.8 * len(good)
