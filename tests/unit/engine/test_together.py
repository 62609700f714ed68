"""Pages that are judged together: each is judged as if it were alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from frontlint.base.errors import UsageError
from frontlint.base.source import SourceFile, decode
from frontlint.engine import page_phase as pages
from frontlint.engine import scanner as judging
from frontlint.engine.internal_error import INTERNAL, Crashes
from frontlint.engine.result import PageResult
from frontlint.engine.rules import OnDemand
from frontlint.engine.scanner import Scanner, ToJudge
from frontlint.findings.finding import Finding
from frontlint.frontmatter.document import Document
from frontlint.hugo.config import load_config
from frontlint.lint.page import Page
from frontlint.lint.registry import Registry
from frontlint.lint.rule import PageRule
from frontlint.schema.catalog import Catalog
from support import ROOT, make_project

FIXTURES = sorted((ROOT / "tests" / "rules").glob("*/*/*.md"))
REGISTRY = Registry()
RULES = tuple(rule for name in REGISTRY.names if isinstance(rule := REGISTRY.load(name), PageRule))


def scanner(crashes: Crashes) -> Scanner:
    root = ROOT / "examples" / "site"
    catalog = Catalog(root=root)
    return Scanner(
        root,
        load_config(root),
        catalog.violations,
        crashes,
        of_cascade=catalog.violations_of_cascade,
        chosen={},
    )


def sources() -> Iterator[SourceFile]:
    for at, path in enumerate(FIXTURES):
        yield decode(f"content/{'tags' if at % 3 else 'blog'}/{path.stem}-{at}/_index.md", path.read_bytes())


def test_pages_do_not_know_of_each_other() -> None:
    asked = [ToJudge(source, RULES, at % 5 == 0) for at, source in enumerate(sources())]
    crashes = Crashes()
    together, alone = scanner(crashes), scanner(crashes)
    found: list[PageResult] = []
    for at in range(0, len(asked), 40):
        found += together.judge_all(asked[at : at + 40])
    assert found == [result for one in asked for result in alone.judge_all([one])]
    assert sum(len(result.findings) for result in found) > len(FIXTURES) // 2
    assert not all(result.facts.readable for result in found)
    assert not crashes.logs


class Fails(PageRule):
    """Fails at some pages."""

    name = "fails"

    def check(self, page: Page) -> Iterator[Finding]:
        title = page.facts.front["title"]
        if title == "usage":
            raise UsageError("a mistake of the user's")
        if title == "bad":
            raise ValueError(title)
        yield self.at(page, ("title",), f"seen: {title}", help="nothing")


def page(title: str) -> SourceFile:
    return decode(f"content/{title}.md", f"---\ntitle: {title}\n---\n".encode())


def test_a_rule_that_fails_at_one_page_is_asked_about_the_others() -> None:
    crashes = Crashes()
    rules = (Fails(), Fails())
    results = scanner(crashes).judge_all(
        [ToJudge(page(one), rules, False) for one in ("a", "bad", "b", "bad")]
    )
    assert [[one.rule for one in result.findings] for result in results] == [
        ["fails", "fails"],
        [INTERNAL],
        ["fails", "fails"],
        [INTERNAL],
    ]
    assert len(crashes.logs) == 2


@pytest.mark.parametrize("stage", ["read_document", "collect", "ignores"])
def test_a_page_at_which_a_stage_fails_is_told_and_the_others_are_judged(
    stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = getattr(judging, stage)

    def fails_at_bad(first: SourceFile | Document, *more: object) -> object:
        source = first if isinstance(first, SourceFile) else first.source
        if source.path == "content/bad.md":
            raise ValueError(stage)
        return works(first, *more)

    monkeypatch.setattr(judging, stage, fails_at_bad)
    crashes = Crashes()
    asked = [ToJudge(page(one), (Fails(),)) for one in ("a", "bad", "b")]
    asked[1] = ToJudge(page("bad"), ())
    results = scanner(crashes).judge_all(asked)
    assert [[one.rule for one in result.findings] for result in results] == [["fails"], [INTERNAL], ["fails"]]
    assert [result.facts.path for result in results] == ["content/a.md", "content/bad.md", "content/b.md"]
    assert [result.facts.readable for result in results] == [True, False, True]
    assert len(crashes.logs) == 1
    assert stage in crashes.logs[0]


def test_a_mistake_of_the_users_ends_the_run() -> None:
    with pytest.raises(UsageError, match="a mistake"):
        scanner(Crashes()).judge_all([ToJudge(page(one), (Fails(),), False) for one in ("a", "usage")])


@pytest.mark.parametrize(("together", "most"), [(1, 10**9), (2, 10**9), (100, 10**9), (100, 30), (3, 0)])
def test_how_many_are_judged_together_changes_nothing(
    together: int, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = {
        f"content/p{at}.md": f"---\ntitle: P\ndraft: {'yes' if at % 3 else 'x'}\n---\n" for at in range(7)
    }
    project = make_project(tmp_path / "p", written)
    root = ROOT / "examples" / "site"
    plan = pages.Plan(
        project=project,
        config=load_config(project),
        kinds=(),
        root=root,
        prefix="",
        wall=None,
        rules=RULES,
        website=OnDemand(REGISTRY, {}),
        stamps=False,
    )
    tasks = [pages.Task(path, True, False) for path in (*written, "content/gone.md")]
    usual = pages.scan_here(plan, tasks, Crashes())
    monkeypatch.setattr(pages, "_TOGETHER", together)
    monkeypatch.setattr(pages, "_MOST_TOGETHER", most)
    assert pages.scan_here(plan, tasks, Crashes()) == usual
    assert [one.result.facts.path for one in usual] == [task.path for task in tasks]
    assert [one.rule for one in usual[-1].result.findings] == ["syntax"]
