"""Aliases become the files that the real Hugo makes of them, and lead where its redirects lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance.small_sites import both_ways, page
from frontlint.hugo.pages.publication import ClaimKind

TWO = "defaultContentLanguage: en\nlanguages: {en: {weight: 1}, fr: {weight: 2}}\n"
FORMS = [
    *("/old", "/old2/", "near", "./near2", "../up", "deep/er", "/Case/A B", "/x?y", "/x#y", "/x%20y", "/ü"),
    *("/f.html", "/f.htm", "/f.HTML", "/f.php", "/v1.2", "/dots...", "/i/index.html/", "/j/index"),
    *("/a/../b", "//host/x", "/../c", "", 7, 1.5, True, "2020-01-02"),
]
PAGES = {
    "content/blog/post.md": page(aliases=FORMS),
    "content/blog/leaf/index.md": page(slug="renamed", aliases=FORMS[:6]),
    "content/blog/_index.md": page(aliases=["section-old", "/blog-old"]),
    "content/docs/text.md": page(aliases="/one two /three, four"),
    "content/docs/at.md": page(url="/at/here.html", aliases=["beside", "/absolute"]),
    "content/docs/null.md": "---\naliases:\n---\n",
    "content/docs/map.md": page(aliases={"a": "b"}),
    "content/docs/nested.md": page(aliases=["/x", ["/y"]]),
    "content/docs/draft.md": page(draft=True, aliases=["/from-draft"]),
    "content/docs/b/index.md": page(aliases=["/bundle"]),
    "content/docs/b/inner.md": page(aliases=["/from-resource"]),
    "content/tags/t/_index.md": page(aliases=["/term", "near-term"]),
}


@pytest.mark.parametrize("config", ["", "uglyURLs: true\n", "disableAliases: true\n", TWO])
def test_alias_files(config: str, tmp_path: Path) -> None:
    site = both_ways(tmp_path, PAGES, config)
    assert site.differences() == []
    assert site.built.exit_code == 0, site.built.output
    assert any(claim.why is ClaimKind.ALIAS for claim in site.publication.claims) is ("disable" not in config)


def test_aliases_take_the_language(tmp_path: Path) -> None:
    files = {
        "content/_index.fr.md": page(aliases=["old", "../x", "/y"]),
        "content/a.fr.md": page(aliases=["/fr/x", "/x", "near"]),
        "content/a.md": page(aliases=["/fr/y"]),
    }
    assert both_ways(tmp_path, files, TWO).differences() == []


def test_aliases_follow_the_published_place(tmp_path: Path) -> None:
    config = "permalinks: {page: {s: '/:sections/:year/:slug/'}, term: {tags: '/resources/:slug/'}}\n"
    files = {
        "content/s/p.md": page(title="P", date="2024-01-02", aliases=["near", "/far"]),
        "content/tags/t/_index.md": page(title="T", aliases=["near", "/far-t", "index.html"]),
    }
    assert both_ways(tmp_path, files, config).differences() == []


@pytest.mark.parametrize("alias", ["/", "/.", "..", "/a/.."])
def test_aliases_that_stop_the_build(alias: str, tmp_path: Path) -> None:
    site = both_ways(tmp_path, {"content/a.md": page(aliases=[alias])})
    assert site.built.exit_code != 0
    assert [bad.alias.value for bad in site.publication.bad_aliases] == [alias]


def test_a_relative_alias_on_home_stops_the_build(tmp_path: Path) -> None:
    site = both_ways(tmp_path, {"content/_index.md": page(aliases=["old"])})
    assert "traverses outside" in site.built.output
    assert [bad.alias.value for bad in site.publication.bad_aliases] == ["old"]
