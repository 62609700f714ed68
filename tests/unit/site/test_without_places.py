"""Facts and findings about the site know nothing of where things are in their pages."""

from __future__ import annotations

import re

from frontlint.base.span import Span
from frontlint.findings.finding import UNPLACED, Finding
from frontlint.lint.registry import Registry
from frontlint.lint.rule import SiteRule
from frontlint.website.collect import facts_of as website_facts
from sites import page_of, site_of
from support import ROOT

CONTENT = ROOT / "examples" / "broken" / "content"
PAGES = {
    file.relative_to(CONTENT).as_posix(): file.read_text("utf-8", "surrogateescape").encode(
        "utf-8", "replace"
    )
    for file in sorted(CONTENT.rglob("*.md"))
}
SITE_RULES = [rule for name in Registry().names if isinstance(rule := Registry().load(name), SiteRule)]


def moved(text: str) -> str:
    """A page with a comment above its front matter's first line, and a heading above its body."""
    start = re.match(r"(---|\+\+\+)\r?\n", text)
    if start is None:
        return text
    text = f"{text[: start.end()]}# one line\n# and one more\n{text[start.end() :]}"
    end = re.search(rf"\n{re.escape(start[1])}\r?\n", text)
    return text if end is None else f"{text[: end.end()]}\n# A title\n\n{text[end.end() :]}"


def findings(pages: dict[str, str]) -> list[Finding]:
    site = site_of(pages)
    return [finding for rule in SITE_RULES for finding in rule.check(site)]


def test_findings_of_site_rules_are_the_same_two_lines_further_down() -> None:
    here = {name: data.decode() for name, data in PAGES.items()}
    there = {name: moved(text) for name, text in here.items()}
    assert sum(here[name] != there[name] for name in here) > len(here) // 2
    found = findings(here)
    assert len({finding.rule for finding in found}) > 15
    assert findings(there) == found
    assert all(finding.span == UNPLACED and finding.anchor is not None for finding in found)
    labels = [label for finding in found for label in finding.related]
    assert labels
    assert all(label.span == UNPLACED and label.anchor is not None for label in labels)
    pairs = [finding.pair for finding in found if finding.pair is not None]
    assert pairs
    assert all(pair.span == UNPLACED and pair.anchor is not None for pair in pairs)


def test_facts_have_no_place_anywhere() -> None:
    made = [page_of(data.decode(), f"content/{name}") for name, data in PAGES.items()]
    assert any(page.facts.refs for page in made)
    assert not any(holds_span(page.facts) or holds_span(website_facts(page)) for page in made)
    assert holds_span((1, [Span(0, 1)])), "the look itself works"


def holds_span(value: object) -> bool:
    if isinstance(value, Span):
        return True
    if isinstance(value, dict):
        return any(map(holds_span, value.values()))
    return isinstance(value, tuple | list) and any(map(holds_span, value))
