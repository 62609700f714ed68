"""A pull request that accepts its own fault: each way is seen, counted, and refused by a strict gate."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from attack.pull_request import SITE, PullRequest
from in_process import FAULT, RULE, Files
from report.runner import commands

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

BASELINE = ".frontlint-baseline.jsonl"
NEW = "content/posts/new.md"


@pytest.fixture
def change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> PullRequest:
    return PullRequest(tmp_path / "repo", monkeypatch, capsys)


# -- ignores in pages ----------------------------------------------------------------------------------------

IN_BODY = f"<!-- frontlint-ignore {RULE}: so it is -->\n"
ON_LINE = f" # frontlint: ignore[{RULE}] so it is"


def page(*front: str, body: str = "Text.\n") -> str:
    return "\n".join(["---", "title: A", *front, "---", body])


class Way(NamedTuple):
    """What was in a page, and what the change makes of it; without an old page it is a new one."""

    new: str
    old: str | None = None
    old_path: str = NEW
    rule: str = RULE


WAYS = {
    "a comment in the body": Way(page("draft: yes", body=IN_BODY)),
    "with a carriage return": Way(page("draft: yes", body=IN_BODY).replace("\n", "\r\n")),
    "of a page in TOML": Way(f'+++\ntitle = "A"\ndraft = "yes"\n+++\n{IN_BODY}'),
    "of a page in JSON": Way('{"title": "A", "draft": "yes"}\n' + IN_BODY),
    "a comment on the line": Way(page("draft: yes" + ON_LINE)),
    "a comment above the line": Way(page(ON_LINE.strip(), "draft: yes")),
    "a comment in TOML": Way(f'+++\ntitle = "A"\ndraft = "yes"{ON_LINE}\n+++\n'),
    "a group": Way(page("draft: yes", body=IN_BODY.replace(RULE, "syntax"))),
    "in a page that was there": Way(page("draft: yes", body=IN_BODY), page("draft: true")),
    "over a fault that was there": Way(page("draft: yes" + ON_LINE), page("draft: yes")),
    "in a page that is renamed": Way(
        page("draft: yes" + ON_LINE, body="Text.\n" * 30),
        page("draft: yes", body="Text.\n" * 30),
        "content/o.md",
    ),
    "beside another rule": Way(
        page(f"draft: yes # frontlint: ignore[null-value, {RULE}]"),
        page("draft: yes # frontlint: ignore[null-value]"),
    ),
    "a rule becomes its group": Way(
        page("draft: yes # frontlint: ignore[syntax]"), page("draft: yes # frontlint: ignore[null-value]")
    ),
    "from a line to the whole page": Way(
        page("draft: yes", body=IN_BODY), page("draft: yes", "weight: 1" + ON_LINE)
    ),
    "moved to the fault": Way(
        page("weight: 1", "draft: yes" + ON_LINE), page("weight: 1" + ON_LINE, "draft: yes")
    ),
    "raised to where it counts": Way(
        page("draft: yes", body=IN_BODY + "Text.\n"), page("draft: yes", body="Text.\n" + IN_BODY)
    ),
    "one more for an equal fault": Way(
        page("aliases:", f"  - one{ON_LINE}", f"  - two{ON_LINE}").replace(RULE, "alias-relative"),
        page("aliases:", f"  - one{ON_LINE}", "  - two").replace(RULE, "alias-relative"),
        rule="alias-relative",
    ),
    "moved within a list": Way(
        page("aliases:", "  - /one", f"  - two{ON_LINE}").replace(RULE, "alias-relative"),
        page("aliases:", f"  - /one{ON_LINE}", "  - two").replace(RULE, "alias-relative"),
        rule="alias-relative",
    ),
}


def opened(change: PullRequest, way: Way) -> Files:
    """The files of the change; its base has the old page."""
    change.base({way.old_path: way.old} if way.old else {})
    gone: Files = {way.old_path: None} if way.old and way.old_path != NEW else {}
    return {NEW: way.new, **gone}


@pytest.mark.parametrize("name", WAYS)
def test_an_ignore_that_a_change_adds_is_seen(change: PullRequest, name: str) -> None:
    way = WAYS[name]
    files = opened(change, way)
    verdict = change.check("--ignore=lost-url", files=files)
    assert verdict.code == 0, verdict.out
    assert ("comment", way.rule, NEW, True) in verdict.accepted
    count = len(verdict.accepted)
    staged = change.check("--staged", "--ignore=lost-url", f"--max-accepted={count - 1}")
    assert (staged.code, staged.accepted) == (1, verdict.accepted)
    verdict = change.check("--no-inline-ignores", "--fail-on=info", "--ignore=lost-url")
    assert (verdict.code, verdict.accepted) == (1, [])
    assert (way.rule, NEW) in verdict.rules
    assert verdict.report["summary"]["suppressed"] == 0


KNOWN = {
    "the page is edited elsewhere": Way(
        page("draft: yes" + ON_LINE, body="New."), page("draft: yes" + ON_LINE)
    ),
    "the line is moved": Way(
        page("weight: 1", "draft: yes" + ON_LINE), page("draft: yes" + ON_LINE, "weight: 1")
    ),
    "the comment goes above": Way(page(ON_LINE.strip(), "draft: yes"), page("draft: yes" + ON_LINE)),
    "the value is edited": Way(page("draft: 'yes'" + ON_LINE), page("draft: yes" + ON_LINE)),
    "the body grows above nothing": Way(
        page("draft: yes", body=IN_BODY + "More.\n"), page("draft: yes", body=IN_BODY)
    ),
    "from the page to a line": Way(page("draft: yes" + ON_LINE), page("draft: yes", body=IN_BODY)),
    "a group becomes its rule": Way(
        page("draft: yes", body=IN_BODY), page("draft: yes", body=IN_BODY.replace(RULE, "syntax"))
    ),
    "another reason": Way(page("draft: yes" + ON_LINE + " now"), page("draft: yes" + ON_LINE)),
    "the page is renamed": Way(
        page("draft: yes" + ON_LINE, body="Text.\n" * 30),
        page("draft: yes" + ON_LINE, body="Text.\n" * 30),
        "content/o.md",
    ),
    "the page becomes TOML": Way(
        f'+++\ntitle = "A"\ndraft = "yes"{ON_LINE}\n+++\n', page("draft: yes" + ON_LINE)
    ),
    "a fault under an old ignore": Way(page("draft: yes", body=IN_BODY), page("draft: true", body=IN_BODY)),
}


@pytest.mark.parametrize("name", KNOWN)
def test_an_ignore_that_was_there_is_not_new(change: PullRequest, name: str) -> None:
    files = opened(change, KNOWN[name])
    for scope in ("--since=main", "--staged"):
        verdict = change.check(scope, "--max-accepted=0", "--ignore=lost-url", files=files)
        assert (verdict.code, verdict.accepted) == (0, []), verdict.out
        files = {}
    assert change.check("--no-inline-ignores", "--ignore=lost-url").code == 1


def test_an_ignore_for_a_later_fault_is_seen_now(change: PullRequest) -> None:
    change.base()
    verdict = change.check(files={NEW: page(body=IN_BODY)})
    assert verdict.accepted == [("comment", RULE, NEW, False)]
    assert change.check("--max-accepted=0").code == 1
    assert change.check("--max-accepted=0", "content/ok.md").code == 0, "that page was not asked for"
    nothing = page(body=f"<!-- frontlint-ignore nonsense -->\nText.\n<!-- frontlint-ignore {RULE} -->\n")
    assert change.check(files={NEW: nothing}).accepted == [], "an ignore that counts for nothing"


def test_all_findings_appear_without_ignores_whatever_the_cache_knows(
    change: PullRequest, tmp_path: Path
) -> None:
    change.base({NEW: page("draft: yes" + ON_LINE), "content/b.md": page(body=IN_BODY)})
    for file in change.repo.root.rglob("*.*"):
        os.utime(file, (1_600_000_000, 1_600_000_000), follow_symlinks=False)
    for folder in ("content", "."):
        os.utime(change.repo.root / folder, (1_600_000_000, 1_600_000_000))
    cache = ["--cache-dir", str(tmp_path / "cache"), "--select=syntax,hygiene"]
    old = (RULE, "content/old.md")
    idle = ("unused-ignore", "content/b.md")
    for _ in "fresh", "recalled":
        assert change.plain(*cache).rules == [idle, old]
        verdict = change.plain(*cache, "--no-inline-ignores")
        assert verdict.rules == [idle, old, (RULE, NEW)]
        assert verdict.report["summary"]["suppressed"] == 0


# -- the baseline --------------------------------------------------------------------------------------------


def test_a_first_baseline_is_new_as_a_whole(change: PullRequest) -> None:
    change.base()
    lines = change.line(NEW)
    verdict = change.check(files={NEW: FAULT, BASELINE: lines})
    assert (verdict.code, verdict.rules) == (0, [])
    assert verdict.accepted == [("baseline", RULE, NEW, True)]
    (row,) = verdict.report["accepted"]
    assert row["accepted_in"]["path"] == BASELINE
    assert row["accepted_in"]["start"] == {"line": 1, "column": 1}
    assert change.check("--staged").accepted == verdict.accepted
    assert change.check("--max-accepted=1").code == 0
    assert change.check("--max-accepted=0").code == 1
    assert change.check("--no-baseline", "--max-accepted=0").rules == [(RULE, NEW)]


def _other_baseline(change: PullRequest) -> tuple[Files, Files]:
    """The settings name another file, which was there and which nothing read."""
    line = change.line(NEW)
    return {"other.jsonl": line, BASELINE: ""}, {"frontlint.toml": 'baseline = "other.jsonl"\n'}


def _renamed_baseline(change: PullRequest) -> tuple[Files, Files]:
    before = change.line("content/old.md", str(SITE["content/old.md"]))
    now = {BASELINE: None, "kept/b.jsonl": before + change.line(NEW)}
    return {BASELINE: before}, {**now, "frontlint.toml": 'baseline = "kept/b.jsonl"\n'}


def _longer_baseline(change: PullRequest) -> tuple[Files, Files]:
    before = change.line("content/old.md", str(SITE["content/old.md"]))
    return {BASELINE: before}, {BASELINE: before + "\n" + change.line(NEW)}


def _named_in_pyproject(change: PullRequest) -> tuple[Files, Files]:
    line = change.line(NEW)
    return {"a.jsonl": ""}, {"b.jsonl": line, "pyproject.toml": '[tool.frontlint]\nbaseline = "b.jsonl"\n'}


def _stronger_settings(change: PullRequest) -> tuple[Files, Files]:
    line = change.line(NEW)
    before = {"frontlint.toml": 'baseline = "a.jsonl"\n', "a.jsonl": ""}
    return before, {".frontlint.toml": 'baseline = "b.jsonl"\n', "b.jsonl": line}


def _through_a_link(change: PullRequest) -> tuple[Files, Files]:
    (change.repo.root / BASELINE).symlink_to("real.jsonl")
    return {"real.jsonl": "\n"}, {"real.jsonl": change.line(NEW)}


BASELINES: list[Callable[[PullRequest], tuple[Files, Files]]] = [
    _other_baseline,
    _renamed_baseline,
    _longer_baseline,
    _named_in_pyproject,
    _stronger_settings,
    pytest.param(_through_a_link, marks=pytest.mark.skipif(os.name == "nt", reason="links")),  # type: ignore[list-item]
]


@pytest.mark.parametrize("way", BASELINES)
def test_a_line_is_new_that_was_not_in_force(
    change: PullRequest, way: Callable[[PullRequest], tuple[Files, Files]]
) -> None:
    before, now = way(change)
    change.base(before)
    for scope in ("--since=main", "--staged"):
        verdict = change.check(scope, files={} if scope == "--staged" else {NEW: FAULT, **now})
        assert (verdict.code, verdict.accepted) == (0, [("baseline", RULE, NEW, True)]), verdict.out
        assert change.check(scope, "--max-accepted=0").code == 1


def test_two_equal_faults_take_two_lines(change: PullRequest) -> None:
    twice = "---\ntitle: A\n---\n{{< ref nowhere >}} {{< ref nowhere >}}\n"
    lines = change.line(NEW, twice).splitlines(keepends=True)
    equal = [line for line in lines if "broken-ref" in line]
    others = [line for line in lines if "broken-ref" not in line]
    assert len(equal) == 2
    change.base({BASELINE: "".join([equal[0], *others])})
    verdict = change.check(files={NEW: twice, BASELINE: "".join([*equal, *others])})
    assert verdict.rules == []
    assert verdict.accepted == [("baseline", "broken-ref", NEW, True)]


def test_a_line_for_a_later_fault_and_one_for_an_old_fault_are_seen_now(change: PullRequest) -> None:
    change.base()
    old = change.line("content/old.md", str(SITE["content/old.md"]))
    later = change.line(NEW)
    verdict = change.check(files={BASELINE: later + old})
    assert verdict.accepted == [
        ("baseline", RULE, "content/old.md", True),
        ("baseline", RULE, NEW, False),
    ]
    assert change.check("--max-accepted=1").code == 1
    assert change.check("--max-accepted=2").code == 0
    assert change.check("content/old.md").accepted == [("baseline", RULE, "content/old.md", True)]


def test_lines_of_before_are_not_new(change: PullRequest) -> None:
    """Sorted anew, with another reason, some fewer, and after the page's renaming by its new name."""
    old = change.line("content/old.md", str(SITE["content/old.md"]))
    stale = change.line("content/gone.md")
    change.base({BASELINE: stale + old})
    again = old.replace("}\n", ', "reason": "x"}\n') + stale
    assert change.check("--max-accepted=0", files={BASELINE: again}).accepted == []
    change.repo.git("mv", "content/old.md", "content/newer.md")
    moved = {BASELINE: old.replace("content/old.md", "content/newer.md")}
    verdict = change.check("--max-accepted=0", "--ignore=lost-url", files=moved)
    assert (verdict.code, verdict.accepted, verdict.rules) == (0, [], [])
    verdict = change.check(
        files={"content/old.md": SITE["content/old.md"], BASELINE: str(moved[BASELINE]) + old}
    )
    assert verdict.accepted == [("baseline", RULE, "content/newer.md", True)], "the page is copied"


