"""What is shown of a changed site, and which change each finding elsewhere is put down to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from frontlint.engine.check import check
from frontlint.engine.compare import causes
from frontlint.engine.internal_error import Crashes, Fatal
from frontlint.engine.outcome import Outcome
from frontlint.engine.page_phase import Plan, ScannedPage, Task, scan_here, scan_pages
from frontlint.engine.request import Request
from frontlint.engine.result import PageResult
from frontlint.findings.finding import Finding
from frontlint.hugo.config import load_config
from frontlint.rules.hugo.links.broken_ref import BrokenRef
from frontlint.settings import load_settings
from support import CLOCK, base_of, lint, make_project

PAGES = {
    "content/posts/a.md": '---\ntitle: A\n---\n[x]({{< ref "/posts/b" >}})\n',
    "content/posts/b.md": "---\ntitle: B\ntags: [x]\n---\n",
    "content/posts/c.md": "---\ntitle: C\nslug: d\ndraft: yes\n---\n",
    "content/posts/z.md": "---\ntitle: Z\n---\n",
}


def states(folder: Path, changes: Mapping[str, str | None], renamed: str = "") -> Path:
    new = {**PAGES, **changes}
    files = {f"old/{name}": text for name, text in PAGES.items()}
    files |= {f"new/{name}": text for name, text in new.items() if text is not None}
    return make_project(folder, {**files, "renamed": renamed})


def told(outcome: Outcome) -> list[tuple[str, str, str]]:
    """Page, rule and what stands in brackets behind the message."""
    found = [(f.path, f.rule, f.message.partition("(")[2].rstrip(")")) for f in outcome.findings]
    return [(Path(path).name, rule, cause) for path, rule, cause in found]


def _without_labels(at: Callable[..., Finding]) -> Callable[..., Finding]:
    return lambda *arguments, **words: at(*arguments, **{**words, "related": ()})


def test_nothing_changed_and_nothing_is_shown(tmp_path: Path) -> None:
    assert lint(states(tmp_path, {})).findings == ()


def test_old_findings_of_a_changed_page_are_shown(tmp_path: Path) -> None:
    project = states(tmp_path, {"content/posts/c.md": PAGES["content/posts/c.md"] + "More.\n"})
    assert told(lint(project, ["draft-not-boolean"])) == [("c.md", "draft-not-boolean", "")]


@pytest.mark.parametrize(
    ("changes", "renamed", "found"),
    [
        (
            {
                "content/posts/b.md": None,
                "content/posts/c.md": None,
                "content/posts/n.md": "---\na: 1\n---\n",
            },
            "",
            [("a.md", "broken-ref", "since content/posts/b.md was deleted")],
        ),
        (
            {
                "content/posts/b.md": None,
                "content/posts/z.md": None,
                "content/posts/n.md": "---\na: 1\n---\n",
            },
            "content/posts/b.md content/posts/n.md",
            [("a.md", "broken-ref", "since content/posts/b.md was renamed to content/posts/n.md")],
        ),
        (
            {
                "content/posts/b.md": "---\ntitle: B\ndraft: true\n---\n",
                "content/posts/z.md": "---\ntitle: ZZ\n---\n",
            },
            "",
            [("a.md", "broken-ref", "since content/posts/b.md was changed")],
        ),
        (
            {"content/posts/d.md": "---\ntitle: D\n---\n", "content/posts/e.md": "---\ntitle: E\n---\n"},
            "",
            [("d.md", "url-collision", "")],
        ),
        (
            {"hugo.yaml": "ignoreFiles: [b]\n", "content/posts/z.md": "---\ntitle: ZZ\n---\n"},
            "",
            [("a.md", "broken-ref", "since hugo.yaml was changed")],
        ),
        (
            {"hugo.yaml": "title: A\n", "content/posts/b.md": None},
            "",
            [("a.md", "broken-ref", "since content/posts/b.md was deleted")],
        ),
    ],
)
def test_a_finding_elsewhere_names_its_cause(
    tmp_path: Path, changes: dict[str, str | None], renamed: str, found: list[tuple[str, str, str]]
) -> None:
    assert told(lint(states(tmp_path, changes, renamed), ["broken-ref", "url-collision"])) == found


def test_among_many_changes_the_one_is_found(tmp_path: Path) -> None:
    many: dict[str, str | None] = {
        f"content/many/{number}.md": f"---\ntitle: Number {number}\n---\n" for number in range(40)
    }
    many["content/many/17.md"] = "---\ntitle: N\nurl: /posts/z/\n---\n"
    outcome = lint(states(tmp_path, {**many, "content/posts/b.md": None}), ["broken-ref", "url-collision"])
    assert told(outcome) == [
        ("17.md", "url-collision", ""),
        ("a.md", "broken-ref", "since content/posts/b.md was deleted"),
    ]


def test_where_it_takes_too_long_all_that_are_left_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(causes, "_STATES", 2)
    many: dict[str, str | None] = {f"content/many/{number}.md": "Text.\n" for number in range(8)}
    project = states(tmp_path, {**many, "content/posts/b.md": "---\ndraft: true\n---\n"})
    monkeypatch.setattr(BrokenRef, "at", _without_labels(BrokenRef.at))
    assert told(lint(project, ["broken-ref"]))[-1] == (
        "a.md",
        "broken-ref",
        "since content/many/6.md was added, or one of 2 more changes",
    )


def test_a_static_file_may_be_the_cause(tmp_path: Path) -> None:
    changes = {"static/posts/z/index.html": "", "static/a.css": "", "content/posts/n.md": "Text.\n"}
    assert told(lint(states(tmp_path, changes), ["static-overwritten"])) == [
        ("z.md", "static-overwritten", "since static/posts/z/index.html was added")
    ]


def test_a_bundle_that_opens_lets_its_pages_speak(tmp_path: Path) -> None:
    project = make_project(
        tmp_path,
        {
            "old/content/t/index.md": "---\ntitle: T\n---\n",
            "old/content/t/day.md": "---\ntitle: Day\ndraft: yes\n---\n",
            "new/content/t/day.md": "---\ntitle: Day\ndraft: yes\n---\n",
            "new/content/x.md": "---\ntitle: X\n---\n",
        },
    )
    assert told(lint(project, ["draft-not-boolean"])) == [
        ("day.md", "draft-not-boolean", "since content/t/index.md was deleted")
    ]


def test_an_ignore_that_a_change_makes_idle_is_told(tmp_path: Path) -> None:
    ignoring = '---\ntitle: A\n---\n<!-- frontlint-ignore broken-ref: soon -->\n[x]({{< ref "/posts/n" >}})\n'
    project = make_project(
        tmp_path,
        {
            "old/content/posts/a.md": ignoring,
            "new/content/posts/a.md": ignoring,
            "new/content/posts/n.md": "---\ntitle: N\n---\n",
        },
    )
    outcome = lint(project)
    assert ("a.md", "unused-ignore", "since content/posts/n.md was added") in told(outcome)


def test_pages_that_are_the_same_are_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = states(tmp_path, {"content/posts/b.md": "---\ntitle: BB\n---\n"})
    looked: list[list[str]] = []

    def watched(plan: Plan, tasks: Sequence[Task], *more: Any) -> list[PageResult]:
        looked.append([Path(task.path).name for task in tasks])
        return scan_pages(plan, tasks, *more)

    def watched_here(plan: Plan, tasks: Sequence[Task], crashes: Crashes) -> list[ScannedPage]:
        looked.append([Path(task.path).name for task in tasks])
        return scan_here(plan, tasks, crashes)

    monkeypatch.setattr("frontlint.engine.steps.scan_pages", watched)
    monkeypatch.setattr("frontlint.engine.change.scan_here", watched_here)
    lint(project)
    assert looked == [["a.md", "b.md", "c.md", "z.md"], ["b.md"]]


def test_of_a_base_that_hugo_could_not_read_nothing_is_known(tmp_path: Path) -> None:
    folder = states(tmp_path, {"content/posts/b.md": "---\ntitle: B\ndraft: yes\nslug: x\n---\n"})
    base = replace(base_of(folder), config=None)
    project = folder / "new"
    request = Request(
        project, load_config(project), load_settings(None, project), clock=CLOCK, crashes=Fatal()
    )
    outcome = check(replace(request, base=base))
    assert {(Path(f.path).name, f.rule) for f in outcome.findings} == {("b.md", "draft-not-boolean")}
