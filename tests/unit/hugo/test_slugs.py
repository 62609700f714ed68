"""What becomes of a slug, as Hugo 0.168 was seen to publish it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontlint.hugo.config import Config, Permalink
from frontlint.hugo.config.model import Target
from frontlint.hugo.content.paths import locate
from frontlint.hugo.urls.slugs import published_slug
from sites import ENGLISH

PATH = "content/posts/a.md"
PLAIN = Config((ENGLISH,))


def with_permalinks(*patterns: str, path: str = "/posts/**", group: int = 0) -> Config:
    made = tuple(Permalink(Target(path=path, kind="page"), pattern, group) for pattern in patterns)
    return Config((ENGLISH._replace(permalinks=made),))


def published(slug: str, config: Config = PLAIN, url: str = "", path: str = PATH) -> str | None:
    location = locate(path, config)
    assert location is not None
    return published_slug(slug, url, location, config)


@pytest.mark.parametrize(
    ("slug", "plain", "permalink", "url"),
    [
        ("flow-board", "flow-board", "flow-board", "flow-board"),
        ("Flow Board", "flow-board", "flow-board", "flow-board"),
        ("it's-more", "its-more", "its-more", "its-more"),
        ("c++", "c++", "c", "c  "),
        ("c#", "c#", "c", "c"),
        ("a%41b", "a%41b", "aab", "aAb"),
        ("50% off", "50-off", "50-off", "50-off"),
        ("foo-", "foo", "foo", "foo"),
        ("???", "", "", ""),
        ("--", None, None, None),
    ],
)
def test_three_ways_into_the_url(
    slug: str, plain: str | None, permalink: str | None, url: str | None
) -> None:
    config = with_permalinks("/:sections/:slug/")
    assert published(slug) == plain
    assert published(slug, config) == permalink
    assert published(slug, config, url="/words/:slug") == url


def test_where_hugo_does_not_use_it() -> None:
    assert published("a", url="/b/") is None
    assert published("a", with_permalinks("/:sections/:filename/")) is None
    assert published("a", with_permalinks("/:slug/", "/:title/")) is None, "a toss is not certain"
    assert published("a", path="content/_index.md") is None
    assert published("a", replace(PLAIN, hugo_version=(0, 166)), path="content/posts/_index.md") is None
    assert published("a", path="content/posts/_index.md") == "a"


def test_a_permalink_for_other_pages_does_not_count() -> None:
    assert published("c++", with_permalinks("/:slug/", path="/news/**")) == "c++"
