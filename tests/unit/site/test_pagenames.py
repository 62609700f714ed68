"""Which page a misspelt path means."""

from __future__ import annotations

import random
import string

import pytest

from frontlint.base.suggest import ALIKE, likeness
from frontlint.hugo.pages.publication import SitePage
from frontlint.hugo.values.kinds import Bundle, Kind
from frontlint.site.page_names import PageNames


def page(path: str) -> SitePage:
    return SitePage(
        path=f"content{path}.md",
        kind=Kind.PAGE,
        language="en",
        logical_path=path,
        section="",
        bundle=Bundle.SINGLE,
        title="",
    )


PAGES = [page(path) for path in ("/tags/garden-model", "/tags/garden", "/blog/garden-model", "/about")]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("/tags/garden-modle", "/tags/garden-model"),
        ("/notes/garden-model", "/blog/garden-model"),
        ("/blog/garden-modl", "/blog/garden-model"),
        ("/tags/gardem", "/tags/garden"),
        ("abuot", "/about"),
        ("/tags/kitchen", None),
        ("", None),
    ],
)
def test_nearest(wanted: str, found: str | None) -> None:
    nearest = PageNames(PAGES).nearest(wanted)
    assert (nearest.logical_path if nearest else None) == found


def test_a_page_is_not_told_that_it_means_itself() -> None:
    nearest = PageNames(PAGES).nearest("/tags/garden-model", PAGES[0])
    assert nearest is PAGES[2]


def test_links_into_a_folder_that_was_renamed_are_not_compared_with_every_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(PageNames, "_nearest", lambda self, path: pytest.fail("compared"))
    names = PageNames(PAGES)
    assert names.nearest("/notes/garden-model") is PAGES[2]
    assert names.nearest("/notes/garden-model", PAGES[2]) is PAGES[0]


def test_the_index_loses_nothing() -> None:
    """Whatever is alike enough shares its first or its last letter, and so a bucket."""
    rng = random.Random(7)
    names = ["".join(rng.choices(string.ascii_lowercase[:4] + "-", k=rng.randint(3, 9))) for _ in range(300)]
    index = PageNames(page(f"/x/{name}") for name in names)
    for wanted in names[::10]:
        slip = wanted[:1] + rng.choice("abcd") + wanted[2:]
        best = max(likeness(slip, name) for name in names)
        assert (index.nearest(f"/x/{slip}") is not None) == (best >= ALIKE)
