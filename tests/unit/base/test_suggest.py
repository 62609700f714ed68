"""What a misspelt name means: few known words, in any case, and nothing that is too far."""

from __future__ import annotations

import pytest

from frontlint.base.suggest import close_to, did_you_mean

FORMATS = ("github", "gitlab", "json")


@pytest.mark.parametrize(
    ("written", "meant"), [("Gitlub", "gitlab"), ("JSN", "json"), ("githb", "github"), ("yaml", None)]
)
def test_a_word_in_any_case(written: str, meant: str | None) -> None:
    assert close_to(written, FORMATS) == meant


def test_a_known_word_is_given_as_it_is_spelt() -> None:
    assert close_to("resourceid", ["ResourceId"]) == "ResourceId"


def test_how_much_alike_is_up_to_the_caller() -> None:
    assert close_to("gihb", ["github"]) == "github"
    assert close_to("gihb", ["github"], 0.9) is None


def test_nothing_long_is_compared() -> None:
    assert close_to("x" * 5000, ["x" * 4999]) is None


def test_the_words_that_ask() -> None:
    assert did_you_mean("jsn", FORMATS) == "; did you mean `json`?"
    assert did_you_mean("nothing", FORMATS) == ""
    assert did_you_mean("nothing", FORMATS, "; there are three") == "; there are three"
