"""What rules and settings were called before: an error that says what they are called now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from frontlint.cli.app import run
from frontlint.lint.registry import RENAMED, Registry
from support import make_project

RESOURCE = "---\ntitle: Part\nslug: part\n---\n"
FILES = {"content/a/index.md": "---\ntitle: A\n---\n", "content/a/part.md": RESOURCE}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make_project(tmp_path, FILES))
    return Path.cwd()


@pytest.mark.parametrize(("old", "new"), RENAMED.items())
def test_a_rule(site: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert new in Registry().names
    assert old not in Registry().names
    assert run(["check", "--no-cache", "--select", old]) == 2
    assert f"it is called `{new}` now" in capsys.readouterr().err
    (site / "frontlint.toml").write_text(f'[rules]\nignore = ["{old}"]\n')
    assert run(["check", "--no-cache"]) == 2
    assert f"frontlint.toml:2: there is no rule or group called `{old}`; it is called `{new}` now" in (
        capsys.readouterr().err
    )


def test_a_rule_in_an_ignore(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/b.md").write_text("---\ntitle: B\n---\n<!-- frontlint-ignore own-term: x -->\n")
    run(["check", "--no-cache", "--output-format", "json"])
    (found,) = [
        one for one in json.loads(capsys.readouterr().out)["findings"] if one["rule"] == "unknown-ignore"
    ]
    assert "`term-lists-itself`" in found["help"]


@pytest.mark.parametrize(("old", "new"), [("kinds", "schemas"), ("extend-kinds", "extend-schemas")])
def test_a_setting(site: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "frontlint.toml").write_text(f'[[{old}]]\nname = "a"\nfiles = ["*"]\nschema = "tag"\n')
    assert run(["check", "--no-cache"]) == 2
    assert f"frontlint.toml:1: `{old}` is not a setting any more: write `{new}`" in capsys.readouterr().err


def test_the_baseline_keeps_the_reason(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "update", "--no-cache"]) == 0
    file = site / ".frontlint-baseline.jsonl"
    (row,) = map(json.loads, file.read_text().splitlines())
    assert row["rule"] == "field-in-bundle-resource"
    before = {**row, "rule": "dead-page", "fingerprint": "0" * 16, "reason": "it is meant"}
    file.write_text(json.dumps(before) + "\n")
    assert run(["baseline", "update", "--no-cache"]) == 0
    assert [json.loads(line) for line in file.read_text().splitlines()] == [{**row, "reason": "it is meant"}]
