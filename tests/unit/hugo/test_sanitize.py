"""Texts on their way into URLs; paths and globs as Go has them."""

from __future__ import annotations

import pytest

from frontlint.hugo.config import Language
from frontlint.hugo.config.patterns import attributes, unknown_attribute
from frontlint.hugo.config.sanitize import path_escape, path_text, query_unescape, sanitize, urlize
from frontlint.hugo.values.glob import GlobError, compile_glob, matches
from frontlint.hugo.values.gopath import clean, join, lower, normalize

PLAIN = Language("en")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        *(
            ("a b", "a-b"),
            ("  a   b  ", "a-b"),
            ("a - b", "a-b"),
            ("a--b", "a--b"),
            ("a&b", "ab"),
            ("a & b", "a-b"),
        ),
        *(("???", ""), ("Ünï", "Ünï"), ("x😀y", "xy"), ("50%", "50"), ("%41", "%41"), ("c++", "c++")),
        *(
            ("a/b\\c", "a/b\\c"),
            ("a\u00a0b", "a-b"),
            ("e\u0301", "e\u0301"),
            ("½", ""),
            ("٣", "٣"),
            ("a\u200bb", "ab"),
        ),
    ],
)
def test_sanitize(text: str, made: str) -> None:
    assert sanitize(text) == made


def test_letter_case_and_accents() -> None:
    assert path_text("Ça Va", PLAIN) == "ça-va"
    assert path_text("Ça", Language("en", disable_path_to_lower=True)) == "Ça"
    assert path_text("Ça Ø", Language("en", remove_path_accents=True)) == "ca-ø"
    assert lower("İΣ") == "iσ"
    assert normalize("/A  b/İ") == "/a--b/i"


@pytest.mark.parametrize(
    ("text", "made"), [("c++", "c  "), ("a b", "a-b"), ("é", "é"), ("%41", "A"), ("c#", "c"), ("c#x", "c#x")]
)
def test_a_value_of_a_permalink(text: str, made: str) -> None:
    assert query_unescape(urlize(text, PLAIN)) == made


def test_a_bad_escape_empties_the_text() -> None:
    assert query_unescape("/100%-x/") == ""


@pytest.mark.parametrize(
    ("path", "link"),
    [
        *(("/a/", "/a/"), ("/é/", "/%C3%A9/"), ("/a b", "/a%20b"), ("/a#b", "/a%23b"), ("/%41", "/%41")),
        *(
            ("/%41é", "/A%C3%A9"),
            ("/5%", "/5%25"),
            ("/a?b", "/a%3Fb"),
            ("/(x)", "/(x)"),
            ("/(é)", "/%28%C3%A9%29"),
        ),
    ],
)
def test_a_link(path: str, link: str) -> None:
    assert path_escape(path) == link


@pytest.mark.parametrize(
    ("path", "cleaned"),
    [
        ("", "."),
        ("/", "/"),
        ("//a//b/", "/a/b"),
        ("/../a", "/a"),
        ("a/../../b", "../b"),
        ("./a", "a"),
        ("/a/.", "/a"),
    ],
)
def test_clean(path: str, cleaned: str) -> None:
    assert clean(path) == cleaned


def test_join() -> None:
    assert join("/a", "", "../b") == "/b"
    assert join("", "..", "x") == "../x"
    assert join() == ""


@pytest.mark.parametrize(
    ("glob", "text", "fits"),
    [
        *(
            ("/a/*", "/a/b", True),
            ("/a/*", "/a/b/c", False),
            ("/a/**", "/a/b/c", True),
            ("/a/**", "/a", False),
        ),
        *(("/{a,b/**}", "/b/c", True), ("/{a,b}", "/c", False), ("/?", "/a", True), ("/?", "//", False)),
        *(("/[ab]", "/b", True), ("/[!ab]", "/b", False), ("/a.b", "/axb", False), (r"/\*", "/*", True)),
    ],
)
def test_globs(glob: str, text: str, fits: bool) -> None:
    assert matches(glob, text) is fits


@pytest.mark.parametrize("glob", ["/{a", "/[a"])
def test_no_glob(glob: str) -> None:
    with pytest.raises(GlobError):
        compile_glob(glob)


def test_attributes_of_a_pattern() -> None:
    assert attributes("/:year/:sections[1:]/x\\:y/:slug.html") == ("year", "sections[1:]", "slug")
    assert unknown_attribute("/:2006-01/:Jan/:title/") is None
    assert unknown_attribute("/:year/:nope/") == ":nope"
