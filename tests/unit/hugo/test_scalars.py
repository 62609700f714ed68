"""Plain scalars: the value Hugo sees (`tests/conformance/test_values.py` asks the real one)."""

from __future__ import annotations

import math

import pytest

from frontlint.frontmatter.document import Scalar
from frontlint.hugo.values.scalars import plain_scalar

VALUES: list[tuple[str, Scalar]] = [
    *((word, True) for word in ("true", "True", "TRUE")),
    *((word, False) for word in ("false", "False", "FALSE")),
    *((word, None) for word in ("", "~", "null", "Null", "NULL")),
    *(
        (word, word)
        for word in ("yes", "no", "on", "off", "y", "tRUE", "nULL", "2020-01-02", "12:30", "1.2.3")
    ),
    *(
        (word, word)
        for word in ("08", "0o8", "1e3", "0X1F", "0x", "-", "+", ".", "_1", "--1", "1.0e400", "=")
    ),
    *((word, 8) for word in ("010", "0o10", "8", "+8", "0b1000", "0_10")),
    *(("1_000", 1000), ("1__0", 10), ("0x1F", 31), ("-0x1F", -31), ("0777", 511), ("-0", 0)),
    *(
        (".5", 0.5),
        ("1.", 1.0),
        ("1.10", 1.1),
        ("6.85e+5", 685000.0),
        ("685_230.15", 685230.15),
        ("010.5", 10.5),
    ),
    *(("18446744073709551615", 2**64 - 1), ("18446744073709551616", "18446744073709551616")),
    *(("-9223372036854775808", -(2**63)), ("-9223372036854775809", "-9223372036854775809")),
    *((".inf", math.inf), ("-.Inf", -math.inf), ("+.inf", "+.inf")),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_is_what_hugo_sees(text: str, value: Scalar) -> None:
    seen = plain_scalar(text)

    assert seen == value
    assert type(seen) is type(value)


def test_not_a_number_is_a_number() -> None:
    assert all(math.isnan(float(str(plain_scalar(word)))) for word in (".nan", ".NaN", ".NAN"))


def test_endless_digits_are_text() -> None:
    assert plain_scalar("9" * 10_000) == "9" * 10_000
