"""Ignores: where they count, and what is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import lint, make_project


def rules_left(tmp_path: Path, page: str) -> list[str]:
    return [finding.rule for finding in lint(make_project(tmp_path, {"content/a.md": page})).findings]


@pytest.mark.parametrize(
    ("front", "left"),
    [
        ("draft: yes", ["draft-not-boolean"]),
        ("draft: yes # frontlint: ignore[draft-not-boolean] why", []),
        ("draft: yes #frontlint:ignore[draft-not-boolean]", []),
        ("draft: yes # frontlint: ignore[syntax] a group", []),
        ("draft: yes # frontlint: ignore[alias-relative, draft-not-boolean]", ["unused-ignore"]),
        ("# frontlint: ignore[draft-not-boolean]\ndraft: yes", []),
        ("# frontlint: ignore[draft-not-boolean]\n# more words\n\ndraft: yes", []),
        (
            "# frontlint: ignore[draft-not-boolean]\nweight: 1\ndraft: yes",
            ["unused-ignore", "draft-not-boolean"],
        ),
        ("x: 'a # frontlint: ignore[draft-not-boolean]'\ndraft: yes", ["draft-not-boolean"]),
        ("draft: yes # frontlint: ignore[]", ["draft-not-boolean"]),
    ],
)
def test_in_the_front_matter(tmp_path: Path, front: str, left: list[str]) -> None:
    assert rules_left(tmp_path, f"---\ntitle: A\n{front}\n---\n") == left


def test_an_ignore_covers_the_whole_value_that_begins_on_its_line(tmp_path: Path) -> None:
    text = "  It is a long enough sentence to count. It is a long enough sentence to count.\n"
    page = f"---\ntitle: A\n{{}}Instructions: |\n  First line.\n\n{text}---\n"
    assert rules_left(tmp_path / "1", page.format("")) == ["repeated-sentence"]
    assert rules_left(tmp_path / "2", page.format("# frontlint: ignore[repeated-sentence] meant\n")) == []


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("<!-- frontlint-ignore draft-not-boolean: why -->\n", []),
        ("\n\n<!-- frontlint-ignore draft-not-boolean -->\n\nText.", []),
        ("<!-- frontlint-ignore x-y: a --><!-- frontlint-ignore syntax: b -->", ["unknown-ignore"]),
        ("Text.\n<!-- frontlint-ignore draft-not-boolean: why -->\n", ["draft-not-boolean", "unused-ignore"]),
        ("<!-- frontlint-ignore all: why -->", ["draft-not-boolean", "unknown-ignore"]),
    ],
)
def test_in_the_body(tmp_path: Path, body: str, left: list[str]) -> None:
    assert rules_left(tmp_path, f"---\ntitle: A\ndraft: yes\n---\n{body}") == left


def test_toml_has_comments_too(tmp_path: Path) -> None:
    page = '+++\ntitle = "A"\ndraft = "yes" # frontlint: ignore[draft-not-boolean]\n+++\n'
    assert rules_left(tmp_path, page) == []


def test_findings_of_the_site_can_be_ignored_and_are_counted(tmp_path: Path) -> None:
    page = "---\ntitle: A\naliases: [/old]{}\n---\n"
    files = {
        "content/a.md": page.format(" # frontlint: ignore[alias-collision] a is the heir"),
        "content/b.md": page.format(""),
    }
    outcome = lint(make_project(tmp_path, files))
    assert outcome.findings == ()
    assert outcome.suppressed == 1


def test_an_ignore_of_a_rule_that_is_off_is_not_unused(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: A # frontlint: ignore[urls]\n---\n"})
    assert [finding.rule for finding in lint(project).findings] == ["unused-ignore"]
    assert lint(project, ["syntax"]).findings == ()


def test_an_ignore_of_what_a_change_breaks_works_and_is_never_idle(tmp_path: Path) -> None:
    ignoring = "---\ntitle: A\nslug: b\n---\n<!-- frontlint-ignore lost-url: nobody had the link -->\n"
    old = {"old/content/a.md": "---\ntitle: A\n---\n"}
    changed = lint(make_project(tmp_path / "x", {**old, "new/content/a.md": ignoring}))
    assert (changed.findings, changed.suppressed) == ((), 1)
    assert lint(make_project(tmp_path / "y", {"content/a.md": ignoring})).findings == ()
