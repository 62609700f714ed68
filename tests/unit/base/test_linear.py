"""Foreign expressions mean here what they mean in Go and in JSON Schema."""

from __future__ import annotations

import re

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontlint.patterns.linear import MOST_STEPS, Matcher
from frontlint.patterns.nodes import Dialect, PatternError

_ATOMS = ["a", "b", "-", ".", "[ab]", "[^a]", r"\d", r"\w", r"\W", r"\b", r"\B", "^", "$", "[a-c1]", ""]
_REPEATS = ["*", "+", "?", "{2}", "{1,2}", "{0,3}", "{2,}", "*?", "+?"]
_PLAIN = st.recursive(
    st.sampled_from(_ATOMS),
    lambda inner: (
        st.tuples(inner, inner).map("".join)
        | st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})")
        | st.tuples(inner, st.sampled_from(_REPEATS)).map(lambda two: f"({two[0]}){two[1]}")
    ),
    max_leaves=8,
)
_LOOKING = st.recursive(
    _PLAIN,
    lambda inner: (
        st.tuples(st.sampled_from(["(?=", "(?!"]), inner).map(lambda two: f"{two[0]}{two[1]})")
        | st.tuples(st.sampled_from(["(?<=", "(?<!"]), st.sampled_from("ab1")).map(
            lambda two: f"{two[0]}{two[1]})"
        )
        | st.tuples(inner, inner).map("".join)
    ),
    max_leaves=4,
)
_TEXTS = st.text("ab1- \n", max_size=7)


@given(_LOOKING, _TEXTS)
@settings(max_examples=600, deadline=None)
def test_finds_what_python_finds(pattern: str, text: str) -> None:
    try:
        python = re.compile(pattern.replace("$", r"\Z"), re.ASCII)
    except re.error:
        return
    if not text and r"\B" in pattern:  # which Python finds in an empty text since 3.14
        return
    assert Matcher(pattern, Dialect.ECMA).found_in(text) is (python.search(text) is not None)


@given(_PLAIN, _TEXTS)
@settings(max_examples=300, deadline=None)
def test_finds_what_the_fast_engine_finds(pattern: str, text: str) -> None:
    fast = jsonschema_rs.validator_for({"pattern": pattern}, pattern_options=jsonschema_rs.RegexOptions())
    assert Matcher(pattern, Dialect.ECMA).found_in(text) is fast.is_valid(text)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\.md$", "a.md", True),
        (r"\.md$", "a.md\n", False),
        (r"(?i)README\.md", "x/readme.MD", True),
        (r"(?i:a)B", "aB", True),
        (r"(?i:a)B", "ab", False),
        (r"a(?i)b|c", "C", True),
        (r"(?i)\x{212A}", "k", True),
        (r"(?s)a.b", "a\nb", True),
        (r"a.b", "a\nb", False),
        (r"(?m)^b$", "a\nb\nc", True),
        (r"^b$", "a\nb", False),
        (r"\Aa\z", "a", True),
        (r"\Q.*\E$", "a.*", True),
        (r"\Q.*", "ab", False),
        (r"[[:digit:]]+[[:^alpha:]]", "12", True),
        (r"[[:upper:]]", "a", False),
        (r"^\pL+$", "äß", True),
        (r"^\P{L}$", "1", True),
        (r"^\p{Greek}+$", "αβ", True),
        (r"^\p{^Greek}$", "a", True),
        (r"\d", "٣", False),
        (r"^\w$", "ä", False),
        (r"[]a]", "]", True),
        (r"[^]a]", "b", True),
        (r"[a-]", "-", True),
        (r"a{,2}", "a{,2}", True),
        (r"^a{2}$", "aa", True),
        (r"(?P<n>a)(?<m>b)", "ab", True),
        (r"(?U)a+", "aa", True),
        (r"", "", True),
        (r"a||b", "", True),
    ],
)
def test_reads_as_go_does(pattern: str, text: str, found: bool) -> None:
    assert Matcher(pattern, Dialect.GO).found_in(text) is found


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        ")",
        "a**",
        "*",
        "[a",
        "[b-a]",
        "a{2,1}",
        "a{1001}",
        r"\1",
        "(?=a)",
        "(?<!a)",
        r"\p{Klingon}",
        "(?x)",
        r"\y",
        "(?P<>a)",
        r"\x{110000}",
        "(" * 80 + ")" * 80,
        "((a{100}){100}){100}",
        "\\",
    ],
)
def test_refuses_what_go_refuses_or_what_is_too_large(pattern: str) -> None:
    with pytest.raises(PatternError):
        Matcher(pattern, Dialect.GO)


@pytest.mark.parametrize("pattern", [r"(a)\1", r"(?<x>a)\k<x>", "a{99999}", "(?:){999999999}a{9999}"])
def test_refuses_what_no_automaton_matches(pattern: str) -> None:
    with pytest.raises(PatternError):
        Matcher(pattern, Dialect.ECMA)


@pytest.mark.parametrize(
    "pattern", ["(?:){999999999}", "(?:a*){0,1000}", f"a{{{MOST_STEPS}}}", r"^.{1,2000}$"]
)
def test_takes_what_is_large_only_in_its_numbers(pattern: str) -> None:
    Matcher(pattern, Dialect.ECMA).found_in("a" * 50)


def test_remembers_no_more_than_it_may() -> None:
    matcher = Matcher("(?:a|b)*a(?:a|b){9}c", Dialect.GO)
    text = "".join(chr(0x4E00 + number % 20_000) + "ab"[number % 3 == 0] for number in range(60_000))
    assert not matcher.found_in(text)
    assert matcher._main._remembered <= 20_000
