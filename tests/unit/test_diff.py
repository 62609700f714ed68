"""Unified diffs: git makes the new text of the old one with them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.base.line_changes import changed_lines
from frontlint.report.diff import lines_of, unified

TEXTS = [
    ("a\nb\nc\n", "a\nB\nc\n"),
    ("a\nb\nc", "a\nb\nC"),
    ("a\nb\nc", "a\nb\nc\n"),
    ("a\r\nb\r\n", "a\r\n"),
    (
        "".join(f"{n}\n" for n in range(50)),
        "".join(f"{n}\n" for n in range(50) if n not in (3, 30)) + "new\n",
    ),
    ("x\n", "new\nx\n"),
    ("\u2028a\x0cb\n1\n", "\u2028a\x0cb\n2\n"),
]


@pytest.mark.parametrize(("old", "new"), TEXTS)
def test_git_applies_it(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "p.md").write_bytes(old.encode())
    diff = "".join(unified("p.md", old, new)).encode()
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=diff, cwd=tmp_path, check=True)
    assert (tmp_path / "p.md").read_bytes() == new.encode()


@given(*[st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=20)] * 2)
def test_the_changes_make_the_new_lines(old: list[str], new: list[str]) -> None:
    out, at = [], 0
    for start, end, new_start, new_end in changed_lines(old, new):
        out += [*old[at:start], *new[new_start:new_end]]
        at = end
    assert out + old[at:] == new


def test_long_texts_take_linear_time() -> None:
    old = ["a\n"] * 100_000
    new = ["b\n", *old[1:-1], "b\n"]
    assert changed_lines(old, new) == [(0, 100_000, 0, 100_000)]
    assert lines_of("a\nb") == ["a\n", "b"]
