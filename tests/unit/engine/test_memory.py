"""What a run remembers to read pages faster is gone when the site is put together."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.engine import state, steps
from frontlint.engine.check import check
from frontlint.engine.internal_error import Fatal
from frontlint.engine.request import Request
from frontlint.frontmatter.yaml import values
from frontlint.hugo.config import load_config
from frontlint.hugo.content import shortcodes
from frontlint.settings import load_settings
from support import make_project


def test_lines_and_shortcodes_are_not_kept_beside_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = '---\ntitle: A\nweight: 3\n---\n{{< ref "/b" >}}\n'
    project = make_project(tmp_path, {"content/a.md": page, "content/b.md": "---\ntitle: B\n---\n"})
    kept: list[tuple[int, int]] = []
    real = steps.make_site

    def seen(*arguments: object, **named: object) -> object:
        kept.append((values._lines_for.cache_info().currsize, len(shortcodes._PIECES)))
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(state, "make_site", seen)
    request = Request(project, load_config(project), load_settings(None, project), jobs=1, crashes=Fatal())
    assert check(request).findings == ()
    assert kept[0] == (0, 0)