def test_a_line_by_the_old_name_of_a_renamed_page_is_new(change: PullRequest) -> None:
    change.base({BASELINE: "\n"})
    change.repo.git("mv", "content/old.md", "content/newer.md")
    old = change.line("content/old.md", str(SITE["content/old.md"]))
    verdict = change.check("--ignore=lost-url", files={BASELINE: old})
    assert len(verdict.accepted) == 1
    assert change.check("--ignore=lost-url", "--max-accepted=0").code == 1


def test_a_typed_baseline_outside_of_the_repository_is_the_users(change: PullRequest, tmp_path: Path) -> None:
    change.base()
    own = tmp_path / "own.jsonl"
    own.write_text(change.line(NEW))
    verdict = change.check(f"--baseline={own}", "--max-accepted=0", files={NEW: FAULT})
    assert (verdict.code, verdict.accepted, verdict.rules) == (0, [], [])
    inside = change.check(f"--baseline={BASELINE}", files={BASELINE: own.read_text()})
    assert inside.accepted == [("baseline", RULE, NEW, True)]


def test_a_baseline_above_the_project(change: PullRequest) -> None:
    change.repo.commit({f"site/{name}": text for name, text in SITE.items()})
    change.repo.commit({"frontlint.toml": 'source = "site"\n', BASELINE: "\n"})
    change.repo.git("switch", "--quiet", "--create", "topic")
    line = change.line(NEW)
    files = {f"site/{NEW}": FAULT, BASELINE: line}
    for folder, prefix in ((".", "site/"), ("site", "")):
        verdict = change.check(files=files, cwd=folder)
        assert verdict.accepted == [("baseline", RULE, prefix + NEW, True)]
        (row,) = verdict.report["accepted"]
        assert row["accepted_in"]["path"] == (BASELINE if prefix else f"../{BASELINE}")
    assert change.check("--max-accepted=0", files={f"site/{NEW}": None}).code == 1, "no page is changed"


