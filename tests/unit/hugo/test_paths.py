"""Where a file's name puts it, and which files are pages at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontlint.hugo.config import Config, Language, Taxonomy
from frontlint.hugo.content.paths import locate
from frontlint.hugo.pages.files import select_pages
from frontlint.hugo.pages.publication import DeadFile, NoPage, Shadow
from frontlint.hugo.values.kinds import Bundle, Kind

ENGLISH = Language("en", taxonomies=(Taxonomy("tag", "tags", "/tags"),))
CONFIG = Config(
    (ENGLISH, Language("fr")), disabled_languages=frozenset({"de"}), ignore_files=(r"\.skip\.md$",)
)


@pytest.mark.parametrize(
    ("path", "kind", "logical", "section", "base_name"),
    [
        ("content/_index.md", Kind.HOME, "/", "", ""),
        ("content/index.md", Kind.HOME, "/", "", ""),
        ("content/about.md", Kind.PAGE, "/about", "", "about"),
        ("content/About Us.MD", Kind.PAGE, "/about-us", "", "about-us"),
        ("content/leaf/index.md", Kind.PAGE, "/leaf", "", "leaf"),
        ("content/blog/_index.md", Kind.SECTION, "/blog", "blog", "blog"),
        ("content/Blog/a.b.md", Kind.PAGE, "/blog/a.b", "blog", "a.b"),
        ("content/blog/x/y/index.md", Kind.PAGE, "/blog/x/y", "blog", "y"),
        ("content/tags/_index.md", Kind.TAXONOMY, "/tags", "tags", "tags"),
        ("content/tags/a/b/_index.md", Kind.TERM, "/tags/a/b", "tags", "b"),
        ("content/tags-archive/_index.md", Kind.TERM, "/tags-archive", "tags-archive", "tags-archive"),
        ("content/tags/page.md", Kind.PAGE, "/tags/page", "tags", "page"),
        ("content/İ/ΑΣ.md", Kind.PAGE, "/i/ας".replace("ς", "σ"), "i", "ασ"),
    ],
)
def test_places(path: str, kind: Kind, logical: str, section: str, base_name: str) -> None:
    found = locate(path, CONFIG)
    assert found is not None
    assert (found.kind, found.logical_path, found.section, found.base_name) == (
        kind,
        logical,
        section,
        base_name,
    )


@pytest.mark.parametrize(
    ("path", "language", "logical"),
    [
        ("content/a.fr.md", "fr", "/a"),
        ("content/a.FR.md", "fr", "/a"),
        ("content/a.fr.x.md", "fr", "/a"),
        ("content/a.en.fr.md", "fr", "/a.en"),
        ("content/a.nl.md", "en", "/a.nl"),
        ("content/fr.md", "en", "/fr"),
        ("content/a._language_fr_.md", "fr", "/a"),
        ("content/s/index.fr.md", "fr", "/s"),
    ],
)
def test_languages(path: str, language: str, logical: str) -> None:
    found = locate(path, CONFIG)
    assert found is not None
    assert (found.language, found.logical_path) == (language, logical)


@pytest.mark.parametrize(
    "path",
    [
        *("content/.a.md", "content/.git/a.md", "content/#a.md", "content/a.md~", "content/a.skip.md"),
        *("content/a.txt", "content/a", "content/a.de.md", "static/a.md", "contents/a.md"),
    ],
)
def test_no_page(path: str) -> None:
    assert locate(path, CONFIG) is None


def test_a_content_folder_for_each_language() -> None:
    config = replace(
        CONFIG,
        languages=(
            ENGLISH._replace(content_dir="content/en", own_content_dir=True),
            Language("fr", content_dir="content/fr", own_content_dir=True),
        ),
    )
    found = locate("content/fr/a.md", config)
    moved = locate("content/fr/a.en.md", config)
    assert found is not None
    assert moved is not None
    assert (found.language, moved.language) == ("fr", "en")
    assert locate("content/a.md", config) is None


def test_a_bundle_swallows_what_is_beside_and_below_it() -> None:
    paths = [
        "content/b/index.md",
        "content/b/x.md",
        "content/b/_index.md",
        "content/b/c/index.md",
        "content/bb.md",
    ]
    settled = select_pages(paths, CONFIG)
    assert sorted(settled.pages) == [("en", "/b"), ("en", "/bb")]
    assert settled.dead == tuple(
        DeadFile(path, NoPage.RESOURCE, "content/b/index.md") for path in sorted(paths[1:4])
    )


def test_a_bundle_has_a_file_for_each_language() -> None:
    settled = select_pages(["content/b/index.md", "content/b/index.fr.md", "content/b/x.fr.md"], CONFIG)
    assert sorted(settled.pages) == [("en", "/b"), ("fr", "/b")]
    assert [file.why for file in settled.dead] == [NoPage.RESOURCE]


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        ("a b.md", "a-b.md"),
        ("A.md", "a.md"),
        ("a.md", "a.markdown"),
        ("a.en.md", "a.md"),
        ("_INDEX.md", "_index.md"),
    ],
)
def test_the_first_of_two_in_a_folder_wins(winner: str, loser: str) -> None:
    paths = [f"content/s/{loser}", f"content/s/{winner}"]
    settled = select_pages(paths, CONFIG)
    (location,) = settled.pages.values()
    assert location.path == f"content/s/{winner}"
    assert settled.dead == (DeadFile(f"content/s/{loser}", NoPage.SHADOWED, f"content/s/{winner}"),)
    assert settled.shadows[0].kept == f"content/s/{winner}"
    assert settled.tossed == frozenset()


@pytest.mark.parametrize("second", ["a.en.markdown", "a.en.html"])
def test_a_language_against_an_extension_hangs_on_the_neighbours(second: str) -> None:
    settled = select_pages(["content/s/a.md", f"content/s/{second}", "content/s/b.md"], CONFIG)
    assert settled.tossed == {("en", "/s/a")}
    assert [shadow.kept for shadow in settled.shadows] == [None]


def test_two_in_different_folders_are_a_toss() -> None:
    paths = ("content/foo.md", "content/foo/index.md")
    settled = select_pages(paths, CONFIG)
    assert settled.shadows == (Shadow("en", "/foo", paths, None),)
    assert settled.tossed == {("en", "/foo")}
    assert settled.pages["en", "/foo"].bundle is Bundle.LEAF
    assert [file.path for file in settled.dead] == ["content/foo.md"]


def test_other_languages_and_ignored_files_are_told_apart() -> None:
    settled = select_pages(["content/a.de.md", "content/.a.md"], CONFIG)
    assert {file.path: file.why for file in settled.dead} == {
        "content/a.de.md": NoPage.LANGUAGE,
        "content/.a.md": NoPage.IGNORED,
    }
