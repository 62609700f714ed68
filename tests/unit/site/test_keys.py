"""What shares a key: all that can change the verdict on one another, and not everything."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from frontlint.engine.internal_error import Fatal
from frontlint.engine.request import Request
from frontlint.engine.snapshot import Snapshot, fresh
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from frontlint.site.keys import (
    TOGETHER,
    KeyRing,
    Published,
    all_keys,
    around,
    branch_key,
    code,
    codes,
    folder_key,
    of_output,
    of_static,
    triggers,
)
from frontlint.website.keys import add_keys
from support import CLOCK, make_project

CONFIG = "baseURL: https://example.org/\ntaxonomies: {tag: tags, concept: concepts}\n"
A, B = "content/one/a.md", "content/two/b.md"


def look(folder: Path, files: Mapping[str, str]) -> Snapshot:
    make_project(folder, {"hugo.yaml": CONFIG, **files})
    request = Request(folder, load_config(folder), load_settings(None, folder), clock=CLOCK, crashes=Fatal())
    return fresh(request).snapshot


def keys_of(snapshot: Snapshot, path: str) -> set[int]:
    """The keys of one file, without those of the lists that Hugo makes."""
    published = Published.of(snapshot.whole.publication)
    result = snapshot.ground.result(path)
    assert result is not None
    keys = KeyRing(published, snapshot.request.config).of(result.facts)
    add_keys(keys, result.facts, result.website)
    return all_keys(keys)


def page(front: str = "", body: str = "") -> str:
    return f"---\n{front}\n---\n{body}\n"


def ref(path: str) -> str:
    return page("", '{{< ref "' + path + '" >}}')


SHARED: dict[str, tuple[str, str, str]] = {
    "an alias and an address": (page("aliases: [/two/b/]"), B, page()),
    "an alias in other letters": (page("aliases: [/Two/B]"), B, page()),
    "an alias and an address that is given": (page("aliases: [/x/y/]"), B, page("url: /x/y/")),
    "an alias and a slug": (page("aliases: [/two/s/]"), B, page("slug: S")),
    "two aliases": (page("aliases: [/old/]"), B, page("aliases: [/old]")),
    "an alias that is relative": (page("aliases: [../two/b]"), B, page()),
    "a file that is a folder": (page("url: /old.html"), B, page("aliases: [/old.html/x]")),
    "a format": (page("outputs: [html, json]"), B, page("url: /one/a/index.json")),
    "a draft and who is in its place": (page("draft: true\nurl: /two/b/"), B, page("aliases: [/one/a/]")),
    "a term": (page("tags: [lean]"), B, page("tags: [lean]")),
    "a term in other letters": (page("tags: [Lean]"), B, page("tags: [lean]")),
    "a term with a space": (page("tags: [Lean Start]"), B, page("tags: [lean-start]")),
    "a term in two forms of Unicode": (page("tags: [caf\u00e9]"), B, page("tags: [cafe\u0301]")),
    "a term in two taxonomies": (page("tags: [lean]"), B, page("concepts: [lean]")),
    "a term as a text": (page("tags: lean"), B, page("concepts: [lean]")),
    "a term and its page": (page("tags: [lean]"), "content/tags/lean/_index.md", page()),
    "a term and a page in another taxonomy": (page("tags: [x]"), "content/concepts/x/_index.md", page()),
    "a term and a title": (page("tags: [Flow]"), "content/tags/f/_index.md", page("title: flow")),
    "a term that a page is made for, and an alias": (page("tags: [lean]"), B, page("aliases: [/tags/lean/]")),
    "a term handed down": (page("cascade: {tags: [lean]}\ntags: [lean]"), B, page("tags: [lean]")),
    "a ref by path": (ref("/two/b"), B, page()),
    "a ref by name": (ref("b"), B, page()),
    "a ref by file": (ref("two/b.md"), B, page()),
    "a ref in other letters": (ref("/Two/B"), B, page()),
    "a ref with an anchor": (ref("/two/b#x"), B, page()),
    "a ref with dots": (ref("../two/b"), B, page()),
    "a ref with dots to a list": (ref("../two/"), "content/two/_index.md", page()),
    "a ref to a bundle": (ref("/two/b"), "content/two/b/index.md", page()),
    "a ref to the file of a bundle": (ref("/two/b/index.md"), "content/two/b/index.md", page()),
    "a ref to a list": (ref("/two"), "content/two/_index.md", page()),
    "a ref to an alias": (ref("/old/"), B, page("aliases: [/old]")),
    "a ref to an address": (ref("/x/y/"), B, page("url: /x/y/")),
    "a ref to a name in another folder": (ref("/nowhere/b"), B, page()),
    "a ref in front matter": (page("description: '{{< ref \"/two/b\" >}}'"), B, page()),
    "a ref to a resource": (ref("/two/b"), "content/c/index.md", page()),
    "an id": (page("ResourceId: aB3-dE_fG9h"), B, page("ResourceId: aB3-dE_fG9h")),
    "two kinds of ids": (page("ResourceId: aB3-dE_fG9h"), B, page("ItemId: aB3-dE_fG9h")),
    "an id and its alias": (
        page("ResourceId: aB3-dE_fG9h"),
        B,
        page("aliases: [/resources/aB3-dE_fG9h]"),
    ),
    "a retired alias": (page("ResourceId: x\naliasesArchive: [/two/b/]"), B, page()),
    "a parent": (page("ResourceId: x\nparent: two/b"), B, page()),
    "a parent in other letters": (page("ResourceId: x\nparent: [/Two/B/]"), B, page()),
    "two slips": (page("titel: x"), B, page("Titel: x")),
    "two that cannot be read": ("---\nx: 1\nx: 1\n", B, "---\nx: 1\ny: 1\n"),
    "two files of one page": (page(), "content/one/a/index.md", page()),
    "two files of one page in other letters": (page(), "content/One/A.md", page()),
}
del SHARED["a ref to a resource"]


@pytest.mark.parametrize("what", SHARED)
def test_who_can_change_the_verdict_on_another_shares_a_key(tmp_path: Path, what: str) -> None:
    text, path, other = SHARED[what]
    snapshot = look(tmp_path, {A: text, path: other})
    shared = keys_of(snapshot, A) & keys_of(snapshot, path)
    assert shared
    assert snapshot.ground.index.sharing(shared) == {A, path}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (page(), page()),
        (page("title: Same"), page("title: Same")),
        (page("aliases: [/old/]"), page("aliases: [/older/]")),
        (page("tags: [lean]"), page("tags: [agile]")),
        (page("tags: [lean]"), page("title: lean")),
        (ref("/three/c"), page()),
        (ref("/three/c"), ref("/three/d")),
        (page("description: two"), page("description: two")),
        (page("url: /x/y/"), page("url: /x/z/")),
        (page("titel: x"), page("sulg: x")),
        (page("x: 1\n\tx: 1"), page()),
    ],
)
def test_others_share_none(tmp_path: Path, one: str, other: str) -> None:
    snapshot = look(tmp_path, {A: one, B: other})
    assert not keys_of(snapshot, A) & keys_of(snapshot, B)


def test_the_pages_of_a_hierarchy_are_judged_together(tmp_path: Path) -> None:
    one, other = "content/tags/x/_index.md", "content/concepts/y/_index.md"
    files = {one: page("ResourceId: x"), other: page("ItemId: y")}
    snapshot = look(tmp_path, files)
    assert TOGETHER in keys_of(snapshot, one) & keys_of(snapshot, other)
    plain = look(tmp_path / "plain", {**files, other: page()})
    assert TOGETHER not in keys_of(plain, other)


def test_feeds_of_two_lists_share_no_name(tmp_path: Path) -> None:
    """All lists have an `index.xml`: with it in common, each term would bring all others."""
    files = {A: page("tags: [lean]"), "content/two/_index.md": page(), B: page("tags: [agile]")}
    snapshot = look(tmp_path, files)
    assert code("o:/tags/lean/index.xml") in keys_of(snapshot, A)
    keys = [keys_of(snapshot, path) for path in files]
    assert not keys[0] & keys[1]
    assert not keys[0] & keys[2]
    assert keys[1] & codes(of_static("two/index.xml"))


def test_a_ref_finds_the_resource_that_it_may_have_meant(tmp_path: Path) -> None:
    files = {A: ref("/two/notes"), "content/two/index.md": page(), "content/two/notes.md": page()}
    snapshot = look(tmp_path, files)
    assert snapshot.ground.is_resource("content/two/notes.md")
    assert keys_of(snapshot, A) & keys_of(snapshot, "content/two/notes.md")


def test_pages_of_a_section_carry_the_list_that_hugo_makes(tmp_path: Path) -> None:
    """A few of them are enough: one that comes or goes is one of these, or the list stays."""
    files = {f"content/two/p{at}.md": page() for at in range(9)}
    snapshot = look(tmp_path, {A: page("aliases: [/two/]"), **files})
    found = triggers(Published.of(snapshot.whole.publication))
    carrying = {path for path, keys in found.items() if keys & keys_of(snapshot, A)}
    assert carrying
    assert carrying < files.keys()
    assert carrying < snapshot.ground.index.sharing(keys_of(snapshot, A))
    listed = look(tmp_path / "own", {A: page("aliases: [/two/]"), **files, "content/two/_index.md": page()})
    assert keys_of(listed, A) & keys_of(listed, "content/two/_index.md")
    found = triggers(Published.of(listed.whole.publication))
    assert not any(keys & keys_of(listed, A) for keys in found.values()), "the list is the file's"


def test_languages_have_terms_of_their_own(tmp_path: Path) -> None:
    config = CONFIG + "languages: {en: {weight: 1}, fr: {weight: 2}}\n"
    files = {"hugo.yaml": config, "content/one/a.fr.md": page("tags: [x]"), B: page("aliases: [/tags/x/]")}
    snapshot = look(tmp_path, files)
    assert code("o:/fr/tags/x/index.html") in keys_of(snapshot, "content/one/a.fr.md")
    assert code("o:/tags/x/index.html") in keys_of(snapshot, B)
    assert code("o:/tags/x/index.html") not in keys_of(snapshot, "content/one/a.fr.md")


def test_a_static_file_shares_with_outputs_and_folders(tmp_path: Path) -> None:
    snapshot = look(tmp_path, {A: page("url: /old.html/x/"), B: page("aliases: [/X/index.html]")})
    assert keys_of(snapshot, A) & codes(of_static("old.html"))
    assert keys_of(snapshot, B) & codes(of_static("x/index.html"))
    assert not keys_of(snapshot, A) & codes(of_static("x.css"))


def test_the_keys_of_an_output_are_the_file_its_name_and_files_around_it() -> None:
    assert list(of_output("/Old/index.html")) == ["o:/old/index.html", "n:old"]
    assert set(of_output("/old.html/x/index.html")) >= {"o:/old.html/x/index.html", "n:x", "o:/old.html"}
    assert "o:/a" not in set(of_output("/a/b/index.html")), "what has no dot in it is no file"


def test_an_address_that_is_spelled_like_a_file_has_the_name_of_its_page() -> None:
    """A ref `/two/b/index` finds the page of the folder: an alias there must bring it, too."""
    assert "n:b" in set(of_output("/two/b/index/index.html"))
    assert "n:b" in set(of_output("/two/b/index.md/index.html"))
    assert "n:b" in set(of_output("/two/b.md/index.html"))


def test_what_a_page_lies_in_is_found_as_hugo_finds_it() -> None:
    """Hugo takes the longest key that the page's begins with, whatever comes after it."""
    found = set(around("content/ab/c/d.md", ["/ab/c/d"]))
    assert {folder_key("content/ab/c"), folder_key("content/ab"), folder_key("content")} <= found
    assert {branch_key("/ab/c"), branch_key("/ab"), branch_key("/a"), branch_key("/")} <= found
    assert branch_key("/ab/c/d") not in found