# -- settings ------------------------------------------------------------------------------------------------

VERSIONED = {
    ".tool-versions": ("hugo 0.166.0\n", "hugo 0.155.0\n"),
    "mise.toml": ('[tools]\nhugo = "0.166"\n', '[tools]\nhugo = "0.155"\n'),
    ".config/mise/conf.d/hugo.toml": ('hugo = "0.166"\n', 'hugo = "0.155"\n'),
    "netlify.toml": ('[build.environment]\nHUGO_VERSION = "0.166.0"\n', 'HUGO_VERSION = "0.155.0"\n'),
    "vercel.json": ('{"build": {"env": {"HUGO_VERSION": "0.166"}}}', "{}"),
    "package.json": ('{"dependencies": {"hugo-extended": "0.166"}}', '{"dependencies": {}}'),
    ".github/workflows/site.yml": ("with: {hugo-version: 0.166}\n", "with: {hugo-version: 0.155}\n"),
    "hugo.yaml": (str(SITE["hugo.yaml"]), "title: x\n" + str(SITE["hugo.yaml"])),
    "config/_default/params.yaml": ("a: 1\n", "a: 2\n"),
    "frontlint.toml": ('fail-on = "error"\n', 'fail-on = "never"\n'),
    ".frontlint.toml": ('fail-on = "error"\n', 'fail-on = "never"\n'),
    "pyproject.toml": ('[tool.frontlint]\nfail-on = "error"\n', '[tool.frontlint]\nfail-on = "never"\n'),
}


