"""The cases of the website's facts, with all rules on: exactly what is named is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

from support import lint, make_project
from unit.rules.website import complete, flow, website

Found = set[tuple[str, str, str, str]]


def found(folder: Path, pages: dict[str, str]) -> Found:
    """Page, rule, field and severity of each finding, without `content/`; no field where a text is marked."""
    outcome = lint(make_project(folder, website(pages)))
    findings = {
        (
            finding.path.removeprefix("content/"),
            finding.rule,
            "/".join(str(step) for step in finding.field or ()),
            finding.severity.value,
        )
        for finding in outcome.findings
    }
    assert len(findings) == len(outcome.findings), "one fault is told twice"
    return findings


def case(path: str, block: str, *absent: str) -> dict[str, str]:
    """One page of a case, complete but for what the case says of it."""
    return {path: complete(path, flow(block), absent)}


def of(path: str, *findings: tuple[str, str, str]) -> Found:
    """Rule, field and severity of the findings on one page."""
    return {(path, *finding) for finding in findings}


def test_the_frame_is_faultless(tmp_path: Path) -> None:
    assert found(tmp_path, {}) == set()


def test_t01_a_page_in_order(tmp_path: Path) -> None:
    block = """{title: Flow Board, ClassificationType: tags, trustpilot: false,
      ClassificationContentOrigin: human, date: 2025-11-01T09:00:00Z, weight: 350,
      description: A visible board that shows where work waits and helps a team finish what it starts.,
      Instructions: "Use this category only for discussions on Flow Board.",
      abstract: One short paragraph about boards., icon: fa-table-columns,
      concepts: [Tool], categories: [Kanban], tags: [Cycle Time],
      headline: {cards: [], title: "Flow Board: See the Wait", subtitle: Make queues visible,
        content: What to post here., updated: 2025-11-01T09:00:05Z},
      sitemap: {filename: sitemap.xml, priority: 0.7},
      ItemId: aB3-dE_fG9h, ResourceId: aB3-dE_fG9h, ItemType: tags, ResourceType: tags,
      ItemKind: classification, ItemContentOrigin: human, aliases: [/resources/aB3-dE_fG9h]}"""
    assert found(tmp_path, case("tags/flow-board/_index.md", block)) == set()


def test_t02_a_term_without_its_id_and_with_repetitions(tmp_path: Path) -> None:
    path = "tags/garden-model/_index.md"
    block = r"""{title: Garden Model, ClassificationType: tags, ItemKind: classification,
      concepts: [], categories: [], tags: [], Instructions:
      "Use this category only for discussions on Garden Model. It is the parent of the Roof Garden Model.
       It is the parent of the Roof Garden Model.\n- Soil and water\n- Soil and water"}"""
    assert found(tmp_path, case(path, block, "ItemId")) == of(
        path,
        ("missing-field", "ItemId", "warning"),
        ("repeated-sentence", "", "warning"),
        ("repeated-item", "", "warning"),
        ("no-terms", "concepts", "info"),
    )


def test_t03_a_slug_for_an_id(tmp_path: Path) -> None:
    path = "tags/roof-garden/_index.md"
    block = """{title: Roof Garden, ClassificationType: tags, ItemId: roof-garden, ItemType: tags,
      ItemKind: classification, sitemap: {filename: sitemap.xml, priority: 0.7}}"""
    absent = ("ResourceId", "aliases", "abstract", "Instructions", "headline")
    assert found(tmp_path, case(path, block, *absent)) == of(
        path,
        ("bad-value", "ItemId", "warning"),
        ("missing-field", "abstract", "warning"),
        ("missing-field", "Instructions", "warning"),
        ("missing-field", "headline", "warning"),
    )


def test_t04_aliases_that_only_case_keeps_apart(tmp_path: Path) -> None:
    one, other = "tags/agile-garden-model/_index.md", "tags/any-garden/_index.md"
    pages = {
        **case(
            one,
            "{title: Agile Garden Model, aliases: [/AGM, /resources/Q1w2E3r4T5y], ResourceId: Q1w2E3r4T5y}",
        ),
        **case(
            other, "{title: Any Garden, aliases: [/agm/, /resources/Zx9cV8bN7m_], ResourceId: Zx9cV8bN7m_}"
        ),
    }
    clash = ("url-case-clash", "aliases/0", "warning")
    assert found(tmp_path / "a", pages) == of(other, clash)
    pages = {path: page.replace("/AGM", "/agm") for path, page in pages.items()}
    collision = ("alias-collision", "aliases/0", "error")
    assert found(tmp_path / "b", pages) == of(other, collision)


def test_t05_relative_aliases(tmp_path: Path) -> None:
    path = "resources/workshops/done-list/index.md"
    block = """{title: Done List, ResourceId: Mn8bV7cX6z_, ResourceType: workshops,
      aliases: [workshops/Done-List.html, learn/kit/Done-List, /learn/kit/done-list/]}"""
    assert found(tmp_path, case(path, block)) == of(
        path,
        ("alias-relative", "aliases/0", "warning"),
        ("alias-relative", "aliases/1", "warning"),
        ("id-alias-missing", "aliases", "error"),
    )


def test_t06_an_alias_that_is_the_url_of_another_page(tmp_path: Path) -> None:
    path = "resources/blog/2025/2025-03-02-a/index.md"
    block = """{title: Post A, slug: post-a, ResourceId: Lk9jH8gF7d_,
      aliases: [/resources/blog/post-b, /resources/blog/post-a/, /resources/Lk9jH8gF7d_]}"""
    other = case("resources/blog/2025/2025-03-03-b/index.md", "{title: Post B, slug: post-b}")
    assert found(tmp_path, {**case(path, block), **other}) == of(
        path, ("alias-shadows-page", "aliases/0", "error"), ("alias-own-url", "aliases/1", "info")
    )


def test_t07_a_key_twice(tmp_path: Path) -> None:
    path = "resources/guides/goal-guide/index.md"
    page = complete(path, flow("{title: Goal Guide, author: [first], tags: [Common Goals]}"))
    page = page.replace("\n---\n", "\nauthor: second\nvideos:\n---\n")
    assert found(tmp_path, {path: page}) == of(
        path, ("duplicate-key", "", "error"), ("null-value", "videos", "info")
    )


def test_t08_a_text_for_a_list(tmp_path: Path) -> None:
    path = "tags/slow-lane/_index.md"
    block = "{title: Slow Lane, ClassificationType: tags, concepts: Practice, categories: [Kanban], tags: []}"
    assert found(tmp_path, case(path, block, "ItemId", "ResourceId", "aliases")) == of(
        path, ("wrong-type", "concepts", "error"), ("missing-field", "ItemId", "error")
    )


def test_t09_two_concepts(tmp_path: Path) -> None:
    path = "tags/two-heads/_index.md"
    block = "{title: Two Heads, ClassificationType: tags, ItemId: hG5fD4sA3q_, concepts: [principle, Rhythm]}"
    assert found(tmp_path, case(path, block)) == of(
        path,
        ("too-many-terms", "concepts", "warning"),
        ("unknown-term", "concepts/1", "error"),
        ("term-case", "concepts/0", "warning"),
    )


def test_t10_every_fault_of_a_list_of_terms(tmp_path: Path) -> None:
    """The tag DevOps also makes Hugo publish a bare page over that of the category: told on the latter."""
    path = "resources/signals/2025-06-01-x/index.md"
    block = """{title: X, categories: [DevOps],
      tags: [DevOps, Quiet Mornings, CI/CD, Team Collaboration, team collaboration]}"""
    on_the_category = of("categories/devops/_index.md", ("url-collision", "", "error"))
    assert found(tmp_path, case(path, block)) - on_the_category == of(
        path,
        ("unknown-term", "tags/1", "error"),
        ("term-wrong-taxonomy", "tags/0", "warning"),
        ("term-characters", "tags/2", "error"),
        ("term-in-two-lists", "tags/0", "info"),
        ("duplicate-term", "tags/4", "warning"),
    )


def test_t11_a_term_that_lists_itself(tmp_path: Path) -> None:
    path = "tags/pair-work/_index.md"
    block = "{title: Pair Work, ClassificationType: tags, tags: [Pair Work, Team Collaboration]}"
    assert found(tmp_path, case(path, block)) == of(path, ("term-lists-itself", "tags/0", "error"))


def test_t12_one_title_in_two_taxonomies(tmp_path: Path) -> None:
    one, other = "tags/lean-kitchen/_index.md", "categories/lean-kitchen/_index.md"
    pages = {
        **case(one, "{title: Lean Kitchen, ClassificationType: tags}"),
        **case(other, "{title: Lean Kitchen, ClassificationType: categories}"),
    }
    clash = (("term-title-clash", "title", "error"), ("url-collision", "", "error"))
    assert found(tmp_path, pages) == of(one, *clash)


def test_t13_a_copied_signal(tmp_path: Path) -> None:
    one, other = (f"resources/signals/2025-04-{day}-bar/index.md" for day in ("01", "05"))
    same = "slug: raise-the-bar, ResourceId: Ab1Cd2Ef3Gh, aliases: [/resources/Ab1Cd2Ef3Gh]}"
    pages = {
        **case(one, "{title: Raise the bar, " + same),
        **case(other, "{title: Raise the bar again, " + same),
    }
    copied = (
        ("url-collision", "slug", "error"),
        ("id-not-unique", "ResourceId", "error"),
        ("alias-collision", "aliases/0", "error"),
    )
    assert found(tmp_path, pages) == of(other, *copied)


def test_a_text_for_a_list_that_names_no_term_is_one_fault(tmp_path: Path) -> None:
    """`concepts: Strategy`: the type is wrong, and nothing is said of a term that may not be one."""
    path = "tags/flow-board/_index.md"
    block = "{title: Flow Board, ClassificationType: tags, concepts: Strategy}"
    assert found(tmp_path, case(path, block)) == of(path, ("wrong-type", "concepts", "error"))
