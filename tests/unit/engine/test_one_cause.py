"""Findings with one cause are shown as one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support import make_project

HTML = {f"content/s/p{number}.html": "---\ntitle: A\n---\n<p>\n" for number in range(3)}
COPIES = {
    f"content/docs/v{version}/p{number}.md": f"---\ntitle: A\naliases: [/old{number}, /older{number}]\n---\n"
    for version in range(4)
    for number in range(5)
}


def findings(project: Path, *arguments: str) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "frontlint", "check", "--output-format", "json", *arguments],
        cwd=project,
        env={name: value for name, value in os.environ.items() if not name.startswith("HUGO")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return found


@pytest.mark.parametrize(
    ("name", "text", "line", "help_"),
    [
        (
            "hugo.toml",
            "title = 'x'\n",
            1,
            "write `allowContent = ['^(text/markdown|text/html)$']` under `[security]`",
        ),
        (
            "hugo.yaml",
            "title: x\nsecurity:\n  enableInlineShortcodes: true\n",
            2,
            "write `allowContent: ['^(text/markdown|text/html)$']` under `security:`",
        ),
        ("hugo.json", "{}", 1, 'add `"security": {"allowContent": ["^(text/markdown|text/html)$"]}`'),
        (
            "hugo.toml",
            "[security]\nallowContent = ['^text/markdown$']\n",
            2,
            "add `^text/html$` to `security.allowContent`",
        ),
    ],
)
def test_a_missing_setting_is_one_finding(
    name: str, text: str, line: int, help_: str, tmp_path: Path
) -> None:
    project = make_project(tmp_path, {**HTML, name: text})
    (one,) = findings(project)
    assert (one["path"], one["start"]["line"], one["help"]) == (name, line, help_)
    assert [label["path"] for label in one["related"]] == sorted(HTML)
    (alone,) = findings(project, "content/s/p1.html")
    assert (alone["path"], [label["path"] for label in alone["related"]]) == (name, ["content/s/p1.html"])


def test_two_types_of_content_need_one_setting(tmp_path: Path) -> None:
    files = {**HTML, "content/a.org": "#+title: A\n", "hugo.toml": ""}
    (one,) = findings(make_project(tmp_path, files))
    assert "does not allow text/html and text/org, so Hugo's build fails at 4 pages" in one["message"]
    assert "^(text/markdown|text/html|text/org)$" in one["help"]


def test_folders_that_are_copies_are_one_finding(tmp_path: Path) -> None:
    project = make_project(tmp_path, COPIES)
    (one,) = findings(project)
    assert "are copies: 10 aliases are in several of them" in one["message"]
    assert {label["path"] for label in one["related"]} | {one["path"]} == set(COPIES)


def test_two_folders_and_a_few_aliases_are_told_one_by_one(tmp_path: Path) -> None:
    few = {path: text for path, text in COPIES.items() if "/v0/" in path or "/v1/" in path}
    found = findings(make_project(tmp_path, few))
    assert len(found) >= 10
    assert not any("copies" in one["message"] for one in found)
