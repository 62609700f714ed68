"""A problem of two pages is one finding, wherever it is shown, and either page accepts it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from frontlint.base.sources import Sources
from frontlint.engine.acceptance import accept, keys_of
from frontlint.engine.baseline import BaselineLine, read_baseline, write_baseline
from frontlint.engine.cache.codec import finding_from
from frontlint.engine.cache.lines import encode
from frontlint.engine.check import check
from frontlint.engine.discover import Targets
from frontlint.engine.internal_error import Fatal
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request
from frontlint.findings.fingerprint import unique_fingerprints
from frontlint.hugo.config import load_config
from frontlint.settings import find_config, load_settings
from support import CLOCK, base_of, lint, make_project

ID = "aB3-dE_fG9h"
OTHER = "Zx9cV8bN7m_"
A, B, C = (f"content/resources/blog/{name}/index.md" for name in "abc")
HOOK = "# frontlint: ignore[id-not-unique]"


def page(date: str = "", id_: str = ID, more: str = "") -> str:
    day = f"date: {date}\n" if date else ""
    return f"---\ntitle: T\n{day}ResourceId: {id_}{more}\n---\n"


def asked(project: Path, *paths: str) -> Request:
    settings = load_settings(find_config(project), project)
    return Request(project, load_config(project), settings, Targets(paths), clock=CLOCK, crashes=Fatal())


def shown(outcome: Outcome, rule: str = "id-not-unique") -> list[tuple[str, str]]:
    """Where the findings of a rule are, and the other place of each."""
    return [(one.path, one.related[0].path) for one in outcome.findings if one.rule == rule]


def ids(project: Path, *paths: str) -> list[tuple[str, str]]:
    return shown(check(asked(project, *paths)))


def accepted_for(project: Path, *paths: str) -> Request:
    """A request for all pages, with the findings of some pages accepted."""
    request = asked(project, *paths)
    file = project / "b.jsonl"
    keys = keys_of(request, check(request).findings).values()
    write_baseline(file, map(BaselineLine, keys), "b.jsonl")
    return replace(asked(project), baseline=read_baseline(file, "b.jsonl"))


@pytest.mark.parametrize(
    ("pages", "at", "other"),
    [
        ({A: page(), B: page()}, B, A),
        ({A: page("2025-03-01"), B: page("2024-03-01")}, A, B),
        ({A: page("2025-03-01"), B: page("2025-03-01")}, B, A),
        ({A: page("2025-03-01"), B: page()}, B, A),
        ({A: page("2025-03-01T10:00:00+02:00"), B: page("2025-03-01T08:30:00Z")}, B, A),
    ],
)
def test_it_is_shown_at_the_newer_page(tmp_path: Path, pages: dict[str, str], at: str, other: str) -> None:
    assert ids(make_project(tmp_path, pages)) == [(at, other)]


def test_it_is_shown_among_the_paths(tmp_path: Path) -> None:
    project = make_project(tmp_path, {A: page(), B: page()})
    assert ids(project, A) == [(A, B)]
    assert ids(project, B) == ids(project, A, B) == [(B, A)]
    assert ids(project, "content/posts") == []


def test_it_is_shown_in_the_change(tmp_path: Path) -> None:
    old, new = {A: page(id_=OTHER), B: page()}, {A: page(), B: page()}
    files = {
        f"{side}/{name}": text for side, pages in (("old", old), ("new", new)) for name, text in pages.items()
    }
    project = make_project(tmp_path, files)
    found = check(replace(asked(project / "new"), base=base_of(project)))
    assert shown(found) == [(A, B)]
    assert "since" not in found.findings[0].message


def test_both_faces_have_one_identity(tmp_path: Path) -> None:
    project = make_project(tmp_path, {A: page(), B: page()})
    prints = set()
    for path in (A, B):
        found = [one for one in check(asked(project, path)).findings if one.rule == "id-not-unique"]
        prints |= {*unique_fingerprints(found, Sources(project)), *keys_of(asked(project), found).values()}
    assert len(prints) == 2  # one of a report, one of the baseline


@pytest.mark.parametrize("path", [A, B])
def test_a_line_of_the_baseline_is_about_both(tmp_path: Path, path: str) -> None:
    project = make_project(tmp_path, {A: page(), B: page()})
    request = accepted_for(project, path)
    assert shown(check(request)) == []
    for one in (A, B):
        assert shown(check(replace(request, targets=Targets((one,))))) == []
    make_project(project, {C: page(), B: page(id_=OTHER)})
    assert shown(check(request)) == [(C, A)]  # that is another pair


def test_a_line_goes_with_a_page_that_is_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(tmp_path, {A: page(), B: page()})
    request = accepted_for(project)
    assert request.baseline is not None
    (project / A).rename(project / "content" / "z.md")
    monkeypatch.setattr("frontlint.engine.acceptance._renamed", lambda *_: {A: "content/z.md"})
    findings = [one for one in check(asked(project)).findings if one.rule == "id-not-unique"]
    assert len(findings) == 1
    assert accept(request, request.baseline, findings).new == ()


@pytest.mark.parametrize("who", [A, B])
def test_an_ignore_in_either_page_accepts_it(tmp_path: Path, who: str) -> None:
    pages = {path: page(more=f" {HOOK}" if path == who else "") for path in (A, B)}
    project = make_project(tmp_path, pages)
    for paths in ((), (A,), (B,)):
        outcome = check(asked(project, *paths))
        assert {one.rule for one in outcome.findings} & {"id-not-unique", "unused-ignore"} == set()
        assert outcome.suppressed == 1


def test_ignores_in_both_pages_are_both_needed(tmp_path: Path) -> None:
    project = make_project(tmp_path, {path: page(more=f" {HOOK}") for path in (A, B)})
    outcome = check(asked(project))
    assert outcome.suppressed == 1
    assert "unused-ignore" not in {one.rule for one in outcome.findings}


def test_no_ignore_counts_where_none_may(tmp_path: Path) -> None:
    project = make_project(tmp_path, {A: page(more=f" {HOOK}"), B: page()})
    assert shown(check(replace(asked(project), inline_ignores=False))) == [(B, A)]


@pytest.mark.parametrize("name", ["a", "b"])
def test_a_setting_for_either_page_accepts_it(tmp_path: Path, name: str) -> None:
    settings = f'[rules.per-path."content/resources/blog/{name}/**"]\nignore = ["id-not-unique"]\n'
    project = make_project(tmp_path, {A: page(), B: page(), "frontlint.toml": settings})
    assert ids(project) == ids(project, A) == ids(project, B) == []


def test_three_pages_are_two_findings(tmp_path: Path) -> None:
    project = make_project(tmp_path, {path: page() for path in (A, B, C)})
    assert ids(project) == [(B, A), (C, A)]
    request = accepted_for(project)
    assert shown(check(request)) == []
    make_project(project, {C: page(id_=OTHER)})
    assert shown(check(request)) == []  # what is left was accepted before


def test_when_one_of_three_takes_no_part_the_others_still_clash(tmp_path: Path) -> None:
    pages = {path: page(more=f" {HOOK}" if path == A else "") for path in (A, B, C)}
    assert ids(make_project(tmp_path, pages)) == [(C, B)]


def test_of_very_many_pages_each_is_told_once(tmp_path: Path) -> None:
    paths = [f"content/p{number:03}.md" for number in range(200)]
    pages = {path: f"---\nurl: /one/\ntitle: {path}\n---\n" for path in paths}
    found = shown(lint(make_project(tmp_path, pages), ["url-collision"]), "url-collision")
    assert found == [(path, paths[0]) for path in paths[1:]]


COPIED = f"""---
title: Rye bread
ResourceId: {ID}
aliases:
- /resources/{ID}
---
"""


def test_a_copied_page_is_two_findings(tmp_path: Path) -> None:
    project = make_project(tmp_path, {A: COPIED, B: COPIED})
    rules = ["alias-collision", "id-not-unique", "url-collision", "url-case-clash", "id-alias-foreign"]
    found = [(one.path, one.rule) for one in lint(project, rules).findings]
    assert found == [(B, "id-not-unique"), (B, "alias-collision")]


PAIRS: Mapping[str, dict[str, str]] = {
    "alias-collision": {
        "content/a.md": "---\naliases: [/x]\n---\n",
        "content/b.md": "---\naliases: [/x/]\n---\n",
    },
    "alias-shadows-page": {"content/a.md": "---\naliases: [/b]\n---\n", "content/b.md": "---\na: 1\n---\n"},
    "page-shadowed": {"content/p.md": "---\na: 1\n---\n", "content/p/index.md": "---\na: 1\n---\n"},
    "url-case-clash": {
        "content/a.md": "---\nurl: /X/\n---\n",
        "content/b.md": "---\naliases: [/x]\n---\n",
    },
    "url-collision": {"content/a.md": "---\nslug: x\n---\n", "content/b.md": "---\nslug: x\n---\n"},
    "term-title-clash": {
        "content/tags/a/_index.md": "---\ntitle: T\nClassificationType: tags\n---\n",
        "content/tags/b/_index.md": "---\ntitle: T\nClassificationType: tags\n---\n",
    },
}


@pytest.mark.parametrize("rule", PAIRS)
def test_each_rule_about_two_pages_tells_it_once_from_either(tmp_path: Path, rule: str) -> None:
    project = make_project(tmp_path, PAIRS[rule])
    (whole,) = [one for one in check(asked(project)).findings if one.rule == rule]
    faces = []
    for path in PAIRS[rule]:
        (face,) = [one for one in check(asked(project, path)).findings if one.rule == rule]
        assert face.path == path
        assert {label.path for label in face.related} == PAIRS[rule].keys() - {path}
        assert len(face.message) < 120
        assert finding_from(json.loads(encode(face))) == face
        faces.append(face)
    assert whole in faces
    assert len(set(keys_of(asked(project), faces).values())) == 1