@pytest.mark.parametrize("name", VERSIONED)
def test_a_file_of_settings_that_a_change_touches_is_named(change: PullRequest, name: str) -> None:
    before, now = VERSIONED[name]
    change.base()
    if name not in SITE:
        verdict = change.check(files={name: before})
        assert verdict.settings == [(name, "added")]
        assert f"note: this change edits settings: {name} was added" in verdict.err
        change.repo.git("switch", "--quiet", "main")
        change.repo.git("reset", "--quiet", "--hard")
        change.repo.commit({name: before})
        change.repo.git("switch", "--quiet", "--force-create", "topic")
    assert change.check(files={name: now}).settings == [(name, "changed")]
    assert change.check("--staged").settings == [(name, "changed")]
    if name != "hugo.yaml":
        assert change.check(files={name: None}).settings == [(name, "deleted")]


def test_a_schema_that_settings_name_is_one_of_them(change: PullRequest) -> None:
    kinds = '[[extend-schemas]]\nname = "x"\nfiles = ["**"]\nschema = "schemas/x.json"\n'
    schemas: Files = {
        "schemas/x.json": '{"$ref": "y%20z.json"}',
        "schemas/y z.json": '{"required": ["title"]}',
    }
    change.base({"frontlint.toml": kinds, **schemas, "schemas/other.json": "{}"})
    verdict = change.check(files={"schemas/y z.json": "{}", "schemas/other.json": "[]"})
    assert verdict.settings == [("schemas/y z.json", "changed")]
    verdict = change.check(files={"schemas/x.json": "{}"})
    assert ("schemas/x.json", "changed") in verdict.settings


