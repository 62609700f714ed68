"""The shapes of the settings that a project sets say what the shapes of all settings say."""

from __future__ import annotations

from typing import Any

import pytest

from frontlint.hugo.config.shapes import _in_mapping, _shapes

ALL = _shapes(None)
VALUES: list[Any] = [
    None,
    True,
    3,
    2.5,
    "x",
    "",
    [],
    ["x"],
    [1, {"a": 1}],
    {},
    {"a": 1},
    {"*": {"weight": "heavy"}},
]
INNER: list[Any] = [
    {"main": [{"weight": "heavy"}]},
    {"main": {"name": ["x"]}},
    {"page": {"weight": []}},
    {"a": {"path": {}}},
]


@pytest.mark.parametrize("name", [*sorted(ALL.below), "unheardof"])
def test_one_setting(name: str) -> None:
    below = ALL.below.get(name)
    deep = [{inner: value} for inner in (below.below if below else ()) for value in VALUES]
    for value in (*VALUES, *INNER, *deep):
        wanted = None if name == "languages" else frozenset((name,))
        assert _in_mapping({name: value}, _shapes(wanted), (), "") == _in_mapping({name: value}, ALL, (), "")


def test_some_are_refused() -> None:
    refused: list[Any] = [{"builddrafts": []}, {"menu": {"main": [{"weight": "x"}]}}, {"menus": {"main": 3}}]
    for settings in refused:
        assert _in_mapping(settings, _shapes(frozenset(settings)), (), "") is not None
