"""The site as site rules see it."""

from __future__ import annotations

import random

from frontlint.hugo.content.facts import RefCall
from frontlint.hugo.pages.publication import ClaimKind, ContentPage
from frontlint.site.collisions import PAGES, Collision, page_name, place, rivalries
from frontlint.site.model import Site
from frontlint.site.terms import Term
from frontlint.site.unseen import may_be_unread
from frontlint.website.site import website_of
from frontlint.website.term_pages import TermPages
from sites import MARK, TAXONOMIES, page, ref, site_of

TAGS = TAXONOMIES[1]


def aliases_of(site: Site) -> list[Collision]:
    return list(rivalries(site.claims.values(), frozenset({ClaimKind.ALIAS}), frozenset({ClaimKind.ALIAS})))


def test_pages_are_those_with_a_file_in_order_of_path() -> None:
    files = {f"posts/{name}.md": page(f"title: {name}", "tags: [x]") for name in "dacb"}
    shuffled = list(files.items())
    random.Random(1).shuffle(shuffled)
    for order in (files, dict(shuffled)):
        assert [one.path for one in site_of(order).pages] == sorted(f"content/{name}" for name in files)


def test_a_page_with_a_file_is_a_content_page_and_no_other_is() -> None:
    site = site_of({"a/b.md": page("title: A", "tags: [x]")})
    kinds = {one.logical_path: isinstance(one, ContentPage) for one in site.publication.pages}
    assert kinds["/a/b"]
    assert not kinds["/a"]
    assert not kinds["/tags/x"]
    moved = site.pages[0]._replace(title="B")
    assert isinstance(moved, ContentPage)
    assert (moved.path, moved.facts.path) == ("content/a/b.md", "content/a/b.md")


def test_a_text_or_a_list_gives_its_values_with_their_routes() -> None:
    site = site_of({"a.md": page("aliases: /x /y", "tags: Two Words", "categories: [A, '', 7]")})
    facts = site.pages[0].facts
    assert list(facts.values("aliases")) == [(("aliases",), "/x"), (("aliases",), "/y")]
    assert list(facts.terms("tags")) == [(("tags",), "Two Words")]
    listed = [(("categories", 0), "A"), (("categories", 1), ""), (("categories", 2), "7")]
    assert list(facts.terms("categories")) == listed
    assert list(facts.values("keywords")) == []


def test_a_draft_is_found_before_the_page_that_hugo_makes() -> None:
    site = site_of({"tags/a/_index.md": page("draft: true"), "posts/b.md": page("tags: [A]")})
    found = site.at("en", "/tags/a")
    assert found is not None
    assert not found.built


def test_ids_count_once_a_page() -> None:
    site = site_of(
        {
            "a.md": page("ResourceId: aB3-dE_fG9h", "ItemId: aB3-dE_fG9h"),
            "b.md": page("ItemId: aB3-dE_fG9h", "draft: true"),
        }
    )
    assert {key: [use.page.path for use in uses] for key, uses in website_of(site).ids.items()} == {
        "aB3-dE_fG9h": ["content/a.md", "content/b.md"]
    }


def test_terms_lead_to_the_page_of_the_term() -> None:
    site = site_of(
        {
            "a.md": page("tags: [Big Topics, x]", "categories: One Text"),
            "b.md": page("draft: true", "tags: [y]"),
        }
    )
    assert [
        (use.term.value, use.logical_path, use.term.route) for use in site.terms.uses(site.terms.users)
    ] == [
        ("One Text", "/categories/one-text", ("categories",)),
        ("Big Topics", "/tags/big-topics", ("tags", 0)),
        ("x", "/tags/x", ("tags", 1)),
    ]


def test_a_marked_term_page_closes_its_taxonomy_in_its_language() -> None:
    site = site_of(
        {"tags/a/_index.md": page(MARK), "categories/b/_index.fr.md": page("title: B")}, "en", "fr"
    )
    website = website_of(site)
    assert website.closed == {("en", "tags")}
    assert website.is_closed(Term("en", TAGS, "x", "/tags/x"))
    assert not website.is_closed(Term("fr", TAGS, "x", "/tags/x"))


