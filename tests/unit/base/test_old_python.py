"""Possessive repeats of groups, as Python before 3.11.5 has to be given them."""

from __future__ import annotations

import ast
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import frontlint
from attack.expressions import all_found
from frontlint.base.old_python import compiled
from frontlint.base.pattern import lazy_pattern

SRC = Path(frontlint.__file__).parent
CASES = [
    (r"(?:ab?c)*+", "acabcX", "acabc"),
    (r"(?:[^:\n -]++|-(?!->))*+", "draft-not: why", "draft-not"),
    (r'"((?:[^"\\]++|\\.)*+)"', r'"a\"b" c', r'"a\"b"'),
    (r"(?P<x>(?:a|ab)++)c", "abc", None),
    (r"(?:(?:a?b)*+c)++", "abcbbcab", "abcbbc"),
]


@pytest.mark.parametrize(
    "make", [compiled, lazy_pattern, *([re.compile] if sys.version_info >= (3, 11, 5) else [])]
)
@pytest.mark.parametrize(("expression", "text", "found"), CASES)
def test_repeats_of_groups(make: Any, expression: str, text: str, found: str | None) -> None:
    match = make(expression, 0).match(text)
    assert (match and match.group()) == found


def test_names_flags_and_the_text_are_kept() -> None:
    pattern = compiled(r"(?i)(?P<key>(?:a-?)++)(=)", re.DOTALL)
    assert pattern.pattern == r"(?i)(?P<key>(?:a-?)++)(=)"
    assert pattern.flags & (re.IGNORECASE | re.DOTALL) == re.IGNORECASE | re.DOTALL
    match = pattern.match("A-a=")
    assert match is not None
    assert (match["key"], match.groups()) == ("A-a", ("A-a", "="))
    with pytest.raises(re.error):
        compiled("(")


OWN = sorted(
    {
        (pattern.pattern, pattern.flags & ~re.UNICODE)
        for found in all_found().values()
        for pattern in found.expressions
        if isinstance(pattern.pattern, str) and re.search(r"\)[*+?}]\+", pattern.pattern)
    }
)


@pytest.mark.skipif(sys.version_info < (3, 11, 5), reason="this Python is what the others are held against")
@given(st.sampled_from(OWN), st.text("ab1-_:/.,\"'<>{}[]()# \t\n|!*&\\", max_size=24))
@settings(max_examples=1000, deadline=None)
def test_all_of_ours_match_as_in_a_newer_python(expression: tuple[str, int], text: str) -> None:
    ours, plain = compiled(*expression), re.compile(*expression)
    assert [match.regs for match in ours.finditer(text)] == [match.regs for match in plain.finditer(text)]


def _is_tricky(tree: Any, compiler: Any) -> bool:
    def any_in(about: Any) -> bool:
        if isinstance(about, type(tree)):
            return _is_tricky(about, compiler)
        return isinstance(about, (tuple, list)) and any(map(any_in, about))

    return any(
        (what is compiler.POSSESSIVE_REPEAT and not compiler._simple(about[2])) or any_in(about)
        for what, about in tree.data
    )


def test_no_such_expression_is_compiled_without() -> None:
    """`re.compile` gives an old Python what it matches wrongly: `lazy_pattern` does not."""
    compiler: Any = import_module("re._compiler")
    parser: Any = import_module("re._parser")
    left: list[str] = []
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args):
                continue
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, (str, bytes)):
                if _is_tricky(parser.parse(first.value), compiler):
                    left.append(f"{path.relative_to(SRC)}:{node.lineno}")
            elif re.search(r"[)}][*+?]\+", ast.unparse(first)) and "lazy" not in path.name:
                left.append(f"{path.relative_to(SRC)}:{node.lineno}")
    assert left == []
