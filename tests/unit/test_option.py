"""Options of rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from frontlint.base.record import dataclass
from frontlint.frontmatter.document import Value
from frontlint.lint.option import NoOptions, OptionError, build, describe, option


@dataclass(frozen=True, slots=True)
class Options:
    max_tags: int = option(15, "The most tags.")
    words: tuple[str, ...] = option(("todo", 'say "when"'), "Words.")
    before: datetime = option(datetime(2025, 5, 23, 9, tzinfo=UTC), "The limit.")
    share: float = option(0.5, "A share.")
    on: bool = option(True, "A switch.")
    steps: Mapping[str, float] = option({"video": -0.2, "a b": 1.0}, "By type.")


def test_defaults_are_described_as_toml() -> None:
    assert [(info.name, info.type, info.default) for info in describe(Options())] == [
        ("max-tags", "a whole number", "15"),
        ("words", "a list of texts", '["todo", "say \\"when\\""]'),
        ("before", "a time such as 2025-05-23T09:00:00Z", "2025-05-23T09:00:00Z"),
        ("share", "a number", "0.5"),
        ("on", "true or false", "true"),
        ("steps", "a table of numbers", '{video = -0.2, "a b" = 1.0}'),
    ]


def test_a_table_sets_what_it_names() -> None:
    made = build(Options, {"max-tags": 3, "words": ["x"], "share": 1, "before": "2026-01-01T00:00:00"})
    assert (made.max_tags, made.words, made.share, made.on) == (3, ("x",), 1.0, True)
    assert made.before == datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"max-tag": 3}, "there is no option max-tag; did you mean `max-tags`?"),
        ({"zzz": 3}, "there is no option zzz; there are max-tags, words, before, share, on, steps"),
        ({"max-tags": "3"}, "max-tags must be a whole number"),
        ({"max-tags": True}, "max-tags must be a whole number"),
        ({"max-tags": 1.5}, "max-tags must be a whole number"),
        ({"words": "x"}, "words must be a list of texts"),
        ({"words": [1]}, "words must be a list of texts"),
        ({"before": "soon"}, "before must be a time such as 2025-05-23T09:00:00Z"),
        ({"steps": {"a": "b"}}, "steps must be a table of numbers"),
    ],
)
def test_what_does_not_fit_is_said(table: Mapping[str, Value], message: str) -> None:
    with pytest.raises(OptionError) as caught:
        build(Options, table)
    assert str(caught.value) == message
    assert caught.value.key in table


def test_a_rule_without_options_has_none() -> None:
    with pytest.raises(OptionError, match="this rule has none"):
        build(NoOptions, {"x": 1})
