"""A page's result as a line and back, the website's facts included."""

from __future__ import annotations

from frontlint.base.span import Span
from frontlint.engine.cache.codec import from_json, to_json, without_places
from frontlint.engine.result import PageResult
from frontlint.website.collect import facts_of
from sites import MARK, page, page_of, ref

BODY = f"A specialisation of the {ref('/tags/b', 'B')}.\n\n## Children\n\n- {ref('/tags/c', 'C')}\n  - D\n"
FRONT = ("ResourceId: aB3-dE_fG9h", MARK, "parent: [/tags/b]", "aliasesArchive: [/x]", "aliases: [/y]")


def result(*front: str, body: str = BODY) -> PageResult:
    made = page_of(page(*front, body=body))
    return PageResult(made.facts, website=facts_of(made))


def test_a_page_of_the_website_comes_back_whole() -> None:
    kept = result(*FRONT)
    assert kept.website is not None
    assert all(kept.website), "each of its facts has something to lose"
    assert from_json(to_json(kept)) == kept


def test_a_page_of_any_other_site_has_no_more_than_hugos_facts() -> None:
    kept = PageResult(page_of(page("title: A", "tags: [x]")).facts)
    assert from_json(to_json(kept)) == kept
    assert to_json(kept).endswith(",null]")


def test_places_are_no_news_to_other_pages() -> None:
    """What a page says to others is the same two lines further down, and another with each of its facts."""
    here = without_places(result(*FRONT))
    assert without_places(result("# a comment", *FRONT)) == here
    others = [
        result("ResourceId: Zx9-dE_fG9h", *FRONT[1:]),
        result(*(line for line in FRONT if line != MARK)),
        result(*(line.replace("/tags/b", "/tags/z") for line in FRONT)),
        result(*(line.replace("/x", "/z") for line in FRONT)),
        result(*FRONT, body=BODY.replace("A specialisation of the ", "See ")),
        result(*FRONT, body=BODY.replace("## Children", "## Hierarchy")),
        PageResult(result(*FRONT).facts),
    ]
    assert here not in map(without_places, others)
    assert len(set(map(without_places, others))) == len(others)
    assert result(*FRONT).facts.start != Span(0, 0)
