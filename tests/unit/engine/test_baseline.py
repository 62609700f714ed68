"""The baseline accepts what it holds, whatever happens to the pages around it, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from frontlint.base.errors import UsageError
from frontlint.engine.acceptance import accept, keys_of
from frontlint.engine.baseline import Baseline, BaselineLine, Key, read_baseline, write_baseline
from frontlint.engine.check import check
from frontlint.engine.internal_error import Fatal
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from support import CLOCK, make_project

OLD_SITE = {
    "content/posts/a.md": """---
# why: nobody knows
title: "An old page"
draft: yes
aliases:
  - /x
  - old/b
  - old/c
tags: ["One", "one", "one"]
date: 2024-01-05 10:00:00
---
Some text. [x]({{< ref "gone" >}}) and [y]({{< ref "gone" >}}).
""",
    "content/posts/b.md": "---\ntitle: B\naliases: [/x/]\ndraft: 'on'\n---\n",
}
REWRITTEN = """---
aliases: ['old/c', '/x', 'old/b']
date: '2024-01-05 10:00:00'
tags:
- 'One'
- 'one'
- 'one'
title: 'An old page'
draft: 'yes'
---
A first line.

Some text. [x]({{< ref "gone" >}}) and [y]({{< ref "gone" >}}).
"""


def request_for(project: Path) -> Request:
    config, settings = load_config(project), load_settings(None, project)
    return Request(project, config, settings, clock=CLOCK, crashes=Fatal())


def accepted(project: Path) -> Baseline:
    request = request_for(project)
    keys = keys_of(request, check(request).findings)
    file = project / "baseline.jsonl"
    write_baseline(file, map(BaselineLine, keys.values()), "baseline.jsonl")
    return read_baseline(file, "baseline.jsonl")


def run(project: Path, baseline: Baseline) -> Outcome:
    return check(replace(request_for(project), baseline=baseline))


def test_everything_of_today_is_accepted(tmp_path: Path) -> None:
    project = make_project(tmp_path, OLD_SITE)
    found = check(request_for(project)).findings
    assert len({finding.rule for finding in found}) >= 5
    outcome = run(project, accepted(project))
    assert (outcome.findings, outcome.accepted) == ((), len(found))


def test_a_script_that_rewrites_the_front_matter_brings_none_back(tmp_path: Path) -> None:
    project = make_project(tmp_path, OLD_SITE)
    baseline = accepted(project)
    make_project(project, {"content/posts/a.md": REWRITTEN.replace("\n", "\r\n")})
    assert run(project, baseline).findings == ()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("draft: yes", "draft: on", "draft-not-boolean"),
        ("- old/b", "- older/b", "alias-relative"),
        ('ref "gone" >}}) and', 'ref "lost" >}}) and', "broken-ref"),
        ("  - old/c", "  - old/c\n  - old/d", "alias-relative"),
        ("  - old/c", "  - old/c\n  - old/c", "alias-duplicate"),
    ],
)
def test_a_changed_value_and_one_more_are_new(tmp_path: Path, old: str, new: str, rule: str) -> None:
    project = make_project(tmp_path, OLD_SITE)
    baseline = accepted(project)
    text = OLD_SITE["content/posts/a.md"]
    assert old in text
    make_project(project, {"content/posts/a.md": text.replace(old, new, 1)})
    assert [finding.rule for finding in run(project, baseline).findings if finding.rule == rule] == [rule]


def test_stale_lines_are_harmless_and_told(tmp_path: Path) -> None:
    project = make_project(tmp_path, OLD_SITE)
    baseline = accepted(project)
    make_project(project, {"content/posts/b.md": "---\ntitle: B\n---\n"})
    request = request_for(project)
    found = accept(request, baseline, check(request).findings)
    assert found.new == ()
    assert {line.key.path for line in found.stale} == {"content/posts/a.md", "content/posts/b.md"}
    assert sorted(found.lines + found.stale) == sorted(baseline.lines)


def test_what_is_written_is_sorted_and_read_back(tmp_path: Path) -> None:
    lines = (
        BaselineLine(Key("content/ü.md", "b", None, "1" * 16)),
        BaselineLine(Key("content/a.md", "b", "/aliases", "2" * 16), 'because of "that"'),
        BaselineLine(Key("content/a.md", "a", None, "3" * 16)),
        BaselineLine(Key("content/\udce9.md", "a", None, "4" * 16)),
    )
    file = tmp_path / "b.jsonl"
    write_baseline(file, lines, "b.jsonl")
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [row["path"] for row in rows] == [
        "content/a.md",
        "content/a.md",
        "content/ü.md",
        "content/\udce9.md",
    ]
    assert rows[1] == {
        "path": "content/a.md",
        "rule": "b",
        "field": "/aliases",
        "fingerprint": "2" * 16,
        "reason": 'because of "that"',
    }
    assert sorted(read_baseline(file, "").lines) == sorted(lines)
    before = file.read_bytes()
    write_baseline(file, reversed(lines), "b.jsonl")
    assert file.read_bytes() == before


def test_what_an_editor_makes_of_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "b.jsonl"
    row = '{"path":"a.md","rule":"x","fingerprint":"1","more":[1]}'
    file.write_bytes(f"\ufeff{row}\r\n\r\n{row}".encode())
    assert read_baseline(file, "").lines == (BaselineLine(Key("a.md", "x", None, "1")),) * 2


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "not from a baseline"),
        ("[]", "not from a baseline"),
        ("<<<<<<< HEAD", "not from a baseline"),
        ('{"path": "a", "rule": 1, "fingerprint": ""}', "has no `rule`"),
        ('{"path": "a", "rule": "a"}', "has no `fingerprint`"),
        (
            '{"path": "a", "rule": "a", "fingerprint": "", "field": 1}',
            "`field` and `reason` .* must be texts",
        ),
    ],
)
def test_anything_else_is_refused_with_its_line(tmp_path: Path, line: str, words: str) -> None:
    file = tmp_path / "b.jsonl"
    file.write_text(f'{{"path":"a.md","rule":"x","fingerprint":"1"}}\n{line}\n')
    with pytest.raises(UsageError, match=rf"^b\.jsonl:2: .*{words}"):
        read_baseline(file, "b.jsonl")


def test_a_disk_without_room_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "b.jsonl"
    line = BaselineLine(Key("a.md", "x", None, "1"))
    write_baseline(file, [line], "b.jsonl")

    def full(*arguments: object, **folders: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("frontlint.base.atomic.os.replace", full)
    with pytest.raises(UsageError, match=r"b\.jsonl: the baseline cannot be written: No space left"):
        write_baseline(file, [line, line], "b.jsonl")
    assert read_baseline(file, "").lines == (line,)
    assert [path.name for path in tmp_path.iterdir()] == ["b.jsonl"]


def test_ctrl_c_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "b.jsonl"
    line = BaselineLine(Key("a.md", "x", None, "1"))
    write_baseline(file, [line], "b.jsonl")

    def interrupted(*arguments: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("frontlint.engine.baseline._written", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_baseline(file, [line, line], "b.jsonl")
    assert read_baseline(file, "").lines == (line,)
    assert [path.name for path in tmp_path.iterdir()] == ["b.jsonl"]
