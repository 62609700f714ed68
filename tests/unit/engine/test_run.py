"""The engine: what is read, what is reported, and what happens when a rule fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from types import MappingProxyType

import pytest

from frontlint.base.errors import UsageError
from frontlint.base.sources import Sources
from frontlint.base.span import Span
from frontlint.engine.check import check
from frontlint.engine.discover import Targets, content_files, targets
from frontlint.engine.internal_error import INTERNAL, Crashes, Fatal
from frontlint.engine.request import Request
from frontlint.findings.finding import Finding, Severity, sound
from frontlint.hugo.config import load_config
from frontlint.lint.registry import Registry
from frontlint.lint.rule import Page, PageRule
from frontlint.report import formats
from frontlint.report.output import Output
from frontlint.settings import load_settings
from support import CLOCK, found, lint, make_project

BROKEN: dict[str, str | bytes] = {
    "content/quote.md": '---\ntitle: "A\n---\n',
    "content/fence.md": "---\ntitle: A\n",
    "content/latin.md": b"---\ntitle: Caf\xe9\n---\n",
    "content/date.md": "---\ntitle: A\ndate: 05/06/2024\n---\n",
    "content/draft.md": "---\ntitle: A\ndraft: yes\n---\n",
}


def request(project: Path, crashes: Crashes | None = None) -> Request:
    return Request(
        project,
        load_config(project),
        load_settings(None, project),
        clock=CLOCK,
        crashes=crashes or Fatal(),
    )


def test_a_broken_page_never_hides_anothers_findings(tmp_path: Path) -> None:
    outcome = lint(make_project(tmp_path, BROKEN))
    assert [(path, rule) for path, _, rule in found(outcome)] == [
        ("content/date.md", "bad-date"),
        ("content/draft.md", "draft-not-boolean"),
        ("content/fence.md", "syntax"),
        ("content/latin.md", "encoding"),
        ("content/quote.md", "syntax"),
    ]
    assert outcome.pages == 5


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_each_of_them_alone_is_found_as_well(tmp_path: Path, name: str) -> None:
    assert len(lint(make_project(tmp_path, {name: BROKEN[name]})).findings) == 1


def test_a_page_that_cannot_be_read_stays_in_the_site(tmp_path: Path) -> None:
    """Nobody's link to it is broken, and its own terms are not asked for."""
    files = {
        "content/a.md": '---\ntitle: A\n---\n{{< ref "b" >}}\n',
        "content/b.md": '---\ntitle: "B\ntags: [X]\n---\n',
    }
    assert [finding.rule for finding in lint(make_project(tmp_path, files)).findings] == ["syntax"]


def test_findings_are_sorted_and_said_once(tmp_path: Path) -> None:
    outcome = lint(make_project(tmp_path, BROKEN))
    keys = [(finding.path, finding.span.start, finding.rule) for finding in outcome.findings]
    assert keys == sorted(set(keys))


def test_a_page_without_rules_is_still_part_of_the_site(tmp_path: Path) -> None:
    project = make_project(
        tmp_path,
        {
            "content/a.md": "---\ntitle: A\naliases: [/old]\n---\n",
            "content/b.md": "---\ntitle: B\naliases: [/old]\n---\n",
        },
    )
    outcome = check(replace(request(project), targets=Targets(("content/b.md",))))
    assert [(finding.path, finding.rule) for finding in outcome.findings] == [
        ("content/b.md", "alias-collision")
    ]
    assert outcome.pages == 1


class _Failing(PageRule):
    severity = Severity.INFO

    def check(self, page: Page) -> Iterator[Finding]:
        if page.facts.path.endswith("a.md"):
            raise RuntimeError("our fault")
        yield self.at(page, "title", "a finding")


class _OneRule(Registry):
    """A registry with the failing rule under the name of a real one."""

    def __init__(self) -> None:
        super().__init__()
        self.groups = MappingProxyType({"syntax": ("test-run",)})
        self._group_of = {"test-run": "syntax"}
        self._loaded = {"test-run": _Failing()}


def test_a_rule_that_fails_becomes_a_finding_and_the_others_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "---\ntitle: A\n---\n"
    project = make_project(tmp_path, {"content/a.md": page, "content/b.md": page})
    monkeypatch.setattr(_Failing, "name", "test-run")
    monkeypatch.setattr(_Failing, "info", None)
    crashes = Crashes()
    base = request(project, crashes)
    outcome = check(replace(base, settings=replace(base.settings, registry=_OneRule(), _resolved={})))
    assert [(finding.path, finding.rule) for finding in outcome.findings] == [
        ("content/a.md", INTERNAL),
        ("content/b.md", "test-run"),
    ]
    assert "our fault" in crashes.logs[0]


def test_in_tests_a_rule_that_fails_is_fatal() -> None:
    with pytest.raises(RuntimeError):
        Fatal().note("x", "y", RuntimeError())


def test_files_that_hugo_passes_over(tmp_path: Path) -> None:
    project = make_project(
        tmp_path,
        {
            "content/a.md": "",
            "content/.hidden.md": "",
            "content/.git/b.md": "",
            "content/#c.md": "",
            "content/d.md~": "",
            "content/e.txt": "",
            "content/F.MARKDOWN": "",
            "content/g.html": "",
        },
    )
    (project / "content/link.md").symlink_to(project / "content/a.md")
    assert content_files(project, load_config(project)) == (
        "content/F.MARKDOWN",
        "content/a.md",
        "content/g.html",
    )


def test_targets(tmp_path: Path) -> None:
    project = make_project(tmp_path / "site", {"content/a/b.md": "", "content/ab.md": ""})
    assert targets(project, [project]).hold("content/ab.md")
    assert targets(project, [tmp_path]).hold("content/ab.md")
    wanted = targets(project, [project / "content" / "a"])
    assert wanted.hold("content/a/b.md")
    assert not wanted.hold("content/ab.md")
    (tmp_path / "elsewhere.md").touch()
    with pytest.raises(UsageError, match="is not in the Hugo project"):
        targets(project, [tmp_path / "elsewhere.md"])
    with pytest.raises(UsageError, match="does not exist"):
        targets(project, [project / "none.md"])


def test_a_place_that_cannot_be_one_is_our_bug() -> None:
    finding = Finding("draft-not-boolean", "content/a.md", Span(3, 2), "turned round")
    with pytest.raises(ValueError, match=r"not a place in a page: 3\.\.2"):
        sound(finding)


def test_a_finding_comes_with_its_lines_and_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of pages and of the site: a report of lines reads no page."""
    pages = {
        **BROKEN,
        "content/a.md": "---\r\ntitle: A\r\naliases:\r\n- /x/\r\n---\r\n",
        "content/b.md": "+++\ntitle = 'B'\naliases = ['/x/']\n+++\n",
        "content/c.md": '---\ntitle: C\n---\n{{< ref "nowhere" >}}\n',
    }
    outcome = check(request(make_project(tmp_path, pages)))
    sources = Sources(outcome.project)
    assert {"alias-collision", "broken-ref", "draft-not-boolean"} <= {one.rule for one in outcome.findings}
    for one in outcome.findings:
        assert one.region == sources.get(one.path).lines.region(one.span), one

    output = StringIO()
    monkeypatch.setattr(Sources, "get", lambda sources, path: pytest.fail(path))
    formats.load("concise")(
        outcome, Sources(outcome.project), Output(output, outcome.project, outcome.project)
    )
    assert "content/draft.md:3:8: error" in output.getvalue()
