"""Scripts that rewrite front matter bring back nothing that the baseline accepts, of any fault there is."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from frontlint.base.source import decode
from frontlint.engine.acceptance import keys_of
from frontlint.engine.baseline import Baseline, BaselineLine
from frontlint.engine.check import check
from frontlint.engine.internal_error import Fatal
from frontlint.engine.request import Request
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import load_config
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.settings import load_settings
from support import CLOCK, ROOT


def rewritten(text: str, style: str | None) -> str | None:
    """The page with its keys in another order, its texts in one style, and without comments.

    None for one that cannot be read.
    """
    document = read_document(decode("a.md", text.encode()), plain_scalar)
    if document.refused or not document.data or not text.startswith("---\n"):
        return None

    class Dumper(yaml.SafeDumper):
        """Writes as such a script does."""

    def as_text(dumper: Any, value: str) -> Any:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Dumper.add_representer(str, as_text)
    keys = list(document.data)
    random.Random(len(text)).shuffle(keys)
    data: Mapping[str, object] = {key: document.data[key] for key in keys}
    front = yaml.dump(dict(data), Dumper=Dumper, sort_keys=False, allow_unicode=True, width=50)
    return f"---\n{front}---\n\n{document.body}"


@pytest.mark.parametrize("style", [None, "'", '"', ">"])
def test_nothing_comes_back(style: str | None, tmp_path: Path) -> None:
    project = tmp_path / "site"
    shutil.copytree(ROOT / "examples" / "broken", project)
    settings = load_settings(None, project)
    request = Request(project, load_config(project), settings, clock=CLOCK, crashes=Fatal())
    found = check(request).findings
    lines = tuple(map(BaselineLine, keys_of(request, found).values()))
    changed = 0
    for file in project.rglob("*.md"):
        text = rewritten(file.read_text(encoding="utf-8", errors="replace"), style)
        if text is not None:
            file.write_text(text, encoding="utf-8", newline="\n")
            changed += 1
    assert changed > 50
    outcome = check(replace(request, baseline=Baseline(project / "none", lines)))
    assert [(finding.path, finding.rule, finding.message) for finding in outcome.findings] == []
    assert outcome.accepted > 50
