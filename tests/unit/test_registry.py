"""Rules by name."""

from __future__ import annotations

import pytest

from frontlint.base.errors import UsageError
from frontlint.lint.registry import HISTORY, Registry
from frontlint.lint.rule import HistoryRule

REGISTRY = Registry()


def test_a_group_stands_for_its_rules() -> None:
    assert REGISTRY.expand("links") == frozenset(REGISTRY.groups["links"])
    assert "broken-ref" in REGISTRY.groups["links"]


def test_a_rule_called_like_its_group_is_named_with_it() -> None:
    assert len(REGISTRY.expand("syntax")) > 1
    assert REGISTRY.expand("syntax/syntax") == {"syntax"}


def test_all_is_all() -> None:
    assert REGISTRY.expand("all") == frozenset(REGISTRY.names)


@pytest.mark.parametrize("name", ["alias-colision", "urls/syntax", "", "link"])
def test_what_stands_for_nothing_is_an_error(name: str) -> None:
    with pytest.raises(UsageError, match="there is no rule or group called"):
        REGISTRY.expand(name)


def test_names_are_loaded_one_by_one() -> None:
    rule = REGISTRY.load("draft-not-boolean")
    assert (rule.name, rule.group) == ("draft-not-boolean", "syntax")
    assert REGISTRY.load("draft-not-boolean") is rule


def test_a_group_has_what_compares_with_the_past() -> None:
    """So that it is known without loading them, and no run loads them that compares with nothing."""
    compare = {name for name in REGISTRY.names if isinstance(REGISTRY.load(name), HistoryRule)}
    assert compare == set(REGISTRY.groups[HISTORY])
