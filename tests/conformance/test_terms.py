"""Terms that are not text: `term-not-text` speaks exactly where the real Hugo drops what is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance.small_sites import both_ways
from support import lint

LISTS = {
    "texts": "[texts, b]",
    "numbers": "[numbers, 5, 1.5, true, 2024-01-31]",
    "null": "[null_, null]",
    "map": "[map, {b: c}]",
    "colon": "\n- colon\n- b: c",
    "first": "[{b: c}, first]",
    "named": "[{name: named}]",
    "list": "[list, [b]]",
    "inside": "[[inside]]",
    "dash": "[\n- dash\n- b\n]",
    "empty-map": "[empty-map, {}]",
    "empty-list": "[empty-list, []]",
    "mapping": "{mapping: b}",
}


def test_terms(tmp_path: Path) -> None:
    pages = {
        f"content/p/{name}.md": f"---\ntitle: {name}\ntags: {value}\n---\n" for name, value in LISTS.items()
    }
    pages["content/p/cascade/_index.md"] = "---\ntitle: A\ncascade: {tags: [cascaded, {b: c}]}\n---\n"
    pages["content/p/cascade/a.md"] = "---\ntitle: A\n---\n"
    pages["content/p/in-params.md"] = "---\ntitle: A\ntags: [{b: c}]\nparams: {tags: [in-params]}\n---\n"
    site = both_ways(tmp_path, pages, "disableKinds: [sitemap, RSS]\n")
    assert site.differences() == []
    assert site.built.exit_code == 0, site.built.output
    terms = {page.logical_path.removeprefix("/tags/") for page in site.publication.pages}
    found = {one.path for one in lint(site.root, ["term-not-text"]).findings}
    kept = {path for path in pages if terms & {Path(path).stem, Path(path).stem + "_"}}
    assert kept == {f"content/p/{name}.md" for name in ("texts", "numbers", "null", "in-params")}
    assert found == set(pages) - kept - {"content/p/cascade/a.md"}


@pytest.mark.parametrize("value", ["[]", "{}", "[[]]", "[{}]", '[""]', "null", '""'])
def test_where_no_term_is_written_none_is_lost(tmp_path: Path, value: str) -> None:
    pages = {"content/a.md": f"---\ntitle: A\ntags: {value}\n---\n"}
    assert both_ways(tmp_path, pages, "").differences() == []
    assert not lint(tmp_path, ["term-not-text"]).findings
