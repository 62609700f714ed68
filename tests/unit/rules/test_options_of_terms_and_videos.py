"""Options of the rules about terms and videos: what a project sets is what is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from frontlint.engine.check import check
from frontlint.engine.internal_error import Fatal
from frontlint.engine.request import Request
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import load_config
from frontlint.lint.option import build
from frontlint.lint.registry import Registry
from frontlint.schema.catalog import BUILT_IN_KINDS
from frontlint.settings import COMMAND_LINE, Entry, Layer, Settings
from support import CLOCK, make_project

ID = "ResourceId: aB3-dE_fG9h\n"
SOIL = "---\ntitle: Soil\nClassificationType: tags\n---\n"


def messages(folder: Path, rule: str, table: Mapping[str, Value], front: str) -> list[str]:
    """What a rule with these options says of a page."""
    registry = Registry()
    project = make_project(
        folder, {"content/posts/a.md": f"---\n{front}\n---\n", "content/tags/soil/_index.md": SOIL}
    )
    options = build(registry.load(rule).options_type, table)
    layer = Layer(select=(Entry(rule, COMMAND_LINE),))
    settings = Settings(registry, project, project, BUILT_IN_KINDS, (layer,), options={rule: options})
    request = Request(project, load_config(project), settings, clock=CLOCK, crashes=Fatal())
    return [finding.message for finding in check(request).findings]


@pytest.mark.parametrize(
    ("rule", "table", "front", "said"),
    [
        (
            "too-many-terms",
            {"most": {"tags": 1}},
            "tags: [A, B]",
            ["`tags` lists 2 terms; only 1 is allowed"],
        ),
        ("too-many-terms", {"most": {"tags": 2}}, "tags: [A, B]\nconcepts: [A, B]", []),
        (
            "term-in-two-lists",
            {"taxonomies": ["tags", "categories"]},
            "tags: [A]\ncategories: [A]",
            ["`A` is in both `categories` and `tags`"],
        ),
        ("term-in-two-lists", {"taxonomies": ["tags"]}, "tags: [A]\ncategories: [A]", []),
        (
            "no-terms",
            {"taxonomies": ["tags"]},
            "tags: []\ncategories: [A]",
            ["`tags` is empty: the page is not classified yet"],
        ),
        (
            "term-characters",
            {"characters": "+"},
            "tags: [C++, Q&A]",
            ["the tag `C++` contains +, which stops the build"],
        ),
        (
            "short-flag-disagrees",
            {"longest-short": 180},
            "videoId: x\nduration: 120\nisShort: false",
            ["`isShort` is `false`, but the video lasts 120 seconds (shorts: up to 180)"],
        ),
        ("short-flag-disagrees", {"longest-short": 180}, "videoId: x\nduration: 120\nisShort: true", []),
    ],
)
def test_options(tmp_path: Path, rule: str, table: Mapping[str, Value], front: str, said: list[str]) -> None:
    assert messages(tmp_path, rule, table, ID + front) == said
