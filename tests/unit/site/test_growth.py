"""The site phase makes calls in proportion to the pages: counted, never timed.

A call is one of a function, in Python or in C, from where the phase is entered. Twice the pages may take a
little more than twice the calls; where anything asks all pages for each page, it takes four times as many.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import FrameType
from typing import Any

import pytest

from frontlint.base.source import decode
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import Config, load_config
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.lint.registry import Registry
from frontlint.lint.rule import SiteRule
from frontlint.site.collect import collect
from frontlint.site.model import Site

CLOCK = datetime(2025, 6, 1, tzinfo=UTC)
PAGES = 50
TOO_MANY = 1.02
"""How much more than twice the calls twice the pages may take."""

Shape = Callable[[int], tuple[str, str]]
SHAPES: Mapping[str, Shape] = {
    "pages that have nothing in common": lambda n: (
        f"s{n}/p{n}.md",
        f"title: P{n}\naliases: [/o{n}]\ntags: [t{n}]",
    ),
    "one folder, one term, one alias": lambda n: (
        f"s/p{n}.md",
        f"title: P{n}\ntags: [t]\naliases: [/old, a/{n}]",
    ),
    "one URL and one id": lambda n: (
        f"s/p{n}.md",
        f"url: /one/\nResourceId: aB3-dE_fG9h\nItemKind: x\nweight: {n}",
    ),
    "one name in many folders": lambda n: (f"s{n}/p/index.md", "title: P\nslug: x"),
    "twins that shadow each other": lambda n: (f"s/a{n // 2}.{('md', 'mdown')[n % 2]}", "title: P"),
    "terms with pages": lambda n: (
        f"tags/t{n}/_index.md",
        f"title: T{n}\ntags: [t{n + 1}]\ncascade: {{slug: s{n}}}",
    ),
    "resources of a bundle": lambda n: (f"s/b/p{n}.md" if n else "s/b/index.md", "title: P"),
    "two languages": lambda n: (f"s/p{n // 2}{('', '.fr')[n % 2]}.md", f"title: P\naliases: [/o{n}]"),
}
BODY = 'See [a]({{< ref "p1" >}}), [b]({{< ref "/s/p2" >}}), [c]({{< ref "nope" >}}), [d]({{< ref "p" >}}).\n'


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    root = tmp_path_factory.mktemp("site")
    settings = "languages: {en: {weight: 1}, fr: {weight: 2}}\npermalinks: {term: {tags: '/r/:slug/'}}\n"
    (root / "hugo.yaml").write_text(settings)
    return load_config(root)


def facts_of(shape: str, count: int, config: Config) -> list[PageFacts]:
    found = []
    for number in range(count):
        path, front = SHAPES[shape](number)
        text = f"---\n{front}\n---\n{BODY}"
        document = read_document(decode(f"content/{path}", text.encode()), plain_scalar)
        found.append(collect(document, f"content/{path}", config.taxonomy_keys))
    return found


def site_phase(facts: list[PageFacts], config: Config) -> int:
    """Builds the site and asks every site rule; the number of findings."""
    site = Site.build(facts, config, CLOCK, lambda: frozenset())
    registry = Registry()
    rules = [registry.load(name) for name in registry.names]
    return sum(sum(1 for _ in rule.check(site)) for rule in rules if isinstance(rule, SiteRule))


def calls(act: Callable[[], object]) -> int:
    """How many functions `act` calls, itself or through others."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count


def growth(count_of: Callable[[int], int]) -> float:
    """How much more the second doubling takes than the first: 2 where calls grow with the pages."""
    one, two, four = (count_of(PAGES * times) for times in (1, 2, 4))
    return (four - two) / (two - one)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_site_phase_is_linear(shape: str, config: Config) -> None:
    site_phase(facts_of(shape, PAGES, config), config)  # what is loaded or remembered once is not counted

    def count_of(pages: int) -> int:
        facts = facts_of(shape, pages, config)
        return calls(lambda: site_phase(facts, config))

    assert growth(count_of) < 2 * TOO_MANY


def test_what_asks_all_pages_for_each_page_is_found() -> None:
    def count_of(pages: int) -> int:
        return calls(lambda: [max(one, other) for one in range(pages) for other in range(pages)])

    assert growth(count_of) > 3
