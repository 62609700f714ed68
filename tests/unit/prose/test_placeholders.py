"""Phrases that keep a place, and gaps."""

from __future__ import annotations

import pytest

from frontlint.prose.placeholders import fillers, gaps

WORDS = ("coming soon", "lorem ipsum", "TODO")


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in fillers(text, WORDS)]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Coming soon", "Coming soon"),
        ("🚀 Coming soon! Stay tuned…", "Coming soon"),
        ("A text. More details coming soon.", "coming soon"),
        ("coming\nsoon", "coming\nsoon"),
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit", "Lorem ipsum"),
        ("The text is: lorem ipsum dolor sit amet", "lorem ipsum"),
        ("TODO", "TODO"),
        ("TODO: the rest of the text", "TODO"),
        ("TODO describe the team", "TODO"),
        ("The team of the year [TODO]", "TODO"),
    ],
)
def test_fillers(text: str, phrase: str) -> None:
    assert found(text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "The second edition is coming soon to all shops.",
        "Spring is coming soon.",
        "Up-and-coming soon-to-be bakers",
        "Do not write “coming soon”.",
        "`TODO`",
        "Avoid TODO lists",
        "TODO comments are debts",
        "Todo",
        "How to replace lorem ipsum in all your templates",
        "",
    ],
)
def test_phrases_that_say_something(text: str) -> None:
    assert found(text) == []


def test_empty_phrases_find_nothing() -> None:
    assert list(fillers("a b", ("", " "))) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Discover more about  and how it can help", 1),
        ("Discover more about and how", 0),
        ("Think about  and discuss bread", 0),
        ("All about  \nand how it helps", 0),
        ("`about  and how`", 0),
    ],
)
def test_gaps(text: str, count: int) -> None:
    assert len(list(gaps(text))) == count
