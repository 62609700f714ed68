"""Findings in cascades: each once, at the cascade, with the number of pages that have the value."""

from __future__ import annotations

from pathlib import Path

from frontlint.base.sources import Sources
from frontlint.findings.finding import Finding, Severity
from frontlint.findings.fingerprint import fingerprints
from support import found, lint, make_project

PAGE = "---\ntitle: P\n---\n"


def _only(folder: Path, files: dict[str, str], *rules: str) -> list[Finding]:
    return list(lint(make_project(folder, files), rules or None).findings)


def test_the_pages_that_have_the_value_are_counted(tmp_path: Path) -> None:
    files = {
        "content/a/_index.md": "---\ntitle: A\ncascade:\n- target: {kind: page}\n  draft: yes\n---\n",
        "content/a/one.md": PAGE,
        "content/a/two.md": PAGE,
        "content/a/own.md": "---\ntitle: Own\ndraft: true\n---\n",
    }
    (finding,) = _only(tmp_path, files, "draft-not-boolean")
    assert finding.severity is Severity.ERROR
    assert finding.field == ("cascade", 0, "draft")
    assert finding.message.endswith("; the cascade reaches 2 pages")


def test_an_alias_that_stops_the_build_is_told_at_the_cascade_once(tmp_path: Path) -> None:
    settings = "baseURL: https://example.org/\ncascade:\n  aliases:\n  - ../../x\n"
    project = make_project(tmp_path, {"hugo.yaml": settings, "content/a.md": PAGE, "content/b.md": PAGE})
    assert found(lint(project, ["alias-malformed"])) == [("hugo.yaml", 4, "alias-malformed")]


def test_pages_with_one_url_from_a_cascade_are_one_finding(tmp_path: Path) -> None:
    files = {
        "content/a/_index.md": "+++\ntitle = 'A'\n[[cascade]]\n[cascade.params]\nurl = '/x/'\n+++\n",
        "content/a/one.md": PAGE,
        "content/a/two.md": PAGE,
    }
    assert found(lint(make_project(tmp_path, files), ["url-collision"])) == [
        ("content/a/_index.md", 5, "url-collision")
    ]


def test_a_later_settings_file_counts(tmp_path: Path) -> None:
    files = {
        "config/_default/hugo.yaml": "baseURL: https://example.org/\ncascade:\n  draft: yes\n  weight: 1.5\n",
        "config/production/cascade.yaml": "draft: 'on'\n",
        "content/a.md": PAGE,
    }
    project = make_project(tmp_path, files)
    assert found(lint(project, ["draft-not-boolean", "value-misread"])) == [
        ("config/_default/hugo.yaml", 4, "value-misread"),
        ("config/production/cascade.yaml", 1, "draft-not-boolean"),
    ]


def test_a_changed_value_in_the_settings_is_a_new_finding(tmp_path: Path) -> None:
    prints = set()
    for value in ("yes", "on"):
        settings = f"baseURL: https://example.org/\ncascade: {{draft: {value}}}\n"
        project = make_project(tmp_path / value, {"hugo.yaml": settings, "content/a.md": PAGE})
        findings = lint(project, ["draft-not-boolean"]).findings
        prints.update(fingerprints(findings, Sources(project)))
    assert len(prints) == 2
