"""A run over files that are not on disk is a run over a project that has them on disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from frontlint.base.files import Replaced
from frontlint.base.sources import Sources
from frontlint.engine.check import check
from frontlint.engine.internal_error import Fatal
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from support import CLOCK, make_project

DISK: dict[str, str | bytes] = {
    "hugo.toml": 'baseURL = "https://example.org/"\n',
    "content/posts/a.md": "---\ntitle: A\naliases: [/old/]\n---\n",
    "content/posts/b.md": "---\ntitle: B\n---\n",
    "content/posts/c.md": '---\ntitle: C\n---\n[x]({{< ref "b" >}})\n',
}
STAND_INS: Replaced = {
    "content/posts/a.md": b"---\ntitle: A\ndraft: yes\naliases: [/x/]\n---\n",
    "content/posts/b.md": None,
    "content/posts/d.md": b"---\ntitle: D\naliases: [/x]\n---\n",
    "hugo.toml": b'baseURL = "https://example.org/"\n[taxonomies]\n  colour = "colours"\n',
    "config/_default/params.yaml": b"a: 1\n",
    "static/x/index.html": b"",
}


def request_for(project: Path, replaced: Replaced) -> Request:
    config = load_config(project, replaced=replaced)
    settings = load_settings(None, project)
    return Request(project, config, settings, clock=CLOCK, crashes=Fatal(), replaced=replaced)


def found(outcome: Outcome) -> list[tuple[str, str, str]]:
    sources = Sources(outcome.project, outcome.replaced)
    return [(f.rule, f.path, sources.get(f.path).text[f.span.start : f.span.end]) for f in outcome.findings]


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_is_as_if_they_were_on_disk(tmp_path: Path, jobs: int) -> None:
    project = make_project(tmp_path / "a", DISK)
    copy = make_project(tmp_path / "b", DISK)
    for name, content in STAND_INS.items():
        (copy / name).unlink(missing_ok=True)
        if content is not None:
            make_project(copy, {name: content})
    virtual = check(replace(request_for(project, STAND_INS), jobs=jobs))
    real = check(request_for(copy, {}))
    assert found(virtual) == found(real)
    assert {rule for rule, _, _ in found(real)} >= {"alias-collision", "draft-not-boolean", "broken-ref"}
    assert (virtual.pages, virtual.notes) == (real.pages, real.notes)
    assert request_for(project, STAND_INS).config == request_for(copy, {}).config


def test_the_cache_keeps_nothing_of_them(tmp_path: Path) -> None:
    project = make_project(tmp_path / "a", DISK)
    cache = tmp_path / "cache"
    before = found(check(replace(request_for(project, {}), cache=cache)))
    virtual = found(check(replace(request_for(project, STAND_INS), cache=cache)))
    assert virtual == found(check(request_for(project, STAND_INS))) != before
    assert found(check(replace(request_for(project, {}), cache=cache))) == before