def test_what_decides_nothing_is_not_named(change: PullRequest) -> None:
    quiet: Files = {
        "package.json": '{"name": "site"}',
        "pyproject.toml": '[project]\nname = "frontlint-user"\n',
        "content/frontlint.toml": "x = 1\n",
        "docs/netlify.toml": "HUGO_VERSION = 1\n",
        ".github/workflows/tests.yml": "on: push\n",
        "README.md": "# hugo\n",
        "config.toml": "a = 1\n",
    }
    change.base({"pyproject.toml": '[project]\n[tool.frontlint]\nfail-on = "error"\n'})
    files = {**quiet, "pyproject.toml": '[project]\nname = "a"\n[tool.frontlint]\nfail-on = "error"\n'}
    verdict = change.check(files=files)
    assert (verdict.settings, "settings" in verdict.err) == ([], False)


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_a_link_does_not_hide_settings(change: PullRequest) -> None:
    change.base({"lax.toml": 'fail-on = "never"\n', "conf/strict.toml": 'fail-on = "error"\n'})
    (change.repo.root / "frontlint.toml").symlink_to("lax.toml")
    assert change.check(files={NEW: FAULT}).settings == [("frontlint.toml", "added")]
    change.repo.git("commit", "--quiet", "--message", "x")
    change.repo.git("branch", "--quiet", "--force", "main")
    assert change.check(files={"lax.toml": 'fail-on = "warning"\n'}).settings == [("lax.toml", "changed")]


