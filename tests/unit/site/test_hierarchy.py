"""Who is whose parent, as the pages say, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.website.hierarchy import Hierarchy, Source
from frontlint.website.kinship import Ways, contradictions, mentioned, rings
from frontlint.website.site import website_of
from sites import MARK, page, ref, site_of


def tree_of(pages: Mapping[str, str]) -> Hierarchy:
    return website_of(site_of({f"tags/{name}/_index.md": text for name, text in pages.items()})).tree


def names(tree: Hierarchy) -> list[tuple[str, str, str]]:
    return [(edge.child.logical_path[6:], edge.parent.logical_path[6:], edge.source) for edge in tree.edges]


def test_three_ways_to_say_it() -> None:
    tree = tree_of(
        {
            "a": page(MARK, body=f"## Children\n\n- {ref('/tags/d')}\n"),
            "b": page(MARK, "parent: tags/a"),
            "c": page(MARK, body=f"A subset of {ref('/tags/a')}."),
            "d": page(MARK),
        }
    )
    assert sorted(names(tree)) == [
        ("b", "a", Source.DECLARED),
        ("c", "a", Source.STATED),
        ("d", "a", Source.LISTED),
    ]


def test_only_classifications_take_part() -> None:
    site = site_of(
        {
            "tags/a/_index.md": page("title: A", "parent: tags/b", body=f"A subset of {ref('/tags/b')}."),
            "tags/b/_index.md": page(MARK, body=f"## Children\n\n- {ref('/tags/a')}\n- {ref('/posts/c')}\n"),
            "tags/d/_index.md": page(MARK, "draft: true", "parent: tags/b"),
            "posts/c.md": page(MARK, "parent: tags/b"),
        }
    )
    assert website_of(site).tree.edges == ()


def test_a_parent_needs_a_file_that_is_built() -> None:
    site = site_of(
        {
            "tags/a/_index.md": page(MARK, "parent: [tags/draft, tags/used, tags/none, tags/b]"),
            "tags/b/_index.md": page(MARK),
            "tags/draft/_index.md": page(MARK, "draft: true"),
            "posts/c.md": page("tags: [used]"),
        }
    )
    assert [
        (missing.entry.value, missing.hidden and missing.hidden.path)
        for missing in website_of(site).tree.missing
    ] == [
        ("tags/draft", "content/tags/draft/_index.md"),
        ("tags/used", None),
        ("tags/none", None),
    ]
    assert names(website_of(site).tree) == [("a", "b", Source.DECLARED)]


def test_the_page_itself_stands_in_a_tree_by_its_title() -> None:
    tree = tree_of(
        {
            "a": page(MARK, "title: Top", body=f"## Hierarchy\n\n- top\n  - {ref('/tags/b')}\n"),
            "b": page(MARK),
        }
    )
    assert names(tree) == [("b", "a", Source.LISTED)]


def test_siblings_have_one_parent_in_the_tree() -> None:
    outermost = f"## Hierarchy\n\n- {ref('/tags/b')}\n- {ref('/tags/c')}\n"
    inside = f"## Hierarchy\n\n- Words\n  - {ref('/tags/b')}\n  - {ref('/tags/c')}\n"
    for body, pairs in ((outermost, []), (inside, [("/tags/b", "/tags/c")])):
        tree = tree_of({"a": page(MARK, body=body), "b": page(MARK), "c": page(MARK)})
        assert [tuple(one.logical_path for one, _ in row.items) for row in tree.rows] == pairs


def test_rings_are_shortest_and_prefer_declared_parents() -> None:
    tree = tree_of(
        {
            "a": page(MARK, "parent: [tags/b, tags/c]"),
            "b": page(MARK, "parent: tags/c"),
            "c": page(MARK, "parent: tags/a"),
            "d": page(MARK, "parent: tags/e"),
            "e": page(MARK, body=f"A subset of {ref('/tags/d')}."),
            "f": page(MARK, "parent: tags/a"),
        }
    )
    found = {
        ring.edges[0].child.logical_path[6:]: [step.parent.logical_path[6:] for step in ring.edges]
        for ring in rings(tree)
    }
    assert found == {"a": ["c", "a"], "b": ["c", "a", "b"], "c": ["a", "c"], "d": ["e", "d"], "e": ["d", "e"]}


def test_ways_around_lead_through_other_pages() -> None:
    tree = tree_of(
        {
            "a": page(MARK, "parent: [tags/b, tags/c]"),
            "b": page(MARK, "parent: tags/c"),
            "c": page(MARK, "parent: tags/a"),
        }
    )
    ways = Ways(tree)
    around = {
        (edge.child.logical_path[6:], edge.parent.logical_path[6:]): ways.around(edge) for edge in tree.edges
    }
    assert around == {("a", "b"): False, ("a", "c"): True, ("b", "c"): False, ("c", "a"): False}


def test_a_pair_contradicts_a_list_once() -> None:
    row = f"  - {ref('/tags/b')}\n  - {ref('/tags/c')}\n"
    tree = tree_of(
        {
            "a": page(MARK, "title: A", body=f"## Hierarchy\n\n- A\n{row}- Again\n{row}"),
            "b": page(MARK),
            "c": page(MARK, "parent: tags/b", body=f"A subset of {ref('/tags/b')}."),
        }
    )
    found = list(contradictions(tree))
    assert [(one.edge.source, one.said_by.logical_path, one.beside) for one in found] == [
        (Source.DECLARED, "/tags/a", True)
    ]


def test_a_list_upside_down_contradicts_too() -> None:
    tree = tree_of(
        {"a": page(MARK), "b": page(MARK, "parent: tags/a", body=f"## Children\n\n- {ref('/tags/a')}\n")}
    )
    assert [one.beside for one in contradictions(tree)] == [False]


def test_mentioned_by_others_only() -> None:
    tree = tree_of(
        {
            "a": page(MARK, "parent: tags/b", body=ref("/tags/a") + ref("/tags/c")),
            "b": page(MARK),
            "c": page(MARK),
        }
    )
    assert mentioned(tree) == {"content/tags/b/_index.md", "content/tags/c/_index.md"}
