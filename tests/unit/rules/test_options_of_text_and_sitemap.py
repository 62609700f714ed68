"""What the options of the rules of text, headline and sitemap change, and what their messages say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from frontlint.base.source import decode
from frontlint.engine.internal_error import Fatal
from frontlint.engine.scanner import Scanner, ToJudge
from frontlint.findings.finding import Finding
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import load_config
from frontlint.lint.option import build
from frontlint.lint.registry import Registry
from frontlint.lint.rule import PageRule
from support import make_project

RESOURCE = "title: A\nResourceId: aB3-dE_fG9h\nResourceType: {}\nweight: 301\nsitemap: {}"


def findings(
    folder: Path, rule: str, front: str, table: Mapping[str, Value] | None = None
) -> tuple[Finding, ...]:
    project = make_project(folder, {})
    scanner = Scanner(project, load_config(project), lambda page: (), Fatal())
    loaded = Registry().load(rule)
    assert isinstance(loaded, PageRule)
    made = type(loaded)(build(loaded.options_type, table or {}))
    source = decode("content/posts/a.md", f"---\n{front}\n---\n".encode())
    (result,) = scanner.judge_all([ToJudge(source, (made,))])
    return result.findings


@pytest.mark.parametrize(
    ("rule", "front", "table"),
    [
        ("placeholder-text", "description: More to follow!", {"words": ["more to follow"]}),
        ("headline-stale", "headline: {updated: 2025-08-01}", {"before": "2025-09-01T00:00:00Z"}),
        ("weight-step", RESOURCE.format("blog", "{}").replace("301", "305"), {"step": 10}),
        (
            "sitemap-changefreq",
            RESOURCE.format("blog", "{changefreq: weekly}"),
            {"types": {"blog": "daily"}},
        ),
        (
            "sitemap-priority",
            RESOURCE.format("blog", "{changefreq: weekly, priority: 0.6}"),
            {"steps": {"blog": 0.1}},
        ),
        (
            "sitemap-priority",
            RESOURCE.format("maps", "{changefreq: weekly, priority: 0.3}"),
            {"other-types": 0.0},
        ),
        (
            "sitemap-priority",
            RESOURCE.format("maps", "{changefreq: weekly, priority: 0.3}"),
            {"fixed": {"maps": 0.5}},
        ),
        (
            "sitemap-priority",
            RESOURCE.format("blog", "{changefreq: weekly, priority: 0.6}"),
            {"lowest": 0.7},
        ),
        (
            "sitemap-priority",
            "ClassificationType: tags\nsitemap: {priority: 0.5}",
            {"without-body": 0.4},
        ),
    ],
)
def test_options_count(tmp_path: Path, rule: str, front: str, table: Mapping[str, Value]) -> None:
    assert len(findings(tmp_path, rule, front, table)) == 1
    assert findings(tmp_path, rule, front) == ()


def test_a_step_of_one_or_less_allows_every_weight(tmp_path: Path) -> None:
    for step in (1, 0, -5):
        assert findings(tmp_path, "weight-step", RESOURCE.format("blog", "{}"), {"step": step}) == ()


@pytest.mark.parametrize(
    ("rule", "front", "message"),
    [
        (
            "doubled-word",
            "description: The oven of our old bakery is is hot in the morning.",
            '`description` has `is` twice in a row: "old bakery is is hot in the"',
        ),
        (
            "markdown-in-description",
            "description: A **b** and **c**, **d**.",
            "`description` is plain text: readers see the asterisks of `**b**`, and 2 more",
        ),
        (
            "invisible-character",
            'tldr: "\\u200bBread"',
            "`tldr` contains an invisible zero-width space (U+200B) before `Bread`",
        ),
        (
            "sitemap-priority",
            RESOURCE.format("blog", "{changefreq: weekly, priority: 0.90}"),
            "`sitemap.priority` is `0.90`, but should be `0.6` (type `blog`, weight 301)",
        ),
    ],
)
def test_messages(tmp_path: Path, rule: str, front: str, message: str) -> None:
    assert [finding.message for finding in findings(tmp_path, rule, front)] == [message]


@pytest.mark.parametrize("rule", ["doubled-word", "invisible-character", "placeholder-text"])
def test_messages_of_long_words_stay_short(tmp_path: Path, rule: str) -> None:
    word = "x" * 200
    front = f"headline:\n  {'title' * 4}: the {word} {word} \u2011{word}. Coming\n    soon."
    assert all(len(finding.message) < 120 for finding in findings(tmp_path, rule, front))
