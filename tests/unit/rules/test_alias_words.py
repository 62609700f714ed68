"""What alias-malformed says of items that YAML takes for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import lint, make_project


def test_items_that_run_together_are_named_as_such(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\naliases:\n- /one/\n  - /two/\n---\n"})
    (finding,) = lint(project, ["alias-malformed"]).findings
    assert finding.message == "the alias `/one/` contains the next item of the list"
    assert finding.help.startswith("write `- /two/` in the same column")


@pytest.mark.parametrize(
    ("alias", "offered"),
    [
        ("old page", "/old-page"),
        ("/old page", "/old-page"),
        ("./old page", "./old-page"),
        ("a/b c", "/a/b-c"),
    ],
)
def test_an_alias_without_its_space_needs_no_second_round(tmp_path: Path, alias: str, offered: str) -> None:
    project = make_project(tmp_path, {"content/posts/a.md": f"---\naliases: ['{alias}']\n---\n"})
    (finding,) = lint(project, ["alias-malformed"]).findings
    assert finding.help == f"write `{offered}`, or redirect this address on your web server"
