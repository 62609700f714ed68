"""One cause on many pages is one finding of a report; what accepts findings still sees each page."""

from __future__ import annotations

from pathlib import Path

from frontlint.engine.one_cause import first_of_each
from frontlint.findings.finding import Finding
from support import lint, make_project

PAGE = "---\ntitle: A\n---\n"


def found(tmp_path: Path, rule: str, files: dict[str, str]) -> tuple[Finding, ...]:
    return tuple(first_of_each(lint(make_project(tmp_path, files), [rule]).findings))


def test_a_language_that_is_missing_is_one_finding(tmp_path: Path) -> None:
    files = {f"content/s{at}/_index.fr.md": PAGE for at in range(5)}
    (one,) = found(tmp_path, "unknown-language-file", files)
    assert one.path == "content/s0/_index.fr.md"
    assert [label.path for label in one.related] == [f"content/s{at}/_index.fr.md" for at in (1, 2, 3)]
    assert one.help.endswith("; 4 more files are like this one")


def test_two_languages_are_two_findings(tmp_path: Path) -> None:
    files = {f"content/s{at}/_index.{code}.md": PAGE for at in range(4) for code in ("fr", "de")}
    assert len(found(tmp_path, "unknown-language-file", files)) == 2


def test_a_few_are_told_one_by_one(tmp_path: Path) -> None:
    files = {f"content/s{at}/_index.fr.md": PAGE for at in range(3)}
    assert len(found(tmp_path, "unknown-language-file", files)) == 3


def test_a_static_file_in_the_way_of_a_section_is_one_finding(tmp_path: Path) -> None:
    files = {f"content/{name}/a{at}.md": PAGE for name in ("notes", "news") for at in range(5)}
    files |= {"static/notes": "x", "static/news": "x"}
    assert len(found(tmp_path, "output-is-folder", files)) == 2


def test_what_is_not_of_one_cause_stays(tmp_path: Path) -> None:
    files = {f"content/a{at}.md": "---\ntitle: A\nurl: /x?y\n---\n" for at in range(5)}
    assert len(found(tmp_path, "url-malformed", files)) == 5
