"""YAML of strangers is compared and walked in time that grows with its length."""

from __future__ import annotations

import time

import pytest

from frontlint.init import gitlab
from frontlint.init.blocks import load, same
from frontlint.init.hook_file import merge
from frontlint.init.origin import Origin
from frontlint.init.step import LeaveAloneError

LEVELS = 40
LAUGHS = "l0: &l0 [a, a]\n" + "".join(f"l{n}: &l{n} [*l{n - 1}, *l{n - 1}]\n" for n in range(1, LEVELS))
"""Written out, it has 2 to the power of 40 items."""


def test_aliases_in_aliases_take_no_longer_than_their_text() -> None:
    start = time.perf_counter()
    assert same(load(LAUGHS), load(LAUGHS))
    assert not same(load(LAUGHS), load(LAUGHS.replace("[a, a]", "[a, b]")))
    assert merge(LAUGHS + "repos:\n- repo: x\n  hooks: []\n", Origin())
    assert gitlab.merge(LAUGHS, Origin())
    assert time.perf_counter() - start < 20


def test_what_differs_is_seen() -> None:
    for one, other in [
        ("[1]", "[1, 2]"),
        ("{a: 1}", "{b: 1}"),
        ("[a]", "{a: 1}"),
        ("a", "[a]"),
        ("{a: 1}", "[a]"),
    ]:
        assert not same(load(one), load(other))
        assert same(load(one), load(one))


@pytest.mark.parametrize(
    "text",
    [
        "repos: &a\n  - *a\n",
        "repos:\n  - repo: x\n    hooks: &a\n      - *a\n",
        "repos:\n  - repo: local\n    hooks:\n      - id: frontlint\n        entry: frontlint\n"
        "        x: &b\n          y: *b\n",
    ],
)
def test_an_alias_of_what_it_is_in_is_left_alone(text: str) -> None:
    with pytest.raises(LeaveAloneError):
        merge(text, Origin("https://example.org/x", "1" * 40))


def test_one_hook_by_two_names_is_renewed_once() -> None:
    from frontlint.init.older_hook import renewed

    hooks = "hooks: &a\n      - id: frontlint\n        entry: frontlint check\n        language: system\n"
    text = f"repos:\n  - repo: local\n    {hooks}  - repo: local\n    hooks: *a\n"
    newer = renewed(text, Origin("https://example.org/x", "1" * 40))
    assert newer is not None
    assert newer.count("always_run: true") == 1
