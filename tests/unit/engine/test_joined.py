"""Paths of a site as a report on several has them, in places and in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.span import Span
from frontlint.engine.joined import Lift
from frontlint.findings.finding import Finding, Label


@pytest.mark.parametrize(
    ("inside", "path", "lifted"),
    [
        ("docs", "content/a.md", "docs/content/a.md"),
        ("docs", "../shared/a.md", "shared/a.md"),
        ("docs", "../../beside/a.md", "../beside/a.md"),
        ("docs", "../frontlint.toml", "frontlint.toml"),
        (".", "content/a.md", "content/a.md"),
        (".", "../a.md", "../a.md"),
        ("a/b c", "content/ä [x].md", "a/b c/content/ä [x].md"),
        ("docs", "/elsewhere/a.md", "/elsewhere/a.md"),
        ("docs", "D:/elsewhere/a.md", "D:/elsewhere/a.md"),
    ],
)
def test_a_path(tmp_path: Path, inside: str, path: str, lifted: str) -> None:
    assert Lift(tmp_path / inside, tmp_path).path(path) == lifted


@pytest.mark.parametrize(
    ("text", "lifted"),
    [
        ("delete it here, or in content/b c.md", "delete it here, or in docs/content/b c.md"),
        ("see `content/b c.md`", "see `docs/content/b c.md`"),
        ("delete line 27 of content/b c.md:", "delete line 27 of docs/content/b c.md:"),
        ("in old/content/b c.md and content/b c.md.bak/x", "in old/content/b c.md and content/b c.md.bak/x"),
        ("content/b c.mdx and xcontent/b c.md and content/b c.md/x", None),
        ("(since content/gone.md was deleted)", "(since docs/content/gone.md was deleted)"),
        ("write `content/other.md`", None),
        ("content/b c.md content/b c.md", "docs/content/b c.md docs/content/b c.md"),
        ("`/content/gone.md/`", None),
        ("", None),
    ],
)
def test_a_path_in_a_sentence(tmp_path: Path, text: str, lifted: str | None) -> None:
    label = Label("content/b c.md", Span(0, 0), "the other")
    finding = Finding("some-rule", "content/a.md", Span(0, 0), text, text, related=(label,))
    lift = Lift(tmp_path / "docs", tmp_path, frozenset({"content/gone.md"}))
    found = lift.finding(finding)
    assert (found.message, found.help) == ((text,) * 2 if lifted is None else (lifted,) * 2)
    assert (found.path, found.related[0].path) == ("docs/content/a.md", "docs/content/b c.md")
