"""Properties: whatever the content tree and the front matter, Hugo writes what we say, file by file.

Each example is one website of several sections, as many small sites in one build. Hypothesis shrinks what
differs, and the smallest site is printed with it.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from conformance.small_sites import both_ways, page

_BUILDS = 20
"""About half a second each on two slow cores."""

_PHASES = (Phase.explicit, Phase.generate) if os.environ.get("CI") else tuple(Phase)
"""Shrinking takes hundreds of builds: for a developer who waits for it, not for CI."""

_NAMES = st.sampled_from(
    ["a", "B", "c d", "é", "x.y", "v1.2", "c++", "a&b", "index-2", "2024-01-02-p", "日本", "İ", "a_b", "tags"]
)
_FOLDERS = st.sampled_from(["", "s", "s/In Ner", "t", "t/u/v", "tags", "tags/a", "S2", "s-2/é"])
_CODES = st.sampled_from(["", "", "", ".fr", ".en"])
_SLUGS = st.sampled_from(["slug", "A b", "a/b", "-x-", "???", "c++", "index", "1.10", "ß"])
_ALIASES = st.sampled_from(
    [
        "/old",
        "/Old/",
        "near",
        "./near",
        "deep/er",
        "/x.html",
        "/x.htm",
        "/fr/old",
        "/ä b",
        "/s",
        "/s/a/",
        "/v1.2",
    ]
)
_URLS = st.sampled_from(["/u/", "u", "/u.html", "/U v/w", "/fr/u/", "/:year/:slug/", "/v1.2/u"])
_TERMS = st.sampled_from(["a", "B", "c d", "a/b", "a&b", "é", "c++", "#x"])

_FRONT = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["One", "A/B", "c++ & Co", "É t", "日本"]),
        "slug": _SLUGS,
        "url": _URLS,
        "aliases": st.lists(_ALIASES, max_size=2),
        "tags": st.lists(_TERMS, max_size=2),
        "draft": st.just(True),
        "date": st.sampled_from(["2024-02-03", "2030-01-01", "2020-12-31T23:30:00Z"]),
        "expiryDate": st.just("2021-01-01"),
        "build": st.sampled_from([{"render": "never"}, {"render": "link"}, {"list": "never"}]),
        "outputs": st.sampled_from([["html", "amp"], ["amp"], ["html"]]),
    },
)
_CASCADES: list[dict[str, object]] = [
    {},
    {"cascade": {"slug": "handed", "target": {"kind": "page"}}},
    {"cascade": {"build": {"render": "link"}, "target": {"path": "/s/**"}}},
    {"cascade": [{"tags": ["handed"], "target": {"kind": "page"}}]},
]
_CASCADE = st.sampled_from(_CASCADES)
_PERMALINKS = st.sampled_from(
    [
        "/:sections/:slug/",
        "/:year/:month/:contentbasename/",
        "/p/:title",
        "/:sections[last]/:slugorcontentbasename",
    ]
)
_SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "uglyURLs": st.sampled_from([True, {"s": True}]),
        "disablePathToLower": st.just(True),
        "removePathAccents": st.just(True),
        "disableAliases": st.just(True),
        "buildDrafts": st.just(True),
        "buildFuture": st.just(True),
        "defaultContentLanguageInSubdir": st.just(True),
        "timeZone": st.just("America/New_York"),
        "taxonomies": st.sampled_from([{}, {"tag": "tags"}, {"big": "Big Topics", "tag": "tags"}]),
        "permalinks": st.dictionaries(st.sampled_from(["s", "t", "/"]), _PERMALINKS, max_size=2).map(
            lambda found: {"page": found}
        ),
        "frontmatter": st.just({"date": [":filename", ":default"]}),
        "languages": st.sampled_from(
            [
                {"en": {"weight": 1}, "fr": {"weight": 2}},
                {"en": {"weight": 2}, "fr": {"weight": 1, "taxonomies": {"tag": "tags"}}},
                {"en": {"weight": 1}, "fr": {"weight": 2, "baseURL": "https://example.fr/x/"}},
            ]
        ),
    },
)


@st.composite
def _files(draw: st.DrawFn) -> dict[str, str]:
    """Content files with one owner for each logical path: of twins, Hugo takes one at random."""
    files: dict[str, str] = {}
    taken: set[tuple[str, ...]] = set()
    for _ in range(draw(st.integers(1, 14))):
        folder, name, code = draw(_FOLDERS), draw(_NAMES), draw(_CODES)
        form = draw(st.sampled_from(["page", "page", "page", "leaf", "branch"]))
        path, logical = {
            "page": (f"{folder}/{name}{code}.md", f"{folder}/{name}"),
            "leaf": (f"{folder}/{name}/index{code}.md", f"{folder}/{name}"),
            "branch": (f"{folder}/_index{code}.md", folder),
        }[form]
        key = (_key(logical), code or ".en")
        if key not in taken:
            taken.add(key)
            front: dict[str, object] = dict(draw(_FRONT))
            if form == "branch":
                front.update(draw(_CASCADE))
                if front.get("slug") == "???":  # nothing is left of it: the file is ours, the link is odd
                    del front["slug"]
            files[f"content/{path.lstrip('/')}"] = page(**front)
    return files


def _key(logical: str) -> str:
    return logical.strip("/").lower().replace(" ", "-")


@settings(
    max_examples=_BUILDS,
    deadline=None,
    phases=_PHASES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(files=_files(), config=_SETTINGS)
def test_hugo_writes_what_we_say(files: Mapping[str, str], config: Mapping[str, object]) -> None:
    text = "".join(f"{key}: {json.dumps(value)}\n" for key, value in config.items())
    with tempfile.TemporaryDirectory() as folder:
        site = both_ways(Path(folder), files, text)
        # Files and folders of one name, `x` and `x/y`, stop Hugo: then there is nothing to compare with.
        differences = site.differences() if site.built.exit_code == 0 else []
    if differences:
        note(_shown(files, config))
    assert differences == []


def _shown(files: Mapping[str, str], config: Mapping[str, object]) -> str:
    """The site, file by file, to be read and to be built again."""
    parts = [f"hugo.yaml: {json.dumps(config, ensure_ascii=False)}"]
    return "\n".join([*parts, *(f"--- {name}\n{text}" for name, text in sorted(files.items()))])
