"""Front matter that stops the real Hugo stops it for us, too, and what is much like it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance.small_sites import Site, both_ways, page
from frontlint.hugo.fields import Refusal, refusals

REFUSED: tuple[dict[str, object], ...] = (
    {"url": "/a:b/"},
    {"url": "/:slugs/"},
    {"url": "/:Jan:z/"},
    {"cascade": {"target": {"path": "/a["}, "draft": True}},
    {"cascade": [{"slug": "x"}, {"_target": {"path": "{a"}, "draft": True}]},
    {"cascade": {"target": {"kind": "nope"}, "slug": "x"}},
    {"cascade": {"target": "x", "weight": 1}},
    {"cascade": {"target": {"lang": "en"}, "slug": "x"}},
)
TAKEN: tuple[dict[str, object], ...] = (
    {"url": "/x\\:b/"},
    {"url": "/time 12:30/"},
    {"url": "/:sections[x]/::/"},
    {"cascade": {"target": {"path": "**.[ab]", "kind": "{page,term}"}, "weight": 1}},
    {"cascade": {"target": None, "weight": 1}},
)


@pytest.mark.parametrize("front", REFUSED, ids=str)
def test_what_hugo_refuses(front: dict[str, object], tmp_path: Path) -> None:
    site = both_ways(tmp_path, {"content/s/_index.md": page(**front)})
    assert site.built.exit_code != 0
    assert _refusals(site)


@pytest.mark.parametrize("front", TAKEN, ids=str)
def test_what_hugo_takes(front: dict[str, object], tmp_path: Path) -> None:
    site = both_ways(tmp_path, {"content/s/_index.md": page(**front)})
    assert site.differences() == []
    assert site.built.exit_code == 0, site.built.output
    assert not _refusals(site)


def _refusals(site: Site) -> list[Refusal]:
    facts = [one.facts for one in site.publication.pages if one.facts is not None]
    return [refusal for fact in facts for refusal in refusals(fact.front, site.config, fact.path)]
