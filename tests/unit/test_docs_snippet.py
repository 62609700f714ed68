"""The snippet for scripts in `docs/cli.md` does what it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from support import ROOT, make_project


def test_the_snippet_gives_the_values_that_hugo_sees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page_text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page_text, re.DOTALL)
    page = "---\ndraft: yes\ndate: 2025-01-02\nweight: 010\n---\n"
    monkeypatch.chdir(make_project(tmp_path, {"content/tags/a/_index.md": page}))
    names: dict[str, Any] = {}
    exec(code, names)
    assert names["post"].metadata == {"draft": "yes", "date": "2025-01-02", "weight": 8}
