"""What alias-malformed says of items that YAML takes for one."""

from __future__ import annotations

from pathlib import Path

from support import lint, make_project


def test_items_that_run_together_are_named_as_such(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\naliases:\n- /one/\n  - /two/\n---\n"})
    (finding,) = lint(project, ["alias-malformed"]).findings
    assert finding.message == "the alias `/one/` contains the next item of the list"
    assert finding.help.startswith("write `- /two/` in the same column")
