"""A page's result as a line and back, the website's facts included."""

from __future__ import annotations

import json

from frontlint.base.span import Span
from frontlint.engine.cache.codec import finding_from, from_json, to_json
from frontlint.engine.cache.lines import encode
from frontlint.engine.result import PageResult
from frontlint.findings.anchor import START, Anchor, Spot, numbered
from frontlint.findings.finding import UNPLACED, Finding, Label, Pair
from frontlint.findings.fix import Fix, Outputs, PageChange
from frontlint.frontmatter.edit import insert_key, replace_here, replace_source, set_value
from frontlint.website.collect import facts_of
from sites import MARK, page, page_of, ref

BODY = f"A specialisation of the {ref('/tags/b', 'B')}.\n\n## Children\n\n- {ref('/tags/c', 'C')}\n  - D\n"
FRONT = (
    "ResourceId: aB3-dE_fG9h",
    MARK,
    "parent: [/tags/b]",
    "aliasesArchive: [/x]",
    "aliases: [/y, /resources/Zx9cV8bN7m_]",
)


def result(*front: str, body: str = BODY) -> PageResult:
    made = page_of(page(*front, body=body), "content/tags/a/_index.md")  # a term's page says most
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


def test_a_fix_comes_back_whole() -> None:
    changes = (
        PageChange("content/a.md", set_value(("tags",), ["a", 1, {"b": None}])),
        PageChange("content/b.md", insert_key(("x", 0, "y"), True, after="z")),
        PageChange("content/c.md", replace_source(Span(1, 2), "")),
        PageChange("content/d.md", replace_here("old", "new")),
    )
    fix = Fix("write it", changes, safe=False, outputs=Outputs(("/a",), ("/b",), ("/c",), ("/tags/d",)))
    finding = Finding("x", "content/a.md", Span(0, 1), "m", fix=fix)
    back = finding_from(json.loads(encode(finding)))
    assert back == finding
    assert {back: 1} == {finding: 1}, "findings are keys, whatever a fix writes"


def test_what_has_no_place_yet_comes_back_whole() -> None:
    anchors = [START, Anchor(Spot.KEY, ("cascade", 0, "Slugg")), numbered(Spot.REF, 3)]
    related = tuple(Label.at("content/b.md", anchor, "here") for anchor in anchors)
    pair = Pair("x", 0, 1, "content/b.md", UNPLACED, ("url",), Anchor(Spot.VALUE, ("url",)))
    found = Finding("a", "content/a.md", UNPLACED, "m", related=related, pair=pair, anchor=anchors[1])
    back = finding_from(json.loads(encode(found)))
    assert back == found
    assert hash(back) == hash(found)


def test_texts_and_refs_that_repeat_are_one() -> None:
    more = "ResourceType: signals", "ItemId: aB3-dE_fG9h"
    one, other = (from_json(to_json(result(f"title: {title}", *FRONT, *more))) for title in ("a b", "c d"))
    assert one.facts.refs[0] is other.facts.refs[0]
    assert one.website is not None
    assert other.website is not None
    assert one.website.marks["ResourceType"].value is other.website.marks["ResourceType"].value
    assert one.website.marks["ResourceId"].value is one.website.marks["ItemId"].value
