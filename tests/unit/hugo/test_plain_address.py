"""An address that passes the quick look passes the whole one."""

from __future__ import annotations

import random
import re

import pytest

from frontlint.hugo.config import address

_PIECES = (
    "https:",
    "http:",
    "//",
    "/",
    "a",
    "example.org",
    ":",
    ":8080",
    ":x",
    "%41",
    "%",
    " ",
    "@",
    "[",
    "?",
    "#",
    "\t",
)


def test_a_plain_address_needs_no_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(16)
    made = ["".join(dice.choices(_PIECES, k=dice.randint(1, 7))) for _ in range(4000)]
    made += [f"https://{one.lstrip('/')}" for one in made]
    quick = {one: address.fault_of_address(one) for one in made}
    plain = [one for one in made if address._PLAIN.match(one)]
    assert len(plain) > 50
    monkeypatch.setattr(address, "_PLAIN", re.compile("(?!)"))
    assert quick == {one: address.fault_of_address(one) for one in made}
