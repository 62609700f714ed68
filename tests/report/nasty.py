"""Texts and findings that are a danger or a difficulty for a report, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from frontlint.base.choice import Enum
from frontlint.base.span import Span
from frontlint.findings.anchor import Spot
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.frontmatter.edit.changes import Kind

choices: tuple[type[Enum], ...] = (Severity, Spot, Kind)
for choice in choices:  # Hypothesis knows those of the standard library
    st.register_type_strategy(choice, st.sampled_from(list(choice)))

# Characters that are a danger or a difficulty, mixed with all others.
NASTY = "\t\n\r\x1b\x00\x7f\x85\u202e\u2066\u200f\u200b\u2028\ufeff\u0301日한é😀\U000e0001[]:\ud800"
TEXT = st.text(st.one_of(st.sampled_from(NASTY), st.characters()), max_size=200)
# What somebody could put into a title, to be taken for more than a text.
ATTACKS = (
    *("::error::x", "\n::error file=x::y", "##[group]", "##[error]x", "::stop-commands::x", "::x::", "%0A"),
    *("]]>", "<script>alert(1)</script>", "<!--", "-->", "&amp;", "&#10;", "|", "`x`", "*a*", "_b_", "$x$"),
    *("[a](http://b.c)", "![a](b)", "https://evil.example", "www.evil.example", "@octocat", "#1", ":smile:"),
    *("{0}", "\\", "\x1b[31m"),
)
CHARACTERS = st.text(st.one_of(st.sampled_from(NASTY), st.characters()), max_size=30)
WORDS = st.lists(st.one_of(st.sampled_from(ATTACKS), CHARACTERS), max_size=4).map("".join)
SPAN = st.tuples(st.integers(0, 220), st.integers(0, 60)).map(lambda ends: Span(ends[0], sum(ends)))
FINDING = st.builds(
    Finding,
    rule=st.just("some-rule"),
    path=st.just("a.md"),
    span=SPAN,
    message=WORDS,
    help=WORDS,
    label=WORDS,
    why=WORDS,
    related=st.lists(st.builds(Label, st.sampled_from(["a.md", "b.md"]), SPAN, WORDS), max_size=3).map(tuple),
)
