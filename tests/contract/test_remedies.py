"""What findings say, over every bad fixture: a remedy that says what to do, values in backticks, no chance.

`test_message_length.py` looks at the length of messages, `test_rules.py` at whether a fix does what it says.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from frontlint.findings.finding import Finding
from support import copy_fixture, fixtures_in, lint, make_project

RULES = Path(__file__).parents[1] / "rules"
ORDERS = re.compile(
    "(?:add|allow|begin|close|correct|create|delete|end|give|in|indent|keep|link|make|move|open|publish|put|raise"
    "|redirect|rename|replace|run|save|shorten|split|to|use|write)\\b"
)
"""What a remedy begins with: something to do."""
CODE = re.compile(r"`[^`]*`|\"[^\"]*\"")
BARE = re.compile(r"(?<![\w/])(?:/[a-z0-9][\w/-]*|[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|\w+_\w+)")
"""A path, or a word that only a key or a value has: inside a sentence it needs backticks."""
PROPER = frozenset({"macOS", "YouTube", "GitHub", "LinkedIn"})


@pytest.fixture(scope="module", params=sorted(one.name for one in RULES.iterdir() if (one / "bad").is_dir()))
def findings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """All that a rule says of its bad fixtures."""
    found: list[Finding] = []
    for case in fixtures_in(RULES / request.param / "bad"):
        project = copy_fixture(case, tmp_path_factory.mktemp("site"))
        found += lint(project, [request.param]).findings
    return found


def test_a_remedy_begins_with_what_to_do(findings: list[Finding]) -> None:
    wrong = [one.help for one in findings if not ORDERS.match(one.help)]
    assert findings
    assert wrong == []


def test_no_full_stop_at_the_end(findings: list[Finding]) -> None:
    assert [one for one in findings if one.help.endswith(".") or one.message.endswith(".")] == []


def test_keys_values_and_paths_of_messages_are_in_backticks(findings: list[Finding]) -> None:
    bare = {
        (one.message, word)
        for one in findings
        for word in BARE.findall(CODE.sub("``", one.message))
        if word not in PROPER
    }
    assert bare == set()


NEW_ID = {
    "content/resources/blog/a/index.md": "---\ntitle: A\nResourceId: aB3-dE_fG9h\nResourceType: blog\n---\n",
    "content/resources/blog/b/index.md": "---\ntitle: B\nResourceId: aB3-dE_fG9h\nResourceType: blog\n---\n",
    "content/tags/c/_index.md": "---\ntitle: C\nClassificationType: tags\n---\n",
    "content/tags/d/_index.md": "---\ntitle: D\nClassificationType: tags\n---\n",
}


def test_new_ids_are_the_same_in_every_run_and_differ_between_pages(tmp_path: Path) -> None:
    project = make_project(tmp_path, NEW_ID)
    first, second = (_printed(project, seed) for seed in ("1", "2"))
    offered = re.findall(r"ResourceId: ([\w-]{11})`", first)
    assert first == second
    assert len(set(offered) - {"aB3-dE_fG9h"}) == 3, "one for the copy, one for each page without an id"


def _printed(project: Path, seed: str) -> str:
    command = [sys.executable, "-m", "frontlint", "check", "--no-cache", "--output-format", "concise"]
    settings = {**os.environ, "PYTHONHASHSEED": seed, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [*command, str(project)], capture_output=True, encoding="utf-8", env=settings, check=False
    )
    return re.sub(r"\(\d+\.\d+ s\)", "", done.stdout)
