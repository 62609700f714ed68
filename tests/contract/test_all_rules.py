"""What every rule promises, checked for all of them at once."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from frontlint.base.source import decode
from frontlint.base.sources import Sources
from frontlint.findings.finding import INTERNAL
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import load_config
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.lint.registry import Registry
from frontlint.lint.rule import EngineRule, IgnoreRule, Page, PageRule, RuleInfo, Scope
from frontlint.report.explain import explain
from frontlint.report.output import Output
from frontlint.report.reference import reference
from frontlint.site.collect import collect
from frontlint.website.marks import MARKS, OWN_KEYS
from support import ROOT, example_files, lint, make_project

REGISTRY = Registry()
NAMES = tuple(name for name in REGISTRY.names if name != INTERNAL)
"""All rules that pages can break; the engine reports the other one where frontlint itself fails."""


def info(name: str) -> RuleInfo:
    return REGISTRY.load(name).info


@pytest.mark.parametrize("name", NAMES)
def test_page_is_complete(name: str) -> None:
    page = info(name)
    assert page.name == name
    assert page.scope in set(Scope)
    assert page.summary.endswith("."), "the summary is a sentence"
    widest = max(map(len, NAMES))
    assert len(f"  E  {name:<{widest}}  {page.summary}") <= 80, "`frontlint rules` shows it on one line"
    assert page.why
    assert page.bad != page.good


@pytest.mark.parametrize("name", NAMES)
def test_rules_about_history_are_a_group(name: str) -> None:
    """The baseline goes by it, which accepts none of their findings."""
    assert (info(name).group == "history") is (info(name).scope is Scope.HISTORY)


@pytest.mark.parametrize("name", NAMES)
def test_bad_example_triggers_exactly_this_rule(name: str, tmp_path: Path) -> None:
    outcome = lint(make_project(tmp_path, example_files(info(name).bad)), [name])
    assert {finding.rule for finding in outcome.findings} == {name}


@pytest.mark.parametrize("name", NAMES)
def test_good_example_is_clean(name: str, tmp_path: Path) -> None:
    outcome = lint(make_project(tmp_path, example_files(info(name).good)), [name])
    assert [finding.message for finding in outcome.findings] == []


@pytest.mark.parametrize("name", NAMES)
def test_has_good_and_bad_fixtures(name: str) -> None:
    for kind in ("good", "bad"):
        folder = ROOT / "tests" / "rules" / name / kind
        assert folder.is_dir(), f"tests/rules/{name}/{kind} is missing"
        assert any(folder.iterdir()), f"tests/rules/{name}/{kind} is empty"


@pytest.mark.parametrize("name", NAMES)
def test_what_a_rule_says_of_its_fix_is_so(name: str) -> None:
    """Its page, the reference, `rules` and `explain` call it fixable if a fixture is fixed, and only then."""
    page = info(name)
    bad = ROOT / "tests" / "rules" / name / "bad"
    assert page.fixable is any(".fixed." in path.name for path in bad.rglob("*")), "see `Fix:` and *.fixed.*"
    assert ("**Fix.**" in reference([page])) is page.fixable
    told = io.StringIO()
    explain(page, Output(told, ROOT, ROOT))
    assert ("check --fix` does it" in " ".join(told.getvalue().split())) is page.fixable
    if page.fixable:
        assert page.fix[0].isupper()
        assert page.fix.endswith(".")


def test_every_fixture_folder_is_a_rule() -> None:
    folders = {path.name for path in (ROOT / "tests" / "rules").iterdir() if path.is_dir()}
    assert folders - {"__pycache__"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_well_formed(name: str, tmp_path: Path) -> None:
    """Spans inside their files, messages short and without a full stop, no Python in them."""
    outcome = lint(make_project(tmp_path, example_files(info(name).bad)), [name])
    sources = Sources(outcome.project)
    for finding in outcome.findings:
        assert finding.span.end <= len(sources.get(finding.path).text)
        assert len(finding.message) < 120, finding.message
        assert not finding.message.endswith(".")
        assert not re.search(r"\b(None|True|False)\b|\\\\|Traceback|\{'", finding.message), finding.message
        for label in finding.related:
            assert label.span.end <= len(sources.get(label.path).text)
            assert label.text


@pytest.mark.parametrize("name", NAMES)
def test_rules_of_the_website_say_so(name: str) -> None:
    """The engine loads them only for these keys, and never one for files of a bundle."""
    rule = REGISTRY.load(name)
    assert bool(rule.marks) is (name in REGISTRY.website)
    assert rule.marks <= OWN_KEYS
    if rule.marks:
        assert not isinstance(rule, IgnoreRule | EngineRule)
        assert not isinstance(rule, PageRule) or not rule.checks_resources
        assert isinstance(rule, PageRule) or rule.marks == MARKS, "for rules about the site, marks are one"


def test_a_page_without_a_rules_keys_has_nothing_for_it(tmp_path: Path) -> None:
    """What the page phase passes over would have found nothing."""
    rules = [rule for rule in map(REGISTRY.load, NAMES) if isinstance(rule, PageRule) and rule.keys]
    assert all(rule.keys == {key.lower() for key in rule.keys} for rule in rules)
    project = make_project(tmp_path, {"content/a.md": ""})
    config = load_config(project)
    asked = 0
    for file in sorted((ROOT / "tests" / "rules").rglob("*.md")):
        path = f"content/{file.relative_to(ROOT / 'tests' / 'rules').as_posix()}"
        document = read_document(decode(path, file.read_bytes()), plain_scalar)
        page = Page(document, collect(document, path, config.taxonomy_keys), config)
        for rule in rules:
            if rule.keys.isdisjoint(page.keys):
                assert list(rule.check(page)) == [], f"{rule.name} on {file}"
                asked += 1
    assert asked > 1000
