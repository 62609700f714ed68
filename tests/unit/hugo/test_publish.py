"""From facts to pages and claims: what needs no Hugo to be sure of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from frontlint.frontmatter.document import Value
from frontlint.hugo.config import Config, Language, Taxonomy
from frontlint.hugo.config.formats import read_formats, read_outputs
from frontlint.hugo.config.permalinks import read_permalinks
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.pages.publication import BuildState, ClaimKind, NoPage, Publication, SitePage
from frontlint.hugo.publish import publish
from frontlint.hugo.refs.refs import RefIndex, Status
from frontlint.hugo.values.kinds import Kind

CLOCK = datetime(2025, 6, 1, tzinfo=UTC)
ENGLISH = Language(
    "en",
    taxonomies=(Taxonomy("tag", "tags", "/tags"),),
    outputs=read_outputs({}, {}),
    formats=read_formats({}),
)
CONFIG = Config((ENGLISH,))


def facts(path: str, front: Mapping[str, Value] | None = None, *, readable: bool = True) -> PageFacts:
    return PageFacts(f"content/{path}", readable, front or {})


def page_of(publication: Publication, path: str) -> SitePage:
    return next(page for page in publication.pages if page.path == f"content/{path}")


def outputs(publication: Publication, why: ClaimKind) -> set[str]:
    return {claim.output for claim in publication.claims if claim.why is why}


def test_pages_that_hugo_makes() -> None:
    publication = publish([facts("blog/a.md", {"tags": ["Go", "go", "A b"]})], CONFIG, CLOCK)
    assert outputs(publication, ClaimKind.PAGE) == {"/blog/a/index.html"}
    assert outputs(publication, ClaimKind.MADE) == {
        "/index.html",
        "/blog/index.html",
        "/tags/index.html",
        "/tags/a-b/index.html",
        "/tags/go/index.html",
    }


def test_an_alias_knows_where_it_is_written() -> None:
    publication = publish([facts("a.md", {"aliases": ["/old"]})], CONFIG, CLOCK)
    (claim,) = (claim for claim in publication.claims if claim.why is ClaimKind.ALIAS)
    assert claim.alias is not None
    assert (claim.output, claim.url, claim.to) == ("/old/index.html", "/old/", "/a/")
    assert claim.alias == ("/old", ("aliases", 0))


def test_a_page_that_cannot_be_read_is_there_without_certainty() -> None:
    site = [facts("a.md", {"slug": "x", "aliases": ["/old"], "draft": True}, readable=False)]
    publication = publish(site, CONFIG, CLOCK)
    page = page_of(publication, "a.md")
    assert (page.url, page.certain, page.built) == ("/a/", False, True)
    assert outputs(publication, ClaimKind.ALIAS) == set()
    assert RefIndex(publication, CONFIG).resolve(page, "a").page is page


def test_two_files_of_one_page_are_not_decided() -> None:
    publication = publish([facts("foo.md"), facts("foo/index.md")], CONFIG, CLOCK)
    assert not page_of(publication, "foo/index.md").certain
    assert [shadow.kept for shadow in publication.shadows] == [None]
    assert [(file.path, file.why) for file in publication.dead] == [("content/foo.md", NoPage.SHADOWED)]


@pytest.mark.parametrize(
    ("front", "hidden"),
    [
        ({"draft": True}, BuildState.DRAFT),
        ({"draft": "yes"}, BuildState.NOT),
        ({"published": False}, BuildState.DRAFT),
        ({"date": "2025-06-02"}, BuildState.FUTURE),
        ({"date": "2025-06-02", "publishdate": "2025-05-01"}, BuildState.NOT),
        ({"lastmod": "2025-06-02"}, BuildState.FUTURE),
        ({"expirydate": "2025-05-31"}, BuildState.EXPIRED),
    ],
)
def test_hidden_pages_stay_in_the_list(front: dict[str, Value], hidden: BuildState) -> None:
    publication = publish([facts("a.md", {**front, "aliases": ["/old"]})], CONFIG, CLOCK)
    page = page_of(publication, "a.md")
    assert page.hidden is hidden
    assert page.built is (hidden is BuildState.NOT)
    assert bool(outputs(publication, ClaimKind.ALIAS)) is page.built
    everything = replace(CONFIG, build_drafts=True, build_future=True, build_expired=True)
    assert page_of(publish([page.facts or facts("")], everything, CLOCK), "a.md").built


def test_the_slug_of_a_section_moves_its_pages_since_0_167() -> None:
    site = [facts("a/_index.md", {"slug": "b"}), facts("a/c/d.md")]
    assert page_of(publish(site, CONFIG, CLOCK), "a/c/d.md").url == "/b/c/d/"
    assert page_of(publish(site, replace(CONFIG, hugo_version=(0, 166)), CLOCK), "a/c/d.md").url == "/a/c/d/"


def test_a_section_that_only_begins_like_another() -> None:
    link = read_permalinks({"page": {"r": "/:sections/:slug/"}}, ("permalinks",))
    config = Config((ENGLISH._replace(permalinks=link),))
    site = [facts("r/_index.md"), facts("r/blog/_index.md"), facts("r/blog-extra/x.md", {"slug": "x"})]
    assert page_of(publish(site, config, CLOCK), "r/blog-extra/x.md").url == "/r/blog/x/"


def test_an_alias_on_the_root_stops_the_build() -> None:
    publication = publish([facts("a.md", {"aliases": ["/"]})], CONFIG, CLOCK)
    assert [(bad.alias.value, bad.message) for bad in publication.bad_aliases] == [
        ("/", "is the website's own root")
    ]


def test_a_term_page_and_a_page_in_its_place() -> None:
    site = [facts("a.md", {"tags": ["x", "y"]}), facts("tags/x/_index.md"), facts("tags/y.md")]
    publication = publish(site, CONFIG, CLOCK)
    kinds = {page.logical_path: page.kind for page in publication.pages}
    assert (kinds["/tags/x"], kinds["/tags/y"]) == (Kind.TERM, Kind.PAGE)
    assert sum(page.kind is Kind.TERM for page in publication.pages) == 1


def test_a_ref_says_what_it_would_have_found() -> None:
    site = [facts("a.md"), facts("b.md", {"draft": True}), facts("s/c.md"), facts("t/c.md")]
    publication = publish(site, CONFIG, CLOCK)
    index, page = RefIndex(publication, CONFIG), page_of(publication, "a.md")
    missing = index.resolve(page, "b")
    assert (missing.status, [one.hidden for one in missing.hidden]) == (Status.NOT_FOUND, [BuildState.DRAFT])
    several = index.resolve(page, "c.md")
    assert several.status is Status.AMBIGUOUS
    assert [one.logical_path for one in several.candidates] == ["/s/c", "/t/c"]
    assert index.resolve(page, "#here").status is Status.EMPTY
    assert index.resolve(page, "%zz").status is index.resolve(page, "//a b/c").status is Status.BAD_URL
    assert index.resolve(page, "a", lang="xx").status is Status.NO_LANGUAGE
    assert index.resolve(page, "a", output_format="rss").status is Status.NO_OUTPUT_FORMAT


NAMES = ("a", "b-1", "index", "B c", "Bc", "x.y", ".b", "c++", "_index", "ä", "index.html", "en")
FRONTS = ({}, *({key: name} for key in ("slug", "title", "url") for name in NAMES))
LANGUAGES = [
    ENGLISH,
    ENGLISH._replace(prefix="en"),
    ENGLISH._replace(prefix="EN"),
    ENGLISH._replace(host_dir="en"),
    ENGLISH._replace(ugly_urls=True),
    ENGLISH._replace(disable_path_to_lower=True),
    *(
        ENGLISH._replace(permalinks=read_permalinks({"page": {"a": pattern}}, ()))
        for pattern in ("/:sections/:slug/", ":slug", "/:title.html", "/p//:filename/", "/")
    ),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_path_with_nothing_special_needs_no_detour(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = enumerate(product(("a", "B c", "x.y", "en"), NAMES, FRONTS))  # an `index` swallows its neighbours
    site = [facts(f"{top}/n{number}/{name}.md", front) for number, (top, name, front) in pages]
    quick = publish(site, Config((language,)), CLOCK)
    monkeypatch.setattr("frontlint.hugo.urls.urls._plain_target", lambda descriptor, form: None)
    assert publish(site, Config((language,)), CLOCK) == quick
