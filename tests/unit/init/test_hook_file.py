"""Adding to `.pre-commit-config.yaml`: one more item, and every character that was there."""

from __future__ import annotations

import re

import pytest
from ruamel.yaml import YAML

from frontlint.base.edit import apply
from frontlint.init.hook_file import merge
from frontlint.init.hooks import wanted
from frontlint.init.origin import Origin
from frontlint.init.step import LeaveAloneError

PIECE = wanted(Origin("https://example.org/frontlint", "1" * 40))
OURS = "- repo: https://example.org/frontlint\n  rev: '" + "1" * 40 + "'\n  hooks:\n    - id: frontlint\n"


def indented(columns: int) -> str:
    return "".join(" " * columns + line + "\n" for line in OURS.splitlines())


def added(text: str) -> str:
    return apply(text, merge(text, PIECE))


@pytest.mark.parametrize(
    ("before", "behind", "columns"),
    [
        ("repos:\n- repo: x\n  hooks:\n  - id: y\n", "", 0),
        ("# mine\nrepos:\n    - repo: x  # why\n      hooks: [{id: y}]  # so\n", "\n\n# the end\n", 4),
        (
            "repos:\n  - repo: x\n    hooks:\n      - id: y\n        exclude: |\n          a\n\n",
            "ci:\n  skip: [z]\n",
            2,
        ),
        ("repos:\n  - repo: x\n    hooks: []\n", "# later\nfail_fast: true", 2),
        ("repos:\n", "", 2),
        ("repos: # none yet\n", "fail_fast: true\n", 2),
        ("repos:\n  - repo: '\U0001f600 x' # \U0001f600\n    hooks: []\n", "default_stages: [commit]\n", 2),
    ],
)
def test_ours_comes_behind_the_last_one(before: str, behind: str, columns: int) -> None:
    assert added(before + behind) == before + indented(columns) + behind


def test_a_file_without_the_list_gets_it_at_the_end() -> None:
    assert added("") == "repos:\n" + indented(2)
    assert added("# mine\n") == "# mine\nrepos:\n" + indented(2)
    assert added("fail_fast: true") == "fail_fast: true\nrepos:\n" + indented(2)


def test_a_second_time_there_is_nothing_to_add() -> None:
    assert merge(added("repos:\n- repo: x\n  hooks: []\n"), PIECE) == ()


@pytest.mark.parametrize(
    "hook",
    ["- id: frontlint-site", "- id: mine\n        entry: python -m frontlint check"],
)
def test_a_hook_that_runs_frontlint_in_another_way_is_enough(hook: str) -> None:
    assert merge(f"repos:\n  - repo: local\n    hooks:\n      {hook}\n", PIECE) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("repos: [a\n", "cannot be read as YAML"),
        ("- a\n", "no mapping"),
        ("just text\n", "no mapping"),
        ("repos: []\n", "in brackets"),
        ("{repos: [{repo: x, hooks: []}]}\n", "in brackets"),
        ("repos: text\n", "in brackets"),
        ("a: 1\n---\nb: 2\n", "cannot be read as YAML"),
        ("a: 1\n...\n", "not plain to see"),
        ("repos:\n- repo: x\nrepos:\n- repo: y\n", "cannot be read as YAML (line 3)"),
        ("{fail_fast: true}\n", "not plain to see"),
    ],
)
def test_where_the_place_is_not_plain_it_is_left_alone(text: str, why: str) -> None:
    with pytest.raises(LeaveAloneError, match=re.escape(why)):
        added(text)


def test_an_alias_for_the_last_item_does_not_lead_astray() -> None:
    text = "repos:\n  - &a {repo: x, hooks: []}\n  - *a\n"
    with pytest.raises(LeaveAloneError, match="not plain to see"):
        added(text)


def test_a_name_that_cannot_be_printed_is_still_yaml() -> None:
    piece = wanted(Origin("https://example.org/frontlint", "1" * 40), ["a\n- 'b"])
    [item] = YAML(typ="safe").load(piece)
    assert re.search(item["hooks"][0]["files"], "a\n- 'b/c.md")
