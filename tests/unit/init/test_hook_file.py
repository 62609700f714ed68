"""Adding to `.pre-commit-config.yaml`: one more item, and every character that was there."""

from __future__ import annotations

import re
from typing import Any

import pytest
from ruamel.yaml import YAML

from frontlint.base.edit import apply
from frontlint.init.hook_file import merge
from frontlint.init.hooks import local_hook, wanted
from frontlint.init.origin import Origin
from frontlint.init.step import LeaveAloneError, OlderError, PendingError

ORIGIN = Origin("https://example.org/frontlint", "1" * 40)
LOCAL = Origin(local=True)
OURS = "- repo: https://example.org/frontlint\n  rev: '" + "1" * 40 + "'\n  hooks:\n    - id: frontlint\n"


def indented(columns: int) -> str:
    return "".join(" " * columns + line + "\n" for line in OURS.splitlines())


def added(text: str, origin: Origin = ORIGIN) -> str:
    return apply(text, merge(text, origin))


def newer(text: str, origin: Origin = ORIGIN) -> str:
    """The file as the diff would have it."""
    with pytest.raises(OlderError) as told:
        merge(text, origin)
    return told.value.text


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
def test_ours_comes_after_the_last_one(before: str, behind: str, columns: int) -> None:
    assert added(before + behind) == before + indented(columns) + behind


def test_a_file_without_the_list_gets_it_at_the_end() -> None:
    assert added("") == "repos:\n" + indented(2)
    assert added("# mine\n") == "# mine\nrepos:\n" + indented(2)
    assert added("fail_fast: true") == "fail_fast: true\nrepos:\n" + indented(2)


def test_a_second_time_there_is_nothing_to_add() -> None:
    assert merge(added("repos:\n- repo: x\n  hooks: []\n"), ORIGIN) == ()


@pytest.mark.parametrize(
    "hook",
    ["- id: frontlint-site", "- id: mine\n        entry: python -m frontlint check"],
)
def test_a_hook_that_runs_frontlint_in_another_way_is_enough(hook: str) -> None:
    assert merge(f"repos:\n  - repo: local\n    hooks:\n      {hook}\n", ORIGIN) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("repos: [a\n", "cannot be read as YAML"),
        ("- a\n", "not a mapping"),
        ("just text\n", "not a mapping"),
        ("repos: []\n", "in brackets"),
        ("{repos: [{repo: x, hooks: []}]}\n", "in brackets"),
        ("repos: text\n", "in brackets"),
        ("a: 1\n---\nb: 2\n", "cannot be read as YAML"),
        ("a: 1\n...\n", "frontlint cannot tell where"),
        ("repos:\n- repo: x\nrepos:\n- repo: y\n", "cannot be read as YAML (line 3)"),
        ("{fail_fast: true}\n", "frontlint cannot tell where"),
    ],
)
def test_where_the_place_is_not_plain_it_is_left_alone(text: str, why: str) -> None:
    with pytest.raises(LeaveAloneError, match=re.escape(why)):
        added(text)


def test_an_alias_for_the_last_item_does_not_lead_astray() -> None:
    text = "repos:\n  - &a {repo: x, hooks: []}\n  - *a\n"
    with pytest.raises(LeaveAloneError, match="frontlint cannot tell where"):
        added(text)


def read(text: str) -> Any:
    return YAML(typ="safe").load(text)


def entry(hook: str, *, before: str = "") -> str:
    """A configuration with a hook below `repo: local`, after other hooks."""
    lines = "".join(f"      {line}\n" for line in (before + hook).splitlines())
    return f"repos:\n  - repo: local\n    hooks:\n{lines}"


BY_PAGES = """\
- id: frontlint
  name: front matter of the staged pages
  entry: frontlint check --force-exclude --source site
  language: system  # the frontlint that is installed here
  files: '^content/.*$'
  require_serial: true  # a run uses several processes by itself
"""
OTHER = "- id: other\n  name: x\n  entry: x\n  language: system\n"


