"""Two rules that speak of one alias give one piece of advice."""

from __future__ import annotations

from pathlib import Path

from support import lint, make_project


def heard(folder: Path, aliases: str, more: str = "") -> list[tuple[int, str]]:
    page = f"---\ntitle: A\naliases:\n{aliases}\n---\n{more}"
    files = {"content/posts/a.md": page, "content/posts/b.md": "---\ntitle: B\n---\n"}
    found = lint(make_project(folder, files)).findings
    return [(one.span.start, one.rule) for one in found if one.field and one.field[0] == "aliases"]


def test_an_alias_to_delete_need_not_be_written_otherwise(tmp_path: Path) -> None:
    assert [rule for _, rule in heard(tmp_path, "- b")] == ["alias-shadows-page"]


def test_the_second_of_two_that_are_one_is_deleted(tmp_path: Path) -> None:
    assert [rule for _, rule in heard(tmp_path, "- x/y\n- X/y")] == ["alias-relative", "alias-duplicate"]


def test_what_the_author_ignores_does_not_hide_the_other(tmp_path: Path) -> None:
    ignore = "<!-- frontlint-ignore alias-shadows-page: we mean it -->\n"
    assert [rule for _, rule in heard(tmp_path, "- b", ignore)] == ["alias-relative"]


def test_an_ignore_of_the_other_is_needed_all_along(tmp_path: Path) -> None:
    found = heard(tmp_path, "- b", "<!-- frontlint-ignore alias-relative: we mean it -->\n")
    assert [rule for _, rule in found] == ["alias-shadows-page"]
    assert "unused-ignore" not in {one.rule for one in lint(tmp_path).findings}