def test_settings_of_a_renamed_file_are_named(change: PullRequest) -> None:
    text = 'fail-on = "error"\n[rules]\nignore = ["weight-step"]\n'
    change.base({"frontlint.toml": text})
    change.repo.git("mv", "frontlint.toml", "old.toml")
    verdict = change.check(files={})
    assert verdict.settings == [("old.toml", "renamed")]
    assert "frontlint.toml was renamed to old.toml" in verdict.err


def test_settings_above_the_project_are_named_from_the_current_folder(change: PullRequest) -> None:
    change.repo.commit({f"site/{name}": text for name, text in SITE.items()})
    change.repo.git("switch", "--quiet", "--create", "topic")
    files: Files = {"frontlint.toml": 'source = "site"\n', "site/.tool-versions": "hugo 1\n"}
    assert change.check(files=files).settings == [
        ("frontlint.toml", "added"),
        ("site/.tool-versions", "added"),
    ]
    verdict = change.check(cwd="site")
    assert verdict.settings == [("../frontlint.toml", "added"), (".tool-versions", "added")]


# -- reports and the gate ------------------------------------------------------------------------------------

FORMATS = {
    "concise": f"{NEW}:3:8: accepted by this change: error {RULE}: ",
    "grouped": f"{NEW}:3:8: accepted by this change: error {RULE}: ",
    "full": f"{NEW}:3:8: accepted by this change: error {RULE}: ",
    "github": f"::notice file={NEW},line=3,endLine=3,col=8,endColumn=11,"
    f"title=accepted by this change%3A {RULE}::",
    "gitlab": '"severity": "info"',
    "rdjson": '"severity": "INFO"',
    "junit": '<skipped message="accepted by this change ',
    "markdown": "| accepted by this change |",
    "sarif": '"suppressions": [{"kind": "external", "status": "accepted", "justification": "why not"',
}


@pytest.mark.parametrize("name", FORMATS)
def test_each_report_lists_what_was_accepted(change: PullRequest, name: str, tmp_path: Path) -> None:
    change.base()
    line = change.line(NEW).replace("}\n", ', "reason": "why not"}\n')
    verdict = change.check(f"--output-format={name}", files={NEW: FAULT, BASELINE: line})
    assert verdict.code == 0
    assert FORMATS[name] in verdict.out
    assert f"{BASELINE}:1, why not" in verdict.out.replace(":<!-- -->1", ":1") or name == "sarif"
    shown = verdict.out if name in ("full", "markdown") else verdict.err
    assert "1 problem accepted by this change." in shown