def test_an_older_commit_of_the_same_repository_is_the_only_line_of_the_diff() -> None:
    head = "repos:\n- repo: https://example.org/Frontlint.git  # ours\n"
    old = head + "  rev: v0.1.0  # old\n  hooks:\n  - id: frontlint\n"
    assert newer(old) == old.replace("v0.1.0", "'" + "1" * 40 + "'")
    other = old.replace("example.org", "elsewhere.example.org")
    assert merge(other, ORIGIN) == (), "a fork is its owner's choice"
    assert merge(old, LOCAL) == (), "nothing better is known"


def test_an_older_hook_by_pages_becomes_the_one_for_commits_and_other_hooks_stay() -> None:
    old = "# mine\n" + entry(BY_PAGES, before=OTHER) + "  - repo: z\n    rev: a\n    hooks: [{id: b}]\n"
    text = newer(old)
    assert text.startswith(old[: old.index("- id: frontlint")])
    assert text.endswith("  - repo: z\n    rev: a\n    hooks: [{id: b}]\n")
    assert read(text)["repos"][0]["hooks"] == [
        read(OTHER)[0],
        {
            "id": "frontlint",
            "name": "front matter of this commit",
            "entry": "frontlint check --staged --source site",
            "language": "python",
            "additional_dependencies": [ORIGIN.requirement],
            "pass_filenames": False,
            "always_run": True,
            "require_serial": True,
        },
    ]
    assert merge(text, ORIGIN) == (), "the diff is all that is needed"


def test_where_no_better_source_is_known_the_older_hook_keeps_its_own() -> None:
    hook = BY_PAGES + "  args:\n    - --show\n    - info\n"
    [new] = read(newer(entry(hook), LOCAL))["repos"][0]["hooks"]
    assert (new["language"], new["args"]) == ("system", ["--show", "info"])
    assert (new["pass_filenames"], new["always_run"]) == (False, True)
    assert "files" not in new


@pytest.mark.parametrize(("old", "new"), [("language: python", "language: system"), ("1" * 40, "2" * 40)])
def test_a_hook_that_needs_a_path_or_is_of_another_commit_is_older(old: str, new: str) -> None:
    now = local_hook(ORIGIN)
    assert newer(entry(now.replace(old, new))) == entry(now)
    assert merge(entry(now), ORIGIN) == ()


def test_a_hook_for_the_whole_site_is_its_owners_choice() -> None:
    hook = local_hook(ORIGIN).replace(" --staged", "")
    assert merge(entry(hook), ORIGIN) == ()


@pytest.mark.parametrize(
    "hook", ["[{id: frontlint, name: x, entry: frontlint check, language: system}]", "*a"]
)
def test_an_older_hook_in_brackets_is_left_alone(hook: str) -> None:
    text = (
        f"x: &a\n  - {{id: frontlint, entry: frontlint check}}\nrepos:\n  - repo: local\n    hooks: {hook}\n"
    )
    if hook == "*a":
        assert read(newer(text))["repos"][0]["hooks"][0]["always_run"] is True
        return
    with pytest.raises(LeaveAloneError, match="older, and written in brackets"):
        merge(text, ORIGIN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# mine\n",
        "fail_fast: true",
        "repos:\n  - repo: x\n    hooks: []\n# end\n",
        "repos:\n- repo: x\n  hooks: []",
    ],
)
def test_without_a_source_the_hook_is_a_comment_that_becomes_one(text: str) -> None:
    new = added(text, LOCAL)
    assert new.startswith(text.removesuffix("# end\n"))
    assert new.endswith("# end\n") is text.endswith("# end\n")
    before = read(text) or {}
    assert read(new) == {**before, "repos": before.get("repos", [])}
    assert max(map(len, new.splitlines())) <= 80
    with pytest.raises(PendingError, match="commented out"):
        merge(new, LOCAL)
    head, _, rest = new.removesuffix("# end\n").partition("below:\n")
    filled = head.replace("repos: []", "repos:") + "below:\n" + re.sub(r"(?m)^( *)# ?(?=[- ])", r"\1", rest)
    assert read(filled)["repos"][-1] == read(wanted(LOCAL))[0]


def test_what_cannot_be_read_twice_is_left_alone() -> None:
    with pytest.raises(LeaveAloneError, match="cannot be read as YAML"):
        merge(
            "repos: !!python/object:x\n  - {repo: local, hooks: [{id: frontlint}]}\n? [a]\n: b\n? [a\n",
            ORIGIN,
        )
