"""The quick look for a second block of front matter says no only where the exact one does."""

from __future__ import annotations

import random

from frontlint.rules.hugo.syntax import second_front_matter as rule

_PIECES = (
    "---\n",
    "+++\n",
    "title: A\n",
    "a = 1\n",
    '{"a": 1}',
    "\n",
    " ",
    "\t",
    "\ufeff",
    "\x1c",
    "\u2003",
    "Text",
    "# a\n",
    "-",
    "\r\n",
)


def test_it_misses_none() -> None:
    dice = random.Random(14)
    found = 0
    for _ in range(20_000):
        text = " " * dice.choice((0, 0, 0, 39, 40, 41)) + "".join(dice.choices(_PIECES, k=dice.randint(0, 6)))
        exact = rule._BEGINS.match(text, 0) is not None
        assert rule._begins(text, 0) == exact, text
        found += exact
    assert found > 200
