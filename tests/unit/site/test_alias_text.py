"""Aliases as texts: what is wrong with them, and which are one."""

from __future__ import annotations

import pytest

from frontlint.site.alias_syntax import Flaw, flaw, is_id_alias, same_alias


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        ("", Flaw.EMPTY),
        (" . ", Flaw.EMPTY),
        ("https://example.org/a", Flaw.REFUSED),
        ("HTTPS://example.org/a", Flaw.SCHEME),
        ("mailto:me@example.org", Flaw.SCHEME),
        ("//example.org/a", Flaw.HOST),
        ("//example.org:80/", Flaw.HOST),
        ("www.example.org/a", Flaw.HOST),
        ("\\a\\b", Flaw.BACKSLASH),
        ("/a?b=c", Flaw.QUERY),
        ("/a/#b", Flaw.FRAGMENT),
        ("/a ", Flaw.OUTER_SPACE),
        ("/a\x07b", Flaw.CONTROL),
        ("/a/\n", Flaw.CONTROL),
        ("\t/a/", Flaw.CONTROL),
        ("/a b", Flaw.SPACE),
        ("/caf%C3%A9", Flaw.ESCAPE),
    ],
)
def test_flaws(alias: str, expected: Flaw) -> None:
    assert flaw(alias) is expected


@pytest.mark.parametrize(
    "alias",
    [
        "/a",
        "a",
        "./a",
        "/a.html",
        "//a/b",
        "//old.html",
        "/v1.2/",
        "/a:b",
        "/100%",
        "/Ü",
        "/c++",
        "www",
        "/a,b",
    ],
)
def test_aliases_that_work(alias: str) -> None:
    assert flaw(alias) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/a", "/a/", True),
        ("/a", "//a/index.html", True),
        ("/A", "/a", True),
        ("./a", "a", True),
        ("/b/../a", "/a", True),
        ("/a", "a", False),
        ("/a", "/a.html", False),
        ("/resources/Q1w2E3r4T5y", "/resources/q1w2e3r4t5y", False),
    ],
)
def test_same_alias(one: str, other: str, same: bool) -> None:
    assert (same_alias(one) == same_alias(other)) is same


def test_id_aliases_have_eleven_letters() -> None:
    assert is_id_alias("/resources/Q1w2E3r4T5y/")
    assert is_id_alias("/resources/Q1w2E3r4T5y/index.html")
    assert not is_id_alias("/resources/Q1w2E3r4T5")
    assert not is_id_alias("/videos/Q1w2E3r4T5y")
