"""Whether a text names a title."""

from __future__ import annotations

import pytest

from frontlint.prose.mentions import names


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Value", "all our values"),
        ("Values", "the value of it"),
        ("Tool", "**Tools**"),
        ("Shift-Left", "to shift left"),
        ("Shift Left", "the shift-left way"),
        ("DevOps", "dev ops"),
        ("Dev-Ops", "devops"),
        ("Strategies", "a strategy"),
        ("Process", "processes"),
        ("Analysis", "analyses"),
        ("People Management", "to manage a person: person management"),
        ("Organisational Modelling", "organizational modeling"),
        ("Test-Driven Development", "with TDD"),
        ("Evidence-Based Management (EBM)", "about EBM"),
        ("Scrum: A Guide", "about Scrum"),
        ("Research & Development", "research and development"),
        ("C#", "in C# only"),
        ("???", "anything"),
        ("The The", "the the"),
    ],
)
def test_named(title: str, text: str) -> None:
    assert names(text, title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("First Principal", "First Principles and the first of them"),
        ("Flow Board", "the flow of work"),
        ("C#", "in C only"),
        ("Bus", "the bu of it"),
        ("Scrum", ""),
    ],
)
def test_not_named(title: str, text: str) -> None:
    assert not names(text, title)