def test_the_job_summary_lists_it_and_names_settings(
    change: PullRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    change.base()
    files = {NEW: FAULT, BASELINE: change.line(NEW), "frontlint.toml": 'fail-on = "never"\n'}
    assert change.check("--output-format=github", "--max-accepted=0", files=files).code == 1
    text = summary.read_text(encoding="utf-8")
    assert "1 problem accepted by this change." in text
    assert "This change edits settings: frontlint.toml was added." in text
    assert f"| {NEW}:3:8 | {RULE} |" in text


def test_text_of_a_page_or_a_line_commands_nothing(
    change: PullRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason, the rule and the path of a line are the judged party's."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    change.base()
    evil = "\\u001b[31m\\n::set-output name=a::b\\n##[add-path]/x"
    line = f'{{"path": "content/{evil}.md", "rule": "{evil}", "fingerprint": "1", "reason": "{evil}"}}\n'
    for name in ("concise", "full", "grouped", "github", "markdown"):
        verdict = change.check(f"--output-format={name}", files={BASELINE: line})
        assert "\x1b" not in verdict.out
        if name != "markdown":  # which is for a file, and holds no page text at the start of a line
            assert {command.name for command in commands(verdict.out)} <= {"notice"}
        assert not [row for row in verdict.out.splitlines() if row.startswith("::set-output")]


def test_without_a_base_nothing_is_new_and_that_is_said(change: PullRequest) -> None:
    change.base({NEW: page("draft: yes" + ON_LINE)})
    verdict = change.plain("--max-accepted=0", "--fail-on=never")
    assert (verdict.code, verdict.accepted) == (0, [])
    assert "note: --max-accepted counts nothing without --since or --staged" in verdict.err
    report = change.plain("--output-format=sarif", "--fail-on=never").report["runs"][0]
    (hidden,) = [result for result in report["results"] if "suppressions" in result]
    assert hidden["suppressions"][0]["kind"] == "inSource"
    assert hidden["suppressions"][0]["justification"] == "so it is"


@pytest.mark.parametrize("scope", ["--since=main", "--staged", "--force-exclude", "--allow-empty"])
def test_nothing_to_check_is_normal_for_a_change_and_a_hook(change: PullRequest, scope: str) -> None:
    change.repo.commit({"hugo.yaml": "", "content/.keep": ""})
    change.repo.git("switch", "--quiet", "--create", "topic")
    assert change.plain().code == 2
    assert change.plain(scope).code == 0


def test_settings_that_exclude_everything_pass_nothing(change: PullRequest) -> None:
    change.base({"frontlint.toml": 'exclude = ["/content/"]\n'})
    assert change.plain().code == 2
    assert change.plain("content/old.md").code == 1, "it was named"
    assert change.plain("--isolated", "--exclude=/content/").code == 0, "the user typed it"


def test_settings_side_by_side_are_told(change: PullRequest) -> None:
    own = 'fail-on = "never"\n'
    change.base({"frontlint.toml": own, "pyproject.toml": "[tool.frontlint]\n"})
    note = "note: frontlint.toml counts, and pyproject.toml beside it does not"
    assert note in change.plain().err
    change.repo.write({".frontlint.toml": own})
    for name in ("frontlint.toml", "pyproject.toml"):
        assert f"note: .frontlint.toml counts, and {name} beside it does not" in change.plain().err
    assert "beside it" not in change.plain("--config=frontlint.toml").err, "it was typed"
    change.repo.write({".frontlint.toml": None, "pyproject.toml": "[project]\nname = 'frontlint'\n"})
    assert "beside it" not in change.plain().err
