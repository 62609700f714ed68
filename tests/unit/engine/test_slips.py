"""What a run makes of pages with slips: what is read on, what is counted, and what hangs on templates."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from frontlint.cli.through_typer import app
from support import ROOT, lint, make_project


def _project(folder: Path, pages: dict[str, str], layout: str = "{{ .Title }}") -> Path:
    (folder / "content").mkdir(parents=True)
    (folder / "layouts").mkdir()
    (folder / "hugo.toml").write_text("baseURL = 'https://example.org/'\n", encoding="utf-8")
    (folder / "layouts" / "all.html").write_text(layout, encoding="utf-8")
    for name, text in pages.items():
        (folder / "content" / name).write_text(text, encoding="utf-8")
    return folder


def _age(project: Path) -> None:
    """What was changed just now is not kept."""
    for path in (project, *project.rglob("*")):
        os.utime(path, (1_600_000_000, 1_600_000_000))


def _said(project: Path) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in lint(project).findings]


def test_what_follows_a_problem_is_said_to_come_after_that(tmp_path: Path) -> None:
    page = "---\ntags: a, b\ntitle: a: b\ndraft: yes\n---\n"
    found = dict(_said(_project(tmp_path, {"a.md": page})))
    assert found["draft-not-boolean"].startswith("after that: ")
    assert not found["syntax"].startswith("after that: ")
    assert not found["text-for-list"].startswith("after that: ")


def test_of_a_value_that_was_guessed_to_read_on_nothing_else_is_said(tmp_path: Path) -> None:
    page = '+++\ntitle = "a"\nweight = 010\ndraft = "yes"\n[sitemap]\npriority = 01\n+++\n'
    found = [rule for rule, _ in _said(_project(tmp_path, {"a.md": page}))]
    assert sorted(found) == ["draft-not-boolean", "syntax", "syntax"]


def test_two_pages_with_one_address_are_found_behind_a_problem(tmp_path: Path) -> None:
    pages = {"a.md": "---\ntitle: a: b\nurl: /x/\n---\n", "b.md": "---\ntitle: b\nurl: /x/\n---\n"}
    assert "url-collision" in dict(_said(_project(tmp_path, pages)))


def test_what_was_guessed_accuses_no_other_page(tmp_path: Path) -> None:
    pages = {
        "a.md": "---\ntitle: a\nslug not a key\nurl: /x/\n---\n",
        "b.md": "---\ntitle: b\nurl: /x/\n---\n",
    }
    assert "url-collision" not in dict(_said(_project(tmp_path, pages)))


@pytest.mark.parametrize("fresh", [True, False])
def test_pages_that_could_not_be_read_to_the_end_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: bool
) -> None:
    pages = {
        "a.md": "---\n- a\ntitle: x\n---\n",
        "b.md": "---\ntitle: b: b\n---\n",
        "c.md": "---\ntitle: c\n<<<<<<< HEAD\n=======\n>>>>>>> x\n---\n",
        "d.md": "---\ntitle: d\n---\n",
        "e.md": "---\ntitle: d\nslug not a key\n---\n",
    }
    project = _project(tmp_path / "site", pages)
    _age(project)
    keep = ["--cache-dir", str(tmp_path / "cache")]
    monkeypatch.chdir(project)
    runner = CliRunner()
    for _ in range(1 if fresh else 2):
        written = runner.invoke(app, ["check", *keep, "--output-format", "json"])
        assert json.loads(written.stdout)["summary"]["unread"] == 2
    written = runner.invoke(app, ["check", *keep, "--output-format", "concise"])
    assert "; the rest of 2 pages was not checked." in written.output
    one = runner.invoke(app, ["check", *keep, "--output-format", "concise", "content/a.md", "content/d.md"])
    assert "; the rest of 1 page was not checked." in one.output
    assert "; the rest was not checked" in one.output
    none = runner.invoke(app, ["check", *keep, "--output-format", "concise", "content/d.md"])
    assert "not checked" not in none.output


def test_a_template_decides_about_a_near_miss_from_one_run_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = _project(tmp_path / "site", {"a.md": "---\ntitle: a\nsumary: x\n---\n"})
    _age(project)
    keep = ["--cache-dir", str(tmp_path / "cache")]
    monkeypatch.chdir(project)
    runner = CliRunner()
    for layout, found in [("{{ .Title }}", True), ("{{ .Params.sumary }}", False), ("{{ $sumary }}", True)]:
        (project / "layouts" / "all.html").write_text(layout, encoding="utf-8")
        for _ in range(2):
            output = runner.invoke(app, ["check", *keep, "--output-format", "concise"]).output
            assert ("near-miss-field" in output) is found, output


def test_the_sites_own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = _project(tmp_path, {"a.md": "---\ntitle: a\nsumary: x\ntag: x\n---\n"})
    settings = '[rules.options.near-miss-field]\nown-keys = ["Sumary"]\n'
    (project / "frontlint.toml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(project)
    output = CliRunner().invoke(app, ["check", "--no-cache", "--output-format", "concise"]).output
    assert "sumary" not in output
    assert "`tag`" in output


def test_a_key_that_the_schema_reports_is_reported_once(tmp_path: Path) -> None:
    page = (ROOT / "examples" / "broken" / "content/resources/recipes/unknown-field/index.md").read_text()
    folder = tmp_path / "content" / "resources" / "recipes" / "a"
    _project(tmp_path, {})
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(page.replace("subtitel:", "sumary:"), encoding="utf-8")
    rules = [rule for rule, message in _said(tmp_path) if "sumary" in message]
    assert rules == ["unknown-field"]
    only = [finding.rule for finding in lint(tmp_path, ["near-miss-field"]).findings]
    assert only == ["near-miss-field"]


def test_what_the_site_finds_behind_a_problem_comes_after_that(tmp_path: Path) -> None:
    pages = {
        "a.md": "---\ntitle: a: b\nurl: /x/\ndescripton: x\n---\n",
        "b.md": "---\ntitle: b\nurl: /x/\n---\n",
    }
    project = _project(tmp_path, pages)
    for _ in range(2):  # the second time from the cache
        found = dict(_said(project))
        assert found["near-miss-field"].startswith("after that: ")
        assert not found["syntax"].startswith("after that: ")


def test_a_ref_in_the_body_behind_a_guess_comes_after_that(tmp_path: Path) -> None:
    page = '---\ntitle: a\nslug not a key\n---\n{{< ref "nowhere" >}}\n'
    assert dict(_said(_project(tmp_path, {"a.md": page})))["broken-ref"].startswith("after that: ")


def test_a_surplus_bracket_of_json_hides_nothing(tmp_path: Path) -> None:
    page = '{\n  "title": "a",\n  "tags": ["a", "b"]],\n  "draft": "yes"\n}\n'
    found = lint(_project(tmp_path, {"a.md": page})).findings
    assert (found[0].rule, found[0].message) == ("syntax", "this `]` closes no list")
    assert found[1].message.startswith("after that: ")
    assert found[1].rule == "draft-not-boolean"


def test_a_missing_brace_inside_a_list_is_named(tmp_path: Path) -> None:
    page = '{\n  "title": "a",\n  "resources": [{"src": "a"],\n  "draft": "yes"\n}}\n'
    assert "the closing `}` is missing before this `]`" in {
        message for _, message in _said(_project(tmp_path, {"a.md": page}))
    }


def test_a_text_of_json_without_its_opening_quote_is_named(tmp_path: Path) -> None:
    page = '{\n  "title": "a",\n  "type": hello",\n  "draft": "yes"\n}\n'
    found = lint(_project(tmp_path, {"a.md": page})).findings
    assert found[0].message == "the opening quote of this text is missing"
    assert found[0].span.start == page.index("hello")
    assert found[1].rule == "draft-not-boolean"


def test_what_a_wrong_repair_leaves_over_is_not_a_second_problem(tmp_path: Path) -> None:
    page = '{\n  "title": "a",\n  - item,\n  "draft": "yes"\n}\n'
    assert [rule for rule, _ in _said(_project(tmp_path, {"a.md": page}))] == ["syntax"]


def test_a_text_that_the_schema_reports_is_reported_once(tmp_path: Path) -> None:
    page = "---\ntitle: A\nResourceId: aB3-dE_fG9h\ntags: Kanban, Scrum\n---\n"
    project = make_project(tmp_path, {"content/resources/blog/2025/a/index.md": page})
    told = lint(project, ["text-for-list", "wrong-type"]).findings
    assert [finding.rule for finding in told if finding.field == ("tags",)] == ["wrong-type"]