def test_terms_of_unread_pages_may_exist() -> None:
    files = {"a.md": page("title: A"), "b.md": page("- title\ntags: [x, Lean Work]")}
    site = site_of(files)
    assert _may_be_unread(site, "/tags/x")
    assert _may_be_unread(site, "/tags/Lean Work")
    assert _may_be_unread(site, "x")
    assert _may_be_unread(site, "x.md")
    assert not _may_be_unread(site, "/tags/other")
    assert not _may_be_unread(site, "other.md")
    assert not _may_be_unread(site, "/posts/x")
    assert not _may_be_unread(site_of({"a.md": page("title: A")}), "/tags/x")
    assert not _may_be_unread(site_of({**files, "tags/a/_index.md": page(MARK)}), "/tags/x")


def test_an_unread_page_may_be_in_other_languages_if_it_says_sites() -> None:
    files = {"a.fr.md": page("title: A"), "b.md": page("- title\nsites: {matrix: {languages: [fr]}}")}
    assert _may_be_unread(site_of(files, "en", "fr"), "/b")
    assert not _may_be_unread(site_of({**files, "b.md": page("- title\nB")}, "en", "fr"), "/b")


def _may_be_unread(site: Site, path: str) -> bool:
    return may_be_unread(site, site.pages[0], RefCall("ref", path))


def test_rivals_are_named_up_to_three_and_counted() -> None:
    site = site_of({f"posts/{name}.md": page("aliases: [/x]") for name in "abcdef"})
    found = aliases_of(site)
    assert [(len(one.others), one.left, one.rest) for one in found] == [(3, 2, " and 4 more")] * 6
    assert found[0].other.page.path != found[0].claim.page.path


def test_two_files_of_one_page_are_no_rivals() -> None:
    site = site_of({"posts/a.md": page("aliases: [/x]"), "posts/a/index.md": page("aliases: [/x]")})
    assert aliases_of(site) == []


def test_a_page_without_a_file_is_a_rival_but_has_no_finding() -> None:
    site = site_of({"posts/a.md": page("url: /news/"), "news/b.md": page("title: B")})
    found = list(rivalries(site.claims.values(), PAGES, PAGES))
    assert [(one.claim.page.path, page_name(one.other.page)) for one in found] == [
        ("content/posts/a.md", "`news` (made by Hugo)")
    ]
    assert place(found[0].claim).route == ("url",)


def test_long_names_are_cut_in_the_middle() -> None:
    site = site_of({f"posts/{'long-' * 20}name.md": page("title: A")})
    name = page_name(site.pages[0])
    assert len(name) == 46 + len("``")
    assert name.startswith("`posts/long-")
    assert name.endswith("-name`")


def test_term_pages_by_title_and_by_likeness() -> None:
    site = site_of(
        {
            "a.md": page("tags: [Garden Model, Gardne, Roof Gardens, Ai Garden, DevOps]"),
            "tags/garden/_index.md": page("title: Garden Model", MARK),
            "tags/roof-garden/_index.md": page("title: Roof", MARK),
            "categories/devops/_index.md": page("title: DevOps"),
        }
    )
    pages = TermPages(site)
    uses = {term.text: term for term in site.terms.users}
    by_title = pages.by_title(uses["Garden Model"])
    assert by_title is not None
    assert by_title.logical_path == "/tags/garden"
    for term, near in (
        ("Gardne", "/tags/garden"),
        ("Roof Gardens", "/tags/roof-garden"),
        ("Ai Garden", None),
    ):
        found = pages.near(uses[term])
        assert (found.logical_path if found else None) == near
    assert pages.in_another_taxonomy(uses["DevOps"])
    assert not any(map(pages.has, uses.values()))


def test_refs_and_parents_resolve_from_the_page() -> None:
    site = site_of({"posts/a.md": page("title: A", body=ref("b")), "posts/b.md": page("title: B")})
    start = site.pages[0]
    assert start.facts is not None
    found = site.resolve(start, start.facts.refs[0]).page
    assert found is not None
    assert found.path == "content/posts/b.md"


def test_failed_refs_are_those_that_hugo_reports_and_each_is_told() -> None:
    bad, good = ref("/posts/nope"), ref("/posts/b")
    site = site_of(
        {
            "posts/a.md": page("title: A", body=f"{good} {bad} {good} {bad}"),
            "posts/b.md": page("title: B", body=f"{bad} {good} {ref('nope')}"),
            "posts/c.md": page("draft: true", body=bad),
        }
    )
    told = [(one.path, number, call.path) for one, number, call, _ in site.failed_refs]

    slow = [
        (one.path, number, call.path)
        for one in site.built
        for number, call in site.refs_of(one)
        if not site.resolve(one, call).ok
    ]
    assert told == slow
    assert len(told) == 4
